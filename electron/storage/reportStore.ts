import type { Allocation } from '../../shared/scheduling/situation.ts'
import { longMs } from './bookingStore.ts'
import type { Connection } from './connect.ts'
import type { LeafSums, ReportStore } from './stores.ts'

type SumRow = [leafId: string, bookedMs: number, heldMs: number]

/** What SQL adds up for the occupancy report. Leaf by leaf along the clustered tree: short rows by a bounded stretch, long ones by their index. */
export function openReportStore(db: Connection): ReportStore {
  const length = 'a.quantity * (min(a.end_at, :end) - max(a.start_at, :start))'
  const sums = `SELECT a.leaf_id,
      sum(CASE WHEN a.kind = 'use' THEN ${length} ELSE 0 END),
      sum(CASE WHEN a.kind = 'held' THEN ${length} ELSE 0 END)`
  const short = db
    .prepare<unknown[], SumRow>(
      `${sums} FROM leaf AS l CROSS JOIN allocation AS a
       WHERE a.leaf_id = l.id AND a.start_at > :start - ${longMs} AND a.start_at < :end AND a.end_at > :start
         AND a.kind IN ('use', 'held') AND a.end_at - a.start_at <= ${longMs}
       GROUP BY l.id`,
    )
    .raw()
  const long = db
    .prepare<unknown[], SumRow>(
      `${sums} FROM leaf AS l CROSS JOIN allocation AS a INDEXED BY allocation_long_by_leaf
       WHERE a.leaf_id = l.id AND a.end_at > :start AND a.start_at < :end
         AND a.kind IN ('use', 'held') AND a.end_at - a.start_at > ${longMs}
       GROUP BY l.id`,
    )
    .raw()
  const outages = db.prepare<unknown[], Allocation>(
    `SELECT a.leaf_id AS leafId, a.start_at AS start, a.end_at AS end, a.quantity, a.kind, NULL AS bookingId,
       a.owner_id AS outageId, o.kind AS outageKind
     FROM outage AS o JOIN allocation AS a ON a.owner_id = o.id AND a.kind = 'outage'
     WHERE o.status <> 'cancelled' AND o.end_at > :start AND o.start_at < :end AND a.end_at > :start AND a.start_at < :end
     ORDER BY a.leaf_id, a.start_at`,
  )

  return {
    leafSums(interval) {
      const found = new Map<string, LeafSums>()
      for (const statement of [short, long]) {
        for (const [leafId, bookedMs, heldMs] of statement.all(interval)) {
          const known = found.get(leafId)
          if (known === undefined) found.set(leafId, { leafId, bookedMs, heldMs })
          else {
            known.bookedMs += bookedMs
            known.heldMs += heldMs
          }
        }
      }
      return [...found.values()]
    },
    outages: (interval) => outages.all(interval),
  }
}
