import type { Period } from '../../operations/fields.ts'
import type { LimitScope } from '../../refusals.ts'
import { placeTime } from '../leaves.ts'
import type { OwnBooking, Places } from '../situation.ts'
import { MINUTE, type Interval } from '../time.ts'
import { periodAt } from './period.ts'

export type Use = { count: number; minutes: number }

type Counted = Interval & Pick<OwnBooking, 'resources'>

/** True when a place lies in what a limit counts over: everything, its kind, or itself (a compound is not its parts). */
export function inScope(resourceId: string, scope: LimitScope, places: Places): boolean {
  if (scope.of === 'all') return true
  if (scope.of === 'resource') return scope.resourceId === resourceId
  return places.resources.get(resourceId)?.kind === scope.kind
}

/**
 * What bookings use of a scope within a period. Each counts once, in the period in which it begins; its minutes count where they lie, each place and
 * each unit for itself, without set-up and strike. A missed booking counts whole: its place was kept.
 */
export function usageOf(bookings: readonly Counted[], scope: LimitScope, period: Interval, places: Places): Use {
  let count = 0
  let minutes = 0
  for (const booking of bookings) {
    let concerned = false
    for (const place of booking.resources) {
      if (!inScope(place.resourceId, scope, places)) continue
      concerned = true
      const time = placeTime(booking, place)
      const within = Math.min(time.end, period.end) - Math.max(time.start, period.start)
      if (within > 0) minutes += (within / MINUTE) * place.quantity
    }
    if (concerned && booking.start >= period.start && booking.start < period.end) count += 1
  }
  return { count, minutes }
}

/** The periods a booking lies in, the first three at most: longer ones are judged where they begin. */
export function periodsOf(booking: Interval, per: Period, zone: string): Interval[] {
  const found: Interval[] = []
  let at = booking.start
  while (at < booking.end && found.length < 3) {
    const period = periodAt(at, per, zone)
    found.push(period)
    at = period.end
  }
  return found
}

type Limit = { per: Period; count: number | null; minutes: number | null }
export type Exceeded = {
  per: Period
  unit: 'count' | 'minutes'
  limit: number
  used: number
  asked: number
  freeAgain: number
}

/**
 * The first period in which a booking goes beyond a limit, or null. A change that asks for no more than the booking had in that period is always
 * within it. Minutes are rounded up.
 */
export function exceeded(
  limit: Limit,
  scope: LimitScope,
  asked: { proposal: Counted; was: Counted | null },
  standing: (period: Interval) => readonly OwnBooking[],
  { places, zone }: { places: Places; zone: string },
): Exceeded | null {
  const { per } = limit
  for (const period of periodsOf(asked.proposal, per, zone)) {
    const wanted = usageOf([asked.proposal], scope, period, places)
    if (wanted.count === 0 && wanted.minutes === 0) continue
    const had = asked.was === null ? null : usageOf([asked.was], scope, period, places)
    const used = usageOf(standing(period), scope, period, places)
    for (const unit of ['count', 'minutes'] as const) {
      const most = limit[unit]
      const more = had === null || wanted[unit] > had[unit]
      if (most === null || !more || wanted[unit] === 0 || used[unit] + wanted[unit] <= most) continue
      const [already, now] = [Math.ceil(used[unit]), Math.ceil(wanted[unit])]
      return { per, unit, limit: most, used: already, asked: now, freeAgain: period.end }
    }
  }
  return null
}
