import { busyHours } from '../../shared/metrics/heat.ts'
import type { OccupancyReport } from '../../shared/operations/reports.ts'

type Cell = OccupancyReport['heat'][number]
export type HeatRow = { weekday: number; cells: Cell[]; mean: number | null }
/** The hours that are open on some day, and a row for each weekday. */
export type HeatTable = { hours: number[]; rows: HeatRow[] }

/** Arranges the cells of a report: columns from the first to the last hour that was available; means weighted by available time. */
export function heatTable(cells: readonly Cell[]): HeatTable {
  if (!cells.some(({ availableMinutes }) => availableMinutes > 0)) return { hours: [], rows: [] }
  const { from, until } = busyHours(cells)
  const hours = Array.from({ length: until - from }, (_, index) => from + index)
  const byKey = new Map(cells.map((cell) => [cell.weekday * 24 + cell.hour, cell]))
  const rows = [0, 1, 2, 3, 4, 5, 6].map((weekday): HeatRow => {
    const row = hours.map(
      (hour): Cell =>
        byKey.get(weekday * 24 + hour) ?? { weekday, hour, availableMinutes: 0, bookedMinutes: 0, rate: null },
    )
    const base = row.reduce((sum, cell) => sum + cell.availableMinutes, 0)
    const booked = row.reduce((sum, cell) => sum + cell.bookedMinutes, 0)
    return { weekday, cells: row, mean: base > 0 ? booked / base : null }
  })
  return { hours, rows }
}

const limits = [0.12, 0.35, 0.48, 0.64, 0.8] as const

/** The colour step 0…5 of a rate: fixed limits, so that two maps can be compared. */
export function heatStep(rate: number): number {
  const step = limits.findIndex((limit) => rate < limit)
  return step === -1 ? limits.length : step
}
