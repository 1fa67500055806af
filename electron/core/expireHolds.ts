import { done } from '../../shared/result.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import type { Storage } from '../storage/stores.ts'
import { replaceBooking } from './bookings/store.ts'
import type { Dispatcher } from './dispatcher.ts'

/** Releases the holds whose time ran out (BK-10), also those that ran out while nothing was running: as of the moment they ended. */
export function expireHolds(storage: Storage, transact: Dispatcher['transact'], now: Instant): void {
  if (storage.bookings.heldUntil(now).length === 0) return
  const actor = { personId: null, role: null, door: 'cli', tokenHash: null } as const
  transact({ operation: 'bookings.cancel', actor, now }, (context) => {
    for (const id of storage.bookings.heldUntil(now)) {
      const booking = storage.bookings.byId(id)
      if (booking?.status === 'tentative')
        replaceBooking(context, booking, { status: 'cancelled', releasedAt: booking.holdUntil })
    }
    return done(null)
  })
}
