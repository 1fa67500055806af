import { openAllocationRows } from './allocationRows.ts'
import {
  bookingColumns,
  bookingSeal,
  longMs,
  selectBooking,
  toBooking,
  valuesOf,
  type BookingRow,
} from './bookingRows.ts'
import { openBookingSearch } from './bookingSearch.ts'
import type { Connection } from './connect.ts'
import type { AllocationStore, BookingFilter, BookingStore, StoredBooking } from './stores.ts'
import type { Transactions } from './transactions.ts'
import { walled } from './wall.ts'

type Words = { title: string; occupantName: string; note: string; reason: string }

/** Bookings with their places, waivers and allocations. */
export function openBookingStore(
  db: Connection,
  transactions: Transactions,
  touching: AllocationStore['touching'],
): BookingStore {
  const allocations = openAllocationRows(db)
  const all = [...bookingColumns, 'seal']
  const nextNumber = openNumbers(db, transactions)
  const insert = db.prepare(`INSERT INTO booking (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`)
  const update = db.prepare(
    `UPDATE booking SET ${all
      .slice(1)
      .map((each) => `${each} = ?`)
      .join(', ')} WHERE id = ?`,
  )
  const addPlace = db.prepare(
    `INSERT INTO booking_resource (booking_id, position, resource_id, quantity, before_minutes, after_minutes,
       start_offset, end_offset)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const clearPlaces = db.prepare('DELETE FROM booking_resource WHERE booking_id = ?')
  const addWaiver = db.prepare(
    'INSERT INTO booking_waiver (booking_id, position, rule, resource_id, reason, by_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const clearWaivers = db.prepare('DELETE FROM booking_waiver WHERE booking_id = ?')
  const words = 'title, occupant_name AS occupantName, note, reason'
  const wordsNow = db.prepare<[string], Words & { version: number }>(
    `SELECT ${words}, version FROM booking WHERE id = ?`,
  )
  const wordsThen = db.prepare<[string, number], Words>(
    `SELECT ${words} FROM booking_words WHERE booking_id = ? AND version >= ? ORDER BY version LIMIT 1`,
  )
  const keepWords = db.prepare(
    `INSERT INTO booking_words (booking_id, version, title, occupant_name, note, reason) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (booking_id, version) DO NOTHING`,
  )
  const byId = db.prepare<[string], BookingRow>(`${selectBooking} WHERE b.id = ?`).raw()
  const bySource = db.prepare<[string], BookingRow>(`${selectBooking} WHERE b.source_uid = ? ORDER BY b.start_at`).raw()
  const range = openRange(db)
  const search = openBookingSearch(db)
  const awaited = "status = 'confirmed' AND checked_in_at IS NULL AND start_at < :before AND end_at > :after"
  const overdue = db
    .prepare<[{ before: number; after: number }], string>(
      `SELECT id FROM (
         SELECT id, start_at FROM booking WHERE ${awaited} AND start_at > :after - ${longMs} AND end_at - start_at <= ${longMs}
         UNION ALL
         SELECT id, start_at FROM booking INDEXED BY booking_long_by_end WHERE ${awaited} AND end_at - start_at > ${longMs}
       ) ORDER BY start_at`,
    )
    .pluck()
  const looked = db.prepare<[], number>("SELECT value FROM counter WHERE name = 'looked'").pluck()
  const setLooked = db.prepare(
    "INSERT INTO counter (name, value) VALUES ('looked', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  )
  const heldUntil = db
    .prepare<[number], string>(
      `SELECT id FROM booking WHERE status = 'tentative' AND hold_until IS NOT NULL AND hold_until <= ? ORDER BY hold_until`,
    )
    .pluck()

  function writeWaivers({ id, waivers }: StoredBooking): void {
    waivers.forEach((each, position) =>
      addWaiver.run(id, position, each.rule, each.resourceId, each.reason, each.byId, each.at),
    )
  }
  function writePlaces({ id, resources }: StoredBooking): void {
    resources.forEach((each, position) =>
      addPlace.run(
        id,
        position,
        each.resourceId,
        each.quantity,
        each.before,
        each.after,
        each.offset?.start ?? 0,
        each.offset?.end ?? 0,
      ),
    )
  }

  return {
    nextNo(year) {
      const short = String(year % 100).padStart(2, '0')
      return `B${short}-${String(nextNumber(`B${short}-`)).padStart(6, '0')}`
    },
    insert: (booking, titleKey, rows) =>
      walled(transactions, () => {
        const values = valuesOf(booking, titleKey)
        insert.run(...values, bookingSeal(values, booking.resources))
        writePlaces(booking)
        if (booking.waivers.length > 0) writeWaivers(booking)
        allocations.add(booking.id, rows, booking)
      }),
    replace: (booking, titleKey, rows) =>
      walled(transactions, () => {
        const { id } = booking
        const was = wordsNow.get(id)
        if (was === undefined) throw new Error(`booking ${id} does not exist`)
        if (
          was.title !== booking.title ||
          was.occupantName !== booking.occupantName ||
          was.note !== booking.note ||
          was.reason !== booking.reason
        )
          keepWords.run(id, was.version, was.title, was.occupantName, was.note, was.reason)
        const values = valuesOf(booking, titleKey)
        update.run(...values.slice(1), bookingSeal(values, booking.resources), id)
        clearPlaces.run(id)
        writePlaces(booking)
        clearWaivers.run(id)
        writeWaivers(booking)
        allocations.clear(id)
        allocations.add(id, rows, booking)
      }),
    lift: (bookingId) => allocations.clear(bookingId),
    byId(id) {
      const row = byId.get(id)
      return row === undefined ? null : toBooking(row)
    },
    bySource: (sourceUid) => bySource.all(sourceUid).map(toBooking),
    range,
    search,
    wordsAt(id, version) {
      const now = wordsNow.get(id)
      if (now === undefined || version < 1 || version > now.version) return null
      const { title, occupantName, note, reason } = wordsThen.get(id, version) ?? now
      return { title, occupantName, note, reason }
    },
    occupying(leafIds, interval) {
      const starts = new Map<string, number>()
      for (const leafId of leafIds) {
        for (const { bookingId, start } of touching(leafId, interval, null)) {
          if (bookingId !== null) starts.set(bookingId, Math.min(start, starts.get(bookingId) ?? start))
        }
      }
      return [...starts].sort((one, other) => one[1] - other[1]).map(([id]) => id)
    },
    overdue: (before, endingAfter = 0) => overdue.all({ before, after: endingAfter }),
    lookedAt: () => looked.get() ?? null,
    setLookedAt: (at) => void setLooked.run(at),
    heldUntil: (instant) => heldUntil.all(instant),
  }
}

/**
 * The number after the highest one that begins with a prefix, and after those given in the same transaction. Bookings are never deleted, so it was never
 * given; past 999999 the numbers are longer and no longer in the order of their text.
 */
function openNumbers(db: Connection, transactions: Transactions): (prefix: string) => number {
  const given = new Map<string, number>()
  let givenIn = -1
  const last = db
    .prepare<[string, string], string>('SELECT no FROM booking WHERE no >= ? AND no < ? ORDER BY no DESC LIMIT 1')
    .pluck()
  const highest = db
    .prepare<[number, string, string], number>(
      'SELECT max(CAST(substr(no, ?) AS INTEGER)) FROM booking WHERE no >= ? AND no < ?',
    )
    .pluck()
  return (prefix) => {
    const end = `${prefix}:`
    if (transactions.count() !== givenIn) given.clear()
    givenIn = transactions.count()
    let number = Number(last.get(prefix, end)?.slice(prefix.length) ?? 0)
    if (number >= 999_999) number = highest.get(prefix.length + 1, prefix, end) ?? number
    number = Math.max(number, given.get(prefix) ?? 0) + 1
    given.set(prefix, number)
    return number
  }
}

/** Bookings of a time: the short ones by a bounded stretch of starts, the long ones through their own index. */
function openRange(db: Connection): BookingStore['range'] {
  const narrow = `
    AND (:statuses IS NULL OR b.status IN (SELECT value FROM json_each(:statuses)))
    AND (:teamId IS NULL OR b.team_id = :teamId)
    AND (:resourceIds IS NULL OR EXISTS (
      SELECT 1 FROM booking_resource AS r
      WHERE r.booking_id = b.id AND r.resource_id IN (SELECT value FROM json_each(:resourceIds))
    ))`
  const statement = db
    .prepare<unknown[], BookingRow>(
      `${selectBooking}
       WHERE b.start_at > :start - ${longMs} AND b.start_at < :end AND b.end_at > :start
         AND b.end_at - b.start_at <= ${longMs}${narrow}
       UNION ALL
       ${selectBooking} INDEXED BY booking_long_by_end
       WHERE b.end_at - b.start_at > ${longMs} AND b.end_at > :start AND b.start_at < :end${narrow}`,
    )
    .raw()
  return ({ interval, resourceIds, statuses, teamId }: BookingFilter) =>
    statement
      .all({
        start: interval.start,
        end: interval.end,
        statuses: statuses === undefined ? null : JSON.stringify(statuses),
        teamId: teamId ?? null,
        resourceIds: resourceIds === undefined ? null : JSON.stringify(resourceIds),
      })
      .map(toBooking)
      .sort((one, other) => one.start - other.start || (one.no < other.no ? -1 : one.no > other.no ? 1 : 0))
}
