import type { BookingStatus, OutageKind } from '../operations/fields.ts'
import { allocationsFor, outageRows, type PlaceAsked } from './leaves.ts'
import type { Allocation, Places, Situation } from './situation.ts'
import type { Interval } from './time.ts'

type BookingSeen = Interval & { id: string; status: BookingStatus; resources: readonly PlaceAsked[] }
type OutageSeen = Interval & { id: string; resourceId: string; kind: OutageKind; status: string }

/**
 * The allocations of bookings and outages as a screen holds them, so that it can judge while dragging without asking. Bookings whose details are hidden stand
 * there all the same. A cancelled outage stands nowhere; an ended one until it ended.
 */
export function standingOf(
  bookings: readonly BookingSeen[],
  outages: readonly OutageSeen[],
  places: Places,
): Allocation[] {
  return [
    ...bookings.flatMap((booking) =>
      allocationsFor(booking, places).map((row): Allocation => ({ ...row, bookingId: booking.id, outageId: null })),
    ),
    ...outages
      .filter((outage) => outage.status !== 'cancelled' && outage.start < outage.end)
      .flatMap((outage) =>
        outageRows(outage.resourceId, outage, places).map((row): Allocation => ({
          ...row,
          bookingId: null,
          outageId: outage.id,
          outageKind: outage.kind,
        })),
      ),
  ]
}

/**
 * A look-up of allocations by leaf and interval, in order of start, for `Situation.allocations`; `leftOut` is the booking under judgement. Built once, asked often:
 * a leaf of a day has few rows, a week's are cut off by their start.
 */
export function lookUp(rows: readonly Allocation[], leftOut: string | null = null): Situation['allocations'] {
  const byLeaf = new Map<string, Allocation[]>()
  for (const row of rows) {
    if (leftOut !== null && row.bookingId === leftOut) continue
    const list = byLeaf.get(row.leafId)
    if (list) list.push(row)
    else byLeaf.set(row.leafId, [row])
  }
  for (const list of byLeaf.values()) list.sort((a, b) => a.start - b.start)
  return (leafId, interval) => {
    const list = byLeaf.get(leafId)
    if (!list) return nobody
    const found: Allocation[] = []
    for (const row of list) {
      if (row.start >= interval.end) break
      if (row.end > interval.start) found.push(row)
    }
    return found
  }
}

const nobody: readonly Allocation[] = []
