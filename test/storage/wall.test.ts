import { describe, expect, test } from 'vitest'
import { openOverlaps } from '../../electron/storage/overlaps.ts'
import { isFree } from '../../shared/scheduling/collide.ts'
import { numbers, rawWall, type WallRow } from './rawWall.ts'

const columns = '(leaf_id, start_at, end_at, quantity, kind, owner_id)'
const row = (more: Partial<WallRow> = {}): WallRow => {
  return { leaf: 'a', start: 100, end: 200, quantity: 1, kind: 'use', owner: 'o1', ...more }
}

describe('the wall holds against every way to write', () => {
  test.each([
    ['INSERT OR REPLACE', `INSERT OR REPLACE INTO allocation ${columns} VALUES ('a', 150, 250, 1, 'use', 'o2')`],
    [
      'INSERT OR REPLACE of the same key',
      `INSERT OR REPLACE INTO allocation ${columns} VALUES ('a', 300, 450, 1, 'use', 'o3')`,
    ],
    ['INSERT OR IGNORE', `INSERT OR IGNORE INTO allocation ${columns} VALUES ('a', 150, 250, 1, 'use', 'o2')`],
    [
      'UPSERT',
      `INSERT INTO allocation ${columns} VALUES ('a', 300, 350, 1, 'use', 'o3')
       ON CONFLICT DO UPDATE SET end_at = 450`,
    ],
    [
      'many rows at once',
      `INSERT INTO allocation ${columns} VALUES ('a', 200, 210, 1, 'use', 'o2'), ('a', 205, 250, 1, 'use', 'o4')`,
    ],
    ['UPDATE', "UPDATE allocation SET end_at = 301 WHERE owner_id = 'o1'"],
    ['UPDATE OR REPLACE', "UPDATE OR REPLACE allocation SET start_at = 300, end_at = 350 WHERE owner_id = 'o1'"],
    ['UPDATE of the leaf', "UPDATE allocation SET leaf_id = 'a' WHERE leaf_id = 'b'"],
    ['UPDATE of the kind', "UPDATE allocation SET kind = 'use' WHERE kind = 'buffer'"],
    ['numbers given as text', `INSERT INTO allocation ${columns} VALUES ('a', '150', '250', 1, 'use', 'o2')`],
    ['numbers given as fractions', `INSERT INTO allocation ${columns} VALUES ('a', 150.0, 250.0, 1, 'use', 'o2')`],
    ['more than there is', `INSERT INTO allocation ${columns} VALUES ('a', 0, 10, 2, 'use', 'o2')`],
    ['no such leaf', `INSERT INTO allocation ${columns} VALUES ('nowhere', 0, 10, 1, 'use', 'o2')`],
    ['an empty time', `INSERT INTO allocation ${columns} VALUES ('a', 10, 10, 1, 'use', 'o2')`],
    ['no time', `INSERT INTO allocation ${columns} VALUES ('a', 10, NULL, 1, 'use', 'o2')`],
    ['CHECKs switched off', `INSERT INTO allocation ${columns} VALUES ('a', 150, 250, 1, 'use', 'o2')`],
    [
      'recursive triggers switched off',
      `INSERT OR REPLACE INTO allocation ${columns} VALUES ('a', 150, 250, 1, 'use', 'o2')`,
    ],
  ])('%s', (name, sql) => {
    const { db, insert } = rawWall({ a: 1, b: 1 })
    insert([
      row(),
      row({ start: 300, end: 350, owner: 'o3' }),
      row({ start: 400, end: 440, owner: 'o5' }),
      row({ leaf: 'b', start: 150, end: 160, owner: 'o6' }),
      row({ leaf: 'b', start: 500, end: 510, owner: 'o6', kind: 'buffer' }),
      row({ leaf: 'b', start: 505, end: 520, owner: 'o7', kind: 'buffer' }),
    ])
    if (name === 'CHECKs switched off') db.pragma('ignore_check_constraints = 1')
    if (name === 'recursive triggers switched off') db.pragma('recursive_triggers = 0')
    const before = db.prepare('SELECT * FROM allocation').all()
    expect(() => db.exec(sql)).toThrow(/taken|constraint|NOT NULL/)
    expect(db.prepare('SELECT * FROM allocation').all()).toEqual(before)
    expect(openOverlaps(db).everywhere()).toEqual([])
  })

  test('what touches does not collide, and a buffer may lie on a buffer only', () => {
    const { insert, db } = rawWall({ a: 1 })
    expect(
      insert([row({ start: 80, end: 100, kind: 'buffer' }), row(), row({ start: 200, end: 230, kind: 'buffer' })]),
    ).toBe(true)
    expect(
      insert([row({ start: 210, end: 240, kind: 'buffer', owner: 'o2' }), row({ start: 240, end: 300, owner: 'o2' })]),
    ).toBe(true)
    expect(insert([row({ start: 225, end: 240, kind: 'held', owner: 'o3' })])).toBe(false)
    expect(insert([row({ start: 190, end: 195, kind: 'buffer', owner: 'o3' })])).toBe(false)
    expect(openOverlaps(db).everywhere()).toEqual([])
  })

  test('a pool holds no more than its units at any instant, buffers included, however long the rows are', () => {
    const day = 86_400_000
    const { insert } = rawWall({ p: 3 })
    const pooled = (start: number, end: number, quantity: number, owner: string) =>
      row({ leaf: 'p', start, end, quantity, owner })
    expect(insert([pooled(0, 30 * day, 1, 'long')])).toBe(true)
    expect(insert([pooled(20 * day, 20 * day + 10, 1, 'o2')])).toBe(true)
    expect(insert([pooled(20 * day + 10, 20 * day + 20, 2, 'o3')])).toBe(true)
    expect(insert([pooled(20 * day + 5, 20 * day + 15, 1, 'o4')])).toBe(false)
    expect(insert([{ ...pooled(20 * day, 20 * day + 10, 1, 'o4'), kind: 'buffer' }])).toBe(true)
    expect(insert([pooled(20 * day, 20 * day + 1, 1, 'o5')])).toBe(false)
  })
})

test('the wall in the database and the rule in the scheduling code say the same', () => {
  const below = numbers(7)
  const kinds = ['use', 'held', 'buffer', 'outage'] as const
  for (let round = 0; round < 400; round += 1) {
    const capacity = 1 + below(3)
    const wall = rawWallOf(capacity)
    const standing: WallRow[] = []
    for (let index = 0; index < 12; index += 1) {
      const start = below(40)
      const quantity = 1 + below(capacity)
      const next = row({
        start,
        end: start + 1 + below(12),
        quantity,
        kind: kinds[below(4)]!,
        owner: `r${round}-${index}`,
      })
      const free = isFree([next], standing, { capacity })
      expect(wall.insert([next])).toBe(free)
      if (free) standing.push(next)
    }
    for (const each of standing) wall.remove(each.owner)
  }
})

const walls = new Map<number, ReturnType<typeof rawWall>>()
function rawWallOf(capacity: number): ReturnType<typeof rawWall> {
  const known = walls.get(capacity) ?? rawWall({ a: capacity })
  walls.set(capacity, known)
  return known
}

test('the search for overlaps finds what no trigger kept out, a long row over two later ones included', () => {
  const { db, insert } = rawWall({ a: 1, p: 2 }, (sql) => (sql.includes('allocation_wall') ? 'SELECT 1' : sql))
  insert([
    row({ start: 0, end: 100 }),
    row({ start: 10, end: 20, owner: 'o2' }),
    row({ start: 50, end: 60, owner: 'o3' }),
  ])
  insert(['o1', 'o2', 'o3'].map((owner, index) => row({ leaf: 'p', start: index * 10, end: 35, owner })))
  expect(
    openOverlaps(db)
      .everywhere()
      .map(({ leafId, at }) => `${leafId} ${at}`)
      .sort(),
  ).toEqual(['a 10', 'a 50', 'p 20'])
})
