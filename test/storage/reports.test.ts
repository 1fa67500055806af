import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, type Interval } from '../../shared/scheduling/time.ts'
import { aBooking, anOutage, inMemory, monday, plainRows, withPlaces } from './make.ts'
import { numbers } from './rawWall.ts'

test('what SQL adds up for the report is what one finds by going through every booking', () => {
  const storage = inMemory()
  withPlaces(storage, { a: 1, b: 1, p: 3 })
  const below = numbers(12)
  const capacity: Record<string, number> = { a: 1, b: 1, p: 3 }
  const made: ReturnType<typeof aBooking>[] = []
  for (let index = 0; index < 600; index += 1) {
    const start = monday + below(60 * 48) * (30 * MINUTE)
    const length = below(40) === 0 ? (2 + below(5)) * DAY + HOUR : (1 + below(6)) * 30 * MINUTE
    const places = [['a'], ['b'], ['p'], ['a', 'b']][below(4)]!
    const status = (['confirmed', 'completed', 'tentative', 'cancelled', 'noShow'] as const)[below(5)]!
    const used = status === 'completed' ? { checkedInAt: start + 5, checkedOutAt: start + length - 5 } : {}
    const booking = aBooking({
      ...used,
      status,
      start,
      end: start + length,
      headCount: below(2) === 0 ? 4 : null,
      resources: places.map((resourceId) => ({
        resourceId,
        quantity: 1 + below(capacity[resourceId]!),
        before: 0,
        after: 0,
      })),
    })
    const kind = status === 'tentative' ? 'held' : 'use'
    const rows = ['cancelled', 'noShow'].includes(status)
      ? []
      : plainRows(booking).map((row) => ({ ...row, kind }) as const)
    if (rows.length === 1 && below(3) === 0)
      rows.push({ ...rows[0]!, start: start - 900_000, end: start, kind: 'buffer' as never })
    try {
      storage.write(() => storage.bookings.insert(booking, '', rows))
      made.push(booking)
    } catch {
      continue
    }
  }
  const outage = anOutage({ start: monday - 9 * DAY, end: monday - 8 * DAY })
  storage.write(() => {
    storage.outages.insert(outage)
    storage.allocations.setOutage(outage.id, [{ ...outage, leafId: 'a', quantity: 1, kind: 'outage' }])
  })
  const month = { start: monday + 10 * DAY, end: monday + 40 * DAY }
  const gaps = Array.from({ length: 30 }, (_, day) => ({
    start: month.start + day * DAY,
    end: month.start + day * DAY + 9 * HOUR,
  }))
  const inside = (one: Interval, other: Interval) =>
    Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  const sum = (leafId: string, held: boolean, stretches: readonly Interval[]) =>
    made
      .filter(({ status }) => (held ? status === 'tentative' : status === 'confirmed' || status === 'completed'))
      .flatMap((each) =>
        each.resources.filter(({ resourceId }) => resourceId === leafId).map(({ quantity }) => ({ each, quantity })),
      )
      .reduce(
        (total, { each, quantity }) => total + quantity * stretches.reduce((ms, one) => ms + inside(each, one), 0),
        0,
      )
  const expected = (stretches: readonly Interval[]) =>
    Object.keys(capacity).map((leafId) => ({
      leafId,
      bookedMs: sum(leafId, false, stretches),
      heldMs: sum(leafId, true, stretches),
    }))
  const byLeaf = <T extends { leafId: string }>(rows: T[]) =>
    rows.sort((one, other) => (one.leafId < other.leafId ? -1 : 1))

  expect(made.length).toBeGreaterThan(300)
  expect(byLeaf(storage.reports.leafSums(month))).toEqual(expected([month]))
  expect(byLeaf(storage.reports.gapSums(['a', 'b', 'p'], gaps))).toEqual(expected(gaps))
  const asOf = month.start + 20 * DAY
  for (const { leafId, bookings, due } of storage.reports.counts(month, asOf)) {
    const there = made.filter(
      (each) =>
        ['confirmed', 'completed'].includes(each.status) && each.resources.some((one) => one.resourceId === leafId),
    )
    expect(bookings).toBe(there.filter((each) => inside(each, month) > 0).length)
    expect(due).toBe(there.filter((each) => each.start >= month.start && each.start < asOf).length)
  }
  for (const { leafId, rows } of storage.reports.standing(month)) {
    expect(rows.map((row) => row[1])).toEqual(rows.map((row) => row[1]).sort((one, other) => one - other))
    const uses = made.filter((each) => ['confirmed', 'completed'].includes(each.status) && inside(each, month) > 0)
    const here = uses.filter((each) => each.resources.some((one) => one.resourceId === leafId))
    const found = rows.filter((row) => row[0] === 0).map((row) => [row[1], row[2], row[4], row[5], row[6], row[7]])
    const wanted = here.map((each) => [
      each.start,
      each.end,
      each.checkedInAt,
      each.checkedOutAt,
      each.headCount,
      each.resources.length > 1 ? each.id : null,
    ])
    const text = (list: unknown[]) => list.map((each) => JSON.stringify(each)).sort()
    expect(text(found)).toEqual(text(wanted))
  }
  const freed = made.filter((each) => ['cancelled', 'noShow'].includes(each.status) && inside(each, month) > 0)
  expect(new Set(storage.reports.freed(month).map((row) => row[0]))).toEqual(new Set(freed.map((each) => each.id)))
  expect(storage.reports.outages({ start: 0, end: monday })).toMatchObject([
    { leafId: 'a', outageId: outage.id, outageKind: 'maintenance' },
  ])
  expect(storage.reports.outages(month)).toEqual([])
  expect(storage.check()).toEqual([])
})
