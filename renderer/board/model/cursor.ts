import { MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import { dayAt, snap, type Axis } from '../geometry/axis.ts'
import type { Layout, Row } from '../geometry/layout.ts'

/** Where the keys are: a row, a time in it, and the block that stands there. */
export type Spot = { rowId: string; at: Instant; key: string | null }

/** What the cursor sees of a row: blocks in order of start. */
export type Stop = { key: string; start: Instant; end: Instant }

/** The block at an instant. */
export function stopAt(stops: readonly Stop[], at: Instant): Stop | undefined {
  return stops.findLast((stop) => stop.start <= at && at < stop.end)
}

/** The spot at a time in a row: on the block that stands there, else on the step of the grid. */
export function spotAt(rowId: string, at: Instant, stops: readonly Stop[], step: number, zone: string): Spot {
  const stop = stopAt(stops, at)
  if (stop !== undefined) return { rowId, at, key: stop.key }
  const near = snap(at, step, zone)
  return { rowId, at: near > at ? near - step * MINUTE : near, key: null }
}

/** One step to the side: off a block to its edge (and onto the neighbour when it touches), on empty time by a step. Stays on the axis; crosses from day to day. */
export function sideways(spot: Spot, by: 1 | -1, stops: readonly Stop[], step: number, axis: Axis): Spot {
  const { rowId } = spot
  const current = stops.find((stop) => stop.key === spot.key)
  let at: Instant
  if (current !== undefined) at = by > 0 ? current.end : current.start - MINUTE
  else at = spot.at + by * step * MINUTE
  at = acrossDays(at, by, step, axis)
  const next = stopAt(stops, at)
  if (next !== undefined && next.key !== spot.key) return { rowId, at: clampTo(axis, next.start), key: next.key }
  const snapped = snap(at, step, axis.zone)
  const start = current !== undefined && by > 0 ? at : snapped > at ? snapped - step * MINUTE : snapped
  const inside = clampTo(axis, start)
  const there = stopAt(stops, inside)
  return { rowId, at: inside, key: there === undefined ? null : there.key }
}

/** The next (or previous) block of the row; null when there is none on that side. */
export function nextStop(spot: Spot, by: 1 | -1, stops: readonly Stop[]): Spot | null {
  const found =
    by > 0
      ? stops.find((stop) => stop.start > spot.at && stop.key !== spot.key)
      : stops.findLast((stop) => stop.start < spot.at && stop.key !== spot.key)
  return found === undefined ? null : { rowId: spot.rowId, at: found.start, key: found.key }
}

function clampTo(axis: Axis, at: Instant): Instant {
  return Math.max(axis.start, Math.min(axis.end - MINUTE, at))
}

/** Between two days of the axis the hours left out are jumped over. */
function acrossDays(at: Instant, by: 1 | -1, step: number, axis: Axis): Instant {
  const day = dayAt(axis, at)
  if (day === undefined || at < day.end || at >= axis.end) return at
  const index = axis.days.indexOf(day)
  const next = axis.days[index + 1]
  if (next === undefined) return at
  return by > 0 ? next.start : day.end - step * MINUTE
}

/** The edge of the day the cursor is in: `first` its first step, else its last. */
export function dayEdge(spot: Spot, first: boolean, step: number, axis: Axis): Instant {
  const day = dayAt(axis, spot.at)
  if (day === undefined) return spot.at
  return first ? day.start : day.end - step * MINUTE
}

/** The row above or below; null at the ends. */
export function rowBeside(layout: Layout, rowId: string, by: 1 | -1): Row | null {
  const index = layout.at.get(rowId)
  if (index === undefined) return layout.rows.find((row) => row.kind === 'place') ?? layout.rows[0] ?? null
  return layout.rows[index + by] ?? null
}

/** The head of the next group, or of this one and then the one before. */
export function groupBeside(layout: Layout, rowId: string, by: 1 | -1): Row | null {
  const index = layout.at.get(rowId) ?? 0
  if (by > 0) return layout.rows.slice(index + 1).find((row) => row.kind === 'group') ?? null
  return layout.rows.slice(0, index).findLast((row) => row.kind === 'group') ?? null
}
