/** What is added up, in ms (unit-ms for pools) and counts. `bookedMs`, `heldMs` and `usedMs` hold the part outside the opening hours too. */
export type Sums = {
  bookings: number
  dueCount: number
  noShowCount: number
  cancelledCount: number
  openMs: number
  downMs: number
  bookedMs: number
  offHoursBookedMs: number
  heldMs: number
  offHoursHeldMs: number
  usedMs: number
  offHoursUsedMs: number
  keptMs: number
  turnoverMs: number
  noShowMs: number
  seatMsUsed: number
  seatMsBase: number
}

/** Nothing yet. */
export function noSums(): Sums {
  return {
    bookings: 0,
    dueCount: 0,
    noShowCount: 0,
    cancelledCount: 0,
    openMs: 0,
    downMs: 0,
    bookedMs: 0,
    offHoursBookedMs: 0,
    heldMs: 0,
    offHoursHeldMs: 0,
    usedMs: 0,
    offHoursUsedMs: 0,
    keptMs: 0,
    turnoverMs: 0,
    noShowMs: 0,
    seatMsUsed: 0,
    seatMsBase: 0,
  }
}

/** Adds up, for totals and for joining what SQL summed with what was summed here. */
export function addSums(parts: readonly Partial<Sums>[]): Sums {
  const all = noSums()
  for (const part of parts) for (const key of Object.keys(all) as (keyof Sums)[]) all[key] += part[key] ?? 0
  return all
}

/** Counts of distinct bookings: one that stands on several rows is one booking in the total. */
export type DistinctCounts = Pick<Sums, 'bookings' | 'dueCount' | 'noShowCount' | 'cancelledCount'>
