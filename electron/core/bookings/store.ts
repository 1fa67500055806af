import { allocationsFor } from '../../../shared/scheduling/leaves.ts'
import { titleKeyOf } from '../../../shared/text/sortKey.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Context } from '../context.ts'
import { noteOccurrence } from '../series/occurrence.ts'
import { factsOf } from './facts.ts'

/** Titles come again and again, and finding the pinyin of one takes longer than all the rules together. */
const MOST_TITLES = 1000
const titleKeys = new Map<string, string>()

function titleKey(title: string): string {
  const known = titleKeys.get(title)
  if (known !== undefined) return known
  if (titleKeys.size >= MOST_TITLES) titleKeys.clear()
  const key = titleKeyOf(title)
  titleKeys.set(title, key)
  return key
}

/** Writes a new booking, its allocations and its line in the journal. */
export function insertBooking({ stores, memory, record }: Context, booking: StoredBooking): StoredBooking {
  stores.bookings.insert(booking, titleKey(booking.title), allocationsFor(booking, memory.places()))
  record('bookings', booking.id, null, factsOf(booking))
  return booking
}

/** Writes a booking as it has become: next version, allocations anew, a line in the journal. */
export function replaceBooking(context: Context, was: StoredBooking, change: Partial<StoredBooking>): StoredBooking {
  const { stores, memory, record, now } = context
  const booking: StoredBooking = { ...was, ...change, version: was.version + 1, updatedAt: now }
  stores.bookings.replace(booking, titleKey(booking.title), allocationsFor(booking, memory.places()))
  record('bookings', booking.id, factsOf(was), factsOf(booking))
  noteOccurrence(context, was, booking)
  return booking
}
