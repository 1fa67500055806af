import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { need as needShape } from '../../../shared/operations/find.ts'
import { findTimes } from '../../../shared/scheduling/find/findTimes.ts'
import { obstaclesBefore } from '../../../shared/scheduling/find/obstacles.ts'
import { DAYS_MORE, relaxations } from '../../../shared/scheduling/find/relax.ts'
import { openSearch } from '../../../shared/scheduling/find/search.ts'
import { aSituation, at, span } from '../../support/situation.ts'
import { aResource } from '../../support/places.ts'
import { anyCentre, anyNeed } from './worlds.ts'

const options = { sort: 'earliest', limit: 0, perStart: 1, spread: true, counted: 60 } as const
const morning = needShape.parse({
  parts: [{ ids: ['m1'] }],
  minutes: 60,
  from: '2026-03-02',
  to: '2026-03-02',
  hours: { from: 540, until: 780 },
})

describe('why nothing earlier', () => {
  it('names what stands in the way of earlier starts, counted, in their order', () => {
    const situation = aSituation({
      resources: [aResource('m1')],
      bookings: [{ id: 'b1', ...span('09:00', '11:00'), resources: [{ resourceId: 'm1' }] }],
      outages: [{ id: 'o1', ...span('11:00', '12:00'), resourceId: 'm1' }],
    })
    const search = openSearch(morning, situation)
    const first = findTimes(morning, situation, { ...options, limit: 1 }, search).answers[0]!
    expect(first.start).toBe(at('2026-03-02', '12:00'))
    expect(
      obstaclesBefore(morning, search, first.start, 5).map(({ refusal, starts }) => [refusal.code, starts]),
    ).toEqual([
      ['overlaps', 4],
      ['outage', 3],
    ])
  })
  it('gives the reasons of a place that can never serve: broken, or too short a time for it', () => {
    const situation = aSituation({ resources: [aResource('m1', { state: 'down' })] })
    expect(obstaclesBefore(morning, openSearch(morning, situation), null, 5)[0]!.refusal.code).toBe('notBookable')
  })
  it('has nothing to say when the first start is the earliest there is', () => {
    const situation = aSituation({ resources: [aResource('m1')] })
    expect(obstaclesBefore(morning, openSearch(morning, situation), at('2026-03-02', '09:00'), 5)).toEqual([])
  })
})

describe('what would help', () => {
  it('promises exactly as many answers more as a search with the easier condition finds', () => {
    let promised = 0
    fc.assert(
      fc.property(anyCentre, anyNeed, (situation, need) => {
        const search = openSearch(need, situation, DAYS_MORE)
        const { total } = findTimes(need, situation, options, search)
        for (const way of relaxations(need, search, total, 60, 20)) {
          promised += 1
          expect(way.more).toBeGreaterThan(0)
          expect(findTimes(way.need, situation, options).total).toBe(total + way.more)
        }
      }),
      { numRuns: 120 },
    )
    expect(promised).toBeGreaterThan(40)
  })
  it('offers another room of the kind, but no other instrument', () => {
    const resources = [
      aResource('m1', { capacity: 4 }),
      aResource('m2'),
      aResource('i1', { kind: 'instrument' }),
      aResource('i2', { kind: 'instrument' }),
    ]
    const bookings = ['m1', 'i1'].map((resourceId) => ({
      id: resourceId,
      ...span('09:00', '12:30'),
      resources: [{ resourceId }],
    }))
    const situation = aSituation({ resources, bookings })
    const kinds = (id: string) => {
      const need = { ...morning, parts: needShape.parse({ ...morning, parts: [{ ids: [id] }] }).parts }
      return relaxations(need, openSearch(need, situation, DAYS_MORE), 0, 60, 20).map((each) => each.kind)
    }
    expect(kinds('m1')).toContain('anyOfKind')
    expect(kinds('i1')).not.toContain('anyOfKind')
  })
})
