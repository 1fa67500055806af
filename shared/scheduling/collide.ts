import type { AllocationKind, Leaf } from './situation.ts'
import type { Instant, Interval } from './time.ts'

/** What collision looks at. */
export type Standing = Interval & { quantity: number; kind: AllocationKind }

/**
 * A collision on one leaf. `row` is the candidate, `others` what stands in its way, `start`–`end` where it happens.
 * `free`: units left there for the candidate (0 on a leaf of capacity 1).
 */
export type Clash<Row extends Standing, Other extends Standing> = {
  row: Row
  others: Other[]
  start: Instant
  end: Instant
  free: number
}

/**
 * The one definition of collision, for rules, for the board while dragging, and mirrored by the triggers in storage:
 * - capacity 1: use, held and outage overlap nothing; a buffer may overlap buffers only (between neighbours the longer counts, not the sum);
 * - capacity > 1: at every instant the quantities of all kinds together, buffers included, are at most the capacity.
 */
export function mayShare(a: AllocationKind, b: AllocationKind): boolean {
  return a === 'buffer' && b === 'buffer'
}

/**
 * Every collision of the candidate's rows on one leaf with what stands there. `existing` may hold more than touches the rows and needs no
 * order. On capacity 1 one clash for each pair; in a pool one for each candidate row, at the first stretch with the fewest units left.
 * Candidate rows of one booking are not compared with each other.
 */
export function findConflicts<Row extends Standing, Other extends Standing>(
  rows: readonly Row[],
  existing: readonly Other[],
  leaf: Pick<Leaf, 'capacity'>,
): Clash<Row, Other>[] {
  const clashes: Clash<Row, Other>[] = []
  for (const row of rows) {
    if (row.start >= row.end) continue
    if (leaf.capacity > 1) {
      const clash = crowded(row, existing, leaf.capacity)
      if (clash) clashes.push(clash)
      continue
    }
    let alone = true
    for (const other of existing) {
      const start = Math.max(row.start, other.start)
      const end = Math.min(row.end, other.end)
      if (start >= end || mayShare(row.kind, other.kind)) continue
      alone = false
      clashes.push({ row, others: [other], start, end, free: 0 })
    }
    if (alone && row.quantity > leaf.capacity)
      clashes.push({ row, others: [], start: row.start, end: row.end, free: leaf.capacity })
  }
  return clashes
}

/** True when the rows may be written; stops at the first collision. */
export function isFree(
  rows: readonly Standing[],
  existing: readonly Standing[],
  leaf: Pick<Leaf, 'capacity'>,
): boolean {
  return existing.length === 0
    ? rows.every((row) => row.quantity <= leaf.capacity)
    : findConflicts(rows, existing, leaf).length === 0
}

function crowded<Row extends Standing, Other extends Standing>(
  row: Row,
  existing: readonly Other[],
  capacity: number,
): Clash<Row, Other> | null {
  const near = existing.filter((other) => other.start < row.end && other.end > row.start)
  // The load only rises where something begins, so the fullest instant is one of these.
  let free = capacity + 1
  let at = row.start
  for (const from of [row.start, ...near.map((other) => other.start).filter((start) => start > row.start)].sort(
    (a, b) => a - b,
  )) {
    const left = freeAt(from, near, capacity)
    if (left < free) {
      free = left
      at = from
    }
  }
  if (row.quantity <= free) return null
  const others = near.filter((other) => other.start <= at && at < other.end)
  let end = row.end
  for (const other of near) {
    if (other.start > at) end = Math.min(end, other.start)
    else if (other.end > at) end = Math.min(end, other.end)
  }
  return { row, others, start: at, end, free: Math.max(0, free) }
}

function freeAt(instant: Instant, near: readonly Standing[], capacity: number): number {
  let free = capacity
  for (const other of near) if (other.start <= instant && instant < other.end) free -= other.quantity
  return free
}

/** The fewest units free of a leaf at any instant of the interval, everything that stands there counted. */
export function freeUnits(interval: Interval, existing: readonly Standing[], capacity: number): number {
  const near = existing.filter((other) => other.start < interval.end && other.end > interval.start)
  let free = freeAt(interval.start, near, capacity)
  for (const other of near) if (other.start > interval.start) free = Math.min(free, freeAt(other.start, near, capacity))
  return Math.max(0, free)
}
