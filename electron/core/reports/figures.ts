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
