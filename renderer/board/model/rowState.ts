import type { Resource } from '../../../shared/operations/resources.ts'
import { occupies } from '../../../shared/scheduling/leaves.ts'
import { openWithin } from '../../../shared/scheduling/openHours.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import { MINUTE, type Instant, type Interval } from '../../../shared/scheduling/time.ts'
import { timeInRow } from './index.ts'
import type { World } from './world.ts'

/**
 * The state of a place in its row's head. `until`: when it changes; null = not within the time looked at. A pool says how many units are taken.
 * Shapes: filled in use, ring free, half awaited, square outage or fault (ui.md §4).
 */
export type RowState =
  | { word: 'inUse' | 'booked' | 'free' | 'awaited' | 'closed' | 'shut'; until: Instant | null }
  | { word: 'overrun' | 'outage' | 'fault'; until: Instant }
  | { word: 'down'; until: null }
  | { word: 'pool'; taken: number; units: number; until: Instant | null }

/**
 * What a place is at `at`, looking ahead within `window`. `live`: `at` is now; on another day nobody is awaited yet, a booking is just a booking.
 */
export function rowState(resource: Resource, at: Instant, window: Interval, world: World, live = true): RowState {
  const rows = (world.index.bookings.get(resource.id) ?? []).flatMap((stay) =>
    occupies(stay.booking.status) ? { ...stay, own: timeInRow(stay) } : [],
  )
  const outage = (world.index.outages.get(resource.id) ?? []).find((each) => each.start <= at && at < each.end)
  if (outage !== undefined) return { word: outage.kind === 'fault' ? 'fault' : 'outage', until: outage.end }
  if (resource.state === 'down') return { word: 'down', until: null }
  const here = rows.filter(
    ({ booking, own }) =>
      own.start <= at && at < Math.max(own.end, booking.status === 'inUse' && own.end >= booking.end ? at + 1 : 0),
  )
  if (resource.units > 1 && here.length > 0) {
    const taken = here.reduce((sum, { place }) => sum + place.quantity, 0)
    return { word: 'pool', taken, units: resource.units, until: nextChange(rows, at, window) }
  }
  const current = here[0]
  if (current !== undefined) {
    const { own } = current
    const { status } = current.booking
    if (status === 'inUse' && own.end < at) return { word: 'overrun', until: own.end }
    if (status === 'inUse' || status === 'completed') return { word: 'inUse', until: own.end }
    if (live && status === 'confirmed') return { word: 'awaited', until: own.start }
    return { word: 'booked', until: own.end }
  }
  const before = knob(resource, world.policies, 'checkInBefore').value * MINUTE
  const soon = rows.find(
    ({ booking, own }) => booking.status === 'confirmed' && own.start > at && own.start - before <= at,
  )
  if (live && soon !== undefined) return { word: 'awaited', until: soon.own.start }
  const shut = (world.index.shuts.get(resource.id) ?? []).find((each) => each.start <= at && at < each.end)
  if (shut !== undefined) return { word: 'shut', until: shut.end }
  const { value: hours } = knob(resource, world.policies, 'openHours')
  const open = openWithin({ start: at, end: window.end }, hours, world.calendar, world.zone)
  const first = open[0]
  if (first === undefined) return { word: 'closed', until: null }
  if (first.start > at) return { word: 'closed', until: first.start }
  return { word: 'free', until: freeUntil(resource, rows, at, first.end, window, world) }
}

function nextChange(rows: readonly { own: Interval }[], at: Instant, window: Interval): Instant | null {
  let next = Infinity
  for (const { own } of rows) {
    if (own.start > at) next = Math.min(next, own.start)
    if (own.end > at) next = Math.min(next, own.end)
  }
  return next <= window.end ? next : null
}

function freeUntil(
  resource: Resource,
  rows: readonly { own: Interval; place: { before: number } }[],
  at: Instant,
  closes: Instant,
  window: Interval,
  world: World,
): Instant | null {
  let until = closes
  for (const { own, place } of rows) {
    const from = own.start - place.before * MINUTE
    if (own.start > at) until = Math.min(until, Math.max(at, from))
  }
  for (const each of world.index.outages.get(resource.id) ?? [])
    if (each.start > at) until = Math.min(until, each.start)
  for (const each of world.index.shuts.get(resource.id) ?? []) if (each.start > at) until = Math.min(until, each.start)
  return until >= window.end || (until === closes && rows.length === 0) ? null : until
}

/** True when the place could be used at this moment: the filter 现在空闲. */
export function isFreeNow(state: RowState): boolean {
  return state.word === 'free' || (state.word === 'pool' && state.taken < state.units)
}
