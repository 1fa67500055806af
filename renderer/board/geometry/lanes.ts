import type { Instant, Interval } from '../../../shared/scheduling/time.ts'

/** Something that takes `quantity` of a pool's units for a while. */
export type Stay = Interval & { quantity: number }
/** Which lane a piece is drawn in and how many lanes it is high. */
export type LaneRun = { lane: number; lanes: number }

/**
 * Gives every stay lanes of a pool of `units`, the lowest free ones first, in order of start. A stay of several units may come in several runs when its lanes
 * do not lie beside each other. As long as the pool is nowhere overfull, no two share a lane at any instant; what is too much is drawn in the last lane.
 */
export function assignLanes(stays: readonly Stay[], units: number): LaneRun[][] {
  const order = stays.map((_, index) => index).sort((a, b) => stays[a]!.start - stays[b]!.start || a - b)
  const busyUntil: Instant[] = Array.from({ length: units }, () => -Infinity)
  const found: LaneRun[][] = stays.map(() => [])
  for (const index of order) {
    const stay = stays[index]!
    const free: number[] = []
    for (let lane = 0; lane < units; lane += 1) if (busyUntil[lane]! <= stay.start) free.push(lane)
    const wanted = Math.min(Math.max(1, stay.quantity), units)
    const taken = together(free, wanted) ?? free.slice(0, wanted)
    if (taken.length === 0) taken.push(units - 1)
    for (const lane of taken) busyUntil[lane] = Math.max(busyUntil[lane]!, stay.end)
    found[index] = runs(taken)
  }
  return found
}

function together(free: readonly number[], wanted: number): number[] | null {
  for (let first = 0; first + wanted <= free.length; first += 1) {
    const reach = free[first + wanted - 1]! - free[first]!
    if (reach === wanted - 1) return free.slice(first, first + wanted)
  }
  return null
}

function runs(lanes: readonly number[]): LaneRun[] {
  const found: LaneRun[] = []
  for (const lane of lanes) {
    const last = found.at(-1)
    if (last !== undefined && last.lane + last.lanes === lane) last.lanes += 1
    else found.push({ lane, lanes: 1 })
  }
  return found
}

/** A stretch of time in which the same stays take units of a pool. */
export type Counted<T> = Interval & { taken: number; stays: T[] }

/** A large pool counted: stretches with the units taken in each, empty ones left out. Neighbours with the same stays are one. */
export function countStays<T extends Stay>(stays: readonly T[]): Counted<T>[] {
  const edges = [...new Set(stays.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const found: Counted<T>[] = []
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index]!
    const end = edges[index + 1]!
    const here = stays.filter((stay) => stay.start <= start && stay.end >= end)
    if (here.length > 0)
      found.push({ start, end, taken: here.reduce((sum, { quantity }) => sum + quantity, 0), stays: here })
  }
  return found
}
