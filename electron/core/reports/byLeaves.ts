import { heatProfile } from '../../../shared/metrics/heat.ts'
import { sumsOf, usedTime, type LeafBooking, type Piece } from '../../../shared/metrics/occupancy.ts'
import { leafBookings } from '../../../shared/metrics/periods.ts'
import type { DistinctCounts } from '../../../shared/metrics/sums.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import { clip, intersect, merge, total } from '../../../shared/scheduling/interval.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'
import type { FreedRow, StandingRow, Stores } from '../../storage/stores.ts'
import { countOnce, noCounts, type FigureOrder, type Figures } from './figures.ts'

type Spread = ReadonlyMap<string, LeafBooking>
/** What stands on one leaf, near the period. `counts`: of the bookings that stand nowhere else. */
type Standing = { bookings: LeafBooking[]; buffers: Piece[]; counts: DistinctCounts }

/**
 * The figures from the rows that the bookings occupy, leaf by leaf: no booking is read whole except the few that stand on several leaves. Gives what
 * `figuresByRows` gives (tested).
 */
export function figuresByLeaves(
  order: FigureOrder,
  near: Interval,
  candidates: ReadonlySet<string>,
  { bookings, reports }: Pick<Stores, 'bookings' | 'reports'>,
): Figures {
  const { period, asOf, places } = order
  const shared = new Map<string, Spread>()
  const spreadOf = (id: string): Spread => {
    let spread = shared.get(id)
    if (spread === undefined) shared.set(id, (spread = leafBookings(bookings.byId(id)!, places, asOf)))
    return spread
  }
  const onLeaf = new Map<string, Standing>()
  for (const { leafId, rows } of reports.standing(near)) {
    const resource = places.resources.get(leafId)
    if (resource !== undefined && candidates.has(leafId))
      onLeaf.set(leafId, standingOf(rows, resource, order, spreadOf))
  }
  const freed = spreadFreed(reports.freed(near), order)
  for (const spread of freed) {
    for (const [leafId, part] of spread) {
      const there = onLeaf.get(leafId)
      if (there) there.bookings.push(part)
      else onLeaf.set(leafId, { ...nothing(), bookings: [part] })
    }
  }
  const stoodOn = new Set<string>()
  for (const [leafId, { bookings: there }] of onLeaf) {
    if (there.some((part) => part.state !== 'cancelled' && part.start < period.end && part.end > period.start))
      stoodOn.add(leafId)
  }
  const reported = order.rowsFor(stoodOn)
  const open = order.openOf(reported)
  const outages = Map.groupBy(reports.outages(period), (each) => each.leafId)
  const profile = heatProfile()
  const distinct = noCounts()
  const rows = reported.map((resource) => {
    const { bookings: there, buffers, counts } = onLeaf.get(resource.id) ?? nothing()
    const down = outages.get(resource.id) ?? []
    const windows = open.get(resource.id)!
    profile.addAvailable(windows, resource.units, down)
    addBooked(profile, there, windows)
    const { units, capacity } = resource
    const sums = sumsOf({ units, capacity, period, asOf, open: windows, outages: down, bookings: there })
    sums.turnoverMs = turnover(buffers, units, period)
    for (const key of Object.keys(distinct) as (keyof DistinctCounts)[]) distinct[key] += counts[key]
    return { resource, sums }
  })
  const ids = new Set(reported.map((each) => each.id))
  for (const spread of [...shared.values(), ...freed]) {
    for (const [leafId, part] of spread) {
      if (!ids.has(leafId)) continue
      countOnce(distinct, part, period, asOf)
      break
    }
  }
  return { rows, distinct, heat: profile.cells(order.from, order.to, order.zone) }
}

const nothing = (): Standing => ({ bookings: [], buffers: [], counts: noCounts() })

/** The rows of a leaf in the engine's terms. */
function standingOf(
  rows: readonly StandingRow[],
  { id, capacity }: Resource,
  { period, asOf }: FigureOrder,
  spreadOf: (id: string) => Spread,
): Standing {
  const standing = nothing()
  const seated = (capacity ?? 0) > 0
  for (const [kind, start, end, quantity, checkedInAt, checkedOutAt, headCount, sharedId] of rows) {
    if (kind === 2) {
      standing.buffers.push({ start, end, quantity })
      continue
    }
    const used = checkedInAt === null ? null : usedTime({ end, checkedInAt, checkedOutAt }, asOf)
    let people = seated ? headCount : null
    if (sharedId !== null) people = spreadOf(sharedId).get(id)?.people ?? null
    const state = kind === 0 ? 'counted' : 'held'
    const part: LeafBooking = { start, end, quantity, state, before: 0, after: 0, used, people }
    standing.bookings.push(part)
    if (sharedId === null) countOnce(standing.counts, part, period, asOf)
  }
  return standing
}

/** Bookings that hold no place any more, over the leaves where they would have stood. */
function spreadFreed(rows: readonly FreedRow[], { places, asOf }: FigureOrder): Spread[] {
  const byId = Map.groupBy(rows, ([id]) => id)
  return [...byId.values()].map((same) => {
    const [, status, start, end] = same[0]!
    const resources = same.map(([, , , , resourceId, quantity]) => ({ resourceId, quantity, before: 0, after: 0 }))
    const nobody = { headCount: null, checkedInAt: null, checkedOutAt: null }
    return leafBookings({ status, start, end, resources, ...nobody }, places, asOf)
  })
}

/** As `addBooked` of the profile for each counted booking; they come in order of start, so that the windows are walked along once. */
function addBooked(
  profile: ReturnType<typeof heatProfile>,
  bookings: readonly LeafBooking[],
  windows: readonly Interval[],
): void {
  let first = 0
  for (const { state, start, end, quantity } of bookings) {
    if (state !== 'counted') continue
    while (first < windows.length && windows[first]!.end <= start) first += 1
    for (let index = first; index < windows.length && windows[index]!.start < end; index += 1) {
      const window = windows[index]!
      profile.change(Math.max(window.start, start), 0, quantity)
      profile.change(Math.min(window.end, end), 0, -quantity)
    }
  }
}

/** Set-up and strike: between neighbours of one place the longer counts, in a pool their sum. */
function turnover(buffers: readonly Piece[], units: number, period: Interval): number {
  if (buffers.length === 0) return 0
  if (units === 1) return total(merge(clip(buffers, period)))
  return buffers.reduce((sum, each) => {
    const inside = intersect(each, period)
    return inside === null ? sum : sum + (inside.end - inside.start) * each.quantity
  }, 0)
}
