import type { Refusal } from './refusals.ts'

/**
 * What every operation answers, through every door. A refusal is expected and is data; a fault is ours and is only an id here.
 * `seq` is the last journal number an accepted write made: it names the write for undo. Reads carry no `seq`.
 */
export type Reply<T> = Accepted<T> | Refused | Faulted
export type Accepted<T> = { ok: true; value: T; seq?: number }
export type Refused = { ok: false; refusals: Refusal[] }
export type Faulted = { ok: false; faultId: string }

/** What a handler returns: a value, or reasons. Synchronous by type: a promise is not an Outcome. */
export type Outcome<T> = { done: true; value: T } | { done: false; refusals: Refusal[] }

/** The handler did its work; the dispatcher commits. */
export function done<T>(value: T): Outcome<T> {
  return { done: true, value }
}

/** The handler will not do it; the dispatcher rolls back and answers with all the reasons. */
export function refuse(...refusals: Refusal[]): Outcome<never> {
  return { done: false, refusals }
}

/** True when the reply carries refusals (as against a value or a fault). */
export function isRefused<T>(reply: Reply<T>): reply is Refused {
  return !reply.ok && 'refusals' in reply
}
