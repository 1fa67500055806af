import { z } from 'zod'
import { booking, place, waive } from './bookingShapes.ts'
import { recurrenceRule } from '../scheduling/recurrence/rule.ts'
import { id, instant, line, localDate, prose, requiredLine, serviceKind, version } from './fields.ts'
import { bookers, keepers, operation } from './operation.ts'
import { dayMode, series, seriesChoices, seriesDate, seriesPlan, seriesRequest, seriesTimes } from './seriesShapes.ts'

export * from './seriesShapes.ts'

const guard = { id, expectedVersion: version.optional() }
const waivers = z.array(waive).max(16).default([])
/** `refuse`: nothing is saved while a date cannot be booked; `missing`: those dates stay on the series as missing and can be tried again. */
const onConflict = z.enum(['refuse', 'missing']).default('refuse')
const whole = z.object({ series, dates: z.array(seriesDate) })
export type WholeSeries = z.output<typeof whole>

/** What an edit gives anew; what is left out stays. */
export const seriesEdit = z
  .object({
    rule: recurrenceRule.nullable(),
    rrule: z.string().max(2000),
    start: localDate,
    extra: z.array(localDate).max(1100),
    left: z.array(localDate).max(1100),
    dayMode,
    from: seriesTimes.shape.from,
    minutes: seriesTimes.shape.minutes,
    resources: z.array(place).min(1).max(16),
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
  .partial()
  .strict()
export type SeriesEdit = z.output<typeof seriesEdit>

/** From which date an edit counts: all that are still to come, or one date and those after it (the series is split there). */
const scope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('following'), date: localDate }),
])
const edit = { ...guard, scope, change: seriesEdit, choices: seriesChoices, waivers }

export const seriesOperations = {
  /** What would become of every date, before anything is saved (CF-06). `id` with `scope` and `change`: of an edit. Writes nothing. */
  'series.preview': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings', 'outages', 'resources', 'calendar', 'settings', 'projects'],
    input: z.object({
      request: seriesRequest.partial({ title: true }),
      choices: seriesChoices,
      alternativesFor: localDate.nullable().default(null),
    }),
    output: seriesPlan,
  }),
  /** The same for an edit of a series. */
  'series.previewChange': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings', 'outages', 'resources', 'calendar', 'settings', 'projects'],
    input: z.object({ ...edit, alternativesFor: localDate.nullable().default(null) }),
    output: seriesPlan,
  }),
  /** All dates in one transaction, each seeing the ones before it (CF-10). */
  'series.create': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({ request: seriesRequest, choices: seriesChoices, onConflict }),
    output: whole,
  }),
  /** Dates that a person changed, skipped or cancelled by themselves stay as they are (BK-08); of their words those follow that were the series' own. */
  'series.change': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({ ...edit, onConflict }),
    output: whole,
  }),
  'series.cancel': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({
      ...guard,
      scope: z.discriminatedUnion('of', [
        z.object({ of: z.literal('all') }),
        z.object({ of: z.literal('following'), date: localDate }),
        z.object({ of: z.literal('this'), date: localDate }),
      ]),
      reason: line(400).default(''),
    }),
    output: whole,
  }),
  /** Books a date that is missing, skipped or cancelled; elsewhere or at another time when given (BK-09). */
  'series.retry': operation({
    kind: 'write',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({
      ...guard,
      date: localDate,
      start: instant.optional(),
      end: instant.optional(),
      resources: z.array(place).min(1).max(16).optional(),
      waivers,
    }),
    output: z.object({ date: seriesDate, booking }),
  }),
  /** Every occurrence that waits for approval, each judged again; those that no longer stand are told and stay waiting. */
  'series.decide': operation({
    kind: 'write',
    who: keepers,
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({ id, approve: z.boolean(), comment: line(400).default('') }),
    output: z.object({
      decided: z.int(),
      refused: z.array(z.object({ bookingId: id, refusals: z.array(z.unknown()) })),
    }),
  }),
  'series.one': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({ id }),
    output: whole,
  }),
  /** Newest first. `withMissing`: only those with dates to come that could not be booked. */
  'series.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['series', 'bookings'],
    input: z.object({
      teamId: id.optional(),
      withMissing: z.boolean().default(false),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({
      series: z.array(
        z.object({ series, next: localDate.nullable(), booked: z.int(), missing: z.int(), skipped: z.int() }),
      ),
    }),
  }),
  /** Missing dates to come that could be booked now as the series has them. */
  'series.offers': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: ['series', 'bookings', 'outages', 'resources', 'calendar', 'settings', 'projects'],
    input: z.object({ id: id.optional() }),
    output: z.object({ offers: z.array(z.object({ seriesId: id, date: localDate, start: instant, end: instant })) }),
  }),
}
