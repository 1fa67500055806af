import type { BookedResource, Booking } from '../../../shared/operations/bookings.ts'
import type { BookingStatus } from '../../../shared/operations/fields.ts'
import type { Exclusion } from '../../../shared/operations/resources.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import { occupies, outageLeaves, placeTime } from '../../../shared/scheduling/leaves.ts'
import type { Places } from '../../../shared/scheduling/situation.ts'
import { MINUTE, type Interval } from '../../../shared/scheduling/time.ts'

/** A booking in one row: as which of its places it stands there. */
export type RowBooking = { booking: Booking; place: BookedResource }

/** When a booking holds a row: its own time, or that of the part of a bundle that stands there. */
export function timeInRow({ booking, place }: RowBooking): Interval {
  return place.offset === undefined ? booking : placeTime(booking, place)
}

/** Time in which a row cannot be used because a partner of an exclusion is in use. */
export type Shut = Interval & { exclusionName: string; partnerId: string; bookingId: string }

/** What stands in the rows of the board, found once per refresh. Lists keep their identity while nothing in them changed, so that rows need not be drawn again. */
export type BoardIndex = {
  byId: ReadonlyMap<string, Booking>
  bookings: ReadonlyMap<string, readonly RowBooking[]>
  outages: ReadonlyMap<string, readonly Outage[]>
  shuts: ReadonlyMap<string, readonly Shut[]>
}

/** Statuses that the board draws: those that hold their place, and no-shows, whose record stays. */
export function isDrawn(status: BookingStatus): boolean {
  return status === 'noShow' || occupies(status)
}

/** Whether two answers about one booking say the same, as far as the board shows it. */
export function sameBooking(a: Booking, b: Booking): boolean {
  return (
    a === b ||
    (a.version === b.version &&
      a.status === b.status &&
      a.start === b.start &&
      a.end === b.end &&
      a.hidden === b.hidden &&
      a.title === b.title &&
      a.updatedAt === b.updatedAt &&
      a.resources.length === b.resources.length &&
      a.resources.every((each, index) => each.resourceId === b.resources[index]!.resourceId))
  )
}

/** Indexes bookings and outages by the rows they stand in; what did not change since `before` is taken over from it. */
export function indexBoard(
  given: { bookings: readonly Booking[]; outages: readonly Outage[]; places: Places },
  before: BoardIndex | null = null,
): BoardIndex {
  const { places } = given
  const byId = new Map<string, Booking>()
  const bookings = new Map<string, RowBooking[]>()
  const shuts = new Map<string, Shut[]>()
  const members = new Map(places.exclusions.map((each) => [`x:${each.id}`, each]))
  const exclusive = members.size > 0
  for (const fresh of given.bookings) {
    if (!isDrawn(fresh.status)) continue
    const known = before?.byId.get(fresh.id)
    const booking = known !== undefined && sameBooking(known, fresh) ? known : fresh
    byId.set(booking.id, booking)
    for (const place of booking.resources) {
      for (const leafId of places.leavesOf.get(place.resourceId) ?? []) {
        const exclusion = exclusive ? members.get(leafId) : undefined
        if (exclusion === undefined) push(bookings, leafId, { booking, place })
        else if (occupies(booking.status)) shutPartners(shuts, exclusion, booking, place, places)
      }
    }
  }
  for (const list of bookings.values()) sortByStart(list)
  const outages = new Map<string, Outage[]>()
  for (const outage of given.outages) {
    if (outage.status === 'cancelled' || outage.start >= outage.end) continue
    for (const leaf of outageLeaves(outage.resourceId, places)) push(outages, leaf.id, outage)
  }
  return {
    byId,
    bookings: keep(bookings, before?.bookings, (a, b) => a.booking === b.booking && samePlace(a.place, b.place)),
    outages: keep(outages, before?.outages, (a, b) => a.id === b.id && a.version === b.version && a.end === b.end),
    shuts: keep(shuts, before?.shuts, (a, b) => a.bookingId === b.bookingId && a.start === b.start && a.end === b.end),
  }
}

/** Only members that are rows themselves: half a hall may be used while the whole of it may not. */
function shutPartners(
  shuts: Map<string, Shut[]>,
  exclusion: Exclusion,
  booking: Booking,
  place: BookedResource,
  places: Places,
): void {
  const own = places.leavesOf.get(place.resourceId) ?? []
  const { start, end } = timeInRow({ booking, place })
  const shut: Shut = {
    start: start - place.before * MINUTE,
    end: end + place.after * MINUTE,
    exclusionName: exclusion.name,
    partnerId: place.resourceId,
    bookingId: booking.id,
  }
  for (const rowId of exclusion.resourceIds)
    if (!own.includes(rowId) && places.leaves.has(rowId)) push(shuts, rowId, shut)
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function samePlace(a: BookedResource, b: BookedResource): boolean {
  return a.resourceId === b.resourceId && a.quantity === b.quantity
}

function sortByStart(list: RowBooking[]): void {
  for (let index = 1; index < list.length; index += 1) {
    if (timeInRow(list[index - 1]!).start > timeInRow(list[index]!).start) {
      list.sort((a, b) => timeInRow(a).start - timeInRow(b).start || (a.booking.id < b.booking.id ? -1 : 1))
      return
    }
  }
}

function keep<T>(
  fresh: Map<string, T[]>,
  before: ReadonlyMap<string, readonly T[]> | undefined,
  same: (a: T, b: T) => boolean,
): ReadonlyMap<string, readonly T[]> {
  if (before === undefined) return fresh
  const kept = new Map<string, readonly T[]>()
  for (const [key, list] of fresh) {
    const old = before.get(key)
    const unchanged = old !== undefined && old.length === list.length && list.every((each, at) => same(each, old[at]!))
    kept.set(key, unchanged ? old : list)
  }
  return kept
}
