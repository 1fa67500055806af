import type { BookingStatus } from '../operations/fields.ts'
import type { Resource } from '../operations/resources.ts'
import type { CalendarIndex } from '../scheduling/calendar.ts'
import { clip } from '../scheduling/interval.ts'
import { counts, placeTime, quantityOn, type PlaceAsked } from '../scheduling/leaves.ts'
import { openIntervals } from '../scheduling/openHours.ts'
import { knob } from '../scheduling/policy.ts'
import type { Places, Policies } from '../scheduling/situation.ts'
import type { Interval, LocalDate } from '../scheduling/time.ts'
import { daysInterval } from '../scheduling/zone.ts'
import { usedTime, type LeafBooking, type Reported } from './occupancy.ts'

/** Half-open days of a report with all that turns them into open time. */
export type ReportPeriod = { from: LocalDate; to: LocalDate; zone: string; calendar: CalendarIndex; policies: Policies }

/**
 * The resources that get a row: leaves only, so that nothing is counted twice (a compound credits its parts); those that can be booked, by themselves or in a
 * compound, and those in `stoodOn`, which had bookings though they are retired now. `wanted` narrows: a compound stands for its parts.
 */
export function reportedResources(
  places: Places,
  wanted: ReadonlySet<string> | null = null,
  stoodOn: ReadonlySet<string> = new Set(),
): Resource[] {
  const chosen = new Set<string>()
  for (const resource of places.resources.values()) {
    if (wanted !== null && !wanted.has(resource.id)) continue
    const inUse = resource.bookable && !resource.retired
    for (const leafId of places.leavesOf.get(resource.id) ?? []) {
      const leaf = places.resources.get(leafId)
      if (leaf && (stoodOn.has(leafId) || (inUse && !leaf.retired))) chosen.add(leafId)
    }
  }
  return [...places.resources.values()].filter((each) => chosen.has(each.id))
}

/** What a row says of a resource. */
export function reportedOf(resource: Resource): Reported {
  const { id, code, name, nameEn, kind, areaM2, capacity, units } = resource
  return { resourceId: id, code, name, nameEn, kind, areaM2, capacity, units }
}

/** The open windows of each resource over the period, flat, sorted, disjoint. Resources with the same hours share one list. */
export function openByResource(resources: readonly Resource[], report: ReportPeriod): Map<string, readonly Interval[]> {
  const { from, to, zone, calendar, policies } = report
  // By what they say: each resource with hours of its own has an object of its own, and most say the same.
  const known = new Map<string, readonly Interval[]>()
  const period = daysInterval(from, to, zone)
  const byResource = new Map<string, readonly Interval[]>()
  for (const resource of resources) {
    const hours = knob(resource, policies, 'openHours').value
    const text = JSON.stringify(hours)
    let open = known.get(text)
    if (open === undefined) {
      open = clip(openIntervals(hours, calendar, from, to, zone), period)
      known.set(text, open)
    }
    byResource.set(resource.id, open)
  }
  return byResource
}

/** A booking as the stores keep it, as far as reports need it. */
export type ReportedBooking = Interval & {
  status: BookingStatus
  resources: readonly PlaceAsked[]
  headCount: number | null
  checkedInAt: number | null
  checkedOutAt: number | null
}

/**
 * A booking spread over the leaves it stands on: A+B booked credits A and B each. The people are shared out by seats (50 in a hall of 40 + 24
 * are 31.25 and 18.75), over all spaces of the booking, so that nobody sits twice. Rejected requests give nothing.
 */
export function leafBookings(booking: ReportedBooking, places: Places, asOf: number): Map<string, LeafBooking> {
  const spread = new Map<string, LeafBooking>()
  const state = stateOf(booking.status)
  if (state === null) return spread
  const used = usedTime(booking, asOf)
  let seats = 0
  for (const asked of booking.resources) {
    const { resourceId, quantity, before, after } = asked
    const resource = places.resources.get(resourceId)
    if (!resource) continue
    for (const leafId of places.leavesOf.get(resourceId) ?? []) {
      const leaf = places.leaves.get(leafId)!
      if (leaf.exclusionId !== null) continue
      const units = quantityOn(leaf, resource, quantity)
      seats += (places.resources.get(leafId)?.capacity ?? 0) * units
      const { start, end } = placeTime(booking, asked)
      spread.set(leafId, { start, end, quantity: units, state, before, after, used, people: null })
    }
  }
  if (booking.headCount !== null && seats > 0) {
    for (const [leafId, part] of spread) {
      const capacity = places.resources.get(leafId)?.capacity ?? null
      if (capacity !== null) part.people = (booking.headCount * capacity * part.quantity) / seats
    }
  }
  return spread
}

function stateOf(status: BookingStatus): LeafBooking['state'] | null {
  if (counts(status)) return 'counted'
  if (status === 'tentative' || status === 'pending') return 'held'
  if (status === 'noShow' || status === 'cancelled') return status
  return null
}
