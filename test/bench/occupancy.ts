/* oxlint-disable no-await-in-loop -- ours and the anchor take turns */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { prepareConnection, type Connection } from '../../electron/storage/connect.ts'
import type { OccupancyReport } from '../../shared/operations/reports.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { daysInterval } from '../../shared/scheduling/zone.ts'
import { openCentre, valueOf, ZONE, type Centre } from './lib/centre.ts'
import { tempFolder } from './lib/folders.ts'
import { ratioLine, timed, timedAsync, type Line, type Round } from './lib/measure.ts'
import { millionCentre } from './lib/million.ts'

const ROUNDS = 15

/**
 * G12: the occupancy report of a month over a million bookings, whole as the page asks for it, against the bare clipped sum by place. Every round asks for
 * another month, so that neither finds what it added up before; asked again, a month that is over is remembered.
 */
export async function occupancy(): Promise<Line[]> {
  const centre = await millionCentre()
  const db = bareCopy(centre)
  const bare = db.prepare<[{ start: number; end: number }], { leaf_id: string; ms: number }>(
    `SELECT leaf_id, sum(min(end_at, @end) - max(start_at, @start)) AS ms FROM busy
     WHERE start_at > @start - 172800000 AND start_at < @end AND end_at > @start GROUP BY leaf_id`,
  )
  const core = await openCentre(centre.folder)
  const first: Round[] = []
  const again: Round[] = []
  for (let round = -3; round < ROUNDS; round += 1) {
    const month = monthBefore(centre, ROUNDS - round)
    const interval = daysInterval(month.from, month.to, ZONE)
    let sums: { leaf_id: string; ms: number }[] = []
    let report: OccupancyReport | null = null
    const anchor = timed(() => (sums = bare.all(interval)))
    const ask = async () => (report = valueOf('reports.occupancy', await core.perform('reports.occupancy', month)))
    const ours = await timedAsync(ask)
    agree(report!, sums)
    if (round < 0) continue
    first.push({ ours, anchor })
    again.push({ ours: await timedAsync(ask), anchor: timed(() => bare.all(interval)) })
  }
  await core.close()
  db.close()
  return [ratioLine('occupancy of a month, 1 M', 'ms', 2, first), ratioLine('occupancy asked again', 'ms', 2, again)]
}

/** A full month, `count` months before the newest one. */
function monthBefore({ month }: Centre, count: number): { from: string; to: string } {
  const [year, number] = month.from.split('-').map(Number)
  const first = (shift: number) => new Date(Date.UTC(year!, number! - 1 + shift, 1)).toISOString().slice(0, 10)
  return { from: first(-count), to: first(1 - count) }
}

/** The same allocations alone in a table of their own with an index that holds all the query needs. */
function bareCopy({ folder }: Centre): Connection {
  const db = new Database(join(tempFolder('bare'), 'bare.db'))
  prepareConnection(db, 'file')
  db.pragma('synchronous = OFF')
  db.prepare('ATTACH ? AS centre').run(join(folder, 'hengtong.db'))
  db.exec(`CREATE TABLE busy (id INTEGER PRIMARY KEY, leaf_id TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL) STRICT;
    INSERT INTO busy (leaf_id, start_at, end_at) SELECT leaf_id, start_at, end_at FROM centre.allocation ORDER BY start_at;
    CREATE INDEX busy_by_start ON busy (start_at, leaf_id, end_at);
    DETACH centre;`)
  return db
}

/** Throws when a place's booked time is not that of the bare sum: a report that is quick and wrong is worth nothing. */
function agree({ rows }: OccupancyReport, sums: readonly { leaf_id: string; ms: number }[]): void {
  const byLeaf = new Map(sums.map((each) => [each.leaf_id, each.ms]))
  for (const row of rows) {
    const minutes = row.bookedMinutes + row.offHoursBookedMinutes
    const wanted = (byLeaf.get(row.resourceId) ?? 0) / MINUTE
    if (Math.abs(minutes - wanted) > 1e-6) throw new Error(`${row.code}: ${minutes} minutes, the bare sum ${wanted}`)
  }
}
