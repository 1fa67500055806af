import { done } from '../../../shared/result.ts'
import { overlaps } from '../../../shared/scheduling/interval.ts'
import { releaseDue } from '../../../shared/scheduling/noShow.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import type { Storage, StoredBooking } from '../../storage/stores.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context } from '../context.ts'
import type { Dispatcher } from '../dispatcher.ts'
import type { Memory } from '../memory.ts'

/** Nobody is given up for a time longer ago than this: what was then is for people to say. */
const LONGEST_AGO = 7 * 86_400_000

/**
 * Gives up, once, the places of bookings nobody came to, with the moment at which they were due, also those that were due while nothing was running
 * (CI-02, CI-04). `looked`: the last moment that was looked at; what was due before it was decided then, so that a release taken back stays taken back and
 * a rule switched on today says nothing about yesterday. Answers whether anything was due.
 */
export function releaseNoShows(
  storage: Storage,
  memory: Memory,
  transact: Dispatcher['transact'],
  looked: Instant,
  now: Instant,
): boolean {
  const due = dueBetween(storage, memory, Math.max(looked, now - LONGEST_AGO), now)
  if (due.length === 0) return false
  const actor = { personId: null, role: null, door: 'cli', tokenHash: null } as const
  transact({ operation: 'bookings.noShow', actor, now }, (context) => {
    for (const { booking, at } of due) {
      if (!underOutage(context, booking)) replaceBooking(context, booking, { status: 'noShow', releasedAt: at })
    }
    return done(null)
  })
  return true
}

function dueBetween(storage: Storage, memory: Memory, after: Instant, until: Instant) {
  const centre = new Set(storage.people.teams().flatMap((team) => (team.kind === 'centre' ? team.id : [])))
  return storage.bookings.overdue(until, after).flatMap((id) => {
    const booking = storage.bookings.byId(id)!
    const own = booking.teamId !== null && centre.has(booking.teamId)
    const at = releaseDue(booking, own, memory.places(), memory.policies())
    return at !== null && at > after && at <= until ? [{ booking, at }] : []
  })
}

/** Nobody can come to a place that is down when the booking begins (CI-05). */
function underOutage({ stores, memory }: Context, booking: StoredBooking): boolean {
  const leaves = booking.resources.flatMap(({ resourceId }) => memory.places().leavesOf.get(resourceId) ?? [])
  return (
    leaves.some((leaf) =>
      stores.allocations
        .touching(leaf, booking, booking.id)
        .some((each) => each.kind === 'outage' && overlaps(each, booking)),
    ) || booking.resources.some(({ resourceId }) => memory.places().resources.get(resourceId)?.state === 'down')
  )
}
