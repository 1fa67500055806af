import Database from 'better-sqlite3'
import { join } from 'node:path'
import { prepareConnection, type Connection } from '../../electron/storage/connect.ts'
import type { Core } from '../../electron/core/coreTypes.ts'
import { daysInterval } from '../../shared/scheduling/zone.ts'
import { openCentre, valueOf, ZONE, type Centre } from './lib/centre.ts'
import { tempFolder } from './lib/folders.ts'
import { ratioLine, timed, timedAsync, type Line, type Round } from './lib/measure.ts'
import { millionCentre } from './lib/million.ts'

const ROUNDS = 15

/** G12: the occupancy report of a month over a million bookings, whole as the page asks for it, against the bare clipped sum by place. */
export async function occupancy(): Promise<Line[]> {
  const centre = await millionCentre()
  const db = bareCopy(centre)
  const { start, end } = daysInterval(centre.month.from, centre.month.to, ZONE)
  const bare = db.prepare(
    `SELECT leaf_id, sum(min(end_at, @end) - max(start_at, @start)) AS ms FROM busy
     WHERE start_at > @start - 172800000 AND start_at < @end AND end_at > @start GROUP BY leaf_id`,
  )
  const core = await openCentre(centre.folder)
  const rounds: Round[] = []
  for (let round = -3; round < ROUNDS; round += 1) {
    const anchor = timed(() => bare.all({ start, end }))
    // oxlint-disable-next-line no-await-in-loop -- ours and the anchor take turns
    const ours = await timedAsync(() => monthReport(core, centre))
    if (round >= 0) rounds.push({ ours, anchor })
  }
  await agree(core, centre, bare.all({ start, end }) as { leaf_id: string; ms: number }[])
  await core.close()
  db.close()
  return [ratioLine('occupancy of a month, 1 M', 'ms', 2, rounds)]
}

/** The report of the newest month. */
export async function monthReport(core: Core, { month }: Centre) {
  return valueOf('reports.occupancy', await core.perform('reports.occupancy', month))
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
async function agree(core: Core, centre: Centre, sums: readonly { leaf_id: string; ms: number }[]): Promise<void> {
  const { rows } = await monthReport(core, centre)
  const byLeaf = new Map(sums.map((each) => [each.leaf_id, each.ms]))
  for (const row of rows) {
    const minutes = row.bookedMinutes + row.offHoursBookedMinutes
    if (Math.abs(minutes - (byLeaf.get(row.resourceId) ?? 0) / 60_000) > 1e-6)
      throw new Error(
        `the report says ${minutes} minutes for ${row.code}, the bare sum ${byLeaf.get(row.resourceId)} ms`,
      )
  }
}
