import { z } from 'zod'
import { alternative, booking } from './bookings.ts'
import { id, instant, line, localDate, version } from './fields.ts'
import { bookers, desk, keepers, operation } from './operation.ts'
import { outage } from './outages.ts'
import { waitEntry } from './waitlist.ts'

const guard = { id, expectedVersion: version.optional() }
const write = { kind: 'write', who: bookers, portal: true, touches: ['bookings', 'waitlist'] } as const

/** The steps of a booking's life between being asked for and being over. */
export const lifeOperations = {
  /** A hold becomes firm, or a request where a place asks for approval. Judged again (BK-10). */
  'bookings.confirm': operation({ ...write, input: z.object({ ...guard }), output: booking }),
  /** Until when a hold stands: after now, not after the start. */
  'bookings.hold': operation({ ...write, input: z.object({ ...guard, holdUntil: instant }), output: booking }),
  /** Longer by so many minutes (one step when left out), while nobody comes after. */
  'bookings.extend': operation({
    ...write,
    input: z.object({ ...guard, minutes: z.int().min(1).max(1440).optional() }),
    output: booking,
  }),
  /** How far a booking could go on, and who waits behind it. `until` null: not at all. */
  'bookings.extension': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings', 'outages', 'waitlist', 'resources', 'settings'],
    input: z.object({ id }),
    output: z.object({
      stepMinutes: z.int(),
      until: instant.nullable(),
      next: booking.nullable(),
      waiting: z.array(waitEntry),
    }),
  }),
  /** Two bookings exchange places or times, in one step, so that nobody can come between (BK-14). */
  'bookings.swap': operation({
    ...write,
    input: z.object({ id, otherId: id, exchange: z.enum(['places', 'times']) }),
    output: z.object({ bookings: z.array(booking) }),
  }),
  /** To another team or person; place, time, number and history stay (BK-14). */
  'bookings.transfer': operation({
    ...write,
    input: z.object({
      ...guard,
      teamId: id.nullable().optional(),
      projectId: id.nullable().optional(),
      bookerId: id.optional(),
      occupantId: id.nullable().optional(),
    }),
    output: booking,
  }),
  /** Requests that wait for a decision, oldest first, each judged as of now, with who else wants the place and time. */
  'approvals.inbox': operation({
    kind: 'read',
    who: keepers,
    portal: true,
    touches: ['bookings', 'outages', 'waitlist', 'resources', 'settings', 'calendar'],
    input: z.object({}).strict(),
    output: z.object({
      requests: z.array(
        z.object({
          booking,
          refusals: z.array(z.unknown()),
          alternatives: z.array(alternative),
          rivals: z.array(booking),
          waiting: z.array(waitEntry),
        }),
      ),
    }),
  }),
  /** What could be instead of a booking that was refused or lost its place, judged anew as the reader's own request. */
  'bookings.ways': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: ['bookings', 'outages', 'resources', 'settings', 'calendar'],
    input: z.object({ id }),
    output: z.object({ alternatives: z.array(alternative) }),
  }),
  /** Series nobody came to several times running: proposed for suspension; a person decides (CI-06, PIPL art. 24). */
  'life.strikes': operation({
    kind: 'read',
    who: desk,
    portal: true,
    touches: ['bookings', 'settings'],
    input: z.object({}).strict(),
    output: z.object({
      limit: z.int(),
      series: z.array(
        z.object({ seriesId: id, misses: z.array(booking), upcoming: z.array(booking), teamId: id.nullable() }),
      ),
    }),
  }),
  /** Gives up the coming dates of a series that was not used. */
  'life.suspend': operation({
    kind: 'write',
    who: desk,
    portal: true,
    touches: ['bookings', 'waitlist'],
    input: z.object({ seriesId: id, reason: line(400).default('') }),
    output: z.object({ cancelled: z.int() }),
  }),
  /** The day as it was known at a past moment (or after a journal number), from the journal: bookings and outages, words as far as they exist (D 13). */
  'bookings.asOf': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['bookings', 'outages'],
    input: z.object({
      date: localDate,
      days: z.int().min(1).max(42).default(1),
      at: instant.optional(),
      seq: z.int().min(0).optional(),
    }),
    output: z.object({
      start: instant,
      end: instant,
      seq: z.int(),
      bookings: z.array(booking),
      outages: z.array(outage),
    }),
  }),
}
