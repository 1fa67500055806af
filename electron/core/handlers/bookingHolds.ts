import { refuse } from '../../../shared/result.ts'
import { MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import { freeWindows, stepOf } from '../../../shared/scheduling/freeSlots.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { done, type Outcome } from '../../../shared/result.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { overlaps } from '../../../shared/scheduling/interval.ts'
import { leavesWanted } from '../../../shared/scheduling/waitlist.ts'
import { judgeAsked, type Asked } from '../bookings/ask.ts'
import { present } from '../bookings/present.ts'
import { viewerOf } from '../bookings/rights.ts'
import { situationFor } from '../bookings/situation.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context, Handlers } from '../context.ts'
import { presentWaits } from '../life/waits.ts'
import { judgeAgain, standing } from './bookingLife.ts'
import { change, shown } from './bookingWrites.ts'

/** How far an extension is looked for. */
const FARTHEST = 12 * 60 * MINUTE

/** What a stored booking would be asked for again. */
export function askedOf(booking: StoredBooking): Asked {
  const { teamId, projectId, occupantId, occupantName, headCount, confidential, serviceKind, note, start, end } =
    booking
  return {
    resources: booking.resources.map(({ before: _before, after: _after, ...place }) => place),
    start,
    end,
    teamId,
    projectId,
    occupantId,
    occupantName,
    headCount,
    confidential,
    serviceKind,
    note,
    holdUntil: null,
    waivers: [],
  }
}

/** A hold becomes firm: judged again as it stands, and a request where a place asks for approval and the actor does not give it. */
export function confirmHold(context: Context, booking: StoredBooking): Outcome<Booking> {
  const stands = judgeAgain(context, booking)
  if (stands.length > 0) return refuse(...stands)
  const verdict = judgeAsked(context, askedOf(booking), booking, 'confirmed')
  if ('refusals' in verdict) return refuse(...verdict.refusals)
  const status = verdict.needsApproval ? 'pending' : 'confirmed'
  return shown(context, replaceBooking(context, booking, { status, holdUntil: null, waivers: verdict.waivers }))
}

/** Whoever waits for the time and one of the places of a booking. */
export function waitingBehind(context: Context, booking: StoredBooking, until: Instant = booking.end) {
  const { stores, memory } = context
  if (stores.waitlist.isEmpty()) return []
  const places = memory.places()
  const leaves = new Set(booking.resources.flatMap(({ resourceId }) => places.leavesOf.get(resourceId) ?? []))
  const time = { start: booking.start, end: until }
  return stores.waitlist
    .open()
    .filter(
      (entry) =>
        entry.status === 'waiting' &&
        overlaps({ start: entry.from, end: entry.until }, time) &&
        [...leavesWanted(entry, places)].some((leaf) => leaves.has(leaf)),
    )
}

/** The latest end a booking could be given, on the step, by every rule; null when it cannot go on at all. */
function latestEnd(context: Context, booking: StoredBooking): Instant | null {
  const situation = situationFor(context, booking.id, booking.projectId)
  const step = stepOf(booking.resources, situation) * MINUTE
  const window = { start: booking.end, end: booking.end + FARTHEST }
  const free = freeWindows(booking.resources, window, situation).find((each) => each.start <= booking.end)
  if (free === undefined) return null
  const proposal = { ...booking, bookingId: booking.id, waivers: [], kept: booking.waivers }
  const was = { start: booking.start, end: booking.end, resources: booking.resources }
  let latest: Instant | null = null
  for (let end = booking.end + step; end <= free.end; end += step) {
    if (judge({ ...proposal, end, was }, situation).refusals.length > 0) break
    latest = end
  }
  return latest
}

/** The booking that comes next in one of the places. */
function nextOf(context: Context, booking: StoredBooking): StoredBooking | null {
  const { stores, memory } = context
  const leaves = booking.resources.flatMap(({ resourceId }) => memory.places().leavesOf.get(resourceId) ?? [])
  const window = { start: booking.end, end: booking.end + FARTHEST }
  const next = stores.bookings.occupying(leaves, window).find((id) => {
    const each = stores.bookings.byId(id)
    return id !== booking.id && each !== null && each.start >= booking.end
  })
  return next === undefined ? null : stores.bookings.byId(next)
}

/** Holds, going on longer, and handing over. */
export const bookingHoldHandlers = {
  'bookings.confirm'(context, input) {
    const found = standing(context, input, ['tentative'])
    return 'refusal' in found ? refuse(found.refusal) : confirmHold(context, found.booking)
  },

  'bookings.hold'(context, input) {
    const found = standing(context, input, ['tentative'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    if (input.holdUntil <= context.now || input.holdUntil > booking.start)
      return refuse({ code: 'badInput', path: 'holdUntil', why: 'notAllowedValue' })
    return shown(context, replaceBooking(context, booking, { holdUntil: input.holdUntil }))
  },

  'bookings.extend'(context, input) {
    const found = standing(context, input, ['tentative', 'pending', 'confirmed', 'inUse'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    const situation = situationFor(context, booking.id, booking.projectId)
    const minutes = input.minutes ?? stepOf(booking.resources, situation)
    return change(context, input, { end: booking.end + minutes * MINUTE }, [])
  },

  'bookings.extension'(context, { id }) {
    const booking = context.stores.bookings.byId(id)
    if (booking === null) return refuse({ code: 'notFound', what: 'booking', id })
    const viewer = viewerOf(context)
    const next = nextOf(context, booking)
    const until = latestEnd(context, booking)
    return done({
      stepMinutes: stepOf(booking.resources, situationFor(context, id, null)),
      until,
      next: next === null ? null : present(next, viewer),
      waiting: presentWaits(context, waitingBehind(context, booking, booking.end + 60 * MINUTE)),
    })
  },

  'bookings.swap'(context, { id, otherId, exchange }) {
    const { stores } = context
    const needs = ['tentative', 'pending', 'confirmed'] as const
    const one = standing(context, { id }, needs)
    const other = standing(context, { id: otherId }, needs)
    if ('refusal' in one) return refuse(one.refusal)
    if ('refusal' in other) return refuse(other.refusal)
    if (id === otherId) return refuse({ code: 'badInput', path: 'otherId', why: 'twice' })
    // Both step aside for the moment; the transaction lets nobody come between.
    stores.bookings.lift(id)
    stores.bookings.lift(otherId)
    const take = ({ resources, start, end }: Asked) => (exchange === 'places' ? { resources } : { start, end })
    const [first, second] = [askedOf(one.booking), askedOf(other.booking)]
    const moved = change(context, { id }, take(second), [])
    if (!moved.done) return moved
    const back = change(context, { id: otherId }, take(first), [])
    return back.done ? done({ bookings: [moved.value, back.value] }) : back
  },

  'bookings.transfer'(context, { id, expectedVersion, bookerId, ...to }) {
    const found = standing(context, { id, expectedVersion }, ['tentative', 'pending', 'confirmed', 'inUse'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    const viewer = viewerOf(context)
    if (bookerId !== undefined) {
      const person = context.stores.people.person(bookerId)
      if (person === null || person.retired) return refuse({ code: 'notFound', what: 'person', id: bookerId })
      const resident = viewer.role === 'member' || viewer.role === 'teamLead'
      if (resident && (person.teamId === null || person.teamId !== viewer.teamId))
        return refuse({ code: 'notYours', what: 'person', id: bookerId })
    }
    const wanted = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined)) as Partial<Asked>
    // A project belongs to its team: it does not go along to another one.
    if (wanted.teamId !== undefined && wanted.teamId !== booking.teamId) wanted.projectId ??= null
    return change(context, { id }, wanted, [], bookerId === undefined ? null : { bookerId })
  },
} satisfies Partial<Handlers>
