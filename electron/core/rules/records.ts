import type { OwnBooking, Party, Records } from '../../../shared/scheduling/situation.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'
import type { Context } from '../context.ts'
import { partyOf } from './party.ts'

/** What the rules about people read, from the stores; `except` is the booking under judgement. Each question is asked of the database once. */
export function recordsFor(context: Pick<Context, 'stores' | 'memory'>, except: string | null): Records {
  const { stores, memory } = context
  const bookings = new Map<string, readonly OwnBooking[]>()
  const holders = new Map<string, Party | null>()
  function remembered(of: 'ofPerson' | 'ofTeam', id: string, interval: Interval): readonly OwnBooking[] {
    const name = `${of} ${id} ${interval.start} ${interval.end}`
    let found = bookings.get(name)
    if (found === undefined) {
      found = stores.quotas[of](id, interval).filter((each) => each.id !== except)
      bookings.set(name, found)
    }
    return found
  }
  return {
    get quotas() {
      return memory.quotas()
    },
    ofPerson: (id, interval) => remembered('ofPerson', id, interval),
    ofTeam: (id, interval) => remembered('ofTeam', id, interval),
    holder(bookingId) {
      const known = holders.get(bookingId)
      if (known !== undefined) return known
      const booking = stores.bookings.byId(bookingId)
      const holder = booking === null ? null : partyOf(context, booking)
      holders.set(bookingId, holder)
      return holder
    },
  }
}
