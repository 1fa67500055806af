import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../shared/operations/fields.ts'
import type { RuleCode } from '../../shared/refusals.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { alwaysOpen } from '../../shared/scheduling/policy.ts'
import type { Proposal, Situation } from '../../shared/scheduling/situation.ts'
import { smallestChange } from '../../shared/scheduling/smallestChange.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { aResource } from '../support/places.ts'
import { aQuota, recordsOf } from '../support/records.ts'
import { aProposal, aSituation, at, span } from '../support/situation.ts'

const day = '2026-03-04'
const party = { teamId: 'team', personId: 'person', occupantId: 'person' }
const on = (from: string, until: string) => span(from, until, day)
const weekdays = [0, 1, 2, 3, 4]
const held = { id: 'other', resources: [{ resourceId: 'room', quantity: 1 }], ...on('09:00', '12:00'), ...party }

type World = { policy?: Policy; proposal?: Partial<Proposal>; world?: Partial<Situation>; ids?: string[] }
type Given = Parameters<typeof aSituation>[0]

/** For each rule a world in which it refuses; null where no other way of asking would help. */
const worlds: { [C in RuleCode]: (World & Partial<Given>) | null } = {
  overlaps: { bookings: [{ ...held, resources: [{ resourceId: 'room' }] }] },
  outage: { outages: [{ id: 'o', resourceId: 'room', ...on('08:30', '13:00') }] },
  noUnitsLeft: {
    ids: ['pool'],
    proposal: { resources: [{ resourceId: 'pool', quantity: 3 }] },
    bookings: [{ ...held, resources: [{ resourceId: 'pool' }] }],
  },
  closedDay: { proposal: span('10:00', '11:00', '2026-03-07') },
  outsideHours: { proposal: on('20:30', '22:00') },
  offStep: { proposal: on('10:05', '11:12') },
  tooShort: { policy: { minMinutes: 120 } },
  tooLong: { proposal: on('10:00', '16:30') },
  inPast: { world: { now: at(day, '12:20') } },
  tooSoon: { policy: { noticeMinutes: 3 * 1440 } },
  tooFar: { policy: { horizonDays: 1 } },
  overCapacity: { proposal: { headCount: 30 } },
  notBookable: { ids: ['closed'] },
  projectOutsideTerm: { world: { project: { id: 'p', startOn: '2026-03-09', endOn: '2026-03-20' } } },
  personLimit: { policy: { personLimits: [{ per: 'day', count: null, minutes: 210 }] } },
  teamQuota: { world: { records: recordsOf([held], [aQuota({ count: 1, minutes: null })]) } },
  gapTooShort: { policy: { gapMinutes: 120 }, proposal: on('13:00', '14:00') },
  tooFew: { policy: { minHeads: 6 }, proposal: { headCount: 2 } },
  samePersonTwice: { policy: { samePerson: 'refuse' } },
  blackout: {
    policy: {
      blackouts: [{ from: { date: day, minute: 0 }, until: { date: '2026-03-11', minute: 0 }, reason: '检修' }],
    },
  },
  quietHours: { policy: { quietHours: [{ days: weekdays, from: 600, until: 720, reason: '' }] } },
  offBlock: {
    policy: {
      blocks: [
        { from: 510, until: 720 },
        { from: 780, until: 1020 },
      ],
    },
  },
  reserved: { policy: { priority: [{ days: [2], from: 540, until: 720, teamIds: ['others'], opensMinutes: 60 }] } },
  needsAlso: { policy: { requires: ['big'] } },
  openLimit: null,
  changeTooLate: null,
  cancelTooLate: null,
  seriesTooLong: null,
}

function make({
  policy = {},
  proposal = {},
  world = {},
  ids = ['room'],
  bookings = [],
  outages = [],
}: World & Partial<Given>) {
  const resources = [
    aResource('room', { policy, capacity: 8 }),
    aResource('big', { capacity: 40, kind: 'seminarRoom' }),
    aResource('small', { capacity: 4 }),
    aResource('pool', { units: 3, kind: 'instrument', policy: { openHours: alwaysOpen } }),
    aResource('closed', { bookable: false }),
  ]
  const situation = aSituation({ resources, bookings, outages, change: { records: recordsOf([held]), ...world } })
  return { situation, asked: aProposal(ids, { ...on('10:00', '11:00'), party, ...proposal }) }
}

describe('the smallest change (C 13)', () => {
  const cases = Object.entries(worlds) as [RuleCode, (World & Partial<Given>) | null][]
  it.each(cases.filter(([, world]) => world !== null))(
    'for %s exists, and applied the rule refuses no more',
    (code, world) => {
      const { situation, asked } = make(world!)
      const refusal = judge(asked, situation).refusals.find((each) => each.code === code)
      expect(refusal, 'the world makes the rule refuse').toBeDefined()
      const changed = smallestChange(refusal!, asked, situation)
      expect(changed).not.toBeNull()
      expect(changed).not.toEqual(asked)
      expect(judge(changed!, situation).refusals.map((each) => each.code)).not.toContain(code)
    },
  )

  it('whatever is refused in a random world: applied, that rule refuses no more', () => {
    const policy = fc.record(
      {
        minMinutes: fc.constantFrom(15, 60, 120),
        stepMinutes: fc.constantFrom(15 as const, 30 as const, 60 as const),
        noticeMinutes: fc.constantFrom(0, 1440, 4320),
        horizonDays: fc.constantFrom(1, 7, 30),
        minHeads: fc.constantFrom(0, 4),
        gapMinutes: fc.constantFrom(0, 90),
        samePerson: fc.constantFrom('warn' as const, 'refuse' as const),
        quietHours: fc.constant<NonNullable<Policy['quietHours']>>([
          { days: weekdays, from: 600, until: 840, reason: '' },
        ]),
        priority: fc.constant<NonNullable<Policy['priority']>>([
          { days: [1, 2], from: 480, until: 900, teamIds: ['x'], opensMinutes: 60 },
        ]),
        personLimits: fc.constantFrom<NonNullable<Policy['personLimits']>[]>(
          [{ per: 'week' as const, count: 1, minutes: null }],
          [{ per: 'day' as const, count: null, minutes: 240 }],
        ),
        requires: fc.constant<string[]>(['big']),
      },
      { requiredKeys: [] },
    )
    let told = 0
    fc.assert(
      fc.property(
        policy,
        fc.integer({ min: 0, max: 40 * 96 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(null, 2, 12),
        (knobs, start, length, headCount) => {
          const from = at('2026-03-02', '00:00') + start * 5 * MINUTE
          const { situation, asked } = make({
            policy: knobs,
            proposal: { start: from, end: from + length * 5 * MINUTE, headCount },
            world: { records: recordsOf([held], [aQuota({ minutes: 300 })]) },
            bookings: [{ ...held, resources: [{ resourceId: 'room' }] }],
          })
          for (const refusal of judge(asked, situation).refusals) {
            const changed = smallestChange(refusal, asked, situation)
            if (changed === null) continue
            told += 1
            const still = judge(changed, situation).refusals
            expect(still.some((each) => each.code === refusal.code && each.resourceId === refusal.resourceId)).toBe(
              false,
            )
          }
        },
      ),
      { numRuns: 150 },
    )
    expect(told).toBeGreaterThan(100)
  })

  it('is small: shorter by what is over, moved to the nearest edge', () => {
    const over = make(worlds.personLimit!)
    const [limit] = judge(over.asked, over.situation).refusals
    expect(smallestChange(limit!, over.asked, over.situation)).toMatchObject(on('10:00', '10:30'))
    const late = make(worlds.outsideHours!)
    const [hours] = judge(late.asked, late.situation).refusals
    expect(smallestChange(hours!, late.asked, late.situation)).toMatchObject(on('20:30', '21:00'))
  })
})
