import type { LeafBooking } from '../../../shared/metrics/occupancy.ts'
import type { OccupancyReport } from '../../../shared/operations/reports.ts'
import type { DistinctCounts, Sums } from '../../../shared/metrics/sums.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import type { Instant, Interval, LocalDate } from '../../../shared/scheduling/time.ts'
import type { Places } from '../../../shared/scheduling/situation.ts'

/** What a report asks the stores for. `rowsFor` chooses the rows once it is known which leaves had bookings. */
export type FigureOrder = {
  from: LocalDate
  to: LocalDate
  zone: string
  period: Interval
  /** Bookings that begin at this instant or later are not due yet. */
  asOf: Instant
  places: Places
  rowsFor: (stoodOn: ReadonlySet<string>) => Resource[]
  openOf: (resources: readonly Resource[]) => ReadonlyMap<string, readonly Interval[]>
}

/** The figures of every row, in its order, of all bookings together, and by hour of the week. */
export type Figures = {
  rows: { resource: Resource; sums: Sums }[]
  distinct: DistinctCounts
  heat: OccupancyReport['heat']
}

/** Nothing counted yet. */
export const noCounts = (): DistinctCounts => ({ bookings: 0, dueCount: 0, noShowCount: 0, cancelledCount: 0 })

/** Counts one booking, however many rows it stands on; the same conditions as in the rows. */
export function countOnce(counts: DistinctCounts, part: LeafBooking, period: Interval, asOf: number): void {
  const begins = period.start <= part.start && part.start < period.end
  const due = begins && part.start < asOf
  if (part.state === 'counted' && part.start < period.end && part.end > period.start) counts.bookings += 1
  if (due && (part.state === 'counted' || part.state === 'noShow')) counts.dueCount += 1
  if (due && part.state === 'noShow') counts.noShowCount += 1
  if (begins && part.state === 'cancelled') counts.cancelledCount += 1
}
