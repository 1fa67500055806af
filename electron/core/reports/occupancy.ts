import { combineRow, totalRow } from '../../../shared/metrics/occupancy.ts'
import { openByResource, reportedOf, reportedResources } from '../../../shared/metrics/periods.ts'
import type { OccupancyInput, OccupancyReport } from '../../../shared/operations/reports.ts'
import { countWorkdays } from '../../../shared/scheduling/calendar.ts'
import type { Places } from '../../../shared/scheduling/situation.ts'
import { DAY, type Interval } from '../../../shared/scheduling/time.ts'
import { daysInterval } from '../../../shared/scheduling/zone.ts'
import type { Context } from '../context.ts'
import { figuresByLeaves } from './byLeaves.ts'
import { figuresByRows } from './byRows.ts'
import type { FigureOrder } from './figures.ts'
import { recall, remember } from './remembered.ts'

export type ReportDoor = Pick<Context, 'stores' | 'memory' | 'now'>

/** Set-up and strike are at most a day long, and who overruns is counted for a day at most. */
export const REACH = DAY

/** The occupancy of every resource asked for over days `from` up to, not including, `to`. The caller has checked the input. */
export function occupancyReport(door: ReportDoor, input: OccupancyInput): OccupancyReport {
  const known = recall(door, input)
  if (known !== null) return known
  const order = orderOf(door, input)
  const near = { start: order.period.start - REACH, end: order.period.end + REACH }
  const report = addUp(door, input, order, near)
  remember(door, input, near, report)
  return report
}

function addUp(door: ReportDoor, input: OccupancyInput, order: FigureOrder, near: Interval): OccupancyReport {
  const { stores, memory, now } = door
  const { from, to } = input
  const figures =
    input.teamId === undefined
      ? figuresByLeaves(order, near, reportedIds(order.places, input), stores)
      : figuresByRows(
          order,
          stores.bookings.range({ interval: near, teamId: input.teamId }),
          stores.reports.outages(order.period),
        )
  const { rows, distinct, heat } = figures
  const summed = rows.map(({ resource, sums }) => ({ reported: reportedOf(resource), sums }))
  const { seq, hash } = stores.journal.head()
  return {
    from,
    to,
    zone: order.zone,
    ...countWorkdays(from, to, memory.calendar()),
    rows: summed.map(({ reported, sums }) => combineRow(reported, sums)),
    total: totalRow(summed, distinct),
    heat,
    snapshot: { seq, head: hash, at: now },
  }
}

/** The leaves whose bookings a narrowed report is of, retired ones included: a compound asked for stands for its parts, `kinds` are those of the rows. */
export function reportedIds(places: Places, { resourceIds, kinds }: OccupancyInput): ReadonlySet<string> {
  const wanted = resourceIds === undefined ? null : new Set(resourceIds)
  const rows = reportedResources(places, wanted, new Set(places.leaves.keys()))
  return new Set(rows.filter((each) => kinds === undefined || kinds.includes(each.kind)).map((each) => each.id))
}

/** What the figures are to be of. */
export function orderOf({ memory, now }: ReportDoor, { from, to, resourceIds, kinds }: OccupancyInput): FigureOrder {
  const { zone } = memory.settings()
  const places = memory.places()
  const wanted = resourceIds === undefined ? null : new Set(resourceIds)
  return {
    from,
    to,
    zone,
    period: daysInterval(from, to, zone),
    asOf: now,
    places,
    rowsFor: (stoodOn) =>
      reportedResources(places, wanted, stoodOn).filter((each) => kinds === undefined || kinds.includes(each.kind)),
    openOf: (resources) =>
      openByResource(resources, { from, to, zone, calendar: memory.calendar(), policies: memory.policies() }),
  }
}
