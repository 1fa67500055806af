import type { WaitEntry } from '../operations/waitlist.ts'
import { freeStarts, stepOf } from './freeSlots.ts'
import { overlaps } from './interval.ts'
import { onGrid } from './rules/rule.ts'
import type { Places, Situation } from './situation.ts'
import { MINUTE, type Instant, type Interval } from './time.ts'

/** How long an offer stands where the centre set nothing, and the least time a person gets to answer one. */
export const OFFER_MINUTES = 30
export const LEAST_ANSWER = 5 * MINUTE
/** Starts looked at for one entry and place: what bounds the work. */
const TRIES = 16

/** What an entry asks for. */
export type Wish = Pick<WaitEntry, 'resources' | 'any' | 'headCount' | 'from' | 'until' | 'minutes'>
export type Slot = Interval & { resources: WaitEntry['resources'] }
/** An offer that was let go: nothing that overlaps it in the same place is offered again. */
export type Passed = Interval & { resourceId: string }

/** True when the wish is one exact slot and not a stretch in which it may lie. */
export function isExact({ from, until, minutes }: Pick<Wish, 'from' | 'until' | 'minutes'>): boolean {
  return until - from <= minutes * MINUTE
}

/** The sets of places that would do, the best first: all that are named, or one of the sort: the smallest that has the seats. */
export function choicesOf({ resources, any, headCount }: Wish, places: Places): WaitEntry['resources'][] {
  if (any === null) return resources.length === 0 ? [] : [resources]
  const seats = Math.max(any.seats ?? 0, headCount ?? 0)
  return [...places.resources.values()]
    .filter(
      (each) =>
        any.kinds.includes(each.kind) &&
        !each.retired &&
        each.bookable &&
        each.state !== 'down' &&
        (each.capacity ?? Infinity) >= seats &&
        any.features.every((feature) => each.features.includes(feature)),
    )
    .sort((one, other) => {
      const more = (one.capacity ?? 0) - (other.capacity ?? 0)
      return more || one.sort - other.sort || (one.id < other.id ? -1 : 1)
    })
    .map(({ id }) => [{ resourceId: id, quantity: 1 }])
}

/** The leaves on which a wish could stand. */
export function leavesWanted(wish: Wish, places: Places): Set<string> {
  const asked = choicesOf(wish, places).flat()
  return new Set(asked.flatMap(({ resourceId }) => places.leavesOf.get(resourceId) ?? []))
}

/**
 * Slots that may be offered, the first ones first and then the best place: wholly in the future by the least answering time, on the grid, free and open,
 * and not one that was let go. Of an exact slot that has begun, what is left of it. Whether a slot passes every rule is for `judge`.
 */
export function slotsFor(wish: Wish, passed: readonly Passed[], situation: Situation): Slot[] {
  const { now, zone, places } = situation
  const slots: Slot[] = []
  for (const resources of choicesOf(wish, places)) {
    const earliest = onGrid(now + LEAST_ANSWER, stepOf(resources, situation), zone)
    const window = { start: Math.max(wish.from, earliest), end: wish.until }
    const length = isExact(wish) ? window.end - window.start : wish.minutes * MINUTE
    if (length <= 0 || window.end - window.start < length) continue
    for (const start of freeStarts(resources, length, window, situation, TRIES)) {
      const slot = { start, end: start + length, resources }
      const again = passed.some(
        (each) => overlaps(each, slot) && resources.some(({ resourceId }) => resourceId === each.resourceId),
      )
      if (!again) slots.push(slot)
    }
  }
  return slots.sort((one, other) => one.start - other.start)
}

/** Until when an offer stands: the setting's minutes, and never past the start. */
export function offerUntil(now: Instant, start: Instant, minutes: number): Instant {
  return Math.min(now + minutes * MINUTE, start)
}

/** The place of each entry among those, in order of the queue, who may want the same: 1 when nobody was there before. */
export function positions(queue: readonly (Wish & { id: string })[], places: Places): Map<string, number> {
  const before: { wish: Wish; leaves: Set<string> }[] = []
  const found = new Map<string, number>()
  for (const wish of queue) {
    const leaves = leavesWanted(wish, places)
    const ahead = before.filter(
      (each) =>
        overlaps({ start: each.wish.from, end: each.wish.until }, { start: wish.from, end: wish.until }) &&
        [...leaves].some((leaf) => each.leaves.has(leaf)),
    )
    found.set(wish.id, ahead.length + 1)
    before.push({ wish, leaves })
  }
  return found
}
