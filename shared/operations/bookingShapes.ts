import { z } from 'zod'
import { bookingStatus, id, instant, line, localDate, prose, requiredLine, serviceKind, version } from './fields.ts'

/**
 * Where a place of a bundle lies against the booking, in minutes: `start` −30 is there half an hour before, `end` −60 leaves an hour before the end.
 * Left out: exactly the booking's own time.
 */
export const placeOffset = z.object({ start: z.int().min(-1440).max(1440), end: z.int().min(-1440).max(1440) })
export type PlaceOffset = z.infer<typeof placeOffset>

/** One place of a booking. `before`/`after`: minutes of set-up and strike as they were when it was booked; they widen the allocation, not the booking. */
export const bookedResource = z.object({
  resourceId: id,
  quantity: z.int().min(1),
  before: z.int().min(0),
  after: z.int().min(0),
  offset: placeOffset.optional(),
})

/** A rule set aside by a person who may, with the reason, kept for good (PQ-13). */
export const waiver = z.object({ rule: z.string(), resourceId: id, reason: z.string(), byId: id, at: instant })

export const booking = z.object({
  id,
  /** Printed number, e.g. `B26-000123`. */
  no: z.string(),
  title: z.string(),
  status: bookingStatus,
  start: instant,
  end: instant,
  resources: z.array(bookedResource).min(1),
  teamId: id.nullable(),
  projectId: id.nullable(),
  /** Who made it (预约人) and who will use it (使用人): R-35 keeps both. */
  bookerId: id,
  occupantId: id.nullable(),
  /** A visitor without an account. */
  occupantName: z.string(),
  headCount: z.int().nullable(),
  confidential: z.boolean(),
  serviceKind: serviceKind.nullable(),
  note: z.string(),
  /** UID of the file it came from: a second import finds it again. */
  sourceUid: z.string().nullable(),
  /** The series it is an occurrence of, and the date that names the occurrence for good; left out for a single booking. */
  series: z.object({ id, date: localDate }).optional(),
  waivers: z.array(waiver),
  checkedInAt: instant.nullable(),
  checkedOutAt: instant.nullable(),
  releasedAt: instant.nullable(),
  holdUntil: instant.nullable(),
  reason: z.string(),
  decidedById: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version,
  /** True when the reader may see that it exists but not what it is: title, people and team are then blank. */
  hidden: z.boolean(),
})
export type Booking = z.infer<typeof booking>
export type BookedResource = z.infer<typeof bookedResource>

/** A place that is asked for. */
export const place = z.object({
  resourceId: id,
  quantity: z.int().min(1).max(1000).default(1),
  offset: placeOffset.optional(),
})
/** A waiver given with a request. */
export const waive = z.object({ rule: z.string().max(40), resourceId: id, reason: requiredLine(400) })

/** What a person asks for. `start` < `end`; both in UTC ms. */
export const bookingRequest = z.object({
  resources: z.array(place).min(1).max(16),
  start: instant,
  end: instant,
  title: requiredLine(120),
  teamId: id.nullable().default(null),
  projectId: id.nullable().default(null),
  occupantId: id.nullable().default(null),
  occupantName: line(60).default(''),
  headCount: z.int().min(1).max(100_000).nullable().default(null),
  confidential: z.boolean().default(false),
  serviceKind: serviceKind.nullable().default(null),
  note: prose(2000).default(''),
  /** Ask for a hold (暂留) that falls away at this instant instead of a firm booking. */
  holdUntil: instant.nullable().default(null),
  waivers: z.array(waive).max(16).default([]),
})
export type BookingRequest = z.infer<typeof bookingRequest>

/** Another legal way, already judged against every rule. */
export const alternative = z.object({
  kind: z.enum(['shorter', 'otherPlace', 'otherTime']),
  resources: z.array(place),
  start: instant,
  end: instant,
})
export type Alternative = z.infer<typeof alternative>

/** One line of a booking's or the centre's history, from the journal. */
export const historyEntry = z.object({
  seq: z.int(),
  at: instant,
  byId: id.nullable(),
  operation: z.string(),
  key: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
