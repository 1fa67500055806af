import type { Series, SeriesDate } from '../../../shared/operations/series.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse, type Outcome } from '../../../shared/result.ts'
import { yearOf } from '../../../shared/scheduling/civil.ts'
import { dayFor, datesBefore } from '../../../shared/scheduling/series/spec.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { ownTeam } from '../bookings/ask.ts'
import { present } from '../bookings/present.ts'
import { viewerOf } from '../bookings/rights.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context, Handlers } from '../context.ts'
import {
  checkChoices,
  checkWhole,
  editedSpec,
  occurrencesOf,
  planFor,
  specOf,
  today,
  type Spec,
} from '../series/ask.ts'
import { saveDate, saveSeries } from '../series/facts.ts'
import { findSeries } from '../series/rights.ts'
import { refusedDates, writePlan } from '../series/write.ts'
import type { StoredBooking } from '../../storage/stores.ts'

const cancellable: readonly StoredBooking['status'][] = ['tentative', 'pending', 'confirmed']
const retryable: readonly SeriesDate['state'][] = ['missing', 'skipped', 'cancelled']

const whole = ({ stores }: Context, series: Series): Outcome<{ series: Series; dates: SeriesDate[] }> =>
  done({ series, dates: stores.series.dates(series.id) })

/** The first date an edit touches, and the series it becomes: itself, or a new one that goes on from there. */
export function edited(
  context: Context,
  series: Series,
  scope: { of: 'all' } | { of: 'following'; date: LocalDate },
  change: Parameters<typeof editedSpec>[1],
): { refusals: Refusal[] } | { spec: Spec; boundary: LocalDate; splitAt: LocalDate | null } {
  const first = context.stores.series.dates(series.id)[0]?.date ?? series.start
  const splitAt = scope.of === 'following' && scope.date > first ? scope.date : null
  if (scope.of === 'following' && context.stores.series.date(series.id, scope.date) === null)
    return { refusals: [{ code: 'badInput', path: 'scope.date', why: 'notAllowedValue', given: scope.date }] }
  const read = editedSpec(series, change, splitAt)
  if ('refusals' in read) return read
  const team = ownTeam(context, read.spec.teamId)
  if ('refusal' in team && read.spec.teamId !== series.teamId) return { refusals: [team.refusal] }
  return { spec: read.spec, boundary: splitAt ?? today(context), splitAt }
}

/** Making, editing and ending series, and their single dates. */
export const seriesHandlers = {
  'series.create'(context, { request, choices, onConflict }) {
    const team = ownTeam(context, request.teamId)
    if ('refusal' in team) return refuse(team.refusal)
    const read = specOf({ ...request, teamId: team.teamId })
    if ('refusals' in read) return refuse(...read.refusals)
    const { spec } = read
    const { actor, now, newId, stores } = context
    const bookerId = actor.personId ?? 'local'
    const { waivers } = request
    const wrong = checkChoices(context, choices)
    if (wrong.length > 0) return refuse(...wrong)
    const plan = planFor(context, spec, { choices, waivers, bookerId: actor.personId })
    const days = plan.dates.flatMap((each) => (each.day === null ? [] : [each.date]))
    const asAWhole = checkWhole(context, spec, days, waivers)
    if (asAWhole.length > 0) return refuse(...asAWhole)
    const refused = refusedDates(plan)
    if (refused !== null && onConflict === 'refuse') return refuse(refused)
    const series = saveSeries(context, null, {
      ...spec,
      id: newId(),
      no: stores.series.nextNo(yearOf(today(context))),
      bookerId,
      status: 'active',
      splitFrom: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    })
    writePlan(context, series, plan, waivers)
    return whole(context, series)
  },

  'series.change'(context, input) {
    const found = findSeries(context, input)
    if ('refusal' in found) return refuse(found.refusal)
    const was = found.series
    const { choices, waivers, onConflict } = input
    const read = edited(context, was, input.scope, input.change)
    if ('refusals' in read) return refuse(...read.refusals)
    const { spec, boundary, splitAt } = read
    const wrong = checkChoices(context, choices)
    if (wrong.length > 0) return refuse(...wrong)
    const occurrences = occurrencesOf(context, was.id)
    const plan = planFor(context, spec, { was, choices, waivers, occurrences, boundary, bookerId: was.bookerId })
    const days = plan.dates.flatMap((each) => (each.day === null ? [] : [each.date]))
    const asAWhole = checkWhole(context, spec, days, waivers)
    if (asAWhole.length > 0) return refuse(...asAWhole)
    const refused = refusedDates(plan)
    if (refused !== null && onConflict === 'refuse') return refuse(refused)
    const { now, stores } = context
    const next = { ...was, ...spec, status: 'active' as const, updatedAt: now }
    if (splitAt === null) {
      const series = saveSeries(context, was, { ...next, version: was.version + 1 })
      writePlan(context, series, plan, waivers)
      return whole(context, series)
    }
    const { rule, start, extra, left } = datesBefore(was, splitAt)
    const before = { rule, start, extra: [...extra], left: [...left] }
    const over = !occurrences.some(({ row, booking }) => row.date < splitAt && booking !== null && booking.start > now)
    saveSeries(context, was, {
      ...was,
      ...before,
      status: over ? 'ended' : was.status,
      version: was.version + 1,
      updatedAt: now,
    })
    const series = saveSeries(context, null, {
      ...next,
      id: context.newId(),
      no: stores.series.nextNo(yearOf(today(context))),
      splitFrom: was.id,
      createdAt: now,
      version: 1,
    })
    writePlan(context, series, plan, waivers)
    return whole(context, series)
  },

  'series.cancel'(context, input) {
    const found = findSeries(context, input)
    if ('refusal' in found) return refuse(found.refusal)
    const { scope, reason } = input
    const was = found.series
    const { now, stores } = context
    if (scope.of !== 'all' && stores.series.date(was.id, scope.date) === null)
      return refuse({ code: 'badInput', path: 'scope.date', why: 'notAllowedValue', given: scope.date })
    const all = occurrencesOf(context, was.id)
    const chosen = all.filter(({ row }) =>
      scope.of === 'this' ? row.date === scope.date : scope.of === 'all' || row.date >= scope.date,
    )
    const single = scope.of === 'this'
    for (const { row, booking } of chosen) {
      const held = booking !== null && (row.state === 'booked' || row.state === 'changed')
      if (held && (!cancellable.includes(booking.status) || booking.start <= now)) continue
      if (!single && !held && row.state !== 'missing') continue
      if (held) replaceBooking(context, booking, { status: 'cancelled', releasedAt: now, reason })
      const why = single ? 'person' : 'series'
      saveDate(context, row, { ...row, state: 'cancelled', day: null, why, own: single || row.own, refusals: [] })
    }
    if (single) return whole(context, was)
    const { rule, extra } = scope.of === 'following' ? datesBefore(was, scope.date) : was
    const left = !stores.series.dates(was.id).some(({ state }) => state === 'booked' || state === 'changed')
    const ends = scope.of === 'all' || left
    return whole(
      context,
      saveSeries(context, was, {
        ...was,
        rule,
        extra: [...extra],
        status: ends ? 'ended' : was.status,
        version: was.version + 1,
        updatedAt: now,
      }),
    )
  },

  'series.retry'(context, input) {
    const found = findSeries(context, input)
    if ('refusal' in found) return refuse(found.refusal)
    const { series } = found
    const { stores, memory } = context
    const row = stores.series.date(series.id, input.date)
    if (row === null || !retryable.includes(row.state))
      return refuse({ code: 'badInput', path: 'date', why: 'notAllowedValue', given: input.date })
    const { start, end, resources, waivers, date } = input
    const choice = { date, skip: false, start, end, resources }
    const wrong = checkChoices(context, [choice])
    if (wrong.length > 0) return refuse(...wrong)
    const day = dayFor(series, date, memory.calendar())
    // Only this date: what the rule says of its day does not matter any more, a person wants it.
    const spec: Spec = { ...series, rule: null, start: day, extra: [day], left: [], dayMode: 'keep' }
    const plan = planFor(context, spec, {
      choices: [{ ...choice, date: day }],
      waivers,
      bookerId: series.bookerId,
    })
    const [planned] = plan.dates
    if (planned === undefined || planned.refusals.length > 0) return refuse(...(planned?.refusals ?? []))
    const own = planned.own || row.state === 'skipped' || row.own
    writePlan(
      context,
      series,
      { ...plan, dates: [{ ...planned, date, row, own, why: row.why === 'notWorkday' ? row.why : null }] },
      waivers,
    )
    const saved = stores.series.date(series.id, date)!
    return done({ date: saved, booking: present(stores.bookings.byId(saved.bookingId!)!, viewerOf(context)) })
  },

  'series.decide'(context, { id, approve, comment }) {
    const series = context.stores.series.byId(id)
    if (series === null) return refuse({ code: 'notFound', what: 'series', id })
    if (!approve && comment === '') return refuse({ code: 'badInput', path: 'comment', why: 'required' })
    const waiting = occurrencesOf(context, id).flatMap(({ booking }) =>
      booking?.status === 'pending' ? [booking] : [],
    )
    const { actor, now } = context
    const refused: { bookingId: string; refusals: Refusal[] }[] = []
    for (const booking of waiting) {
      const name = approve ? 'bookings.approve' : 'bookings.reject'
      const outcome = context.within(name, { id: booking.id, comment }, { actor, now })
      if ('faultId' in outcome) throw new Error(`fault ${outcome.faultId} while deciding about ${booking.id}`)
      if (!outcome.done) refused.push({ bookingId: booking.id, refusals: outcome.refusals })
    }
    if (refused.length > 0 && refused.length === waiting.length) return refuse(...refused[0]!.refusals)
    return done({ decided: waiting.length - refused.length, refused })
  },
} satisfies Partial<Handlers>
