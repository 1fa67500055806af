import Database from 'better-sqlite3'
import { prepareConnection, type Connection } from '../../electron/storage/connect.ts'
import { migrate } from '../../electron/storage/migrate.ts'
import { migrations } from '../../electron/storage/migrations/index.ts'

export type WallRow = {
  leaf: string
  start: number
  end: number
  quantity: number
  kind: 'use' | 'held' | 'buffer' | 'outage'
  owner: string
}
export type RawWall = {
  db: Connection
  /** All rows or none. */
  insert: (rows: readonly WallRow[]) => boolean
  /** Puts one row in the place of another by UPDATE. */
  update: (was: WallRow, row: WallRow) => boolean
  remove: (owner: string) => void
}

/** The table of allocations with its triggers and nothing around it. `mutate` breaks a statement of the schema on purpose. */
export function rawWall(capacities: Record<string, number>, mutate: (sql: string) => string = (sql) => sql): RawWall {
  const db = new Database(':memory:')
  prepareConnection(db, 'memory')
  const broken = migrations.map((step) => ({ ...step, statements: step.statements.map(mutate) }))
  migrate(db, broken)
  // Bookings and outages themselves are not needed here.
  db.pragma('foreign_keys = 0')
  const leaf = db.prepare('INSERT INTO leaf (id, capacity, resource_id) VALUES (?, ?, ?)')
  for (const [id, capacity] of Object.entries(capacities)) leaf.run(id, capacity, id)
  const insert = db.prepare(
    'INSERT INTO allocation (leaf_id, start_at, end_at, quantity, kind, owner_id) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare(
    `UPDATE allocation SET leaf_id = ?, start_at = ?, end_at = ?, quantity = ?, kind = ?
     WHERE leaf_id = ? AND start_at = ? AND kind = ? AND owner_id = ?`,
  )
  const remove = db.prepare('DELETE FROM allocation WHERE owner_id = ?')
  const refused = (error: unknown) => {
    if (!/taken|UNIQUE/.test(String(error))) throw error
    return false
  }
  const insertAll = db.transaction((rows: readonly WallRow[]) => {
    for (const row of rows) insert.run(row.leaf, row.start, row.end, row.quantity, row.kind, row.owner)
  })
  return {
    db,
    insert(rows) {
      try {
        insertAll(rows)
        return true
      } catch (error) {
        return refused(error)
      }
    },
    update(was, row) {
      try {
        const { leaf: leafId, start, end, quantity, kind } = row
        update.run(leafId, start, end, quantity, kind, was.leaf, was.start, was.kind, was.owner)
        return true
      } catch (error) {
        return refused(error)
      }
    },
    remove: (owner) => void remove.run(owner),
  }
}

/** Numbers from a seed, 0 ≤ x < below. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
