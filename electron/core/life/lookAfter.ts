import { MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import type { Storage } from '../../storage/stores.ts'
import type { Dispatcher } from '../dispatcher.ts'
import { expireHolds } from '../expireHolds.ts'
import type { Memory } from '../memory.ts'
import { lapseWaits } from './lapseWaits.ts'
import { releaseNoShows } from './releaseNoShows.ts'

/** The moment looked at is written down at least this often; every write waits for the disk. */
const NOTE_EVERY = 10 * MINUTE

/** What happens by itself as time passes: holds run out, waiting ends, places nobody came to are given up. Called often, and on every start. */
export function lookAfter(storage: Storage, memory: Memory, transact: Dispatcher['transact'], now: Instant): void {
  expireHolds(storage, transact, now)
  lapseWaits(storage, transact, now)
  const looked = storage.bookings.lookedAt()
  const released = looked !== null && releaseNoShows(storage, memory, transact, looked, now)
  if (looked === null || released || now - looked >= NOTE_EVERY || now < looked)
    storage.write(() => storage.bookings.setLookedAt(now))
}
