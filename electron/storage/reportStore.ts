import type { Allocation } from '../../shared/scheduling/situation.ts'
import { longMs } from './bookingRows.ts'
import type { Connection } from './connect.ts'
import type { FreedRow, LeafCounts, LeafSums, ReportStore, StandingRow } from './stores.ts'

type SumRow = [leafId: string, bookedMs: number, heldMs: number]
type CountRow = [leafId: string, bookings: number, due: number]
type StandingText = [leafId: string, rows: string]

/**
 * What SQL adds up for the occupancy report, leaf by leaf along the clustered tree: short rows by a bounded stretch of starts, long ones by their index.
 * Rows come as one JSON text a leaf: among the ways out of SQLite that is the fastest for many small rows.
 */
export function openReportStore(db: Connection): ReportStore {
  const length = 'a.quantity * (min(a.end_at, :end) - max(a.start_at, :start))'
  const sums = both<SumRow>(
    db,
    `a.leaf_id, sum(CASE WHEN a.kind = 'use' THEN ${length} ELSE 0 END),
      sum(CASE WHEN a.kind = 'held' THEN ${length} ELSE 0 END)`,
    "a.kind IN ('use', 'held')",
  )
  const counts = both<CountRow>(
    db,
    'a.leaf_id, count(*), sum(a.start_at >= :start AND a.start_at < :asOf)',
    "a.kind = 'use'",
  )
  const standing = both<StandingText>(
    db,
    `a.leaf_id, json_group_array(json_array(CASE a.kind WHEN 'use' THEN 0 WHEN 'held' THEN 1 ELSE 2 END, a.start_at,
      a.end_at, a.quantity, a.checked_in_at, a.checked_out_at, a.head_count, CASE WHEN a.shared THEN a.owner_id END))`,
    "a.kind <> 'outage'",
  )
  const gapLength = 'a.quantity * (min(a.end_at, g.end_at) - max(a.start_at, g.start_at))'
  const gapSum = `SELECT a.leaf_id, sum(CASE WHEN a.kind = 'use' THEN ${gapLength} ELSE 0 END),
      sum(CASE WHEN a.kind = 'held' THEN ${gapLength} ELSE 0 END)
    FROM leaf AS l CROSS JOIN gap AS g CROSS JOIN allocation AS a`
  const gapWhere = `l.id IN (SELECT value FROM json_each(:leafIds)) AND a.leaf_id = l.id AND a.kind IN ('use', 'held')
    AND a.start_at < g.end_at AND a.end_at > g.start_at`
  const gapSums = db
    .prepare<unknown[], SumRow>(
      `WITH gap (start_at, end_at) AS MATERIALIZED (SELECT value ->> 'start', value ->> 'end' FROM json_each(:gaps))
       SELECT * FROM (
         ${gapSum} WHERE ${gapWhere} AND a.start_at > g.start_at - ${longMs} AND a.end_at - a.start_at <= ${longMs} GROUP BY l.id
       ) UNION ALL SELECT * FROM (
         ${gapSum} WHERE ${gapWhere} AND a.end_at - a.start_at > ${longMs} GROUP BY l.id
       )`,
    )
    .raw()
  const freedRow = 'SELECT b.id, b.status, b.start_at, b.end_at, p.resource_id, p.quantity FROM booking AS b'
  const freedOnly =
    "b.status IN ('cancelled', 'noShow') AND b.start_at < :end AND b.end_at > :start AND p.booking_id = b.id"
  const freed = db
    .prepare<unknown[], FreedRow>(
      `${freedRow} INDEXED BY booking_freed_by_start CROSS JOIN booking_resource AS p
       WHERE ${freedOnly} AND b.start_at > :start - ${longMs} AND b.end_at - b.start_at <= ${longMs}
       UNION ALL
       ${freedRow} INDEXED BY booking_long_by_end CROSS JOIN booking_resource AS p
       WHERE ${freedOnly} AND b.end_at - b.start_at > ${longMs}
       ORDER BY 3`,
    )
    .raw()
  // CROSS JOIN: outages are few; the other way round every allocation ever made would be read.
  const outages = db.prepare<unknown[], Allocation>(
    `SELECT a.leaf_id AS leafId, a.start_at AS start, a.end_at AS end, a.quantity, a.kind, NULL AS bookingId,
       a.owner_id AS outageId, o.kind AS outageKind
     FROM outage AS o CROSS JOIN allocation AS a INDEXED BY allocation_by_owner
     WHERE a.owner_id = o.id AND a.kind = 'outage' AND o.status <> 'cancelled' AND o.end_at > :start AND o.start_at < :end AND a.end_at > :start AND a.start_at < :end
     ORDER BY a.leaf_id, a.start_at`,
  )

  return {
    leafSums: (interval) => addUp(sums(interval)),
    gapSums(leafIds, gaps) {
      const parameters = { leafIds: JSON.stringify(leafIds), gaps: JSON.stringify(gaps) }
      return addUp(gapSums.all(parameters))
    },
    counts(interval, asOf) {
      const found = new Map<string, LeafCounts>()
      for (const [leafId, bookings, due] of counts({ ...interval, asOf })) {
        const known = found.get(leafId)
        found.set(leafId, { leafId, bookings: bookings + (known?.bookings ?? 0), due: due + (known?.due ?? 0) })
      }
      return [...found.values()]
    },
    standing(interval) {
      const found = new Map<string, StandingRow[]>()
      for (const [leafId, text] of standing(interval)) {
        const rows = JSON.parse(text) as StandingRow[]
        const known = found.get(leafId)
        found.set(leafId, known === undefined ? rows : [...known, ...rows].sort((one, other) => one[1] - other[1]))
      }
      return [...found].map(([leafId, rows]) => ({ leafId, rows }))
    },
    freed: (interval) => freed.all(interval),
    outages: (interval) => outages.all(interval),
  }
}

/** The same question to short and to long rows, the answers one after the other. */
function both<Row>(db: Connection, select: string, where: string): (parameters: object) => Row[] {
  const short = db
    .prepare<unknown[], Row>(
      `SELECT ${select} FROM leaf AS l CROSS JOIN allocation AS a
       WHERE l.exclusion_id IS NULL AND a.leaf_id = l.id AND a.start_at > :start - ${longMs} AND a.start_at < :end
         AND a.end_at > :start AND a.end_at - a.start_at <= ${longMs} AND ${where}
       GROUP BY l.id`,
    )
    .raw()
  const long = db
    .prepare<unknown[], Row>(
      `SELECT ${select} FROM leaf AS l CROSS JOIN allocation AS a INDEXED BY allocation_long_by_leaf
       WHERE l.exclusion_id IS NULL AND a.leaf_id = l.id AND a.end_at > :start AND a.start_at < :end
         AND a.end_at - a.start_at > ${longMs} AND ${where}
       GROUP BY l.id`,
    )
    .raw()
  return (parameters) => [...short.all(parameters), ...long.all(parameters)]
}

function addUp(rows: readonly SumRow[]): LeafSums[] {
  const found = new Map<string, LeafSums>()
  for (const [leafId, bookedMs, heldMs] of rows) {
    const known = found.get(leafId)
    if (known === undefined) found.set(leafId, { leafId, bookedMs, heldMs })
    else {
      known.bookedMs += bookedMs
      known.heldMs += heldMs
    }
  }
  return [...found.values()]
}
