import Database from 'better-sqlite3'
import { join } from 'node:path'
import { prepareConnection } from '../../../electron/storage/connect.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'

/** The cheapest durable booking there can be on this disk: overlap check and three rows in one FULL transaction, no rules. */
export function bareTransaction(folder: string): {
  write: (place: number, start: number, end: number) => void
  close: () => void
} {
  const db = new Database(join(folder, 'bare.db'))
  prepareConnection(db, 'file')
  db.exec(`CREATE TABLE booking (id INTEGER PRIMARY KEY, title TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL) STRICT;
    CREATE TABLE busy (place INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, booking_id INTEGER NOT NULL,
      PRIMARY KEY (place, start_at)) STRICT, WITHOUT ROWID;
    CREATE TABLE log (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL) STRICT;`)
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const last = db
    .prepare<[number, number], number>(
      'SELECT end_at FROM busy WHERE place = ? AND start_at < ? ORDER BY start_at DESC LIMIT 1',
    )
    .pluck()
  const booking = db.prepare('INSERT INTO booking (title, start_at, end_at) VALUES (?, ?, ?)')
  const busy = db.prepare('INSERT INTO busy VALUES (?, ?, ?, ?)')
  const log = db.prepare('INSERT INTO log (at, what) VALUES (?, ?)')
  // As many rows as a small centre has, so that the trees are not empty ones.
  db.transaction(() => {
    for (let index = 0; index < 12_000; index += 1) {
      const start = index * 60 * MINUTE
      const { lastInsertRowid } = booking.run('项目周会', start, start + 45 * MINUTE)
      busy.run(index % 60, start, start + 45 * MINUTE, lastInsertRowid)
      log.run(start, `{"id":${lastInsertRowid}}`)
    }
  })()
  return {
    write(place, start, end) {
      begin.run()
      if ((last.get(place, end) ?? 0) > start) throw new Error('the bare slot is taken')
      const { lastInsertRowid } = booking.run('项目周会', start, end)
      busy.run(place, start, end, lastInsertRowid)
      log.run(start, `{"id":${lastInsertRowid},"start":${start},"end":${end}}`)
      commit.run()
    },
    close: () => void db.close(),
  }
}
