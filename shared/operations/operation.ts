import type { z } from 'zod'
import type { Role } from '../refusals.ts'

/** What a screen can depend on and a write can change: the unit of refresh. */
export const topics = [
  'bookings',
  'outages',
  'waitlist',
  'series',
  'resources',
  'teams',
  'people',
  'projects',
  'calendar',
  'settings',
  'sessions',
  'jobs',
  'journal',
] as const
export type Topic = (typeof topics)[number]

/** `anyone` needs no session; `signedIn` any role; a list names the roles that may. */
export type Who = 'anyone' | 'signedIn' | readonly Role[]

/**
 * One operation of the product, declared once and served through every door.
 * `touches`: topics a write changes, or a read depends on. `portal`: reachable over HTTP.
 * `idempotent` writes are not remembered by requestId (signing in must not replay a token).
 */
export type Operation<In extends z.ZodType, Out extends z.ZodType> = {
  kind: 'read' | 'write'
  who: Who
  portal: boolean
  touches: readonly Topic[]
  input: In
  output: Out
  remembers?: boolean
}

/** Declares an operation; exists for its types alone. */
export function operation<In extends z.ZodType, Out extends z.ZodType>(
  definition: Operation<In, Out>,
): Operation<In, Out> {
  return definition
}

export const desk = ['frontDesk', 'manager', 'administrator'] as const satisfies readonly Role[]
export const bookers = [
  'frontDesk',
  'member',
  'teamLead',
  'keeper',
  'manager',
  'administrator',
] as const satisfies readonly Role[]
export const keepers = ['frontDesk', 'keeper', 'manager', 'administrator'] as const satisfies readonly Role[]
export const managers = ['manager', 'administrator'] as const satisfies readonly Role[]
export const administrators = ['administrator'] as const satisfies readonly Role[]
export const readersOfReports = [
  'frontDesk',
  'keeper',
  'manager',
  'auditor',
  'administrator',
] as const satisfies readonly Role[]
