import Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { bookingColumns, bookingSeal, valuesOf } from '../../../electron/storage/bookingRows.ts'
import { prepareConnection, type Connection } from '../../../electron/storage/connect.ts'
import { journalHash } from '../../../electron/storage/journalStore.ts'
import type { StoredBooking } from '../../../electron/storage/stores.ts'
import { DAY, MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import type { Place } from './centre.ts'
import { seeded } from './measure.ts'

/** `days`: the beginning of each day, in order. */
export type Fill = { places: readonly Place[]; bookerId: string; days: readonly Instant[] }

const titles = ['项目周会', '路演排练', '样机评审', '仪器培训', '投资人来访', '专家咨询', '合同洽谈', '中期检查']

/**
 * Fills the database of a data folder in bulk, about seven bookings a room and day, none over another: kept, not kept and cancelled ones, with check-in
 * and check-out. What belongs to a day depends on the day alone. The walls stand aside meanwhile and are put back as they were. Answers how many.
 */
export function fillWithBookings(file: string, fill: Fill): number {
  const db = new Database(file)
  try {
    prepareConnection(db, 'file')
    // Only while filling: nothing is promised to anyone yet.
    db.pragma('synchronous = OFF')
    db.pragma('cache_size = -256000')
    const walls = db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%wall%'",
      )
      .all()
    for (const { name } of walls) db.exec(`DROP TRIGGER ${name}`)
    db.exec('BEGIN IMMEDIATE')
    const count = insertAll(db, fill)
    db.exec(`INSERT INTO allocation (leaf_id, start_at, kind, owner_id, end_at, quantity, checked_in_at, checked_out_at, head_count, shared)
      SELECT p.resource_id, b.start_at, 'use', b.id, b.end_at, 1, b.checked_in_at, b.checked_out_at, b.head_count, 0
      FROM booking_resource AS p JOIN booking AS b ON b.id = p.booking_id WHERE b.status = 'completed'
      ORDER BY p.resource_id, b.start_at`)
    for (const { sql } of walls) db.exec(sql)
    db.exec('COMMIT')
    db.pragma('wal_checkpoint(TRUNCATE)')
    return count
  } finally {
    db.close()
  }
}

function insertAll(db: Connection, { places, bookerId, days }: Fill): number {
  const columns = [...bookingColumns, 'seal']
  const booking = db.prepare(
    `INSERT INTO booking (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const place = db.prepare(
    `INSERT INTO booking_resource (booking_id, position, resource_id, quantity, before_minutes, after_minutes)
     VALUES (?, 0, ?, 1, 0, 0)`,
  )
  const line = db.prepare(
    `INSERT INTO journal (seq, first_seq, at, station, actor, operation, topic, key, before, after, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const end = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_head').get()!
  let { seq, hash } = end
  let count = 0
  for (const dayStart of days) {
    for (const [index, { id: resourceId }] of places.entries()) {
      const random = seeded(dayStart / MINUTE + index * 7919)
      for (const { start, end } of slotsOf(dayStart, random)) {
        count += 1
        const made = madeBooking({ start, end, resourceId, bookerId, count }, random)
        const values = valuesOf(made, 'xmzh')
        booking.run(...values, bookingSeal(values, made.resources))
        place.run(made.id, resourceId)
        seq += 1
        const entry = {
          seq,
          firstSeq: seq,
          at: made.createdAt,
          station: 'bench',
          actor: bookerId,
          operation: 'bookings.create',
          topic: 'bookings' as const,
          key: made.id,
          before: null,
          after: '{"version":1}',
          prevHash: hash,
        }
        hash = journalHash(entry)
        line.run(
          seq,
          seq,
          entry.at,
          entry.station,
          bookerId,
          entry.operation,
          entry.topic,
          made.id,
          null,
          entry.after,
          entry.prevHash,
          hash,
        )
      }
    }
  }
  db.prepare('UPDATE journal_head SET seq = ?, hash = ?').run(seq, hash)
  return count
}

/** Bookings of one room on one day: nine between 08:30 and 20:30 on a working day, two at the weekend, with gaps. */
function slotsOf(dayStart: Instant, random: () => number): { start: Instant; end: Instant }[] {
  // 1970-01-01 was a Thursday; the day begins in the evening of the day before in UTC.
  const weekday = (Math.floor((dayStart + DAY / 2) / DAY) + 3) % 7
  const count = weekday < 5 ? 9 : 2
  const width = Math.floor(720 / count / 5) * 5
  return Array.from({ length: count }, (_, index) => {
    const from = 510 + index * width + Math.floor(random() * 3) * 5
    const length = 45 + Math.floor(random() * 5) * 5
    return { start: dayStart + from * MINUTE, end: dayStart + (from + length) * MINUTE }
  })
}

type Wanted = { start: Instant; end: Instant; resourceId: string; bookerId: string; count: number }

function madeBooking({ start, end, resourceId, bookerId, count }: Wanted, random: () => number): StoredBooking {
  const fate = random()
  const status = fate < 0.06 ? 'cancelled' : fate < 0.09 ? 'noShow' : 'completed'
  const came = status === 'completed'
  const checkedInAt = came ? start + Math.floor(random() * 10 - 5) * MINUTE : null
  const checkedOutAt = came ? end + Math.floor(random() * 8 - 5) * MINUTE : null
  const createdAt = start - 3 * DAY
  return {
    id: idAt(createdAt, count),
    no: `G${String(count).padStart(8, '0')}`,
    title: titles[count % titles.length]!,
    status,
    start,
    end,
    resources: [{ resourceId, quantity: 1, before: 0, after: 0 }],
    teamId: null,
    projectId: null,
    bookerId,
    occupantId: null,
    occupantName: '',
    headCount: random() < 0.7 ? 1 + Math.floor(random() * 8) : null,
    confidential: false,
    serviceKind: null,
    note: '',
    sourceUid: null,
    waivers: [],
    checkedInAt,
    checkedOutAt,
    releasedAt: status === 'noShow' ? start + 15 * MINUTE : null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt,
    updatedAt: end,
    version: 1,
  }
}

/** A UUIDv7 of a past moment, in the order of `count`. */
function idAt(at: Instant, count: number): string {
  const time = at.toString(16).padStart(12, '0')
  const rest = randomBytes(8).toString('hex')
  const order = (count % 4096).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-a${rest.slice(1, 4)}-${rest.slice(4)}`
}
