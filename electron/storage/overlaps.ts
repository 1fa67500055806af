import type { Instant } from '../../shared/scheduling/time.ts'
import type { Connection } from './connect.ts'

// On capacity 1: what begins before the longest reach of all earlier rows overlaps one of them. `lag()` would miss a long row over two later ones.
const single = (only: string) => `
  SELECT leaf_id AS leafId, start_at AS at FROM (
    SELECT a.leaf_id, a.start_at, a.kind,
      max(a.end_at) OVER earlier AS reach,
      max(CASE WHEN a.kind <> 'buffer' THEN a.end_at END) OVER earlier AS hard_reach
    FROM allocation AS a JOIN leaf AS l ON l.id = a.leaf_id
    WHERE l.capacity = 1${only}
    WINDOW earlier AS (PARTITION BY a.leaf_id ORDER BY a.start_at, a.end_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  WHERE hard_reach > start_at OR (kind <> 'buffer' AND reach > start_at)`

const pool = (only: string) => `
  SELECT leaf_id AS leafId, at FROM (
    SELECT leaf_id, at, capacity,
      sum(change) OVER (PARTITION BY leaf_id ORDER BY at, change ROWS UNBOUNDED PRECEDING) AS load
    FROM (
      SELECT a.leaf_id, a.start_at AS at, a.quantity AS change, l.capacity
      FROM allocation AS a JOIN leaf AS l ON l.id = a.leaf_id WHERE l.capacity > 1${only}
      UNION ALL
      SELECT a.leaf_id, a.end_at, -a.quantity, l.capacity
      FROM allocation AS a JOIN leaf AS l ON l.id = a.leaf_id WHERE l.capacity > 1${only}
    )
  )
  WHERE load > capacity`

const tooMany = (only: string) => `
  SELECT a.leaf_id AS leafId, a.start_at AS at FROM allocation AS a LEFT JOIN leaf AS l ON l.id = a.leaf_id
  WHERE (l.id IS NULL OR a.quantity > l.capacity)${only}`

export type Overlap = { leafId: string; at: Instant }

/** Looks for instants at which a leaf holds more than its capacity, without help from the triggers. */
export function openOverlaps(db: Connection): { everywhere: () => Overlap[]; onLeaf: (leafId: string) => Overlap[] } {
  const all = (only: string) => [single, pool, tooMany].map((sql) => db.prepare<unknown[], Overlap>(sql(only)))
  const everywhere = all('')
  const onLeaf = all(' AND a.leaf_id = :leafId')
  const distinct = (rows: Overlap[]) => [...new Map(rows.map((row) => [`${row.at} ${row.leafId}`, row])).values()]
  return {
    everywhere: () => distinct(everywhere.flatMap((each) => each.all())),
    onLeaf: (leafId) => distinct(onLeaf.flatMap((each) => each.all({ leafId }))),
  }
}
