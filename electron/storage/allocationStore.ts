import { occupyingStatuses } from '../../shared/operations/fields.ts'
import type { Allocation } from '../../shared/scheduling/situation.ts'
import { openAllocationRows } from './allocationRows.ts'
import { selectBooking, toBooking, type BookingRow } from './bookingRows.ts'
import type { Connection } from './connect.ts'
import { toOutage } from './outageStore.ts'
import { openOverlaps } from './overlaps.ts'
import { Collision, type AllocationStore } from './stores.ts'
import { openTable } from './table.ts'
import type { Transactions } from './transactions.ts'
import { walled } from './wall.ts'

type TouchingRow = {
  leafId: string
  start: number
  end: number
  quantity: number
  kind: Allocation['kind']
  bookingId: string | null
  outageId: string | null
  outageKind: NonNullable<Allocation['outageKind']> | null
}

type LastRow = [start: number, end: number, kind: Allocation['kind'], ownerId: string, quantity: number]

/** What stands in the leaves. */
export function openAllocationStore(db: Connection, transactions: Transactions): AllocationStore {
  const rows = openAllocationRows(db)
  const overlaps = openOverlaps(db)
  const capacities = openCapacities(db, transactions)
  const touching = openTouching(db, capacities.of)
  const leaves = db.prepare<[], { id: string; capacity: number }>('SELECT id, capacity FROM leaf')
  const saveLeaf = db.prepare(
    `INSERT INTO leaf (id, capacity, resource_id, exclusion_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET capacity = excluded.capacity`,
  )
  const dropLeaf = db.prepare(
    'DELETE FROM leaf WHERE id = ? AND NOT EXISTS (SELECT 1 FROM allocation WHERE leaf_id = leaf.id)',
  )
  const standing = db
    .prepare<[string, number, number, number], BookingRow>(
      `${selectBooking} WHERE b.status IN (SELECT value FROM json_each(?)) AND b.end_at > ? - 86400000
         AND (b.end_at > ? OR EXISTS (SELECT 1 FROM allocation AS a WHERE a.owner_id = b.id AND a.end_at > ?))
       ORDER BY b.start_at`,
    )
    .raw()
  const activeOutages = openTable(db, 'outage', [
    'id',
    'resource_id',
    'kind',
    'reason',
    'start_at',
    'end_at',
    'status',
    'reported_by_id',
    'created_at',
    'updated_at',
    'version',
  ]).rows("WHERE status = 'active' AND end_at > ? ORDER BY start_at")

  return {
    touching,
    setOutage: (outageId, outageRows) =>
      walled(transactions, () => {
        rows.clear(outageId)
        rows.add(outageId, outageRows)
      }),
    setLeaves: (wanted) =>
      transactions.part(() => {
        capacities.forget()
        const known = new Map(leaves.all().map((each) => [each.id, each.capacity]))
        for (const leaf of wanted) {
          const capacity = known.get(leaf.id)
          known.delete(leaf.id)
          if (capacity === leaf.capacity) continue
          saveLeaf.run(leaf.id, leaf.capacity, leaf.resourceId, leaf.exclusionId)
          if (capacity !== undefined && overlaps.onLeaf(leaf.id).length > 0) throw new Collision(leaf.id)
        }
        for (const id of known.keys()) dropLeaf.run(id)
      }),
    rebuild: (from, bookingRows, outageRows) =>
      walled(transactions, () => {
        const bookings = standing.all(JSON.stringify(occupyingStatuses), from, from, from).map(toBooking)
        const outages = activeOutages(from).map(toOutage)
        for (const each of [...bookings, ...outages]) rows.clear(each.id)
        for (const each of bookings) rows.add(each.id, bookingRows(each), each)
        for (const each of outages) rows.add(each.id, outageRows(each))
      }),
    findOverlaps: () => overlaps.everywhere(),
  }
}

/**
 * Capacities of leaves, kept in memory: they are asked for with every check. After `forget` nothing is kept until the next write begins, because the
 * transaction that changes them may still roll back.
 */
function openCapacities(
  db: Connection,
  transactions: Transactions,
): { of: (leafId: string) => number; forget: () => void } {
  const capacity = db.prepare<[string], number>('SELECT capacity FROM leaf WHERE id = ?').pluck()
  const kept = new Map<string, number>()
  let changedIn = -1
  return {
    of(leafId) {
      const known = kept.get(leafId)
      if (known !== undefined) return known
      const found = capacity.get(leafId) ?? 1
      if (transactions.count() !== changedIn) kept.set(leafId, found)
      return found
    },
    forget() {
      kept.clear()
      changedIn = transactions.count()
    },
  }
}

/**
 * Allocations near an interval. On capacity 1 nothing that begins before the last row that is no buffer can reach past it, so the search begins there, and
 * is mostly over with the last row before the end; in a pool short rows are bounded by their length and long ones have an index.
 */
function openTouching(db: Connection, capacityOf: (leafId: string) => number): AllocationStore['touching'] {
  const select = `SELECT a.leaf_id AS leafId, a.start_at AS start, a.end_at AS end, a.quantity, a.kind,
      a.booking_id AS bookingId, a.outage_id AS outageId, o.kind AS outageKind
    FROM allocation AS a LEFT JOIN outage AS o ON a.kind = 'outage' AND o.id = a.owner_id
    WHERE a.leaf_id = :leafId AND a.start_at < :end AND a.end_at > :start AND (:except IS NULL OR a.owner_id <> :except)`
  const last = db
    .prepare<[string, number], LastRow>(
      `SELECT start_at, end_at, kind, owner_id, quantity FROM allocation
       WHERE leaf_id = ? AND start_at < ? ORDER BY start_at DESC LIMIT 1`,
    )
    .raw()
  const single = db.prepare<unknown[], TouchingRow>(
    `${select} AND a.start_at >= coalesce((
       SELECT n.start_at FROM allocation AS n
       WHERE n.leaf_id = :leafId AND n.start_at <= :start AND n.kind <> 'buffer' ORDER BY n.start_at DESC LIMIT 1
     ), -9007199254740991) ORDER BY a.start_at`,
  )
  const pool = db.prepare<unknown[], TouchingRow>(
    `${select} AND a.start_at > :start - 172800000 AND a.end_at - a.start_at <= 172800000
     UNION ALL
     ${select} AND a.end_at - a.start_at > 172800000
     ORDER BY 2`,
  )
  return (leafId, interval, except) => {
    const row = last.get(leafId, interval.end)
    if (row === undefined) return []
    const isPool = capacityOf(leafId) > 1
    const [start, end, kind, ownerId, quantity] = row
    if (!isPool && start <= interval.start && kind !== 'buffer' && kind !== 'outage') {
      if (end <= interval.start || ownerId === except) return []
      return [{ leafId, start, end, quantity, kind, bookingId: ownerId, outageId: null }]
    }
    const statement = isPool ? pool : single
    return statement.all({ leafId, start: interval.start, end: interval.end, except }).map(toAllocation)
  }
}

/** A row in our words; `outageKind` only where there is one. */
export function toAllocation({ outageKind, ...row }: TouchingRow): Allocation {
  return outageKind === null ? row : { ...row, outageKind }
}
