import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingStatuses } from '../../shared/operations/fields.ts'
import { findConflicts, freeUnits, isFree, type Standing } from '../../shared/scheduling/collide.ts'
import {
  allocationsFor,
  checkExclusion,
  checkNamedOnce,
  checkResource,
  indexPlaces,
  outageFill,
  outageRows,
} from '../../shared/scheduling/leaves.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { anyInterval } from '../support/arbitraries.ts'
import { anExclusion, aResource } from '../support/places.ts'

const hall = [aResource('A102'), aResource('A103'), aResource('full', { partIds: ['A102', 'A103'], units: 1 })]

describe('indexPlaces', () => {
  it('gives a compound the leaves of its parts, and its parts none of its own', () => {
    const places = indexPlaces({ resources: hall, exclusions: [] })
    expect(places.leavesOf.get('full')).toEqual(['A102', 'A103'])
    expect([...places.leaves.keys()]).toEqual(['A102', 'A103'])
  })
  it('follows chains: quarters, halves, the whole', () => {
    const resources = [
      aResource('whole', { partIds: ['left', 'right'] }),
      aResource('left', { partIds: ['q1', 'q2'] }),
      aResource('right', { partIds: ['q3', 'q4'] }),
      ...['q1', 'q2', 'q3', 'q4'].map((id) => aResource(id)),
    ]
    const places = indexPlaces({ resources, exclusions: [] })
    expect(places.leavesOf.get('whole')).toEqual(['q1', 'q2', 'q3', 'q4'])
    expect(places.leavesOf.get('left')).toEqual(['q1', 'q2'])
  })
  it('lets the members of an exclusion share one virtual leaf, whoever contains them too', () => {
    const resources = [
      aResource('laser'),
      aResource('optics'),
      aResource('bay', { partIds: ['laser', 'other'] }),
      aResource('other'),
    ]
    const places = indexPlaces({ resources, exclusions: [anExclusion('quiet', ['laser', 'optics'])] })
    expect(places.leavesOf.get('laser')).toEqual(['laser', 'x:quiet'])
    expect(places.leavesOf.get('bay')).toEqual(['laser', 'x:quiet', 'other'])
    expect(places.leaves.get('x:quiet')).toEqual({ id: 'x:quiet', capacity: 1, resourceId: null, exclusionId: 'quiet' })
    const ended = indexPlaces({ resources, exclusions: [anExclusion('quiet', ['laser', 'optics'], { retired: true })] })
    expect(ended.leavesOf.get('laser')).toEqual(['laser'])
  })
  it('ends on circles and unknown parts', () => {
    const resources = [
      aResource('a', { partIds: ['b', 'nowhere'] }),
      aResource('b', { partIds: ['a', 'c'] }),
      aResource('c'),
    ]
    expect(indexPlaces({ resources, exclusions: [] }).leavesOf.get('a')).toEqual(['c'])
  })
})

describe('what may be stored', () => {
  const whys = (list: { code: string }[]) => list.map((each) => ('why' in each ? each.why : each.code))
  it('refuses circles, itself, doubles, lonely parts and pools where they do not fit', () => {
    const others = [
      aResource('a'),
      aResource('b', { partIds: ['a', 'c'] }),
      aResource('c'),
      aResource('pool', { units: 2 }),
    ]
    expect(whys(checkResource(aResource('a', { partIds: ['b', 'c'] }), others, []))).toEqual(['cycle'])
    expect(whys(checkResource(aResource('a', { partIds: ['a', 'c'] }), others, []))).toEqual(['partOfItself'])
    expect(whys(checkResource(aResource('n', { partIds: ['a', 'a'] }), others, []))).toEqual(['twice'])
    expect(whys(checkResource(aResource('n', { partIds: ['a'] }), others, []))).toEqual(['compoundNeedsParts'])
    expect(whys(checkResource(aResource('n', { partIds: ['a', 'zzz'] }), others, []))).toEqual(['notFound'])
    expect(whys(checkResource(aResource('n', { partIds: ['a', 'c'], units: 2 }), others, []))).toEqual(['tooLarge'])
    expect(whys(checkResource(aResource('a', { units: 2 }), others, [anExclusion('x', ['a', 'c'])]))).toEqual([
      'poolInExclusion',
    ])
    expect(checkResource(aResource('n', { partIds: ['a', 'c'] }), others, [])).toEqual([])
    expect(whys(checkExclusion(anExclusion('x', ['a', 'pool']), others))).toEqual(['poolInExclusion'])
    expect(whys(checkExclusion(anExclusion('x', ['a', 'a']), others))).toEqual(['twice'])
    expect(whys(checkExclusion(anExclusion('x', ['a', 'zzz']), others))).toEqual(['notFound'])
  })
  it('refuses one booking that names a place twice, whole and part, or two that exclude each other', () => {
    const places = indexPlaces({ resources: [...hall, aResource('m')], exclusions: [anExclusion('x', ['A102', 'm'])] })
    const named = (...ids: string[]) =>
      checkNamedOnce(
        ids.map((resourceId) => ({ resourceId })),
        places,
      ).length
    expect(named('A102', 'A103')).toBe(0)
    expect(named('A102', 'A102')).toBe(1)
    expect(named('full', 'A103')).toBe(1)
    expect(named('A102', 'm')).toBe(1)
  })
})

describe('allocationsFor', () => {
  const places = indexPlaces({ resources: [...hall, aResource('pool', { units: 3 })], exclusions: [] })
  const at = { start: 100 * MINUTE, end: 160 * MINUTE }
  it('widens the rows, not the booking, on every leaf', () => {
    const rows = allocationsFor(
      { ...at, status: 'confirmed', resources: [{ resourceId: 'full', quantity: 1, before: 30, after: 15 }] },
      places,
    )
    expect(rows).toHaveLength(6)
    expect(rows.slice(0, 3)).toEqual([
      { leafId: 'A102', start: 70 * MINUTE, end: at.start, quantity: 1, kind: 'buffer' },
      { leafId: 'A102', ...at, quantity: 1, kind: 'use' },
      { leafId: 'A102', start: at.end, end: 175 * MINUTE, quantity: 1, kind: 'buffer' },
    ])
  })
  it('holds for tentative and pending, uses for counted, nothing for the rest', () => {
    const kinds = bookingStatuses.map((status) => [
      status,
      allocationsFor(
        { ...at, status, resources: [{ resourceId: 'pool', quantity: 2, before: 0, after: 0 }] },
        places,
      ).map((row) => `${row.kind} ${row.quantity}`),
    ])
    expect(Object.fromEntries(kinds)).toEqual({
      tentative: ['held 2'],
      pending: ['held 2'],
      confirmed: ['use 2'],
      inUse: ['use 2'],
      completed: ['use 2'],
      cancelled: [],
      rejected: [],
      noShow: [],
    })
  })
  it('takes the whole of a pool that is part of a compound, and one of an exclusion', () => {
    const bay = indexPlaces({
      resources: [aResource('pool', { units: 3 }), aResource('room'), aResource('bay', { partIds: ['pool', 'room'] })],
      exclusions: [anExclusion('x', ['bay', 'room'])],
    })
    const asked = [{ resourceId: 'bay', quantity: 1, before: 0, after: 0 }]
    const rows = allocationsFor({ ...at, status: 'confirmed', resources: asked }, bay)
    expect(Object.fromEntries(rows.map((row) => [row.leafId, row.quantity]))).toEqual({ pool: 3, room: 1, 'x:x': 1 })
  })
  it('puts an outage on the real leaves only', () => {
    const excluded = indexPlaces({ resources: hall, exclusions: [anExclusion('x', ['A102', 'A103'])] })
    expect(outageRows('full', at, excluded).map((row) => row.leafId)).toEqual(['A102', 'A103'])
  })
})

const anyStanding: fc.Arbitrary<Standing> = fc
  .record({
    interval: anyInterval(40),
    quantity: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom('use' as const, 'held' as const, 'buffer' as const, 'outage' as const),
  })
  .map(({ interval, quantity, kind }) => ({ ...interval, quantity, kind }))

const steps = Array.from({ length: 40 }, (_, index) => index)
const on = (list: readonly Standing[], step: number) => list.filter((each) => each.start <= step && step < each.end)

describe('collision, against an instant-by-instant model', () => {
  it('on capacity 1: anything against anything, except buffers among themselves', () => {
    fc.assert(
      fc.property(anyStanding, fc.array(anyStanding, { maxLength: 6 }), (row, existing) => {
        const mine = { ...row, quantity: 1 }
        const blocked = steps.filter(
          (step) =>
            on([mine], step).length > 0 &&
            on(existing, step).some((o) => o.kind !== 'buffer' || mine.kind !== 'buffer'),
        )
        const clashes = findConflicts([mine], existing, { capacity: 1 })
        expect(isFree([mine], existing, { capacity: 1 })).toBe(blocked.length === 0)
        expect(steps.filter((step) => clashes.some((c) => c.start <= step && step < c.end))).toEqual(blocked)
      }),
    )
  })
  it('in a pool: the sum of everything is at most the capacity, and the clash tells the units left', () => {
    fc.assert(
      fc.property(
        anyStanding,
        fc.array(anyStanding, { maxLength: 6 }),
        fc.integer({ min: 2, max: 6 }),
        (row, existing, capacity) => {
          const frees = steps
            .filter((step) => on([row], step).length > 0)
            .map((step) => capacity - on(existing, step).reduce((sum, each) => sum + each.quantity, 0))
          const least = Math.min(capacity, ...frees)
          const clashes = findConflicts([row], existing, { capacity })
          if (row.start < row.end) {
            expect(clashes.length > 0).toBe(least < row.quantity)
            expect(freeUnits(row, existing, capacity)).toBe(Math.max(0, least))
          }
          for (const clash of clashes) {
            expect(clash.free).toBe(Math.max(0, least))
            expect(clash.start).toBeLessThan(clash.end)
            for (let step = clash.start; step < clash.end; step += 1) {
              expect(on(existing, step)).toEqual(clash.others)
              expect(on([row], step)).toHaveLength(1)
            }
          }
        },
      ),
    )
  })
  it('an outage around what is there fills exactly to the capacity', () => {
    fc.assert(
      fc.property(
        fc.array(anyStanding, { maxLength: 6 }),
        anyInterval(40),
        fc.integer({ min: 1, max: 6 }),
        (existing, window, capacity) => {
          const pieces = outageFill(capacity, existing, window)
          for (const step of steps) {
            const load = on(existing, step).reduce((sum, each) => sum + each.quantity, 0)
            const filled = pieces.filter((each) => each.start <= step && step < each.end)
            const inside = window.start <= step && step < window.end
            expect(filled.reduce((sum, each) => sum + each.quantity, 0)).toBe(inside ? Math.max(0, capacity - load) : 0)
          }
        },
      ),
    )
  })
})
