/* oxlint-disable no-await-in-loop -- ours and the anchor take turns */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { prepareConnection, type Connection } from '../../electron/storage/connect.ts'
import type { Input } from '../../shared/operations/index.ts'
import { addDays } from '../../shared/scheduling/civil.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { makeCentre, openCentre, valueOf, ZONE } from './lib/centre.ts'
import { dropFolder, tempFolder } from './lib/folders.ts'
import { ratioLine, timed, timedAsync, type Line, type Round } from './lib/measure.ts'
import { bareConnection } from './lib/store.ts'

const ROUNDS = 7
/** The rows of a series by table; `?` is its id, or for the journal the number before it. */
const rowsOf = {
  series: 'SELECT * FROM series WHERE id = ?',
  booking: 'SELECT * FROM booking WHERE series_id = ?',
  booking_resource: 'SELECT * FROM booking_resource WHERE booking_id IN (SELECT id FROM booking WHERE series_id = ?)',
  allocation: `SELECT leaf_id, start_at, kind, owner_id, end_at, quantity, checked_in_at, checked_out_at, head_count, shared
    FROM allocation WHERE owner_id IN (SELECT id FROM booking WHERE series_id = ?)`,
  series_date: 'SELECT * FROM series_date WHERE series_id = ?',
  journal: 'SELECT * FROM journal WHERE seq > ?',
}

/** A three-year weekly series on three places, judged and saved, against the bare inserts of the rows it makes into the same tables without rules and triggers. */
export async function series(): Promise<Line[]> {
  const folder = tempFolder('series')
  const centre = await makeCentre(folder, 1)
  const core = await openCentre(folder)
  const source = bareConnection(folder)
  const target = bareTables(folder, source)
  const lastSeq = source.prepare<[], number>('SELECT max(seq) FROM journal').pluck()
  try {
    const settings = valueOf('settings.get', await core.perform('settings.get', {}))
    const policy = { ...settings.policy, horizonDays: 2000, seriesMonths: 0 }
    valueOf('settings.set', await core.perform('settings.set', { change: { policy, kindPolicies: {} } }))
    const rounds: Round[] = []
    let note = ''
    for (let round = 0; round <= ROUNDS; round += 1) {
      const seq = lastSeq.get()!
      let id = ''
      const ours = await timedAsync(async () => {
        const reply = await core.perform('series.create', { request: request(round), onConflict: 'missing' })
        const made = valueOf('series.create', reply)
        id = made.series.id
        note = `${made.dates.filter((each) => each.bookingId !== null).length} bookings; anchor: bare inserts`
      })
      const anchor = replay(source, target, id, seq)
      // The first round reads what the later ones find in memory.
      if (round > 0) rounds.push({ ours, anchor })
    }
    return [ratioLine('weekly series, 3 years, 3 places', 'ms', 3, rounds, note)]
  } finally {
    source.close()
    target.close()
    await core.close()
    dropFolder(folder)
  }

  function request(round: number): Input<'series.create'>['request'] {
    const start = addDays(dateOf(Date.now(), ZONE), 40)
    return {
      rule: { freq: 'weekly', until: addDays(start, 3 * 365) },
      start,
      dayMode: 'next',
      from: 540 + round * 75,
      minutes: 60,
      title: '项目周会',
      resources: [3, 17, 31].map((each) => ({ resourceId: centre.places[each]!.id })),
    }
  }
}

/** The product's tables and indexes in a file of their own, without triggers and without foreign keys. */
function bareTables(folder: string, source: Connection): Connection {
  const db = new Database(join(folder, 'bare-series.db'))
  prepareConnection(db, 'file')
  db.pragma('foreign_keys = OFF')
  const names = Object.keys(rowsOf)
  const schema = source.prepare<[], { sql: string; tbl_name: string }>(
    "SELECT sql, tbl_name FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC",
  )
  for (const { sql, tbl_name: table } of schema.all()) if (names.includes(table)) db.exec(sql)
  return db
}

/** Writes the rows of a series again in one durable transaction; answers how long that takes, reading them not counted. */
function replay(source: Connection, target: Connection, id: string, seq: number): number {
  const writes = Object.entries(rowsOf).map(([table, sql]) => {
    const select = source.prepare<[string | number], Record<string, unknown>>(sql)
    const rows = select.all(table === 'journal' ? seq : id)
    const columns = Object.keys(rows[0] ?? {})
    const places = columns.map(() => '?').join(', ')
    return {
      rows: rows.map((row) => columns.map((column) => row[column])),
      insert: target.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`),
    }
  })
  return timed(() => {
    target.exec('BEGIN IMMEDIATE')
    for (const { rows, insert } of writes) for (const row of rows) insert.run(...row)
    target.exec('COMMIT')
  })
}
