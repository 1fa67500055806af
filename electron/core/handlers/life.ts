import type { Outage } from '../../../shared/operations/outages.ts'
import { done, refuse } from '../../../shared/result.ts'
import { alternatives } from '../../../shared/scheduling/alternatives.ts'
import { addDays } from '../../../shared/scheduling/civil.ts'
import { overlaps } from '../../../shared/scheduling/interval.ts'
import { missesRunning, STRIKE_LIMIT } from '../../../shared/scheduling/noShow.ts'
import { DAY } from '../../../shared/scheduling/time.ts'
import { daysInterval } from '../../../shared/scheduling/zone.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { BookingFacts } from '../bookings/facts.ts'
import { present } from '../bookings/present.ts'
import { viewerOf } from '../bookings/rights.ts'
import { situationFor } from '../bookings/situation.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context, Handlers } from '../context.ts'
import { partyOf } from '../rules/party.ts'
import { presentWaits } from '../life/waits.ts'
import { waitingBehind } from './bookingHolds.ts'
import { judgeAgain } from './bookingLife.ts'
import { asItWas } from './history.ts'

/** How far back no-shows of a series are looked for, and how far ahead its dates are. */
const LOOK_BACK = 120 * DAY
const LOOK_AHEAD = 3 * 366 * DAY
const expected = ['tentative', 'pending', 'confirmed'] as const

/** Series whose last dates nobody came to, at least so many running, that still have dates ahead. */
function strikes(context: Context) {
  const { stores, memory, now } = context
  const limit = memory.settings().strikeLimit ?? STRIKE_LIMIT
  const range = (start: number, end: number, statuses: readonly StoredBooking['status'][]) =>
    stores.bookings.range({ interval: { start, end }, statuses })
  const missed = range(now - LOOK_BACK, now, ['noShow'])
  const ids = new Set(missed.flatMap((each) => each.series?.id ?? []))
  if (ids.size === 0) return { limit, found: [] }
  const past = range(now - LOOK_BACK, now, ['noShow', 'inUse', 'completed'])
  const ahead = range(now, now + LOOK_AHEAD, expected).filter((each) => each.start > now)
  const found = [...ids].flatMap((seriesId) => {
    const misses = missesRunning(past.filter((each) => each.series?.id === seriesId))
    const upcoming = ahead.filter((each) => each.series?.id === seriesId)
    return misses.length >= limit && upcoming.length > 0 ? [{ seriesId, misses, upcoming }] : []
  })
  return { limit, found }
}

/** The inbox of approvals, series that nobody uses, and the calendar as it was. */
export const lifeHandlers = {
  'approvals.inbox'(context) {
    const { stores, memory, now } = context
    const viewer = viewerOf(context)
    const interval = { start: now - 30 * DAY, end: now + LOOK_AHEAD }
    const pending = stores.bookings
      .range({ interval, statuses: ['pending'] })
      .toSorted((one, other) => one.createdAt - other.createdAt || (one.no < other.no ? -1 : 1))
    const places = memory.places()
    const leavesOf = (booking: StoredBooking) =>
      new Set(booking.resources.flatMap(({ resourceId }) => places.leavesOf.get(resourceId) ?? []))
    return done({
      requests: pending.map((booking) => {
        const refusals = judgeAgain(context, booking)
        const leaves = leavesOf(booking)
        const rivals = stores.bookings
          .range({ interval: booking, statuses: ['tentative', 'pending'] })
          .filter((each) => each.id !== booking.id && [...leavesOf(each)].some((leaf) => leaves.has(leaf)))
        const proposal = { ...booking, bookingId: booking.id, waivers: [], was: null }
        return {
          booking: present(booking, viewer),
          refusals,
          alternatives:
            refusals.length === 0 ? [] : alternatives(proposal, situationFor(context, booking.id, booking.projectId)),
          rivals: rivals.map((each) => present(each, viewer)),
          waiting: presentWaits(context, waitingBehind(context, booking)),
        }
      }),
    })
  },

  'bookings.ways'(context, { id }) {
    const booking = context.stores.bookings.byId(id)
    if (booking === null) return refuse({ code: 'notFound', what: 'booking', id })
    if (present(booking, viewerOf(context)).hidden) return refuse({ code: 'notYours', what: 'booking', id })
    const proposal = { ...booking, bookingId: id, waivers: [], was: null, party: partyOf(context, booking) }
    const situation = situationFor(context, id, booking.projectId)
    return done({ alternatives: alternatives({ ...proposal, status: 'confirmed' }, situation) })
  },

  'life.strikes'(context) {
    const viewer = viewerOf(context)
    const { limit, found } = strikes(context)
    const show = (list: readonly StoredBooking[]) => list.map((each) => present(each, viewer))
    return done({
      limit,
      series: found.map(({ seriesId, misses, upcoming }) => ({
        seriesId,
        misses: show(misses),
        upcoming: show(upcoming),
        teamId: misses[0]!.teamId,
      })),
    })
  },

  'life.suspend'(context, { seriesId, reason }) {
    const upcoming = context.stores.bookings
      .range({ interval: { start: context.now, end: context.now + LOOK_AHEAD }, statuses: expected })
      .filter((each) => each.series?.id === seriesId && each.start > context.now)
    if (upcoming.length === 0) return refuse({ code: 'notFound', what: 'booking', id: seriesId })
    for (const booking of upcoming)
      replaceBooking(context, booking, { status: 'cancelled', releasedAt: context.now, reason })
    return done({ cancelled: upcoming.length })
  },

  'bookings.asOf'(context, { date, days, at, seq: given }) {
    const { stores, memory } = context
    const viewer = viewerOf(context)
    const { start, end } = daysInterval(date, addDays(date, days), memory.settings().zone)
    const interval = { start, end }
    const seq = Math.min(given ?? stores.journal.seqAt(at ?? context.now), stores.journal.head().seq)
    const changed = stores.journal.changedSince(seq)
    const keys = new Set(changed.map((each) => each.key))
    const bookings = stores.bookings.range({ interval }).filter((each) => !keys.has(each.id))
    const outages = stores.outages.range(interval).filter((each) => !keys.has(each.id))
    for (const { topic, key, before } of changed) {
      if (before === null) continue
      if (topic === 'bookings') {
        const now = stores.bookings.byId(key)
        if (now === null || !overlaps(before as BookingFacts, interval)) continue
        bookings.push({ ...asItWas(context, now, before as BookingFacts), version: (before as BookingFacts).version })
      } else {
        const now = stores.outages.byId(key)
        const was: Outage | null = now === null ? null : { ...now, ...before }
        if (was !== null && was.status !== 'cancelled' && overlaps(was, interval)) outages.push(was)
      }
    }
    bookings.sort((one, other) => one.start - other.start || (one.no < other.no ? -1 : one.no > other.no ? 1 : 0))
    outages.sort((one, other) => one.start - other.start || (one.id < other.id ? -1 : 1))
    return done({ start, end, seq, bookings: bookings.map((each) => present(each, viewer)), outages })
  },
} satisfies Partial<Handlers>
