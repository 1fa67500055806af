import type { AllocationRow } from '../../shared/scheduling/leaves.ts'
import type { Connection } from './connect.ts'

/** What the report adds up, repeated beside the rows of kind use. */
export type Usage = { checkedInAt: number | null; checkedOutAt: number | null; headCount: number | null }

export type AllocationRows = {
  /** Takes the rows of a booking or outage away. */
  clear: (ownerId: string) => void
  /** Adds rows; the wall refuses what does not fit. */
  add: (ownerId: string, rows: readonly AllocationRow[], usage?: Usage) => void
}

/** Writing allocations, for bookings and outages alike. */
export function openAllocationRows(db: Connection): AllocationRows {
  const clear = db.prepare('DELETE FROM allocation WHERE owner_id = ?')
  const add = db.prepare(
    `INSERT INTO allocation (leaf_id, start_at, kind, owner_id, end_at, quantity, checked_in_at, checked_out_at, head_count, shared)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    clear: (ownerId) => void clear.run(ownerId),
    add(ownerId, rows, usage) {
      let uses = 0
      for (const row of rows) if (row.kind === 'use' && !row.leafId.startsWith('x:')) uses += 1
      const shared = uses > 1 ? 1 : 0
      for (const { leafId, start, kind, end, quantity } of rows) {
        const used = kind === 'use' ? usage : undefined
        add.run(
          leafId,
          start,
          kind,
          ownerId,
          end,
          quantity,
          used?.checkedInAt ?? null,
          used?.checkedOutAt ?? null,
          used?.headCount ?? null,
          kind === 'use' ? shared : 0,
        )
      }
    },
  }
}
