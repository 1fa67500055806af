import { z } from 'zod'
import { alternative, bookingRequest, place } from './bookingShapes.ts'
import { id, instant, localDate, version } from './fields.ts'
import { recurrenceRule } from '../scheduling/recurrence/rule.ts'

/** What a series does on a day that is no workday (调休 Saturdays are workdays). */
export const dayMode = z.enum(['keep', 'skip', 'next'])
const dates = z.array(localDate).max(1100)

/** When a series takes place: a rule or dates picked by hand, and a clock time that stays through every change of the clock. */
export const seriesTimes = z.object({
  /** Null: the dates of `extra` are all there are (BK-06). It ends by `count` or `until`, within three years. */
  rule: recurrenceRule.nullable(),
  /** The first day the rule may give; the rhythm is counted from it. */
  start: localDate,
  extra: dates.default([]),
  left: dates.default([]),
  dayMode: dayMode.default('keep'),
  from: z.int().min(0).max(1439),
  minutes: z.int().min(5).max(43_200),
})

const { shape } = bookingRequest
/** What every occurrence is, beside its time. */
export const seriesContent = z.object({
  resources: shape.resources,
  title: shape.title,
  teamId: shape.teamId,
  projectId: shape.projectId,
  occupantId: shape.occupantId,
  occupantName: shape.occupantName,
  headCount: shape.headCount,
  confidential: shape.confidential,
  serviceKind: shape.serviceKind,
  note: shape.note,
})

/** What is asked of a series. `rrule`: the rule as RFC 5545 text instead of `rule`, read within limits. */
export const seriesRequest = seriesTimes
  .extend({ rule: recurrenceRule.nullable().default(null), rrule: z.string().max(2000).optional() })
  .extend(seriesContent.shape)
  .extend({ waivers: shape.waivers })
export type SeriesRequest = z.output<typeof seriesRequest>

/** For one date something else than the series says: not at all, at another time, at other places. */
export const seriesChoice = z.object({
  date: localDate,
  skip: z.boolean().default(false),
  start: instant.optional(),
  end: instant.optional(),
  resources: z.array(place).min(1).max(16).optional(),
})
export type SeriesChoice = z.output<typeof seriesChoice>
export const seriesChoices = z.array(seriesChoice).max(1100).default([])

/** `booked`, or not: `missing` could not be booked, `skipped` was left out by a person or the calendar, `changed` differs by a person's wish, `cancelled`. */
export const seriesDateState = z.enum(['booked', 'missing', 'skipped', 'changed', 'cancelled'])
/** Why a date does not take place, or not on its day. `series`: a later edit of the series no longer has it. */
export const seriesWhy = z.enum(['notWorkday', 'sameDay', 'leftOut', 'person', 'series'])

export const seriesDate = z.object({
  id,
  seriesId: id,
  /** Names the occurrence for good. */
  date: localDate,
  /** Where it takes place; null when it does not. */
  day: localDate.nullable(),
  state: seriesDateState,
  /** A person decided about this date alone: no edit of the series touches it. */
  own: z.boolean(),
  why: seriesWhy.nullable(),
  /** Why it could not be booked, as it was then. */
  refusals: z.array(z.unknown()),
  bookingId: id.nullable(),
})
export type SeriesDate = z.output<typeof seriesDate>

export const series = seriesTimes.extend(seriesContent.shape).extend({
  id,
  /** Printed number, e.g. `S26-000012`. */
  no: z.string(),
  bookerId: id,
  status: z.enum(['active', 'ended', 'suspended']),
  /** The series it went on from when a change began at one of its dates. */
  splitFrom: id.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version,
})
export type Series = z.output<typeof series>

/** One line of a preview: what would become of a date. */
export const plannedDate = z.object({
  date: localDate,
  day: localDate.nullable(),
  /** `free` can be booked; `conflict` something stands there; `rule` a rule is against it; `still` stays as it is; `gone` would no longer be. */
  state: z.enum(['free', 'conflict', 'rule', 'skipped', 'own', 'still', 'gone']),
  act: z.enum(['book', 'change', 'reword', 'cancel', 'none']),
  why: seriesWhy.nullable(),
  /** Of the holiday. */
  name: z.string().nullable(),
  start: instant.nullable(),
  end: instant.nullable(),
  resources: z.array(place),
  own: z.boolean(),
  refusals: z.array(z.unknown()),
  /** What stands in the way, or the date's own booking. */
  bookingId: id.nullable(),
  needsApproval: z.boolean(),
})
export type PlannedDate = z.output<typeof plannedDate>

export const seriesPlan = z.object({
  dates: z.array(plannedDate),
  counts: z.object({ free: z.int(), conflict: z.int(), rule: z.int(), skipped: z.int(), total: z.int() }),
  /** Legal ways on for the one date that was asked about. */
  alternatives: z.array(alternative),
})
