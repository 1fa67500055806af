import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { freeStarts, freeWindows } from '../../../shared/scheduling/freeSlots.ts'
import { subtract } from '../../../shared/scheduling/interval.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { checkNamedOnce, placeTime } from '../../../shared/scheduling/leaves.ts'
import type { Proposal, Situation } from '../../../shared/scheduling/situation.ts'
import type { Instant, Interval } from '../../../shared/scheduling/time.ts'
import type { Gesture, Placement } from './gesture.ts'
import type { World } from './world.ts'

/** What the board says of a placement: all reasons at once, whether somebody must approve, and the nearest time that would do in the same place. */
export type Verdict = { refusals: Refusal[]; needsApproval: boolean; nearest: Interval | null }

type Places = Proposal['resources']

/** The world as the rules want it, without the booking that is being moved. */
export function situationOf(world: World, now: Instant, leftOut: string | null): Situation {
  const standing = world.standing()
  return {
    now,
    zone: world.zone,
    role: world.person?.role ?? 'member',
    places: world.places,
    policies: world.policies,
    calendar: world.calendar,
    allocations:
      leftOut === null
        ? standing
        : (leafId, interval) => standing(leafId, interval).filter((row) => row.bookingId !== leftOut),
    project: null,
  }
}

/**
 * The places a booking would have when a block of it, standing in `fromRow`, is put into `toRow`. In its own rows nothing changes; elsewhere the place that stood
 * there, a whole hall included, is exchanged for the one of the new row.
 */
export function placesAfterMove(booking: Booking, fromRow: string, toRow: string, world: World): Places {
  const standsIn = (resourceId: string, rowId: string) =>
    world.places.leavesOf.get(resourceId)?.includes(rowId) ?? false
  const taken = booking.resources.find(({ resourceId }) => standsIn(resourceId, fromRow))
  if (fromRow === toRow || taken === undefined || standsIn(taken.resourceId, toRow)) return booking.resources
  const units = world.places.resources.get(toRow)?.units ?? 1
  return booking.resources.map((each) =>
    each === taken ? { resourceId: toRow, quantity: Math.min(each.quantity, units), ...offsetOf(each) } : each,
  )
}

/** Its offset where it has one, to be spread into a place. */
export function offsetOf({ offset }: Places[number]): { offset?: { start: number; end: number } } {
  return offset === undefined ? {} : { offset }
}

/** The place of a list that stands in a row, the whole of which the row is a part included. */
export function placeIn(places: Places, rowId: string, world: Pick<World, 'places'>): Places[number] | null {
  return places.find(({ resourceId }) => world.places.leavesOf.get(resourceId)?.includes(rowId)) ?? null
}

/** What a gesture proposes; null while nothing has been drawn or moved. */
export function proposalOf(gesture: Gesture, world: World): Proposal | null {
  if (gesture.state === 'idle' || gesture.state === 'pressed') return null
  const { to } = gesture
  if (gesture.state === 'drawing') return newProposal(to)
  const booking = world.index.byId.get(gesture.held.bookingId)
  if (booking === undefined) return null
  const resources =
    gesture.state === 'moving' ? placesAfterMove(booking, gesture.held.rowId, to.rowId, world) : booking.resources
  return changeOf(booking, resources, to)
}

/** A new booking of one place, as the rules see it. */
export function newProposal(to: Placement): Proposal {
  return {
    bookingId: null,
    status: 'confirmed',
    resources: [{ resourceId: to.rowId, quantity: 1 }],
    start: to.start,
    end: to.end,
    headCount: null,
    waivers: [],
    was: null,
  }
}

/** A booking as it would become. */
export function changeOf(booking: Booking, resources: Places, { start, end }: Interval): Proposal {
  return {
    bookingId: booking.id,
    status: booking.status,
    resources,
    start,
    end,
    headCount: booking.headCount,
    waivers: [],
    kept: booking.waivers,
    was: { start: booking.start, end: booking.end, resources: booking.resources },
  }
}

/** Judges a proposal on what the board holds, within one frame and without asking the core. `within`: the time for which it knows the bookings. */
export function verdictOf(proposal: Proposal, world: World, now: Instant, within: Interval): Verdict {
  const situation = situationOf(world, now, proposal.bookingId)
  const twice = checkNamedOnce(proposal.resources, world.places)
  const { refusals, needsApproval } = judge(proposal, situation)
  const all = [...twice, ...refusals]
  return { refusals: all, needsApproval, nearest: all.length === 0 ? null : nearestTo(proposal, situation, within) }
}

const MOST_STARTS = 400

function nearestTo(proposal: Proposal, situation: Situation, within: Interval): Interval | null {
  const length = proposal.end - proposal.start
  const starts = freeStarts(proposal.resources, length, within, situation, MOST_STARTS)
    .filter((start) => start !== proposal.start && start !== proposal.was?.start)
    .sort((a, b) => Math.abs(a - proposal.start) - Math.abs(b - proposal.start))
  for (const start of starts.slice(0, 4)) {
    const end = start + length
    if (judge({ ...proposal, start, end }, situation).refusals.length === 0) return { start, end }
  }
  return null
}

/** Times of a row in which the booking could not lie, whatever else is right: shaded while it is dragged. */
export function impossibleTimes(
  proposal: Proposal,
  rowId: string,
  fromRow: string | null,
  world: World,
  now: Instant,
  within: Interval,
): Interval[] {
  const booking = proposal.bookingId === null ? undefined : world.index.byId.get(proposal.bookingId)
  const places =
    booking === undefined || fromRow === null
      ? [{ resourceId: rowId, quantity: 1 }]
      : placesAfterMove(booking, fromRow, rowId, world)
  const resource = world.places.resources.get(rowId)
  if (resource === undefined || !resource.bookable || resource.state === 'down') return [within]
  const length = Math.min(proposal.end - proposal.start, within.end - within.start)
  const free = freeWindows(places, within, situationOf(world, now, proposal.bookingId))
  const part = placeIn(places, rowId, world)
  return subtract(
    [within],
    free.flatMap((window) => {
      if (window.end - window.start < length) return []
      return part?.offset === undefined ? window : placeTime(window, part)
    }),
  )
}
