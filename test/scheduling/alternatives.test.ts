import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../shared/operations/resources.ts'
import { alternatives } from '../../shared/scheduling/alternatives.ts'
import { findConflicts } from '../../shared/scheduling/collide.ts'
import { freeStarts, freeWindows } from '../../shared/scheduling/freeSlots.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { allocationsFor } from '../../shared/scheduling/leaves.ts'
import { onGrid } from '../../shared/scheduling/rules/rule.ts'
import type { Allocation, Proposal, Situation } from '../../shared/scheduling/situation.ts'
import { HOUR, MINUTE } from '../../shared/scheduling/time.ts'
import { toInstant, toWall } from '../../shared/scheduling/zone.ts'
import { anyZone } from '../support/arbitraries.ts'
import { anExclusion, aResource } from '../support/places.ts'
import { aProposal, aSituation, at, type StandingBooking } from '../support/situation.ts'

const day = '2026-03-02'
const span = (from: string, until: string, date = day) => ({ start: at(date, from), end: at(date, until) })

const resources: Resource[] = [
  aResource('A', { kind: 'roadshowHall', capacity: 40 }),
  aResource('B', { kind: 'roadshowHall', capacity: 24 }),
  aResource('full', {
    kind: 'roadshowHall',
    partIds: ['A', 'B'],
    capacity: 64,
    policy: { bufferBefore: 30, bufferAfter: 30, approval: true },
  }),
  aResource('m1', { capacity: 8, features: ['video'] }),
  aResource('m2', { capacity: 10, policy: { bufferAfter: 15 } }),
  aResource('s1', { kind: 'seminarRoom', capacity: 12, features: ['video'] }),
  aResource('pool', {
    kind: 'instrument',
    capacity: null,
    units: 2,
    features: ['fdm'],
    policy: { bufferBefore: 10, bufferAfter: 5 },
  }),
  aResource('laser', { kind: 'instrument', capacity: null }),
  aResource('optics', { kind: 'instrument', capacity: null, state: 'degraded' }),
  aResource('desk', { kind: 'desk', capacity: 1, units: 4 }),
]
const exclusions = [anExclusion('quiet', ['laser', 'optics'])]
const ids = resources.map((each) => each.id)

const anyTime = fc
  .record({ start: fc.integer({ min: 0, max: 70 }), length: fc.integer({ min: 1, max: 12 }) })
  .map(({ start, length }) => ({
    start: at(day, '06:00') + start * 15 * MINUTE,
    end: at(day, '06:00') + (start + length) * 15 * MINUTE,
  }))
const anyPlace = fc.record({ resourceId: fc.constantFrom(...ids), quantity: fc.integer({ min: 1, max: 2 }) })

/** A centre in which every standing booking was put in only when it fitted: what a real database looks like. */
const anyWorld = fc
  .array(fc.record({ time: anyTime, place: anyPlace, out: fc.boolean() }), { maxLength: 25 })
  .map((list) => {
    const bookings: StandingBooking[] = []
    const outages: (StandingBooking & { resourceId: string })[] = []
    list.forEach(({ time, place, out }, index) => {
      const id = `b${index}`
      const situation = aSituation({ resources, exclusions, bookings, outages })
      if (out && index % 5 === 0) {
        const touched = (situation.places.leavesOf.get(place.resourceId) ?? []).some(
          (leaf) => situation.allocations(leaf, time).length > 0,
        )
        if (!touched) outages.push({ id, ...time, resourceId: place.resourceId, resources: [] })
        return
      }
      const { policy } = resources.find((each) => each.id === place.resourceId)!
      const asked = { ...place, before: policy.bufferBefore ?? 0, after: policy.bufferAfter ?? 0 }
      const rows = allocationsFor({ ...time, status: 'confirmed', resources: [asked] }, situation.places)
      const fits = rows.every(
        (row) =>
          findConflicts([row], situation.allocations(row.leafId, row), situation.places.leaves.get(row.leafId)!)
            .length === 0,
      )
      if (fits) bookings.push({ id, ...time, resources: [asked] })
    })
    return { bookings, outages }
  })

const situationOf = (
  world: { bookings: StandingBooking[]; outages: { id: string; start: number; end: number; resourceId: string }[] },
  change: Partial<Situation> = {},
) => aSituation({ resources, exclusions, ...world, change })

describe('alternatives', () => {
  it('are never refused, are different, at most three, and the same each time', () => {
    let offered = 0
    fc.assert(
      fc.property(
        anyWorld,
        anyTime,
        fc.uniqueArray(anyPlace, { minLength: 1, maxLength: 2, selector: (each) => each.resourceId }),
        fc.option(fc.integer({ min: 1, max: 50 })),
        fc.constantFrom('member' as const, 'manager' as const),
        (world, time, places, headCount, role) => {
          const situation = situationOf(world, { role, now: at(day, '07:10') })
          const waivers = places.flatMap(({ resourceId }) =>
            ['outsideHours', 'closedDay', 'tooLong', 'tooShort', 'offStep', 'overCapacity'].map((rule) => ({
              rule,
              resourceId,
            })),
          )
          const proposal: Proposal = aProposal([], { ...time, resources: places, headCount, waivers })
          fc.pre(judge(proposal, situation).refusals.length > 0)
          const ways = alternatives(proposal, situation)
          expect(ways.length).toBeLessThanOrEqual(3)
          expect(alternatives(proposal, situation)).toEqual(ways)
          expect(new Set(ways.map((each) => JSON.stringify(each))).size).toBe(ways.length)
          for (const way of ways) {
            offered += 1
            expect(
              judge({ ...proposal, waivers: [], resources: way.resources, start: way.start, end: way.end }, situation)
                .refusals,
            ).toEqual([])
            const sameTime = way.start === time.start && way.end === time.end
            const samePlace = JSON.stringify(way.resources) === JSON.stringify(places)
            if (way.kind === 'shorter') {
              expect(samePlace).toBe(true)
              expect(way.end - way.start).toBeLessThan(time.end - time.start)
              expect(way.start >= time.start && way.end <= time.end).toBe(true)
            }
            if (way.kind === 'otherPlace') expect([sameTime, samePlace]).toEqual([true, false])
            if (way.kind === 'otherTime') {
              expect([samePlace, way.end - way.start]).toEqual([true, time.end - time.start])
              expect(sameTime).toBe(false)
            }
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(offered).toBeGreaterThan(100)
  })
  it('offer the shorter time, the room with the same features and the nearest other time', () => {
    const bookings = [{ id: 'b1', ...span('10:30', '11:30'), resources: [{ resourceId: 'm1' }] }]
    const ways = alternatives(aProposal(['m1'], { headCount: 6 }), aSituation({ resources, exclusions, bookings }))
    expect(ways).toEqual([
      { kind: 'shorter', resources: [{ resourceId: 'm1', quantity: 1 }], ...span('10:00', '10:30') },
      { kind: 'otherPlace', resources: [{ resourceId: 's1', quantity: 1 }], ...span('10:00', '11:00') },
      { kind: 'otherTime', resources: [{ resourceId: 'm1', quantity: 1 }], ...span('09:30', '10:30') },
    ])
  })
  it('offer the make-up Saturday after a holiday, and nothing for an instrument without a like', () => {
    const situation = aSituation({ resources, exclusions, change: { now: at('2026-02-10', '08:00') } })
    const ways = alternatives(aProposal(['laser'], span('10:00', '11:00', '2026-02-16')), situation)
    expect(ways.map((each) => each.kind)).toEqual(['otherTime', 'otherTime', 'otherTime'])
    expect(toWall(ways[0]!.start, 'Asia/Shanghai').date).toBe('2026-02-14')
  })
  it('offer nothing for a booking that names one place twice', () => {
    expect(alternatives(aProposal(['A', 'full']), aSituation({ resources }))).toEqual([])
  })
  it('look at a bounded part of a full calendar', () => {
    let asked = 0
    const base = aSituation({ resources })
    const taken: Allocation = {
      leafId: 'm1',
      start: 0,
      end: at(day, '10:00') * 2,
      quantity: 1,
      kind: 'use',
      bookingId: 'x',
      outageId: null,
    }
    const busy: Situation = {
      ...base,
      allocations: (leafId, interval) => {
        asked += 1
        expect(interval.end - interval.start).toBeLessThan(30 * 24 * HOUR)
        return [{ ...taken, leafId }]
      },
    }
    expect(alternatives(aProposal(['m1']), busy)).toEqual([])
    expect(asked).toBeLessThan(100)
  })
})

describe('free windows', () => {
  it('leave room for set-up and strike beside what stands there', () => {
    const bookings = [
      { id: 'b1', ...span('10:00', '11:00'), resources: [{ resourceId: 'A' }] },
      { id: 'b2', ...span('15:00', '16:00'), resources: [{ resourceId: 'B', after: 15 }] },
    ]
    const full = [{ resourceId: 'full', quantity: 1 }]
    expect(freeWindows(full, span('08:00', '20:00'), aSituation({ resources, bookings }))).toEqual([
      span('08:30', '09:30'),
      span('11:30', '14:30'),
      span('16:30', '20:00'),
    ])
  })
  it('hold exactly the bookings that nobody and no closing time is in the way of', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.uniqueArray(anyPlace, { minLength: 1, maxLength: 2, selector: (each) => each.resourceId }),
        anyTime,
        (world, places, time) => {
          const situation = situationOf(world)
          const window = { start: at(day, '00:00'), end: at('2026-03-06', '00:00') }
          const free = freeWindows(places, window, situation)
          const inside = free.some((each) => each.start <= time.start && time.end <= each.end)
          const codes = judge(aProposal([], { ...time, resources: places }), situation).refusals.map(
            (each) => each.code,
          )
          const inTheWay = codes.some((code) =>
            ['overlaps', 'noUnitsLeft', 'outage', 'closedDay', 'outsideHours'].includes(code),
          )
          fc.pre(time.end <= window.end)
          expect(inside).toBe(!inTheWay)
        },
      ),
      { numRuns: 500 },
    )
  })
  it('give the first starts, none of them refused, none earlier left out', () => {
    fc.assert(
      fc.property(anyWorld, anyPlace, fc.integer({ min: 1, max: 8 }), (world, place, quarters) => {
        const situation = situationOf(world)
        const length = quarters * 15 * MINUTE
        const window = { start: at(day, '08:00'), end: at('2026-03-04', '00:00') }
        const starts = freeStarts([place], length, window, situation, 20)
        const judged: number[] = []
        for (let start = window.start; start + length <= window.end && judged.length < 20; start += 5 * MINUTE) {
          const refusals = judge(aProposal([], { start, end: start + length, resources: [place] }), situation).refusals
          if (refusals.every((each) => each.code === 'tooShort' || each.code === 'tooLong')) judged.push(start)
        }
        const lengthFits = judge(
          aProposal([], { start: window.start, end: window.start + length, resources: [place] }),
          situation,
        ).refusals.every((each) => each.code !== 'offStep')
        if (lengthFits) expect(starts).toEqual(judged)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the grid', () => {
  it('goes forward only, to the next reading on a step, also where the clock changes', () => {
    const changes = [
      toInstant({ date: '2026-10-25', minute: 0 }, 'Europe/Berlin'),
      toInstant({ date: '2026-04-05', minute: 0 }, 'Australia/Lord_Howe'),
    ]
    fc.assert(
      fc.property(
        anyZone,
        fc.constantFrom(...changes),
        fc.integer({ min: -600, max: 600 }),
        fc.constantFrom(5, 10, 15, 20, 30, 60),
        (zone, around, minutes, step) => {
          const instant = around + minutes * MINUTE
          const next = onGrid(instant, step, zone)
          expect(next).toBeGreaterThanOrEqual(instant)
          expect(toWall(next, zone).minute % step).toBe(0)
          for (let before = instant; before < next; before += MINUTE)
            expect(toWall(before, zone).minute % step).not.toBe(0)
        },
      ),
      { numRuns: 500 },
    )
  })
})
