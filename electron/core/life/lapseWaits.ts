import { done } from '../../../shared/result.ts'
import { MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import { isExact } from '../../../shared/scheduling/waitlist.ts'
import type { Storage, StoredWait } from '../../storage/stores.ts'
import type { Dispatcher } from '../dispatcher.ts'
import { changeWait } from './waits.ts'

/** Ends the waiting of those whose time has come: of an exact slot when it is over, of a stretch when what is left of it is too short. */
export function lapseWaits(storage: Storage, transact: Dispatcher['transact'], now: Instant): void {
  const over = (entry: StoredWait) =>
    entry.status === 'waiting' && (isExact(entry) ? entry.until <= now : entry.until - entry.minutes * MINUTE < now)
  if (storage.waitlist.isEmpty() || !storage.waitlist.open().some(over)) return
  const actor = { personId: null, role: null, door: 'cli', tokenHash: null } as const
  transact({ operation: 'waitlist.withdraw', actor, now }, (context) => {
    for (const entry of storage.waitlist.open()) if (over(entry)) changeWait(context, entry, { status: 'lapsed' })
    return done(null)
  })
}
