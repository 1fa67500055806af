import { z } from 'zod'
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
