import type { Alternative } from '../operations/bookings.ts'
import type { ResourceKind } from '../operations/fields.ts'
import type { Resource } from '../operations/resources.ts'
import { bookableSpan, freeWindows, stepOf } from './freeSlots.ts'
import { intersect } from './interval.ts'
import { checkNamedOnce } from './leaves.ts'
import { judge } from './judge.ts'
import { knob } from './policy.ts'
import { onGrid } from './rules/rule.ts'
import type { Proposal, Situation } from './situation.ts'
import { DAY, MINUTE, type Instant, type Interval } from './time.ts'

const DAYS_AROUND = 14
const MOST = 3
/** Judgements for each kind of alternative: what bounds the work whatever the catalogue. */
const TRIES = 12

/**
 * Up to three legal ways on for a refused booking: a shorter time within the one asked for, another place at the same time, the same place at
 * another time within 14 days, the nearest first. One of each kind, then more places and times. Each was judged without any waiver, so what
 * is offered is not refused. Same input, same answer. The work is bounded: at most 14 days of allocations and 12 judgements a kind.
 */
export function alternatives(proposal: Proposal, situation: Situation): Alternative[] {
  if (proposal.start >= proposal.end || checkNamedOnce(proposal.resources, situation.places).length > 0) return []
  const plain: Proposal = { ...proposal, waivers: [] }
  const lists = [shorter(plain, situation), otherPlaces(plain, situation), otherTimes(plain, situation)]
  const chosen = lists.flatMap((list) => list.slice(0, 1))
  for (const list of [lists[1]!, lists[2]!]) {
    for (const each of list.slice(1)) if (chosen.length < MOST) chosen.push(each)
  }
  return chosen
}

function legal(kind: Alternative['kind'], changed: Proposal, situation: Situation): Alternative | null {
  if (judge(changed, situation).refusals.length > 0) return null
  const resources = changed.resources.map(({ resourceId, quantity, offset }) => ({
    resourceId,
    quantity,
    ...(offset === undefined ? {} : { offset }),
  }))
  return { kind, resources, start: changed.start, end: changed.end }
}

function shorter(proposal: Proposal, situation: Situation): Alternative[] {
  const { start, end, resources } = proposal
  const step = stepOf(resources, situation)
  const longest = Math.min(...limits(proposal, situation, 'maxMinutes')) * MINUTE
  const span = bookableSpan(resources, situation)
  const startStays = proposal.was?.start === start
  const pieces = freeWindows(resources, { start, end }, situation)
    .map((free) => {
      const from =
        free.start === start && startStays ? start : onGrid(Math.max(free.start, span.start), step, situation.zone)
      return { start: from, end: Math.min(gridBefore(free.end, step, situation.zone), from + longest) }
    })
    .filter((each) => each.start < each.end && each.end - each.start < end - start)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const piece of pieces.slice(0, TRIES)) {
    const found = legal('shorter', { ...proposal, ...piece }, situation)
    if (found) return [found]
  }
  return []
}

function limits(proposal: Proposal, situation: Situation, name: 'maxMinutes' | 'minMinutes'): number[] {
  return proposal.resources.flatMap(({ resourceId }) => {
    const resource = situation.places.resources.get(resourceId)
    return resource ? [knob(resource, situation.policies, name).value] : []
  })
}

/** The last instant on the grid at or before the one given. */
function gridBefore(instant: Instant, step: number, zone: string): Instant {
  const next = onGrid(instant, step, zone)
  return next === instant ? instant : onGrid(instant - step * MINUTE, step, zone)
}

function otherTimes(proposal: Proposal, situation: Situation): Alternative[] {
  const { start, end, resources } = proposal
  const length = end - start
  if (length > Math.min(...limits(proposal, situation, 'maxMinutes')) * MINUTE) return []
  const step = stepOf(resources, situation)
  const span = bookableSpan(resources, situation)
  const window = intersect(
    { start: Math.max(span.start, start - DAYS_AROUND * DAY), end: Math.max(span.start, start) + DAYS_AROUND * DAY },
    { start: span.start, end: Math.max(span.start, span.end + length) },
  )
  if (!window) return []
  const starts = freeWindows(resources, window, situation)
    .flatMap((free) => nearestIn(free, start, length, step, situation.zone))
    .filter((each) => each !== start && each < span.end)
    .sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
  const found: Alternative[] = []
  for (const each of starts.slice(0, TRIES)) {
    const one = legal('otherTime', { ...proposal, start: each, end: each + length }, situation)
    if (one) found.push(one)
    if (found.length === MOST) break
  }
  return found
}

/** The starts on the grid in a free stretch that lie nearest to the one asked for: just before and just after it, or the stretch's edge. */
function nearestIn(free: Interval, asked: Instant, length: number, step: number, zone: string): Instant[] {
  const last = free.end - length
  if (last < free.start) return []
  const wanted = Math.min(Math.max(asked, free.start), last)
  const around = [gridBefore(wanted, step, zone), onGrid(wanted, step, zone), onGrid(wanted + MINUTE, step, zone)]
  return [...new Set(around)].filter((each) => each >= free.start && each <= last)
}

/** Kinds in which people meet: one may stand in for another when it has the seats and the features. */
const meetingKinds: readonly ResourceKind[] = ['meetingRoom', 'seminarRoom', 'talkRoom', 'roadshowHall']

function otherPlaces(proposal: Proposal, situation: Situation): Alternative[] {
  const index = placeInTheWay(proposal, situation)
  if (index < 0) return []
  const asked = proposal.resources[index]!
  const wanted = situation.places.resources.get(asked.resourceId)
  if (!wanted) return []
  const found: Alternative[] = []
  for (const candidate of suitable(wanted, asked.quantity, proposal, situation).slice(0, TRIES)) {
    const resources = proposal.resources.map((each, at) =>
      at === index ? { ...asked, resourceId: candidate.id } : each,
    )
    if (checkNamedOnce(resources, situation.places).length > 0) continue
    const one = legal('otherPlace', { ...proposal, resources }, situation)
    if (one) found.push(one)
    if (found.length === MOST) break
  }
  return found
}

/** The one place that is refused; with several refused places there is nothing simple to offer. */
function placeInTheWay(proposal: Proposal, situation: Situation): number {
  if (proposal.resources.length === 1) return 0
  const refused = new Set(judge(proposal, situation).refusals.map((each) => each.resourceId))
  const places = proposal.resources.map((each, at) => (refused.has(each.resourceId) ? at : -1)).filter((at) => at >= 0)
  return places.length === 1 ? places[0]! : -1
}

function suitable(wanted: Resource, quantity: number, proposal: Proposal, situation: Situation): Resource[] {
  const seats = proposal.headCount ?? 0
  const hasFeatures = (each: Resource) => wanted.features.every((feature) => each.features.includes(feature))
  const fits = (each: Resource): boolean => {
    if (each.id === wanted.id || each.retired || !each.bookable || each.state === 'down') return false
    if (each.units < quantity || (each.capacity ?? Infinity) < seats) return false
    // Instruments of one kind are not alike; only equal features make them so.
    if (wanted.kind === 'instrument')
      return each.kind === 'instrument' && wanted.features.length > 0 && hasFeatures(each)
    if (each.kind === wanted.kind) return true
    const meets = meetingKinds.includes(each.kind) && meetingKinds.includes(wanted.kind)
    return meets && hasFeatures(each) && (each.capacity ?? 0) >= Math.max(seats, wanted.capacity ?? 0)
  }
  const target = Math.max(seats, wanted.capacity ?? 0)
  const misfit = (each: Resource) => {
    const more = (each.capacity ?? target) - target
    return more >= 0 ? more : 1000 - more
  }
  const rank = (each: Resource) =>
    (hasFeatures(each) ? 0 : 4) + (each.kind === wanted.kind ? 0 : 2) + (each.zoneId === wanted.zoneId ? 0 : 1)
  return [...situation.places.resources.values()]
    .filter(fits)
    .sort((a, b) => rank(a) - rank(b) || misfit(a) - misfit(b) || a.sort - b.sort || (a.id < b.id ? -1 : 1))
}
