import type { Change } from '../shared/operations/index.ts'
import type { Refusal } from '../shared/refusals.ts'
import type { Reply } from '../shared/result.ts'
import type { Call } from './core/coreTypes.ts'

/** The finished file of a job, as it crosses the border between processes. */
export type JobFile = { name: string; body: Uint8Array<ArrayBuffer> }

/** What the main process says to the core's process. `id` pairs an answer with its question. */
export type ToCore =
  | { kind: 'call'; id: number; call: Call }
  | { kind: 'file'; id: number; jobId: string; token: string | null }
  | { kind: 'close' }

/** What the core's process says. `refused`: it did not open, and why; the process then ends. */
export type FromCore =
  | { kind: 'ready' }
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'answer'; id: number; reply: Reply<unknown> }
  | { kind: 'file'; id: number; file: JobFile | null }
  | { kind: 'change'; change: Change }
