import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { need as needShape } from '../../../shared/operations/find.ts'
import { findTimes, type FindOptions } from '../../../shared/scheduling/find/findTimes.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { aSituation, at } from '../../support/situation.ts'
import { anyCentre, anyNeed, bruteForce, exclusions, firstDay, resources } from './worlds.ts'

const every: FindOptions = { sort: 'earliest', limit: 5000, perStart: 1, spread: false, counted: 5000 }
const spread: FindOptions = { ...every, spread: true }
const wayOf = (answer: { resources: unknown }) => JSON.stringify(answer.resources)

describe('find a time (FT-01, FT-02, D 2)', () => {
  it('finds every start that the whole rule engine allows and no other, against judging each of them', () => {
    let found = 0
    let empty = 0
    fc.assert(
      fc.property(anyCentre, anyNeed, (situation, need) => {
        const legal = bruteForce(need, situation)
        const { answers, total } = findTimes(need, situation, every)
        expect(answers.map((each) => each.start)).toEqual(legal.map((each) => each.start))
        answers.forEach((each, index) => expect([...legal[index]!.ways]).toContain(wayOf(each)))
        expect(total).toBe(answers.length)
        found += answers.length
        empty += answers.length === 0 ? 1 : 0
      }),
      { numRuns: 120 },
    )
    expect(found).toBeGreaterThan(300)
    expect(empty).toBeGreaterThan(3)
  })
  it('offers all ways for one start when asked, the best fitting first', () => {
    fc.assert(
      fc.property(anyCentre, anyNeed, (situation, need) => {
        const one = { ...need, parts: need.parts.slice(0, 1), to: need.from }
        const legal = bruteForce(one, situation)
        const { answers } = findTimes(one, situation, { ...every, perStart: 20 })
        expect(answers.map((each) => `${each.start} ${wayOf(each)}`).sort()).toEqual(
          legal.flatMap((each) => [...each.ways].map((way) => `${each.start} ${way}`)).sort(),
        )
        answers.forEach((each, index) => {
          const before = answers[index - 1]
          if (before?.start === each.start) expect(before.spareSeats ?? 0).toBeLessThanOrEqual(each.spareSeats ?? 0)
        })
      }),
      { numRuns: 100 },
    )
  })
  it('spreads its answers: the first is the earliest, each next the earliest after the end of the one before', () => {
    fc.assert(
      fc.property(anyCentre, anyNeed, (situation, need) => {
        const all = findTimes(need, situation, every).answers.map((each) => each.start)
        const some = findTimes(need, situation, spread).answers.map((each) => each.start)
        const expected: number[] = []
        for (const start of all)
          if (start >= (expected.at(-1) ?? -Infinity) + need.minutes * MINUTE || expected.length === 0)
            expected.push(start)
        expect(some).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })
  it('sorted by fit or by what is left beside them, answers are legal and in that order', () => {
    fc.assert(
      fc.property(anyCentre, anyNeed, fc.constantFrom('fit' as const, 'compact' as const), (situation, need, sort) => {
        const ways = new Map(bruteForce(need, situation).map((each) => [each.start, each.ways]))
        const { answers } = findTimes(need, situation, { ...spread, sort })
        const marks = answers.map((each) => (sort === 'fit' ? (each.spareSeats ?? 0) : each.gapMinutes))
        expect(marks).toEqual([...marks].sort((a, b) => a - b))
        for (const each of answers) expect([...(ways.get(each.start) ?? [])]).toContain(wayOf(each))
        expect(answers.length > 0).toBe(ways.size > 0)
      }),
      { numRuns: 60 },
    )
  })
  it('takes the room that wastes fewest seats, and for an instrument the room in its zone', () => {
    const situation = aSituation({ resources, exclusions, change: { now: at(firstDay, '08:00') } })
    const room = needShape.parse({
      parts: [{ kinds: ['meetingRoom', 'seminarRoom'], seats: 9 }],
      minutes: 60,
      from: firstDay,
      to: firstDay,
    })
    expect(findTimes(room, situation, spread).answers[0]!.resources).toEqual([{ resourceId: 'm2', quantity: 1 }])
    const pair = {
      ...room,
      parts: needShape.parse({ ...room, parts: [{ ids: ['laser'] }, { kinds: ['meetingRoom'] }] }).parts,
    }
    expect(findTimes(pair, situation, { ...spread }).answers[1]!.resources.map((each) => each.resourceId)).toEqual([
      'laser',
      'm3',
    ])
  })
})
