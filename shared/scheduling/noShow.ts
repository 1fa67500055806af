import type { BookingStatus } from '../operations/fields.ts'
import { knob } from './policy.ts'
import type { Places, Policies } from './situation.ts'
import { MINUTE, type Instant } from './time.ts'

/** After how many no-shows running a series is proposed for suspension where the centre set nothing. */
export const STRIKE_LIMIT = 2

/** What of a booking decides about its release. */
export type Awaited = {
  status: BookingStatus
  start: Instant
  end: Instant
  createdAt: Instant
  checkedInAt: Instant | null
  resources: readonly { resourceId: string }[]
}

/**
 * When a booking nobody checked in to gives its place up by itself (CI-02), or null. Every place must say so (`releaseNoShow`): a room booked with an
 * instrument that runs unattended stays. The longest grace of the places counts, from the start or, for a booking made after it began, from when it was made.
 * Exempt: what was written down when it was over; the centre's own bookings (`own`) unless `releaseOwn`.
 * CI-05: an outage over the start is the caller's to look for.
 */
export function releaseDue(booking: Awaited, own: boolean, places: Places, policies: Policies): Instant | null {
  if (booking.status !== 'confirmed' || booking.checkedInAt !== null || booking.createdAt >= booking.end) return null
  let grace = 0
  for (const { resourceId } of booking.resources) {
    const resource = places.resources.get(resourceId)
    if (resource === undefined || !knob(resource, policies, 'releaseNoShow').value) return null
    if (own && !knob(resource, policies, 'releaseOwn').value) return null
    grace = Math.max(grace, knob(resource, policies, 'checkInAfter').value)
  }
  const due = Math.max(booking.start, booking.createdAt) + grace * MINUTE
  return due < booking.end ? due : booking.end
}

type Date = { start: Instant; status: BookingStatus }

/**
 * The no-shows that end a series' past: those after its last date that was used, newest last. Dates that were cancelled or refused say nothing.
 */
export function missesRunning<D extends Date>(past: readonly D[]): D[] {
  const misses: D[] = []
  for (const each of past.toSorted((one, other) => one.start - other.start)) {
    if (each.status === 'noShow') misses.push(each)
    else if (each.status === 'inUse' || each.status === 'completed') misses.length = 0
  }
  return misses
}
