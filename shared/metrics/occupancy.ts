import { type OccupancyRow } from '../operations/reports.ts'
import { common, intersect, merge, subtract, total } from '../scheduling/interval.ts'
import { MINUTE, type Interval } from '../scheduling/time.ts'
import { addSums, noSums, type DistinctCounts, type Sums } from './sums.ts'

export { addSums, noSums, type DistinctCounts, type Sums } from './sums.ts'

/*
 * Occupancy of one leaf resource over one period, by the definitions of features part B (words in definitions.ts).
 *
 * The split between the engine and SQL, so that a month over a million bookings costs little more than the bare clipped aggregate:
 * - here, from policy and calendar: the open windows of each resource (`openByResource` in periods.ts), their complement `closedGaps`;
 * - in SQL, with a GROUP BY per leaf: `bookedMs`, `heldMs` clipped to the period (times quantity), the counts, and the same two sums over the
 *   closed gaps for the `offHours…` part: bookings outside the hours are few, and an index finds them gap by gap;
 * - here again: `sumsOf` for what SQL cannot add up (used time is a union, buffers of neighbours overlap, outages meet opening hours), given only the rows
 *   concerned, then `addSums`, and `combineRow` makes the row. `sumsOf` given all rows does everything; both ways give the same figures (tested).
 * Everything is summed in whole milliseconds and divided last.
 */

/** An occupied stretch of one leaf. */
export type Piece = Interval & { quantity: number }

/** One booking as it stands on one leaf. `used`: from check-in to check-out (`usedTime`), null when nobody came. `people`: this leaf's share. */
export type LeafBooking = Piece & {
  state: 'counted' | 'held' | 'noShow' | 'cancelled'
  before: number
  after: number
  used: Interval | null
  people: number | null
}

export type LeafPeriod = {
  units: number
  capacity: number | null
  /** The period, half-open. */
  period: Interval
  /** Bookings that begin at this instant or later are not due yet. */
  asOf: number
  /** Sorted and disjoint, clipped to the period. */
  open: readonly Interval[]
  /** Allocation rows of kind outage. */
  outages: readonly Piece[]
  bookings: readonly LeafBooking[]
}

/** The closed stretches of a period, given the open ones. */
export function closedGaps(open: readonly Interval[], period: Interval): Interval[] {
  return subtract([period], open)
}

/** Minutes after the end of a booking up to which it is taken as used when nobody checked out (estimated use). */
export const graceMinutes = 15

/** The time a booking was used: check-in to check-out; without check-out until `graceMinutes` after its end, but never later than `asOf`. */
export function usedTime(
  booking: { end: number; checkedInAt: number | null; checkedOutAt: number | null },
  asOf: number,
): Interval | null {
  if (booking.checkedInAt === null) return null
  const until = booking.checkedOutAt ?? Math.min(asOf, booking.end + graceMinutes * MINUTE)
  return until > booking.checkedInAt ? { start: booking.checkedInAt, end: until } : null
}

/** Length of the part of `piece` within sorted disjoint intervals, in ms. */
export function lengthWithin(piece: Interval, open: readonly Interval[]): number {
  let low = 0
  let high = open.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (open[middle]!.end <= piece.start) low = middle + 1
    else high = middle
  }
  let sum = 0
  for (let index = low; index < open.length && open[index]!.start < piece.end; index += 1) {
    const each = open[index]!
    sum += Math.min(each.end, piece.end) - Math.max(each.start, piece.start)
  }
  return sum
}

/** Adds up one leaf over one period. Bookings and outages may reach beyond the period; only their part inside counts. */
export function sumsOf(leaf: LeafPeriod): Sums {
  const sums = noSums()
  const { period, open, units } = leaf
  sums.openMs = total(open) * units
  for (const outage of leaf.outages) {
    const inside = intersect(outage, period)
    if (inside) sums.downMs += lengthWithin(inside, open) * outage.quantity
  }
  const buffers: Piece[] = []
  const uses: Piece[] = []
  for (const booking of leaf.bookings) addBooking(booking, leaf, sums, buffers, uses)
  sums.turnoverMs = units === 1 ? total(merge(buffers)) : buffers.reduce((sum, each) => sum + length(each), 0)
  addUses(uses, leaf, sums)
  return sums
}

function length(piece: Piece): number {
  return (piece.end - piece.start) * piece.quantity
}

function addBooking(booking: LeafBooking, leaf: LeafPeriod, sums: Sums, buffers: Piece[], uses: Piece[]): void {
  const { period, open, asOf, capacity } = leaf
  const { state, quantity } = booking
  const begins = period.start <= booking.start && booking.start < period.end
  const due = begins && booking.start < asOf
  if (begins && state === 'cancelled') sums.cancelledCount += 1
  if (due && state === 'noShow') sums.noShowCount += 1
  if (due && (state === 'counted' || state === 'noShow')) sums.dueCount += 1
  if (state === 'cancelled') return
  const inside = intersect(booking, period)
  const ms = inside ? (inside.end - inside.start) * quantity : 0
  if (state === 'noShow') {
    sums.noShowMs += ms
    return
  }
  const { start, end, before, after } = booking
  if (before > 0) pushClipped(buffers, { start: start - before * MINUTE, end: start, quantity }, period)
  if (after > 0) pushClipped(buffers, { start: end, end: end + after * MINUTE, quantity }, period)
  const openMs = inside ? lengthWithin(inside, open) * quantity : 0
  if (state === 'held') {
    sums.heldMs += ms
    sums.offHoursHeldMs += ms - openMs
    return
  }
  if (inside) sums.bookings += 1
  sums.bookedMs += ms
  sums.offHoursBookedMs += ms - openMs
  const used = booking.used && intersect(booking.used, period)
  if (!used) return
  uses.push({ start: used.start, end: used.end, quantity })
  const kept = inside && intersect(used, inside)
  if (kept) sums.keptMs += lengthWithin(kept, open) * quantity
  if (booking.people !== null && capacity !== null) {
    sums.seatMsUsed += booking.people * (used.end - used.start)
    sums.seatMsBase += capacity * quantity * (used.end - used.start)
  }
}

function pushClipped(list: Piece[], piece: Piece, period: Interval): void {
  const start = Math.max(piece.start, period.start)
  const end = Math.min(piece.end, period.end)
  if (start < end) list.push({ start, end, quantity: piece.quantity })
}

// Used time is a union: who overruns into the next booking does not use the room twice. In a pool at most the units count. What is used while the place is
// closed or out of service is use outside the hours, so that the use rate stays at most 1.
function addUses(uses: readonly Piece[], leaf: LeafPeriod, sums: Sums): void {
  if (uses.length === 0) return
  if (leaf.outages.length === 0 && uses.every((use) => use.quantity <= leaf.units) && apart(uses)) {
    for (const use of uses) {
      sums.usedMs += length(use)
      sums.offHoursUsedMs += length(use) - lengthWithin(use, leaf.open) * use.quantity
    }
    return
  }
  type Change = { at: number; used: number; available: number }
  const changes: Change[] = []
  const add = (piece: Interval, used: number, available: number) => {
    changes.push({ at: piece.start, used, available }, { at: piece.end, used: -used, available: -available })
  }
  for (const use of uses) add(use, use.quantity, 0)
  for (const each of leaf.open) add(each, 0, leaf.units)
  for (const outage of leaf.outages) for (const each of common([outage], leaf.open)) add(each, 0, -outage.quantity)
  changes.sort((a, b) => a.at - b.at)
  let load = 0
  let available = 0
  changes.forEach((change, index) => {
    load += change.used
    available += change.available
    const next = changes[index + 1]
    if (!next || next.at === change.at || load === 0) return
    const ms = next.at - change.at
    const all = Math.min(load, leaf.units)
    sums.usedMs += all * ms
    sums.offHoursUsedMs += (all - Math.min(all, Math.max(0, available))) * ms
  })
}

// The usual case, and five times as fast: one after the other and nothing out of service.
function apart(uses: readonly Piece[]): boolean {
  const sorted = [...uses].sort((a, b) => a.start - b.start)
  return sorted.every((each, index) => index === 0 || sorted[index - 1]!.end <= each.start)
}

/** What a row says of its resource. */
export type Reported = Pick<
  OccupancyRow,
  'resourceId' | 'code' | 'name' | 'nameEn' | 'kind' | 'areaM2' | 'capacity' | 'units'
>

/** The row of a report. A rate is null when its base is zero (shown as —, never as 0 %). */
export function combineRow(reported: Reported, sums: Sums): OccupancyRow {
  const available = sums.openMs - sums.downMs
  const booked = sums.bookedMs - sums.offHoursBookedMs
  const used = sums.usedMs - sums.offHoursUsedMs
  return {
    resourceId: reported.resourceId,
    code: reported.code,
    name: reported.name,
    nameEn: reported.nameEn,
    kind: reported.kind,
    areaM2: reported.areaM2,
    capacity: reported.capacity,
    units: reported.units,
    bookings: sums.bookings,
    dueCount: sums.dueCount,
    noShowCount: sums.noShowCount,
    cancelledCount: sums.cancelledCount,
    openMinutes: sums.openMs / MINUTE,
    downMinutes: sums.downMs / MINUTE,
    availableMinutes: available / MINUTE,
    bookedMinutes: booked / MINUTE,
    usedMinutes: used / MINUTE,
    keptMinutes: sums.keptMs / MINUTE,
    offHoursBookedMinutes: sums.offHoursBookedMs / MINUTE,
    offHoursUsedMinutes: sums.offHoursUsedMs / MINUTE,
    heldMinutes: (sums.heldMs - sums.offHoursHeldMs) / MINUTE,
    turnoverMinutes: sums.turnoverMs / MINUTE,
    noShowMinutes: sums.noShowMs / MINUTE,
    seatMinutesUsed: sums.seatMsUsed / MINUTE,
    seatMinutesBase: sums.seatMsBase / MINUTE,
    bookingRate: rate(booked, available),
    useRate: rate(used, available),
    keepRate: rate(sums.keptMs, booked),
    noShowRate: rate(sums.noShowCount, sums.dueCount),
    seatOccupancy: rate(sums.seatMsUsed, sums.seatMsBase),
  }
}

function rate(part: number, base: number): number | null {
  return base > 0 ? part / base : null
}

/** The bottom row: sums of the sums, rates from them (never means of rates). `distinct` replaces the counts when a booking can be on several rows. */
export function totalRow(rows: readonly { reported: Reported; sums: Sums }[], distinct?: DistinctCounts): OccupancyRow {
  const sums = { ...addSums(rows.map((row) => row.sums)), ...distinct }
  const add = (values: readonly (number | null)[]) =>
    values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const reported: Reported = {
    resourceId: 'total',
    code: '',
    name: '合计',
    nameEn: 'Total',
    kind: 'other',
    areaM2: add(rows.map((row) => row.reported.areaM2)),
    capacity: add(rows.map((row) => row.reported.capacity)),
    units: rows.reduce((sum, row) => sum + row.reported.units, 0),
  }
  return combineRow(reported, sums)
}
