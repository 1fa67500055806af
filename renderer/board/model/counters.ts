import type { Instant, LocalDate } from '../../../shared/scheduling/time.ts'
import { dayInterval } from '../../../shared/scheduling/zone.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { knob, policiesOf } from '../../../shared/scheduling/policy.ts'
import type { BoardData } from './world.ts'

/** The day (or week) in figures: bookings that begin in it and stand, in use now, to be checked in now, waiting for approval. */
export type Counters = {
  when: 'today' | 'thatDay' | 'week'
  count: number
  inUse: number
  awaited: number
  pending: number
}

/** Counts what is on show. Cancelled, rejected and no-show bookings do not count; a booking over several days counts on each. */
export function countersOf(
  data: Pick<BoardData, 'days' | 'zone' | 'bookings' | 'settings' | 'catalogue'>,
  now: Instant,
  today: LocalDate,
): Counters {
  const start = dayInterval(data.days[0] ?? today, data.zone).start
  const { end } = dayInterval(data.days.at(-1) ?? today, data.zone)
  const policies = policiesOf(data.settings)
  const resources = new Map(data.catalogue.resources.map((each) => [each.id, each]))
  const counters: Counters = {
    when: data.days.length > 1 ? 'week' : data.days[0] === today ? 'today' : 'thatDay',
    count: 0,
    inUse: 0,
    awaited: 0,
    pending: 0,
  }
  for (const booking of data.bookings) {
    if (booking.start >= end || booking.end <= start) continue
    if (['cancelled', 'rejected', 'noShow'].includes(booking.status)) continue
    const first = resources.get(booking.resources[0]?.resourceId ?? '')
    // Offices let for months are no bookings of the day.
    if (first?.kind === 'office') continue
    counters.count += 1
    if (booking.status === 'inUse') counters.inUse += 1
    if (booking.status === 'pending') counters.pending += 1
    const before = first === undefined ? 0 : knob(first, policies, 'checkInBefore').value * MINUTE
    if (booking.status === 'confirmed' && booking.start - before <= now && now < booking.end) counters.awaited += 1
  }
  return counters
}
