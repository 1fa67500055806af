import { z } from 'zod'
import { id, instant, line, localDate, resourceKind, wallMinute } from './fields.ts'
import { bookers, operation } from './operation.ts'

/**
 * One wanted part: one of `ids`, or where none are named any place of the kinds (any kind when none is named) with the features, in the zone.
 * `seats`: heads the place must hold.
 */
export const wantedPart = z.object({
  ids: z.array(id).max(64).default([]),
  kinds: z.array(resourceKind).max(14).default([]),
  features: z.array(line(40)).max(16).default([]),
  zoneId: id.nullable().default(null),
  seats: z.int().min(1).max(100_000).nullable().default(null),
  quantity: z.int().min(1).max(1000).default(1),
})
export type WantedPart = z.output<typeof wantedPart>

/**
 * What is looked for: all parts at one time, `minutes` long, on the days `from`…`to` (both included) within the hours of the day. Hours of the whole
 * day let a booking run across midnight.
 */
export const need = z.object({
  parts: z.array(wantedPart).min(1).max(6),
  minutes: z.int().min(5).max(14_400),
  from: localDate,
  to: localDate,
  hours: z.object({ from: wallMinute, until: wallMinute }).default({ from: 0, until: 1440 }),
  workdaysOnly: z.boolean().default(false),
  headCount: z.int().min(1).max(100_000).nullable().default(null),
  projectId: id.nullable().default(null),
  /** For whom, where it is known: limits of people and teams count then. */
  teamId: id.nullable().default(null),
  occupantId: id.nullable().default(null),
})
export type Need = z.output<typeof need>
/** Longer ranges are refused. */
export const MOST_DAYS_SEARCHED = 92

export const sortings = ['earliest', 'fit', 'compact'] as const
export type Sorting = (typeof sortings)[number]

const place = z.object({ resourceId: id, quantity: z.int().min(1) })

/**
 * A time at which every part is to be had, judged by every rule. `resources` in the order of the parts. `spareSeats`: seats beyond those asked for, null
 * where none were asked for; `zones`: in how many zones the places lie; `gapMinutes`: what would be left beside it in pieces under an hour.
 */
export const answer = z.object({
  resources: z.array(place).min(1),
  start: instant,
  end: instant,
  needsApproval: z.boolean(),
  spareSeats: z.int().nullable(),
  zones: z.int(),
  gapMinutes: z.int(),
})
export type Answer = z.output<typeof answer>

/** What stands in a place on the day of an answer, for its strip. `label` is empty where the reader may not know. */
const strip = z.object({
  resourceId: id,
  before: z.int(),
  after: z.int(),
  open: z.array(z.object({ start: instant, end: instant })),
  busy: z.array(
    z.object({
      start: instant,
      end: instant,
      kind: z.enum(['use', 'held', 'buffer', 'outage']),
      label: z.string(),
    }),
  ),
})
export type Strip = z.output<typeof strip>

/** Why an earlier time was not to be had: the refusal, at how many starts it stood in the way, the first and the last of them. */
const obstacle = z.object({ refusal: z.unknown(), starts: z.int(), first: instant, last: instant })

export const relaxationKinds = [
  'shorter',
  'longer',
  'fewerSeats',
  'withoutFeature',
  'anyOfKind',
  'anyMeetingRoom',
  'anyZone',
  'otherHours',
  'restDays',
  'nextDays',
] as const
/** One condition made easier, and how many answers more there are then. `part` is the place in the list of parts. */
const relaxation = z.object({
  kind: z.enum(relaxationKinds),
  part: z.int().nullable(),
  feature: z.string(),
  need,
  more: z.int(),
})

const seen = { answers: z.array(answer.extend({ strips: z.array(strip) })), obstacles: z.array(obstacle) }

/** A part of a phrase that was understood; `start`…`end` are places in the text as typed. */
export const pieceKinds = ['date', 'time', 'minutes', 'heads', 'feature', 'kind', 'resource', 'team', 'person'] as const
const piece = z.object({
  kind: z.enum(pieceKinds),
  start: z.int(),
  end: z.int(),
  ids: z.array(z.string()),
})
export type Piece = z.output<typeof piece>

export const partsOfDay = ['morning', 'noon', 'afternoon', 'evening', 'night', 'day'] as const

/** A phrase as understood. `dates` both included; `from`/`until` wall minutes that were said exactly. */
export const understood = z.object({
  dates: z.object({ from: localDate, to: localDate }).nullable(),
  partOfDay: z.enum(partsOfDay).nullable(),
  from: wallMinute.nullable(),
  until: z.int().min(0).max(2880).nullable(),
  minutes: z.int().nullable(),
  heads: z.int().nullable(),
  features: z.array(z.string()),
  kinds: z.array(resourceKind),
  /** Each named place; several ids where the name fits several. */
  places: z.array(z.array(id)),
  teamIds: z.array(id),
  personIds: z.array(id),
  title: z.string(),
  pieces: z.array(piece),
})
export type Understood = z.output<typeof understood>

/** `asked`: exactly what was said; `otherTime`, `otherPlace`: the nearest to it. */
export const optionReasons = ['asked', 'earliest', 'otherTime', 'otherPlace'] as const

const recurring = z.object({
  part: wantedPart,
  minutes: z.int().min(5).max(1440),
  from: localDate,
  freq: z.enum(['daily', 'weekly']),
  interval: z.int().min(1).max(8).default(1),
  /** 0 = Monday; empty: the weekday of `from`. */
  weekdays: z.array(z.int().min(0).max(6)).max(7).default([]),
  count: z.int().min(1).max(60),
  hours: z.object({ from: wallMinute, until: wallMinute }).default({ from: 0, until: 1440 }),
  workdaysOnly: z.boolean().default(false),
  headCount: z.int().min(1).max(100_000).nullable().default(null),
  limit: z.int().min(1).max(20).default(5),
})
export type RecurringNeed = Omit<z.output<typeof recurring>, 'limit'>

/** One time of day for a series: the place on each date, null where none is free. */
export const recurringOption = z.object({
  minute: wallMinute,
  dates: z.array(
    z.object({ date: localDate, resourceId: id.nullable(), start: instant, end: instant, needsApproval: z.boolean() }),
  ),
  changes: z.int(),
  missing: z.array(localDate),
})
export type RecurringOption = z.output<typeof recurringOption>

const touches = ['bookings', 'outages', 'resources', 'calendar', 'settings', 'projects'] as const

export const findOperations = {
  /** Times at which all that is needed is to be had together (FT-01, FT-02), why nothing earlier is, and what would help. Writes nothing. */
  'find.times': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches,
    input: z.object({
      need,
      sort: z.enum(sortings).default('earliest'),
      limit: z.int().min(1).max(50).default(5),
      /** How many choices of places are wanted for one time. */
      perStart: z.int().min(1).max(5).default(1),
    }),
    output: z.object({
      ...seen,
      /** All answers of the range that do not overlap; at most `counted` of them were counted. */
      total: z.int(),
      counted: z.int(),
      relaxations: z.array(relaxation),
    }),
  }),
  /** A line as people say it, understood piece by piece, with up to three ways to book it (D 15). */
  'find.phrase': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: [...touches, 'teams', 'people'],
    input: z.object({ text: z.string().max(200) }),
    output: z.object({
      understood,
      need: need.nullable(),
      options: z.array(answer.extend({ reason: z.enum(optionReasons) })),
      obstacles: z.array(obstacle),
    }),
  }),
  /** Times of day for a series: one place on all dates, or with the fewest changes of place, missing dates named (FT-03). */
  'find.recurring': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches,
    input: recurring,
    output: z.object({ options: z.array(recurringOption) }),
  }),
}
