import type { OpenHours } from '../../shared/operations/fields.ts'
import type { OccupancyRow } from '../../shared/operations/reports.ts'
import { combineRow, sumsOf, type LeafBooking, type LeafPeriod } from '../../shared/metrics/occupancy.ts'
import { openByResource, reportedOf } from '../../shared/metrics/periods.ts'
import { indexCalendar } from '../../shared/scheduling/calendar.ts'
import { defaultPolicies } from '../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../shared/scheduling/stateCouncil.ts'
import type { Interval } from '../../shared/scheduling/time.ts'
import { daysInterval } from '../../shared/scheduling/zone.ts'
import { aResource } from './places.ts'
import { shanghai } from './situation.ts'

export const calendar = indexCalendar(stateCouncilCalendar)
/** The last instant an operation may carry: nothing is not due yet. */
export const forever = 8_640_000_000_000_000

/** A counted booking of one leaf, nobody checked in, unless changed. */
export function booked(time: Interval, change: Partial<LeafBooking> = {}): LeafBooking {
  return {
    ...time,
    quantity: 1,
    state: 'counted',
    before: 0,
    after: 0,
    used: null,
    people: null,
    ...change,
  }
}

/** One leaf from a day to a day. Open 08:30–21:00 from Monday to Friday, unless other hours are given. */
export function leaf(from: string, to: string, change: Partial<LeafPeriod> & { hours?: OpenHours } = {}): LeafPeriod {
  const resource = aResource('r', change.hours ? { policy: { openHours: change.hours } } : {})
  const open = openByResource([resource], { from, to, zone: shanghai, calendar, policies: defaultPolicies }).get('r')!
  const { hours: _hours, ...rest } = change
  return {
    units: 1,
    capacity: 8,
    period: daysInterval(from, to, shanghai),
    asOf: forever,
    open,
    outages: [],
    bookings: [],
    ...rest,
  }
}

/** The report's row for that leaf. */
export function row(period: LeafPeriod): OccupancyRow {
  return combineRow({ ...reportedOf(aResource('r')), units: period.units }, sumsOf(period))
}
