import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../shared/scheduling/judge.ts'
import { indexPlaces } from '../../shared/scheduling/leaves.ts'
import { alwaysOpen, buffersOf, checkPolicy } from '../../shared/scheduling/policy.ts'
import type { Allocation, Proposal, Situation } from '../../shared/scheduling/situation.ts'
import { lookUp, standingOf } from '../../shared/scheduling/standing.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { anExclusion, aResource } from '../support/places.ts'
import { aProposal, aSituation, at, span } from '../support/situation.ts'

const always = { openHours: alwaysOpen, stepMinutes: 5 as const, minMinutes: 5, maxMinutes: 14_400, horizonDays: 60 }
const resources = [
  aResource('A', { policy: always }),
  aResource('B', { policy: { ...always, bufferAfter: 10 } }),
  aResource('C', { policy: always }),
  aResource('AB', { partIds: ['A', 'B'], policy: { ...always, bufferBefore: 20, bufferAfter: 20 } }),
  aResource('all', { partIds: ['AB', 'C'], policy: always }),
  aResource('pool', { units: 3, policy: { ...always, bufferBefore: 5 } }),
  aResource('laser', { policy: always }),
]
const exclusions = [anExclusion('quiet', ['laser', 'C'])]
const places = indexPlaces({ resources, exclusions })
const base = aSituation({ resources, exclusions })
const origin = at('2026-03-03', '00:00')

const anyAsk = fc.record({
  resourceId: fc.constantFrom(...resources.map((each) => each.id)),
  quantity: fc.integer({ min: 1, max: 2 }),
  start: fc.integer({ min: 0, max: 100 }),
  length: fc.integer({ min: 1, max: 20 }),
  status: fc.constantFrom('confirmed' as const, 'pending' as const, 'tentative' as const),
  moves: fc.option(fc.nat(20)),
})

describe('judging one booking after another', () => {
  it('never puts two into one place: brute force over every step of every leaf, and refuses nothing that had room', () => {
    fc.assert(
      fc.property(fc.array(anyAsk, { maxLength: 30 }), (asks) => {
        type Standing = Proposal & {
          id: string
          resources: { resourceId: string; quantity: number; before: number; after: number }[]
        }
        let standing: Standing[] = []
        const seen = (list: Standing[]) => standingOf(list, [], places)
        asks.forEach((ask, index) => {
          const start = origin + ask.start * 5 * MINUTE
          const was = ask.moves === null ? undefined : standing[ask.moves % Math.max(1, standing.length)]
          const resource = resources.find((each) => each.id === ask.resourceId)!
          const resourcesAsked = [
            { resourceId: ask.resourceId, quantity: ask.quantity, ...buffersOf(resource, base.policies) },
          ]
          const proposal: Standing = {
            ...aProposal([], { status: ask.status, start, end: start + ask.length * 5 * MINUTE, was: was ?? null }),
            id: was?.id ?? `b${index}`,
            resources: resourcesAsked,
          }
          const others = standing.filter((each) => each.id !== proposal.id)
          const situation: Situation = { ...base, allocations: lookUp(seen(standing), proposal.id) }
          const refused = judge(proposal, situation).refusals.some(
            (each) => each.code === 'overlaps' || each.code === 'noUnitsLeft',
          )
          const collides = ask.quantity > resource.units || !sound(seen([...others, proposal]))
          expect(refused).toBe(collides)
          if (!refused) standing = [...others, proposal]
        })
        expect(sound(seen(standing))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

/** The law, said in another way: at each step of each leaf, the load without neighbours' shared buffers is at most the capacity. */
function sound(rows: readonly Allocation[]): boolean {
  for (const leaf of places.leaves.values()) {
    const here = rows.filter((row) => row.leafId === leaf.id)
    for (let at = origin - 60 * MINUTE; at < origin + 700 * MINUTE; at += 5 * MINUTE) {
      const now = here.filter((row) => row.start <= at && at < row.end)
      const solid = now.filter((row) => row.kind !== 'buffer').reduce((sum, row) => sum + row.quantity, 0)
      const soft = now.filter((row) => row.kind === 'buffer').map((row) => row.quantity)
      const buffers = leaf.capacity === 1 ? Math.max(0, ...soft) : soft.reduce((sum, each) => sum + each, 0)
      if (solid + buffers > leaf.capacity) return false
    }
  }
  return true
}

describe('what stands there, as a screen holds it', () => {
  it('finds the rows of a leaf that touch an interval, in order, without the one left out', () => {
    const row = (id: string, from: string, until: string, leafId = 'A'): Allocation => ({
      leafId,
      ...span(from, until),
      quantity: 1,
      kind: 'use',
      bookingId: id,
      outageId: null,
    })
    const find = lookUp(
      [
        row('b3', '12:00', '13:00'),
        row('b1', '09:00', '10:00'),
        row('b2', '10:00', '11:00'),
        row('x', '09:00', '18:00', 'B'),
      ],
      'b2',
    )
    expect(find('A', span('09:30', '12:30')).map((each) => each.bookingId)).toEqual(['b1', 'b3'])
    expect(find('A', span('10:00', '12:00'))).toEqual([])
    expect(find('nowhere', span('09:00', '18:00'))).toEqual([])
  })
  it('has outages while they last, cancelled ones not', () => {
    const outage = { id: 'o', resourceId: 'AB', kind: 'fault' as const, ...span('09:00', '10:00') }
    expect(
      standingOf([], [{ ...outage, status: 'active' }], places).map((row) => [row.leafId, row.kind, row.outageId]),
    ).toEqual([
      ['A', 'outage', 'o'],
      ['B', 'outage', 'o'],
    ])
    expect(standingOf([], [{ ...outage, status: 'ended' }], places)).toHaveLength(2)
    expect(standingOf([], [{ ...outage, status: 'cancelled' }], places)).toEqual([])
  })
})

describe('settings that cannot hold', () => {
  it('are named with their place', () => {
    expect(checkPolicy(always, 'resource.policy')).toEqual([])
    const backwards = { ...alwaysOpen, days: alwaysOpen.days.map(() => [{ from: 600, until: 540 }]) }
    expect(checkPolicy({ openHours: backwards, minMinutes: 60, maxMinutes: 30 }, 'policy')).toEqual([
      { code: 'badInput', path: 'policy.openHours.days.0', why: 'endBeforeStart' },
      { code: 'badInput', path: 'policy.minMinutes', why: 'tooLarge', limit: 30 },
    ])
  })
})
