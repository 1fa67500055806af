import type { BookingStatus } from '../../shared/operations/fields.ts'
import type { Exclusion, Resource } from '../../shared/operations/resources.ts'
import { indexCalendar } from '../../shared/scheduling/calendar.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { allocationsFor, indexPlaces, outageRows } from '../../shared/scheduling/leaves.ts'
import { defaultPolicies } from '../../shared/scheduling/policy.ts'
import type { Allocation, Proposal, Situation } from '../../shared/scheduling/situation.ts'
import { stateCouncilCalendar } from '../../shared/scheduling/stateCouncil.ts'
import type { Interval } from '../../shared/scheduling/time.ts'
import { toInstant } from '../../shared/scheduling/zone.ts'
import { aResource } from './places.ts'

export const shanghai = 'Asia/Shanghai'

/** `at('2026-03-02', '09:30')` in Shanghai. */
export function at(date: string, time: string, zone = shanghai): number {
  const [hour, minute] = time.split(':').map(Number)
  return toInstant({ date, minute: hour! * 60 + minute! }, zone)
}

export type StandingBooking = Interval & {
  id: string
  status?: BookingStatus
  resources: { resourceId: string; quantity?: number; before?: number; after?: number }[]
}
export type StandingOutage = Interval & { id: string; resourceId: string }

/** A situation over an in-memory list of bookings and outages; `ignore` is the booking under judgement. */
export function aSituation(given: {
  resources: Resource[]
  exclusions?: Exclusion[]
  bookings?: StandingBooking[]
  outages?: StandingOutage[]
  ignore?: string
  change?: Partial<Situation>
}): Situation {
  const places = indexPlaces({ resources: given.resources, exclusions: given.exclusions ?? [] })
  const rows: Allocation[] = [
    ...(given.bookings ?? []).flatMap((booking) =>
      allocationsFor(
        {
          ...booking,
          status: booking.status ?? 'confirmed',
          resources: booking.resources.map((each) => ({ quantity: 1, before: 0, after: 0, ...each })),
        },
        places,
      ).map((row) => ({ ...row, bookingId: booking.id, outageId: null })),
    ),
    ...(given.outages ?? []).flatMap((outage) =>
      outageRows(outage.resourceId, outage, places).map((row) => ({
        ...row,
        bookingId: null,
        outageId: outage.id,
        outageKind: 'fault' as const,
      })),
    ),
  ]
    .filter((row) => row.bookingId === null || row.bookingId !== given.ignore)
    .sort((a, b) => a.start - b.start)
  return {
    now: at('2026-03-02', '08:00'),
    zone: shanghai,
    role: 'member',
    places,
    policies: defaultPolicies,
    calendar: indexCalendar(stateCouncilCalendar),
    allocations: (leafId, interval) =>
      rows.filter((row) => row.leafId === leafId && row.start < interval.end && row.end > interval.start),
    project: null,
    ...given.change,
  }
}

/** A new booking of the named places on Monday 2026-03-02 10:00–11:00, unless changed. */
export function aProposal(resourceIds: string[], change: Partial<Proposal> = {}): Proposal {
  return {
    bookingId: null,
    status: 'confirmed',
    resources: resourceIds.map((resourceId) => ({ resourceId, quantity: 1 })),
    start: at('2026-03-02', '10:00'),
    end: at('2026-03-02', '11:00'),
    headCount: null,
    waivers: [],
    was: null,
    ...change,
  }
}

/** An interval on Monday 2026-03-02 in Shanghai, or between two other days. */
export function span(from: string, until: string, date = '2026-03-02', untilDate = date): Interval {
  return { start: at(date, from), end: at(untilDate, until) }
}

/** The one room of the simple tests. */
export const room = aResource('room')

/** A new booking of that room. */
export function inRoom(change: Partial<Proposal> = {}): Proposal {
  return aProposal(['room'], change)
}

/** A situation with that room alone. */
export function world(change: Partial<Situation> = {}, resource = room): Situation {
  return aSituation({ resources: [resource], change })
}

/** The codes of all refusals, in order. */
export function codes(proposal: Proposal, situation: Situation): string[] {
  return judge(proposal, situation).refusals.map((each) => each.code)
}
