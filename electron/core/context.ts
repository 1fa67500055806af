import type { Parsed, OperationName, Value } from '../../shared/operations/index.ts'
import type { Topic } from '../../shared/operations/operation.ts'
import type { Role } from '../../shared/refusals.ts'
import type { Outcome } from '../../shared/result.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import type { Stores } from '../storage/stores.ts'
import type { DoorName } from './coreTypes.ts'
import type { Memory } from './memory.ts'
import type { Prepared } from './preparations.ts'

/** Who does it. `personId` null: nobody signed in, or the centre itself. */
export type Actor = { personId: string | null; role: Role | null; door: DoorName; tokenHash: string | null }

/** What an operation gives the journal for one thing it changed: ids, times and figures, never names or words. */
export type Facts = Record<string, unknown>

/** Every effect a handler may have. `now` is one instant for the whole operation; no handler reads a clock. */
export type Context = {
  now: Instant
  actor: Actor
  operation: OperationName
  stores: Stores
  memory: Memory
  version: string
  readOnly: boolean
  newId: () => string
  newToken: () => string
  prepared: Prepared
  /** Writes one line of the journal in this transaction. Null `before`: it was made; null `after`: it is gone. */
  record: (topic: Topic, key: string, before: Facts | null, after: Facts | null) => void
  /** Done after COMMIT and never otherwise. */
  afterCommit: (work: () => void) => void
  /** Another operation inside this one's transaction, as another actor at another moment. A refusal rolls back only itself. */
  within: <N extends OperationName>(
    name: N,
    input: unknown,
    as: { actor: Actor; now: Instant },
  ) => Outcome<Value<N>> | { faultId: string }
  jobs: Jobs
  savedAt: () => Instant | null
}

/** What handlers ask of the job runner. */
export type Jobs = {
  start: (jobId: string, order: JobOrder) => void
  cancel: (jobId: string) => void
}

/** What a job is to do; kept in memory only: a job that the core's end cut off is shown as interrupted, never begun again by itself. */
export type JobOrder =
  | { kind: 'export'; input: Parsed<'exports.start'>; actor: Actor }
  | { kind: 'import'; input: Parsed<'imports.start'>; actor: Actor }
  | { kind: 'backup'; actor: Actor }

/** Synchronous by type: a promise is no Outcome, and better-sqlite3 refuses one inside a transaction. */
export type Handler<N extends OperationName> = (context: Context, input: Parsed<N>) => Outcome<Value<N>>
export type Handlers = { [N in OperationName]: Handler<N> }
