import type { Policies } from '../../../shared/scheduling/situation.ts'
import type { Allocation, Places, Situation, Verdict } from '../../../shared/scheduling/situation.ts'
import type { CalendarIndex } from '../../../shared/scheduling/calendar.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import type { OutageKind } from '../../../shared/operations/fields.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { allocationsFor, indexPlaces, outageRows } from '../../../shared/scheduling/leaves.ts'
import { buffersOf, defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { DAY } from '../../../shared/scheduling/time.ts'
import { instrumentPlans } from './instruments.ts'
import { compoundPlans, exclusionPlans, type PlacePlan } from './places.ts'
import type { PlannedBooking, PlannedOutage } from './plan.ts'
import { spacePlans } from './spaces.ts'

/** All places of the demo in the order in which they can be created: parts before wholes, rooms before instruments. */
export const placePlans: readonly PlacePlan[] = [...spacePlans, ...compoundPlans, ...instrumentPlans]

/** The centre's rules in the demo. Two months ahead, so that the weeks after today are as full as those before. */
export const demoPolicies: Policies = {
  centre: { ...defaultPolicies.centre, horizonDays: 60 },
  kinds: { ...defaultPolicies.kinds, phoneBooth: { ...defaultPolicies.kinds.phoneBooth, horizonDays: 60 } },
}

function resourceOf(plan: PlacePlan, sort: number): Resource {
  return {
    id: plan.code,
    code: plan.code,
    name: plan.name,
    nameEn: plan.nameEn,
    kind: plan.kind,
    zoneId: plan.zone,
    roomId: plan.room ?? null,
    areaM2: plan.areaM2,
    capacity: plan.capacity,
    units: plan.units ?? 1,
    bookable: plan.bookable ?? true,
    partIds: [...(plan.parts ?? [])],
    features: [...(plan.features ?? [])],
    state: 'up',
    stateReason: '',
    policy: plan.policy ?? {},
    note: plan.note ?? '',
    sort,
    retired: false,
    version: 1,
  }
}

/** The places indexed with their codes for ids, so that the plan is judged by the same pure rules as a real booking. */
export function planPlaces(): Places {
  return indexPlaces({
    resources: placePlans.map(resourceOf),
    exclusions: exclusionPlans.map(({ name, codes }) => ({ id: name, name, resourceIds: [...codes], retired: false })),
  })
}

/** What the plan holds so far. `book` writes a booking down if every rule allows it; `block` an outage whatever stands there. */
export type Ledger = {
  places: Places
  book(booking: PlannedBooking): boolean
  /** Why it would not be allowed, for the scripted days, where a refusal is a mistake in the script. */
  verdict(booking: PlannedBooking): Verdict
  block(outage: PlannedOutage): void
  /** Writes a booking down although the rules, as they are now, would not allow it. */
  stand(booking: PlannedBooking): void
  bookings: PlannedBooking[]
  outages: PlannedOutage[]
}

/** Opens an empty ledger. Waivers are judged as the manager's. */
export function openLedger(calendar: CalendarIndex, zone: string): Ledger {
  const places = planPlaces()
  const standing = new Map<string, Allocation[]>()
  const bookings: PlannedBooking[] = []
  const outages: PlannedOutage[] = []
  const allocations: Situation['allocations'] = (leafId, { start, end }) =>
    (standing.get(leafId) ?? []).filter((row) => row.start < end && row.end > start)

  function add(row: Allocation): void {
    const rows = standing.get(row.leafId)
    if (rows) rows.push(row)
    else standing.set(row.leafId, [row])
  }

  function verdict(booking: PlannedBooking): Verdict {
    return judge(
      {
        bookingId: null,
        status: 'confirmed',
        resources: booking.places.map(({ code, quantity }) => ({ resourceId: code, quantity })),
        start: booking.start,
        end: booking.end,
        headCount: booking.headCount,
        waivers: booking.waivers.map(({ rule, code }) => ({ rule, resourceId: code })),
        was: null,
      },
      {
        now: booking.start - DAY,
        zone,
        role: booking.waivers.length > 0 ? 'manager' : 'frontDesk',
        places,
        policies: demoPolicies,
        calendar,
        allocations,
        project: null,
      },
    )
  }

  function write(booking: PlannedBooking): void {
    const asked = booking.places.map(({ code, quantity }) => ({
      resourceId: code,
      quantity,
      ...buffersOf(places.resources.get(code)!, demoPolicies),
    }))
    for (const row of allocationsFor({ ...booking, resources: asked, status: 'confirmed' }, places))
      add({ ...row, bookingId: String(bookings.length), outageId: null })
    bookings.push(booking)
  }

  return {
    places,
    bookings,
    outages,
    verdict,
    stand: write,
    book(booking) {
      if (verdict(booking).refusals.length > 0) return false
      write(booking)
      return true
    },
    block(outage) {
      for (const row of outageRows(outage.code, outage, places))
        add({ ...row, bookingId: null, outageId: String(outages.length), outageKind: outage.kind satisfies OutageKind })
      outages.push(outage)
    },
  }
}
