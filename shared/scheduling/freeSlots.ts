import { addDays } from './civil.ts'
import { common, merge, subtract } from './interval.ts'
import { quantityOn } from './leaves.ts'
import { neverCloses, openWithin } from './openHours.ts'
import { knob } from './policy.ts'
import { earliestStart, onGrid } from './rules/rule.ts'
import type { Allocation, Leaf, Situation } from './situation.ts'
import { MINUTE, type Instant, type Interval } from './time.ts'
import { dateOf, dayInterval } from './zone.ts'

/** A place to be booked; buffers left out are those of today's policy. */
export type SlotPlace = {
  resourceId: string
  quantity: number
  before?: number
  after?: number
  offset?: { start: number; end: number } | undefined
}

/**
 * The stretches of `window` in which a booking of all the places could lie: open, with nobody in the way, set-up and strike included. Sorted
 * and disjoint. Exact for `placeIsFree` and `placeIsOpen`: a booking inside one stretch passes both, one that leaves it fails one of them.
 * An unknown place gives none. A place that is never free for want of units gives none.
 */
export function freeWindows(places: readonly SlotPlace[], window: Interval, situation: Situation): Interval[] {
  let free: Interval[] = window.start < window.end ? [{ start: window.start, end: window.end }] : []
  for (const place of places) {
    if (place.offset !== undefined) {
      free = common(free, freeOfPart(place, window, situation))
      continue
    }
    const resource = situation.places.resources.get(place.resourceId)
    if (!resource || place.quantity > resource.units) return []
    const before = (place.before ?? knob(resource, situation.policies, 'bufferBefore').value) * MINUTE
    const after = (place.after ?? knob(resource, situation.policies, 'bufferAfter').value) * MINUTE
    const hours = knob(resource, situation.policies, 'openHours').value
    if (!neverCloses(hours)) free = common(free, openWithin(window, hours, situation.calendar, situation.zone))
    const wide = { start: window.start - before, end: window.end + after }
    for (const leafId of situation.places.leavesOf.get(resource.id) ?? []) {
      const leaf = situation.places.leaves.get(leafId)!
      const standing = situation.allocations(leafId, wide)
      free = subtract(free, blocked(standing, leaf, quantityOn(leaf, resource, place.quantity), before, after))
      if (free.length === 0) return free
    }
  }
  return free
}

/** The stretches in which the whole booking may lie for the sake of a part that begins and ends at other times than it. */
function freeOfPart({ offset, ...place }: SlotPlace, window: Interval, situation: Situation): Interval[] {
  const { start, end } = offset!
  const own = { start: window.start + start * MINUTE, end: window.end + end * MINUTE }
  return freeWindows([place], own, situation)
    .map((each) => ({ start: each.start - start * MINUTE, end: each.end - end * MINUTE }))
    .filter((each) => each.start < each.end)
}

/** Where the booking itself cannot be, because of what stands there and the buffers that must fit beside it (see collide.ts). */
function blocked(
  standing: readonly Allocation[],
  leaf: Leaf,
  quantity: number,
  before: number,
  after: number,
): Interval[] {
  if (leaf.capacity > 1)
    return crowdedStretches(standing, leaf.capacity - quantity).map((each) => ({
      start: each.start - after,
      end: each.end + before,
    }))
  return standing.map((each) =>
    each.kind === 'buffer'
      ? { start: each.start, end: each.end }
      : { start: each.start - after, end: each.end + before },
  )
}

/** The stretches in which more than `most` units are taken. */
function crowdedStretches(standing: readonly Allocation[], most: number): Interval[] {
  const changes = standing
    .flatMap((each) => [
      { at: each.start, by: each.quantity },
      { at: each.end, by: -each.quantity },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by)
  const stretches: Interval[] = []
  let load = 0
  changes.forEach((change, index) => {
    load += change.by
    const next = changes[index + 1]
    if (load > most && next && next.at > change.at) stretches.push({ start: change.at, end: next.at })
  })
  return merge(stretches)
}

/** The starts that notice and horizon of every place allow, `start` included, `end` not. */
export function bookableSpan(places: readonly SlotPlace[], situation: Situation): Interval {
  const { now, zone, role, policies } = situation
  let start = -Infinity
  let end = Infinity
  for (const place of places) {
    const resource = situation.places.resources.get(place.resourceId)
    if (!resource) continue
    const step = knob(resource, policies, 'stepMinutes').value
    const notice = knob(resource, policies, 'noticeMinutes').value
    start = Math.max(start, notice > 0 ? now + notice * MINUTE : earliestStart(now, role, step))
    const days = knob(resource, policies, 'horizonDays').value
    end = Math.min(end, dayInterval(addDays(dateOf(now, zone), days), zone).end)
  }
  return { start, end }
}

/** The coarsest step of the places in minutes: every start on it suits all, because the steps 5, 10, 15, 20, 30, 60 are counted from midnight. */
export function stepOf(places: readonly SlotPlace[], situation: Situation): number {
  let step = 1
  for (const place of places) {
    const resource = situation.places.resources.get(place.resourceId)
    if (resource) step = leastCommon(step, knob(resource, situation.policies, 'stepMinutes').value)
  }
  return step
}

function leastCommon(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return (a / x) * b
}

/**
 * Starts for a booking of `length` ms in the window, on the grid of steps, first ones first, at most `limit` of them. Opening hours, notice, horizon and
 * everything that stands there are respected; whether the length itself and the people fit is for `judge`.
 */
export function freeStarts(
  places: readonly SlotPlace[],
  length: number,
  window: Interval,
  situation: Situation,
  limit: number,
): Instant[] {
  const span = bookableSpan(places, situation)
  const step = stepOf(places, situation)
  const starts: Instant[] = []
  for (const free of freeWindows(places, window, situation)) {
    let start = onGrid(Math.max(free.start, span.start), step, situation.zone)
    while (start + length <= free.end && start < span.end) {
      if (starts.length >= limit) return starts
      starts.push(start)
      start = onGrid(start + MINUTE, step, situation.zone)
    }
  }
  return starts
}
