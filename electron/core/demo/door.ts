import type { Input, OperationName, ReplyTo } from '../../../shared/operations/index.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'

/** Who the filling acts as, and when. `personId` null: nobody is signed in yet (centre.setUp). */
export type Acting = { personId: string | null; role: Role | null; at: Instant }

/**
 * What the core lends for filling: one operation through the ordinary handler, rules, triggers and journal, as another person at another
 * moment, inside the transaction of centre.demo. A refusal rolls back that one operation only.
 */
export type DemoDoor = {
  /** The real moment: nothing is checked in or given back after it. */
  now: Instant
  call<N extends OperationName>(name: N, input: Input<N>, acting: Acting): ReplyTo<N>
}

/** Thrown when the core refuses what the plan holds to be legal: a fault of the demo, never a refusal of the user's request. */
export class DemoRefused extends Error {
  readonly operation: string
  readonly refusals: readonly Refusal[]
  constructor(operation: string, what: string, refusals: readonly Refusal[]) {
    super(`The demo's ${operation} (${what}) was refused: ${JSON.stringify(refusals)}`)
    this.name = 'DemoRefused'
    this.operation = operation
    this.refusals = refusals
  }
}
