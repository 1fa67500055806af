import type { Series, SeriesDate } from '../../../shared/operations/series.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { yearOf } from '../../../shared/scheduling/civil.ts'
import type { Plan, Planned } from '../../../shared/scheduling/series/plan.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import { insertBooking, replaceBooking } from '../bookings/store.ts'
import type { Context } from '../context.ts'
import { saveDate } from './facts.ts'

type Given = readonly { rule: string; resourceId: string; reason: string }[]

/** The dates of a plan that cannot be booked, as one refusal; null when all can. */
export function refusedDates(plan: Plan): Refusal | null {
  const refused = plan.dates.filter((each) => each.refusals.length > 0)
  if (refused.length === 0) return null
  const dates = refused.slice(0, 20).map(({ date, refusals }) => ({ date, refusals }))
  return { code: 'seriesRefused', count: refused.length, dates }
}

/**
 * Writes what a plan says: bookings that go or move leave their place first, so that each finds the one it was judged for. `series` is the series as it
 * becomes; with `moveTo` the dates leave the series they were in for it.
 */
export function writePlan(context: Context, series: Series, plan: Plan, waivers: Given): void {
  for (const { act, booking } of plan.dates)
    if (booking !== null && (act === 'change' || act === 'cancel')) context.stores.bookings.lift(booking.id)
  for (const each of plan.dates) if (each.act === 'cancel' || leaves(each)) endBooking(context, series, each)
  for (const each of plan.dates) writeDate(context, series, each, waivers)
}

/** A booking that was to move and cannot: it is given up and its date is missing. */
const leaves = (each: Planned) => each.act === 'change' && each.refusals.length > 0

function endBooking(context: Context, series: Series, { booking, date }: Planned): void {
  if (booking === null) return
  replaceBooking(context, booking, { status: 'cancelled', releasedAt: context.now, series: { id: series.id, date } })
}

function writeDate(context: Context, series: Series, each: Planned, waivers: Given): void {
  const row = each.row
  const seriesId = series.id
  const date: SeriesDate =
    row === null
      ? {
          id: context.newId(),
          seriesId,
          date: each.date,
          day: null,
          state: 'missing',
          own: false,
          why: null,
          refusals: [],
          bookingId: null,
        }
      : { ...row, seriesId }
  const next = { ...date, ...outcome(context, series, each, date, waivers) }
  if (row === null || JSON.stringify(next) !== JSON.stringify(row)) saveDate(context, row, next)
}

/** Carries one date out and answers what its row becomes. */
function outcome(
  context: Context,
  series: Series,
  each: Planned,
  row: SeriesDate,
  waivers: Given,
): Partial<SeriesDate> {
  const { act, why, day, own, refusals } = each
  if (each.state === 'gone') return { state: 'cancelled', day: null, why: 'series', refusals: [] }
  if (each.state === 'skipped') return { state: 'skipped', day: null, why, own, refusals: [] }
  if ((act === 'book' || act === 'change') && refusals.length > 0)
    return { state: 'missing', day: null, why: null, own: false, refusals }
  if (act === 'book') {
    const booking = insertBooking(context, newBooking(context, series, each, waivers))
    return { state: own ? 'changed' : 'booked', day, why, own, refusals: [], bookingId: booking.id }
  }
  const moves = act === 'change'
  const { booking } = each
  const rehomed = booking !== null && booking.series?.id !== series.id
  if (booking !== null && (moves || act === 'reword' || rehomed)) {
    const status = moves && booking.status === 'confirmed' && each.needsApproval ? ('pending' as const) : booking.status
    replaceBooking(context, booking, {
      ...each.words,
      series: { id: series.id, date: each.date },
      ...(moves
        ? {
            start: each.start!,
            end: each.end!,
            resources: each.places,
            status,
            waivers: waiversOf(context, each, waivers),
          }
        : {}),
    })
  }
  return moves ? { state: own ? 'changed' : 'booked', day, why, own, refusals: [] } : { seriesId: row.seriesId }
}

function waiversOf(context: Context, each: Planned, given: Given): StoredBooking['waivers'] {
  const byId = context.actor.personId ?? 'local'
  const fresh = each.waived.flatMap(({ rule, resourceId }) => {
    const waiver = given.find((one) => one.rule === rule && one.resourceId === resourceId)
    return waiver === undefined ? [] : [{ rule, resourceId, reason: waiver.reason, byId, at: context.now }]
  })
  const kept = (each.booking?.waivers ?? []).filter(
    (old) => !fresh.some((one) => one.rule === old.rule && one.resourceId === old.resourceId),
  )
  return [...kept, ...fresh]
}

/** The booking of one date, as the series has it and the plan puts it. */
export function newBooking(context: Context, series: Series, each: Planned, waivers: Given): StoredBooking {
  const { now, actor, stores, memory } = context
  return {
    id: context.newId(),
    no: stores.bookings.nextNo(yearOf(dateOf(now, memory.settings().zone))),
    title: series.title,
    status: each.needsApproval ? 'pending' : 'confirmed',
    start: each.start!,
    end: each.end!,
    resources: each.places,
    teamId: series.teamId,
    projectId: series.projectId,
    bookerId: actor.personId ?? 'local',
    occupantId: series.occupantId,
    occupantName: series.occupantName,
    headCount: series.headCount,
    confidential: series.confidential,
    serviceKind: series.serviceKind,
    note: series.note,
    sourceUid: null,
    series: { id: series.id, date: each.date },
    waivers: waiversOf(context, each, waivers),
    checkedInAt: null,
    checkedOutAt: null,
    releasedAt: null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
}
