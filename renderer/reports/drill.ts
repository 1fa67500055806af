import type { Booking } from '../../shared/operations/bookings.ts'
import type { Catalogue, Resource } from '../../shared/operations/resources.ts'
import type { Settings, WorkingCalendar } from '../../shared/operations/centre.ts'
import type { OccupancyReport } from '../../shared/operations/reports.ts'
import { indexCalendar } from '../../shared/scheduling/calendar.ts'
import { common } from '../../shared/scheduling/interval.ts'
import { indexPlaces } from '../../shared/scheduling/leaves.ts'
import { policiesOf } from '../../shared/scheduling/policy.ts'
import type { Places } from '../../shared/scheduling/situation.ts'
import { MINUTE, type Interval } from '../../shared/scheduling/time.ts'
import { daysFrom, daysInterval, toInstant, weekdayOf } from '../../shared/scheduling/zone.ts'
import { sumsOf } from '../../shared/metrics/occupancy.ts'
import { leafBookings, openByResource } from '../../shared/metrics/periods.ts'

export type DrillFigure = 'bookings' | 'bookedMinutes' | 'usedMinutes' | 'noShowCount' | 'dueCount'

/** A figure that was clicked: of one resource or of the total, or of one weekday and hour. */
export type Drill = {
  figure: DrillFigure
  resourceId: string | null
  cell: { weekday: number; hour: number } | null
}

/** A booking with what it gives to the figure, in minutes (unit-minutes in a pool), by the definitions of the report. */
export type DrillRow = { booking: Booking; bookedMinutes: number; usedMinutes: number }

export type DrillSource = {
  report: OccupancyReport
  catalogue: Catalogue
  calendar: WorkingCalendar
  settings: Pick<Settings, 'policy' | 'kindPolicies'>
  teamId: string | undefined
}

/** The resources whose bookings can stand behind a figure: the rows asked for and every whole that contains one of them. */
export function askedResources(
  { report, catalogue }: Pick<DrillSource, 'report' | 'catalogue'>,
  drill: Drill,
): string[] {
  const leaves = new Set(drill.resourceId === null ? report.rows.map((row) => row.resourceId) : [drill.resourceId])
  const places = indexPlaces(catalogue)
  return catalogue.resources
    .map(({ id }) => id)
    .filter((id) => (places.leavesOf.get(id) ?? []).some((leaf) => leaves.has(leaf)))
}

/**
 * The bookings behind a figure, in order of time. The minutes of all rows add up to the figure, except that use of two bookings at once counts
 * once in the figure; of a cell only the minutes within it are given. Bookings that give nothing (cancelled, rejected, tentative, of another team) are left out.
 */
export function drillRows(bookings: readonly Booking[], drill: Drill, source: DrillSource): DrillRow[] {
  const { report, catalogue, settings, teamId } = source
  const places = indexPlaces(catalogue)
  const calendar = indexCalendar(source.calendar)
  const wanted = report.rows
    .filter((row) => drill.resourceId === null || row.resourceId === drill.resourceId)
    .map((row) => places.resources.get(row.resourceId))
    .filter((resource) => resource !== undefined)
  const { from, to, zone } = report
  const open = openByResource(wanted, { from, to, zone, calendar, policies: policiesOf(settings) })
  if (drill.cell !== null) {
    const slots = slotsOf(drill.cell, report)
    for (const [id, windows] of open) open.set(id, common(windows, slots))
  }
  const period = daysInterval(from, to, zone)
  const rows: DrillRow[] = []
  for (const booking of bookings) {
    if (teamId !== undefined && booking.teamId !== teamId) continue
    const given = contribution(booking, wanted, open, period, places, report.snapshot.at)
    if (!given[drill.figure]) continue
    rows.push({ booking, bookedMinutes: given.bookedMinutes, usedMinutes: given.usedMinutes })
  }
  return rows.sort((a, b) => a.booking.start - b.booking.start || (a.booking.no < b.booking.no ? -1 : 1))
}

function contribution(
  booking: Booking,
  resources: readonly Resource[],
  open: ReadonlyMap<string, readonly Interval[]>,
  period: Interval,
  places: Places,
  asOf: number,
): Record<DrillFigure, number> {
  const given = { bookings: 0, bookedMinutes: 0, usedMinutes: 0, noShowCount: 0, dueCount: 0 }
  const spread = leafBookings(booking, places, asOf)
  for (const { id, units, capacity } of resources) {
    const part = spread.get(id)
    if (!part) continue
    const leaf = { units, capacity, period, asOf, open: open.get(id) ?? [], outages: [], bookings: [part] }
    const sums = sumsOf(leaf)
    given.bookings += sums.bookings
    given.noShowCount += sums.noShowCount
    given.dueCount += sums.dueCount
    given.bookedMinutes += (sums.bookedMs - sums.offHoursBookedMs) / MINUTE
    given.usedMinutes += (sums.usedMs - sums.offHoursUsedMs) / MINUTE
  }
  return given
}

/** The hours of one cell of the heat map within the period. */
function slotsOf(cell: { weekday: number; hour: number }, { from, to, zone }: OccupancyReport): Interval[] {
  return daysFrom(from, to)
    .filter((date) => weekdayOf(date) === cell.weekday)
    .map((date) => ({
      start: toInstant({ date, minute: cell.hour * 60 }, zone),
      end: toInstant({ date, minute: cell.hour * 60 + 60 }, zone),
    }))
}
