import type { Refusal } from '../../shared/refusals.ts'
import type { Reply } from '../../shared/result.ts'
import type { Sent } from './connection.ts'

/** Why there is no value: reasons, a fault of ours with its number, or no answer. */
export type Failure =
  | { kind: 'refused'; refusals: Refusal[] }
  | { kind: 'fault'; faultId: string }
  | { kind: 'unreachable' }

/** The failure in a reply; null when it was accepted. */
export function failureOf(reply: Sent<Reply<unknown>>): Failure | null {
  if (reply.ok) return null
  if ('unreachable' in reply) return { kind: 'unreachable' }
  if ('refusals' in reply) return { kind: 'refused', refusals: reply.refusals }
  return { kind: 'fault', faultId: reply.faultId }
}

/** True when the reason is that nobody is signed in (any more). */
export function isSignedOut(failure: Failure | null): boolean {
  return failure?.kind === 'refused' && failure.refusals.some((refusal) => refusal.code === 'notSignedIn')
}

/** Carries a Failure through react-query, which knows errors only. */
export class ReadFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}
