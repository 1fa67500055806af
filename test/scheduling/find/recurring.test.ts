import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecurringNeed } from '../../../shared/operations/find.ts'
import { datesOf, findRecurring } from '../../../shared/scheduling/find/recurring.ts'
import { addDays } from '../../../shared/scheduling/civil.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { aProposal, aSituation, at, span } from '../../support/situation.ts'
import { aResource } from '../../support/places.ts'

const part = { ids: [], kinds: ['meetingRoom' as const], features: [], zoneId: null, seats: null, quantity: 1 }
const daily: RecurringNeed = {
  part,
  minutes: 60,
  from: '2026-03-02',
  freq: 'daily',
  interval: 1,
  weekdays: [],
  count: 4,
  hours: { from: 540, until: 840 },
  workdaysOnly: false,
  headCount: null,
}
const rooms = ['m1', 'm2', 'm3']

describe('a recurring slot (FT-03)', () => {
  it('has the fewest missing dates, then the fewest changes that any choice of places has', () => {
    let changed = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ room: fc.constantFrom(...rooms), day: fc.nat(4), hour: fc.nat(2) }), { maxLength: 30 }),
        (taken) => {
          const bookings = taken.map(({ room, day, hour }, index) => ({
            id: `b${index}`,
            ...span(`${9 + hour}:00`, `${11 + hour}:00`, addDays('2026-03-02', day)),
            resources: [{ resourceId: room }],
          }))
          const resources = rooms.map((id, sort) => aResource(id, { sort, policy: { stepMinutes: 30 } }))
          const situation = aSituation({ resources, bookings, change: { now: at('2026-03-01', '08:00') } })
          const options = findRecurring({ ...daily, from: '2026-03-02', count: 5 }, situation, 100)
          for (const option of options) {
            changed += option.changes > 0 ? 1 : 0
            const legal = option.dates.map(({ start, end }) =>
              rooms.filter((id) => judge(aProposal([id], { start, end }), situation).refusals.length === 0),
            )
            option.dates.forEach((each, index) => {
              if (each.resourceId === null) expect(legal[index]).toEqual([])
              else expect(legal[index]).toContain(each.resourceId)
            })
            expect(option.missing.length).toBe(legal.filter((each) => each.length === 0).length)
            const used = option.dates.flatMap((each) => each.resourceId ?? [])
            expect(option.changes).toBe(used.filter((id, index) => index > 0 && id !== used[index - 1]).length)
            expect(option.changes).toBe(fewest(legal.filter((each) => each.length > 0)))
          }
          const marks = options.map((each) => each.missing.length * 1000 + each.changes)
          expect(marks).toEqual([...marks].sort((a, b) => a - b))
        },
      ),
      { numRuns: 80 },
    )
    expect(changed).toBeGreaterThan(50)
  })
  it('prefers one room on all dates and lists the date on which nothing is free', () => {
    const resources = [aResource('m1'), aResource('m2', { sort: 1 })]
    const bookings = [
      { id: 'b1', ...span('09:00', '10:00', '2026-03-09'), resources: [{ resourceId: 'm1' }] },
      { id: 'b2', ...span('10:00', '12:00', '2026-03-16'), resources: [{ resourceId: 'm1' }] },
      { id: 'b3', ...span('10:00', '12:00', '2026-03-16'), resources: [{ resourceId: 'm2' }] },
    ]
    const situation = aSituation({ resources, bookings, change: { now: at('2026-03-01', '08:00') } })
    const need: RecurringNeed = {
      ...daily,
      from: '2026-03-02',
      freq: 'weekly',
      count: 3,
      hours: { from: 540, until: 720 },
    }
    const options = findRecurring(need, situation, 9)
    expect(options[0]).toMatchObject({ minute: 540, changes: 0, missing: [] })
    expect(options[0]!.dates.map((each) => each.resourceId)).toEqual(['m2', 'm2', 'm2'])
    expect(options.find((each) => each.minute === 600)!.missing).toEqual(['2026-03-16'])
  })
  it('counts workdays only, make-up Saturdays among them', () => {
    const situation = aSituation({ resources: [aResource('m1')], change: { now: at('2026-02-10', '08:00') } })
    expect(datesOf({ ...daily, from: '2026-02-13', workdaysOnly: true, count: 3 }, situation)).toEqual([
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
    ])
  })
})

/** Fewest changes over any choice of one place a date, by going through all of them. */
function fewest(lists: string[][]): number {
  let best = new Map<string, number>()
  lists.forEach((list, index) => {
    const next = new Map<string, number>()
    for (const id of list) {
      let cost = index === 0 ? 0 : Infinity
      for (const [from, before] of best) cost = Math.min(cost, before + (from === id ? 0 : 1))
      next.set(id, cost)
    }
    best = next
  })
  return lists.length === 0 ? 0 : Math.min(...best.values())
}
