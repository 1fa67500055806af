import type { WaitEntry } from '../../shared/operations/waitlist.ts'
import type { Interval } from '../../shared/scheduling/time.ts'

/** Someone who waits, as stored; `passed` are the offers that were let go. */
export type StoredWait = Omit<WaitEntry, 'position' | 'hidden'> & { passed: (Interval & { resourceId: string })[] }

export type WaitlistStore = {
  /** Writes an entry, new or changed. */
  save: (entry: StoredWait) => void
  byId: (id: string) => StoredWait | null
  /** True when nobody waits: asked after every write, so it must cost next to nothing. */
  isEmpty: () => boolean
  /** Those who wait or have an offer, in order of the queue. */
  open: () => StoredWait[]
  /** Those whose waiting is over, newest first. */
  closed: (limit: number) => StoredWait[]
  byOffer: (bookingId: string) => StoredWait[]
}
