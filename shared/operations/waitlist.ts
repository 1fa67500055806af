import { z } from 'zod'
import { booking, place } from './bookings.ts'
import { id, instant, requiredLine, resourceKind } from './fields.ts'
import { bookers, operation } from './operation.ts'

/** `accepted`: became a booking. `lapsed`: its time came, or an offer was not answered. */
export const waitStatuses = ['waiting', 'offered', 'accepted', 'declined', 'withdrawn', 'lapsed'] as const
export const waitStatus = z.enum(waitStatuses)
export type WaitStatus = z.infer<typeof waitStatus>

/** Any place of these kinds with so many seats and all these features will do. */
export const anyPlace = z.object({
  kinds: z.array(resourceKind).min(1).max(14),
  seats: z.int().min(1).max(100_000).nullable().default(null),
  features: z.array(z.string().min(1).max(40)).max(16).default([]),
})

/**
 * Someone who waits (AP-05, AP-06): for all of `resources`, or for `any` one place of a sort, `minutes` long somewhere within [from, until). As long as the
 * stretch itself it is the exact slot.
 */
export const waitEntry = z.object({
  id,
  personId: id,
  teamId: id.nullable(),
  projectId: id.nullable(),
  title: z.string(),
  headCount: z.int().nullable(),
  resources: z.array(place),
  any: anyPlace.nullable(),
  from: instant,
  until: instant,
  minutes: z.int(),
  status: waitStatus,
  /** The tentative booking held for them, and until when they may answer. */
  offer: z.object({ bookingId: id, until: instant }).nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
  /** 1: nobody who may want the same was there before. Counted among those who wait; 0 when the entry waits no more. */
  position: z.int(),
  /** Another team's: that someone waits is shown, not who. */
  hidden: z.boolean(),
})
export type WaitEntry = z.infer<typeof waitEntry>

export const waitlistOperations = {
  /** Joins the queue. When the place is free by now the offer is made at once. */
  'waitlist.add': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['waitlist', 'bookings'],
    input: z.object({
      title: requiredLine(120),
      teamId: id.nullable().default(null),
      projectId: id.nullable().default(null),
      headCount: z.int().min(1).max(100_000).nullable().default(null),
      /** For whom, when the desk does it; else the person who asks. */
      personId: id.nullable().default(null),
      resources: z.array(place).max(16).default([]),
      any: anyPlace.nullable().default(null),
      from: instant,
      until: instant,
      minutes: z.int().min(5).max(44_640),
    }),
    output: waitEntry,
  }),
  /** Takes the offer: the held booking is confirmed, or goes to approval. */
  'waitlist.accept': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['waitlist', 'bookings'],
    input: z.object({ id }),
    output: booking,
  }),
  /** Lets the offer go to the next. Who waits for a range keeps waiting for another time; an exact slot is given up. */
  'waitlist.decline': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['waitlist', 'bookings'],
    input: z.object({ id }),
    output: waitEntry,
  }),
  'waitlist.withdraw': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['waitlist', 'bookings'],
    input: z.object({ id }),
    output: waitEntry,
  }),
  /** Those who wait or have an offer, in order of the queue; `mine`: the reader's and, for the desk, everyone's when false. */
  'waitlist.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['waitlist', 'bookings'],
    input: z.object({ mine: z.boolean().default(false), withPast: z.boolean().default(false) }),
    output: z.object({ entries: z.array(waitEntry) }),
  }),
  /** Who waits for the time and places of a booking. */
  'waitlist.behind': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['waitlist', 'bookings'],
    input: z.object({ bookingId: id }),
    output: z.object({ entries: z.array(waitEntry) }),
  }),
}
