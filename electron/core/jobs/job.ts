import type { Refusal } from '../../../shared/refusals.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import type { Storage } from '../../storage/stores.ts'
import type { Dispatcher } from '../dispatcher.ts'
import type { Memory } from '../memory.ts'

/** What a job works with. `now` is the core's clock: each step of a job happens at its own moment. */
export type JobDoor = {
  storage: Storage
  memory: Memory
  exportsFolder: string
  backupsFolder: string
  now: () => Instant
  transact: Dispatcher['transact']
}

/** How a job tells where it is and hears that it is to stop. */
export type JobControl = {
  /** `done` of `total`, in whatever the job counts; written down at most four times a second. */
  progress: (done: number, total: number) => void
  /** Lets calls in that wait, and throws JobStopped when somebody stopped the job. */
  breathe: () => Promise<void>
  /** Throws JobStopped when somebody stopped the job. */
  check: () => void
}

/** How a job ended by itself. */
export type JobEnd = { refusals: Refusal[]; fileName?: string; result: unknown }

/** Thrown inside a job that somebody stopped, or that the core's end cuts off. */
export class JobStopped extends Error {
  constructor() {
    super('the job was stopped')
    this.name = 'JobStopped'
  }
}

/** A fault of ours that the log knows already under this id. */
export class JobFault extends Error {
  readonly faultId: string
  constructor(faultId: string) {
    super(`fault ${faultId}`)
    this.name = 'JobFault'
    this.faultId = faultId
  }
}
