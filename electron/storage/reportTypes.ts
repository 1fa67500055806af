import type { Allocation } from '../../shared/scheduling/situation.ts'
import type { Instant, Interval } from '../../shared/scheduling/time.ts'

/** Sums for the occupancy report that SQL can add up (the split is explained in shared/metrics/occupancy.ts). All in ms and counts, per leaf. */
export type LeafSums = {
  leafId: string
  bookedMs: number
  heldMs: number
}
/** Counted bookings that touch the interval, and those that begin in it and before `asOf`. */
export type LeafCounts = { leafId: string; bookings: number; due: number }
/** What a row of `standing` is. */
export const standingKinds = ['use', 'held', 'buffer'] as const
/** `bookingId` only on rows of bookings that count on more than one leaf, so that they are counted once in totals; null means alone. */
export type StandingRow = [
  kind: 0 | 1 | 2,
  start: Instant,
  end: Instant,
  quantity: number,
  checkedInAt: Instant | null,
  checkedOutAt: Instant | null,
  headCount: number | null,
  bookingId: string | null,
]
export type FreedRow = [
  bookingId: string,
  status: 'cancelled' | 'noShow',
  start: Instant,
  end: Instant,
  resourceId: string,
  quantity: number,
]
/** Leaves of exclusions are left out everywhere. Intervals are half-open; rows may reach beyond them. */
export type ReportStore = {
  /** Booked and held time of each leaf clipped to the interval, times quantity. */
  leafSums: (interval: Interval) => LeafSums[]
  /** The same over several disjoint stretches (what lies outside the opening hours), for the leaves named. */
  gapSums: (leafIds: readonly string[], gaps: readonly Interval[]) => LeafSums[]
  counts: (interval: Interval, asOf: Instant) => LeafCounts[]
  /** Every booking and buffer that touches the interval, by leaf, in order of start: for used time, turnover, seats and the heat map. */
  standing: (interval: Interval) => { leafId: string; rows: StandingRow[] }[]
  /** Cancelled bookings and no-shows that touch the interval, one row a place, in order of start. */
  freed: (interval: Interval) => FreedRow[]
  /** Allocation rows of kind outage that touch the interval, by leaf. */
  outages: (interval: Interval) => Allocation[]
}
