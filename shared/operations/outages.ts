import { z } from 'zod'
import { alternative, booking, place } from './bookings.ts'
import { id, instant, line, outageKind, requiredLine, version } from './fields.ts'
import { keepers, operation } from './operation.ts'

export const outageStatuses = ['active', 'ended', 'cancelled'] as const

/** Time in which a resource cannot be used: an allocation of its whole capacity. `end` is the expected end; ending early frees the rest. */
export const outage = z.object({
  id,
  resourceId: id,
  kind: outageKind,
  reason: z.string(),
  start: instant,
  end: instant,
  status: z.enum(outageStatuses),
  reportedById: id,
  createdAt: instant,
  updatedAt: instant,
  version,
})
export type Outage = z.infer<typeof outage>

/** What to do with bookings in the way: refuse and name them, cancel them, or keep them and block around them (CF-08). */
export const onConflict = z.enum(['refuse', 'cancel', 'around'])

/** What becomes of one booking in the way: it stays and the outage goes around it, it is cancelled, or it moves in time or place. */
export const outageDecision = z.discriminatedUnion('do', [
  z.object({ bookingId: id, do: z.literal('keep') }),
  z.object({ bookingId: id, do: z.literal('cancel') }),
  z.object({
    bookingId: id,
    do: z.literal('move'),
    start: instant,
    end: instant,
    resources: z.array(place).min(1).max(16),
  }),
])
export type OutageDecision = z.infer<typeof outageDecision>
const decisions = z.array(outageDecision).max(500).default([])

/** One line of a re-plan: what is proposed, and the other legal ways on that do not get in each other's way. */
export const planLine = z.object({ booking, proposed: outageDecision, ways: z.array(alternative) })
export type PlanLine = z.infer<typeof planLine>

export const outageOperations = {
  'outages.add': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['outages', 'bookings'],
    input: z.object({
      resourceId: id,
      kind: outageKind,
      reason: requiredLine(400),
      start: instant,
      end: instant,
      onConflict: onConflict.default('refuse'),
      /** For bookings named here their line counts, for all others `onConflict`. All in one step, or nothing. */
      decisions,
    }),
    output: outage,
  }),
  'outages.change': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['outages', 'bookings'],
    input: z.object({
      id,
      expectedVersion: version.optional(),
      kind: outageKind.optional(),
      reason: requiredLine(400).optional(),
      start: instant.optional(),
      end: instant.optional(),
      onConflict: onConflict.default('refuse'),
      decisions,
    }),
    output: outage,
  }),
  /** The resource works again: the outage ends now (or is withdrawn when it had not begun). */
  'outages.end': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['outages'],
    input: z.object({ id, reason: line(400).default('') }),
    output: outage,
  }),
  'outages.range': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['outages'],
    input: z.object({ start: instant, end: instant }),
    output: z.object({ outages: z.array(outage) }),
  }),
  /** A re-plan of the bookings an outage would meet (D 11): line by line, each judged against every rule and the lines before it. Writes nothing. */
  'outages.plan': operation({
    kind: 'read',
    who: keepers,
    portal: true,
    touches: ['outages', 'bookings', 'resources', 'settings', 'calendar'],
    input: z.object({ resourceId: id, start: instant, end: instant, outageId: id.nullable().default(null) }),
    output: z.object({ lines: z.array(planLine) }),
  }),
  /** Bookings an outage of this time would meet. */
  'outages.affected': operation({
    kind: 'read',
    who: keepers,
    portal: true,
    touches: ['outages', 'bookings'],
    input: z.object({ resourceId: id, start: instant, end: instant }),
    output: z.object({ bookingIds: z.array(id) }),
  }),
}
