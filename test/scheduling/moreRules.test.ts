import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../shared/operations/fields.ts'
import { roles, waiversOf, type RuleCode } from '../../shared/refusals.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { cancelledInTime } from '../../shared/scheduling/rules/changeNotice.ts'
import { periodDates } from '../../shared/scheduling/rules/period.ts'
import { seriesFits } from '../../shared/scheduling/rules/series.ts'
import type { Proposal, Situation } from '../../shared/scheduling/situation.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { aResource } from '../support/places.ts'
import { aQuota, recordsOf } from '../support/records.ts'
import { at, codes, inRoom, span, world } from '../support/situation.ts'

const day = '2026-03-04'
const on = (from: string, until: string, date = day) => span(from, until, date)
const party = { teamId: 'team', personId: 'person', occupantId: 'person' }
const place = (policy: Policy) => aResource('room', { policy })
const judged = (policy: Policy, proposal: Partial<Proposal> = {}, situation: Partial<Situation> = {}) =>
  codes(inRoom({ ...on('10:00', '11:00'), party, ...proposal }), world(situation, place(policy)))
const booked = (from: string, until: string, change: object = {}) => ({
  id: `at ${from}`,
  ...on(from, until),
  resources: [{ resourceId: 'room', quantity: 1 }],
  ...party,
  ...change,
})
const was = { ...on('10:00', '11:00'), resources: [{ resourceId: 'room', quantity: 1 }] }

describe('windows', () => {
  it('blackouts and quiet hours refuse what touches them, not what ends or begins at their edge', () => {
    const blackouts = [{ from: { date: day, minute: 600 }, until: { date: day, minute: 720 }, reason: '检修' }]
    const quietHours = [{ days: [2], from: 600, until: 720, reason: '' }]
    for (const [policy, code] of [
      [{ blackouts }, 'blackout'],
      [{ quietHours }, 'quietHours'],
    ] as const) {
      expect(judged(policy)).toEqual([code])
      expect(judged(policy, on('09:00', '10:00'))).toEqual([])
      expect(judged(policy, on('12:00', '13:00'))).toEqual([])
      expect(judged(policy, on('11:45', '12:15'))).toEqual([code])
      expect(judged(policy, { bookingId: 'b', was, ...on('10:00', '10:45') })).toEqual([])
    }
    expect(judged({ quietHours }, on('10:00', '11:00', '2026-03-05'))).toEqual([])
  })

  it('blocks are booked whole: one, several in a row, the whole day; a change of words and leaving early are free (BK-12)', () => {
    const policy: Policy = {
      maxMinutes: 900,
      blocks: [
        { from: 510, until: 720 },
        { from: 780, until: 1020 },
        { from: 1080, until: 1260 },
      ],
    }
    for (const [from, until, ok] of [
      ['08:30', '12:00', true],
      ['08:30', '17:00', true],
      ['08:30', '21:00', true],
      ['13:00', '21:00', true],
      ['09:00', '12:00', false],
      ['12:00', '13:00', false],
    ] as const)
      expect(judged(policy, on(from, until)), `${from}–${until}`).toEqual(ok ? [] : ['offBlock'])
    expect(judged(policy, { bookingId: 'b', was })).toEqual([])
    const early = { bookingId: 'b', was, ...on('10:00', '10:45') }
    expect(judged(policy, early, { now: at(day, '10:40') })).toEqual([])
  })

  it('a priority window is for its teams until it opens to all (domain facts §2.6)', () => {
    const policy: Policy = { priority: [{ days: [2], from: 840, until: 1020, teamIds: ['vip'], opensMinutes: 300 }] }
    const asked = on('15:00', '16:00')
    expect(judged(policy, asked, { now: at(day, '08:59') })).toEqual(['reserved'])
    expect(judged(policy, asked, { now: at(day, '09:00') })).toEqual([])
    expect(judged(policy, { ...asked, party: { ...party, teamId: 'vip' } })).toEqual([])
    expect(judged(policy, on('13:00', '14:00'))).toEqual([])
    expect(judged(policy, { ...asked, party: undefined })).toEqual([])
  })

  it('rules are relaxed when the whole booking lies in the hours for it, and only the rules named (PQ-11)', () => {
    const policy: Policy = {
      maxMinutes: 60,
      minHeads: 5,
      relaxed: { rules: ['tooLong'], windows: [{ days: [2], from: 1080, until: 1260 }] },
    }
    expect(judged(policy, { ...on('18:00', '21:00'), headCount: 2 })).toEqual(['tooFew'])
    expect(judged(policy, on('17:45', '21:00'))).toEqual(['tooLong'])
    expect(judged(policy, on('18:00', '21:00', '2026-03-05'))).toEqual(['tooLong'])
  })
})

describe('people', () => {
  it('limits of a person count clipped to the period, per place and unit; the last minute allowed is allowed', () => {
    const records = recordsOf([booked('08:30', '09:30'), booked('12:00', '13:00', { personId: 'else' })])
    const limits = (minutes: number): Policy => ({ personLimits: [{ per: 'day', count: null, minutes }] })
    expect(judged(limits(120), {}, { records })).toEqual([])
    expect(judged(limits(119), {}, { records })).toEqual(['personLimit'])
    expect(judged(limits(119), on('10:00', '11:00', '2026-03-05'), { records })).toEqual([])
    expect(judged(limits(119), { party: { ...party, personId: null } }, { records })).toEqual([])
    expect(judged(limits(30), { bookingId: 'b', was, ...on('14:00', '15:00') }, { records })).toEqual([])
  })

  it('open bookings, gaps and small parties have their edges', () => {
    const records = recordsOf([booked('12:00', '13:00'), booked('15:00', '16:00')])
    expect(judged({ openBookings: 2 }, {}, { records })).toEqual(['openLimit'])
    expect(judged({ openBookings: 3 }, {}, { records })).toEqual([])
    expect(judged({ openBookings: 2 }, {}, { records, now: at(day, '13:00') }).includes('openLimit')).toBe(false)
    expect(judged({ gapMinutes: 60 }, {}, { records })).toEqual([])
    expect(judged({ gapMinutes: 75 }, {}, { records })).toEqual(['gapTooShort'])
    expect(judged({ minHeads: 4 }, { headCount: 4 })).toEqual([])
    expect(judged({ minHeads: 4 }, { headCount: 3 })).toEqual(['tooFew'])
    expect(judged({ minHeads: 4 })).toEqual([])
  })

  it('a person in two places is refused, told, or allowed; back to back is one place', () => {
    const records = recordsOf([booked('10:30', '11:30'), booked('11:30', '12:00')])
    expect(judged({ samePerson: 'refuse' }, {}, { records })).toEqual(['samePersonTwice'])
    expect(judged({ samePerson: 'allow' }, {}, { records })).toEqual([])
    const told = judge(inRoom({ ...on('10:00', '11:00'), party }), world({ records }, place({ samePerson: 'warn' })))
    expect(told.refusals).toEqual([])
    expect(told.warnings.map((each) => each.code)).toEqual(['samePersonTwice'])
    expect(judged({ samePerson: 'refuse' }, on('09:30', '10:30'), { records })).toEqual([])
  })

  it('without records nothing about people is claimed, as on the board', () => {
    const policy: Policy = { openBookings: 1, gapMinutes: 600, personLimits: [{ per: 'day', count: 0, minutes: 0 }] }
    expect(judged(policy)).toEqual([])
  })
})

describe('notice, series and waivers', () => {
  it('changing and cancelling have notices of their own, to the minute (PQ-02)', () => {
    const policy: Policy = { changeNoticeMinutes: 60 }
    const moved = { bookingId: 'b', was, ...on('14:00', '15:00') }
    expect(judged(policy, moved, { now: at(day, '09:00') })).toEqual([])
    expect(judged(policy, moved, { now: at(day, '09:01') })).toEqual(['changeTooLate'])
    expect(judged(policy, { bookingId: 'b', was }, { now: at(day, '09:30') })).toEqual([])
    expect(judged(policy, { bookingId: 'b', was, ...on('10:00', '12:00') }, { now: at(day, '10:05') })).toEqual([])
    const cancelling = (now: number) =>
      cancelledInTime(was, world({ now }, place({ cancelNoticeMinutes: 120 }))).map((each) => each.code)
    expect(cancelling(at(day, '08:00'))).toEqual([])
    expect(cancelling(at(day, '08:01'))).toEqual(['cancelTooLate'])
    expect(cancelling(at(day, '10:00'))).toEqual([])
  })

  it('a series is bounded in dates and months, and may be shut off for one room (C 19)', () => {
    const fits = (policy: Policy, dates: string[]) =>
      seriesFits({ resourceIds: ['room'], dates }, world({}, place(policy))).map((each) => each.code)
    expect(fits({ seriesDates: 2 }, ['2026-03-02', '2026-03-09'])).toEqual([])
    expect(fits({ seriesDates: 2 }, ['2026-03-02', '2026-03-09', '2026-03-16'])).toEqual(['seriesTooLong'])
    expect(fits({ seriesDates: 1 }, ['2026-03-02', '2026-03-09'])).toEqual(['seriesTooLong'])
    expect(fits({ seriesDates: 1 }, ['2026-03-02'])).toEqual([])
    expect(fits({ seriesMonths: 1 }, ['2026-01-05', '2026-02-05'])).toEqual([])
    expect(fits({ seriesMonths: 1 }, ['2026-01-05', '2026-02-06'])).toEqual(['seriesTooLong'])
  })

  it('are waived by the roles named and by no other', () => {
    const records = recordsOf([booked('12:00', '13:00')], [aQuota({ count: 1, minutes: null })])
    const policy: Policy = {
      gapMinutes: 90,
      openBookings: 1,
      minHeads: 4,
      samePerson: 'allow',
      quietHours: [{ days: [2], from: 600, until: 660, reason: '' }],
    }
    const rules: RuleCode[] = ['quietHours', 'tooFew', 'gapTooShort', 'teamQuota', 'openLimit']
    expect(judged(policy, { headCount: 1 }, { records })).toEqual(rules)
    for (const role of roles) {
      const waivers = rules.map((rule) => ({ rule, resourceId: 'room' }))
      const left = judged(policy, { headCount: 1, waivers }, { records, role })
      expect(left, role).toEqual(rules.filter((rule) => !(waiversOf[rule] ?? []).includes(role)))
    }
  })
})

describe('laws', () => {
  it('a booking that asks for less of a limit is refused no more often than one that asks for more', () => {
    const records = recordsOf([booked('08:30', '09:30')], [aQuota({ minutes: 180 })])
    const over = (minutes: number) =>
      judged(
        { maxMinutes: 900, personLimits: [{ per: 'week', count: null, minutes: 240 }] },
        { start: at(day, '10:00'), end: at(day, '10:00') + minutes * MINUTE },
        { records },
      ).filter((code) => code === 'teamQuota' || code === 'personLimit')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (a, b) => {
        const [less, more] = [Math.min(a, b) * 15, Math.max(a, b) * 15]
        for (const code of over(less)) expect(over(more)).toContain(code)
      }),
    )
  })

  it('the order of the places does not change what is refused', () => {
    const resources = [place({ minHeads: 4, gapMinutes: 90 }), aResource('two', { policy: { openBookings: 1 } })]
    const records = recordsOf([
      booked('12:00', '13:00', { resources: resources.map(({ id }) => ({ resourceId: id, quantity: 1 })) }),
    ])
    const all = (ids: string[]) => {
      const situation = world({ records })
      const places = { ...situation.places, resources: new Map(resources.map((each) => [each.id, each])) }
      const asked = inRoom({
        ...on('10:00', '11:00'),
        party,
        headCount: 2,
        resources: ids.map((resourceId) => ({ resourceId, quantity: 1 })),
      })
      return codes(asked, { ...situation, places }).toSorted()
    }
    expect(all(['room', 'two'])).toEqual(['gapTooShort', 'openLimit', 'tooFew'])
    expect(all(['two', 'room'])).toEqual(all(['room', 'two']))
  })

  it('a period holds its first day and not the day after its last', () => {
    expect(periodDates('2026-03-08', 'week')).toEqual({ from: '2026-03-02', to: '2026-03-09' })
    expect(periodDates('2026-12-31', 'month')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
    expect(periodDates('2026-03-31', 'quarter')).toEqual({ from: '2026-01-01', to: '2026-04-01' })
    expect(periodDates('2026-10-01', 'year')).toEqual({ from: '2026-01-01', to: '2027-01-01' })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
        (n, per) => {
          const date = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
          const { from, to } = periodDates(date, per)
          expect(from <= date && date < to).toBe(true)
          expect(periodDates(to, per).from).toBe(to)
        },
      ),
    )
  })
})
