import { z } from 'zod'
import { booking, place, waive, bookingRequest, alternative, historyEntry } from './bookingShapes.ts'
import { bookingStatus, id, instant, line, localDate, prose, requiredLine, serviceKind, version } from './fields.ts'
import { bookers, keepers, operation } from './operation.ts'

export * from './bookingShapes.ts'

const guard = { id, expectedVersion: version.optional() }

const many = z.object({ bookings: z.array(booking), start: instant, end: instant })

export const bookingOperations = {
  'bookings.create': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: bookingRequest,
    output: booking,
  }),
  /** Move in time (keeping the length unless `end` is given) and optionally to another place. */
  'bookings.move': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: z.object({
      ...guard,
      start: instant,
      end: instant.optional(),
      resources: z.array(place).min(1).max(16).optional(),
      waivers: z.array(waive).max(16).default([]),
    }),
    output: booking,
  }),
  'bookings.resize': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard, start: instant, end: instant, waivers: z.array(waive).max(16).default([]) }),
    output: booking,
  }),
  /** Change anything, time and place included. Fields left out stay. */
  'bookings.change': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: z.object({
      ...guard,
      change: z
        .object({
          resources: z.array(place).min(1).max(16),
          start: instant,
          end: instant,
          title: requiredLine(120),
          teamId: id.nullable(),
          projectId: id.nullable(),
          occupantId: id.nullable(),
          occupantName: line(60),
          headCount: z.int().min(1).max(100_000).nullable(),
          confidential: z.boolean(),
          serviceKind: serviceKind.nullable(),
          note: prose(2000),
        })
        .partial(),
      waivers: z.array(waive).max(16).default([]),
    }),
    output: booking,
  }),
  'bookings.cancel': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard, reason: line(400).default('') }),
    output: booking,
  }),
  'bookings.checkIn': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard }),
    output: booking,
  }),
  /** Ends it now; what is left of the slot is free at once (BK-17). */
  'bookings.checkOut': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard }),
    output: booking,
  }),
  /** Nobody came: the place is released, the record is kept (CI-03). */
  'bookings.noShow': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard }),
    output: booking,
  }),
  /** Judged again at this moment (CF-03). */
  'bookings.approve': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard, comment: line(400).default('') }),
    output: booking,
  }),
  'bookings.reject': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['bookings'],
    input: z.object({ ...guard, comment: requiredLine(400) }),
    output: booking,
  }),

  /** Would it be accepted? All reasons at once, and up to three legal ways on. Writes nothing. `bookingId`: as a change of that booking. */
  'bookings.check': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: ['bookings', 'outages', 'resources', 'calendar', 'settings', 'projects'],
    input: z.object({
      request: bookingRequest.partial({ title: true }),
      bookingId: id.nullable().default(null),
      withAlternatives: z.boolean().default(true),
    }),
    output: z.object({
      refusals: z.array(z.unknown()),
      /** Told, but not in the way. */
      warnings: z.array(z.unknown()),
      /** For each refusal the smallest change after which its rule no longer refuses; null where none helps. */
      changes: z.array(z.object({ resources: z.array(place), start: instant, end: instant }).nullable()),
      alternatives: z.array(alternative),
      needsApproval: z.boolean(),
    }),
  }),
  'bookings.day': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings'],
    input: z.object({ date: localDate }),
    output: many,
  }),
  /** The week (Monday first) that holds `date`. */
  'bookings.week': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings'],
    input: z.object({ date: localDate }),
    output: many,
  }),
  'bookings.range': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings'],
    input: z.object({
      start: instant,
      end: instant,
      resourceIds: z.array(id).max(500).optional(),
      withFreed: z.boolean().default(true),
    }),
    output: many,
  }),
  'bookings.one': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings'],
    input: z.object({ id }),
    output: booking,
  }),
  'bookings.history': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings'],
    input: z.object({ id }),
    output: z.object({ entries: z.array(historyEntry) }),
  }),
  /** By text: number, title, team, person, place; 汉字, pinyin, initials or mixed. Newest first within the window. */
  'bookings.search': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings', 'teams', 'people', 'resources'],
    input: z.object({
      text: line(80).default(''),
      start: instant.optional(),
      end: instant.optional(),
      statuses: z.array(bookingStatus).max(8).optional(),
      teamId: id.optional(),
      resourceId: id.optional(),
      limit: z.int().min(1).max(500).default(50),
      offset: z.int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ bookings: z.array(booking), total: z.int() }),
  }),
}
