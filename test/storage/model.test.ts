import { describe, expect, test } from 'vitest'
import { openOverlaps } from '../../electron/storage/overlaps.ts'
import { numbers, rawWall, type WallRow } from './rawWall.ts'

/** Capacity of each leaf. Times are slots of 5 minutes; the model counts slot by slot and knows nothing of the triggers. */
const capacities: Record<string, number> = { a: 1, b: 1, c: 1, x: 1, p: 2, q: 3 }
const slots = 900
const slotMs = 300_000

class Model {
  readonly hard = new Map(Object.keys(capacities).map((id) => [id, new Int16Array(slots)]))
  readonly soft = new Map(Object.keys(capacities).map((id) => [id, new Int16Array(slots)]))

  private count(row: WallRow, by: number): void {
    const into = (row.kind === 'buffer' ? this.soft : this.hard).get(row.leaf)!
    for (let slot = row.start / slotMs; slot < row.end / slotMs; slot += 1) into[slot]! += by * row.quantity
  }

  private fits(row: WallRow): boolean {
    const capacity = capacities[row.leaf]!
    if (row.quantity > capacity) return false
    const hard = this.hard.get(row.leaf)!
    const soft = this.soft.get(row.leaf)!
    for (let slot = row.start / slotMs; slot < row.end / slotMs; slot += 1) {
      if (capacity > 1 && hard[slot]! + soft[slot]! + row.quantity > capacity) return false
      if (capacity === 1 && (hard[slot]! > 0 || (row.kind !== 'buffer' && soft[slot]! > 0))) return false
    }
    return true
  }

  put(rows: readonly WallRow[]): boolean {
    const done: WallRow[] = []
    for (const row of rows) {
      if (!this.fits(row)) {
        for (const each of done) this.count(each, -1)
        return false
      }
      this.count(row, 1)
      done.push(row)
    }
    return true
  }

  take(rows: readonly WallRow[]): void {
    for (const row of rows) this.count(row, -1)
  }
}

/** Runs random operations on both; answers the number of the first on which they disagree, or null. */
function firstDisagreement(seed: number, operations: number, mutate?: (sql: string) => string): number | null {
  const wall = rawWall(capacities, mutate)
  const model = new Model()
  const below = numbers(seed)
  const live = new Map<string, WallRow[]>()
  const cancelled = new Map<string, WallRow[]>()
  const pick = (map: Map<string, WallRow[]>) => [...map.keys()][below(map.size)]
  const leafSets = [['a'], ['b'], ['c'], ['p'], ['q'], ['a', 'b'], ['a', 'b', 'x'], ['c', 'x'], ['p', 'a']]
  let made = 0

  function rowsFor(owner: string): WallRow[] {
    const long = below(25) === 0
    const outage = below(12) === 0
    const length = long ? 580 + below(200) : 1 + below(20)
    const start = 24 + below(slots - length - 48)
    return leafSets[below(leafSets.length)]!.flatMap((leaf): WallRow[] => {
      const capacity = capacities[leaf]!
      const row = (from: number, until: number, kind: WallRow['kind'], quantity: number) => {
        return { leaf, start: from * slotMs, end: until * slotMs, quantity, kind, owner }
      }
      if (outage) return [row(start, start + length, 'outage', capacity)]
      const quantity = capacity === 1 ? 1 : 1 + below(capacity + (below(10) === 0 ? 1 : 0))
      const rows = [row(start, start + length, below(4) === 0 ? 'held' : 'use', quantity)]
      if (below(3) === 0) rows.unshift(row(start - 1 - below(6), start, 'buffer', quantity))
      if (below(3) === 0) rows.push(row(start + length, start + length + 1 + below(6), 'buffer', quantity))
      return rows
    })
  }

  for (let index = 0; index < operations; index += 1) {
    const kind = live.size > 60 ? 8 : below(10)
    const owner = pick(live)
    if (kind < 5 || owner === undefined) {
      const again = kind === 0 ? pick(cancelled) : undefined
      const id = again ?? `o${(made += 1)}`
      const rows = again === undefined ? rowsFor(id) : cancelled.get(again)!
      const expected = model.put(rows)
      if (wall.insert(rows) !== expected) return index
      if (expected) {
        live.set(id, rows)
        cancelled.delete(id)
      }
      continue
    }
    const rows = live.get(owner)!
    if (kind < 8) {
      // One row moves, grows, shrinks or changes its quantity, by UPDATE.
      const at = below(rows.length)
      const was = rows[at]!
      const by = (below(9) - 4) * slotMs
      const row = { ...was, start: was.start + by, end: was.end + (below(2) === 0 ? by : (below(5) - 2) * slotMs) }
      if (row.end <= row.start || row.start < 0 || row.end > slots * slotMs) continue
      if (below(6) === 0) row.quantity = 1 + below(3)
      if (row.kind === 'buffer' && row.end - row.start > 86_400_000) continue
      const sameKey = rows.some(
        (each) => each !== was && each.start === row.start && each.kind === row.kind && each.leaf === row.leaf,
      )
      if (sameKey) continue
      model.take([was])
      const expected = model.put([row])
      if (!expected) model.put([was])
      if (wall.update(was, row) !== expected) return index
      if (expected) rows[at] = row
      continue
    }
    model.take(rows)
    wall.remove(owner)
    live.delete(owner)
    cancelled.set(owner, rows)
    if (cancelled.size > 40) cancelled.delete([...cancelled.keys()][0]!)
    if (kind === 9) {
      // Moved as the stores do it: all rows away, all rows anew, or back as they were.
      const moved = rowsFor(owner)
      const expected = model.put(moved)
      if (wall.insert(moved) !== expected) return index
      if (expected) {
        live.set(owner, moved)
        cancelled.delete(owner)
      }
    }
  }
  const standing = wall.db.prepare<[], number>('SELECT count(*) FROM allocation').pluck().get()!
  const expected = [...live.values()].reduce((sum, rows) => sum + rows.length, 0)
  if (standing !== expected || openOverlaps(wall.db).everywhere().length > 0) return operations
  wall.db.close()
  return null
}

describe('T-03: the wall and a model that counts slot by slot agree', () => {
  test.each([1, 2, 3, 4, 5])('on 100 000 random operations, seed %i', (seed) => {
    expect(firstDisagreement(seed, 100_000)).toBeNull()
  })

  test('the mutant without the UPDATE trigger is found', () => {
    const mutant = (sql: string) => (sql.includes('allocation_wall_update') ? 'SELECT 1' : sql)
    expect(firstDisagreement(1, 20_000, mutant)).not.toBeNull()
  })

  test.each([
    ['start_at < NEW.end_at', 'start_at <= NEW.end_at'],
    ['a.end_at > NEW.start_at FROM', 'a.end_at >= NEW.start_at FROM'],
    ['ORDER BY at, change', 'ORDER BY at, change DESC'],
  ])('the mutant %s → %s is found', (was, becomes) => {
    const mutant = (sql: string) => (sql.includes('allocation_wall') ? sql.replaceAll(was, becomes) : sql)
    expect(firstDisagreement(1, 20_000, mutant)).not.toBeNull()
  })
})
