import { describe, expect, it } from 'vitest'
import { roles, waiversOf, type Role } from '../../shared/refusals.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { alwaysOpen, defaultPolicies, effectivePolicy, knob } from '../../shared/scheduling/policy.ts'
import type { Proposal, Situation } from '../../shared/scheduling/situation.ts'
import { aResource, anExclusion } from '../support/places.ts'
import { aProposal, aSituation, at } from '../support/situation.ts'

const day = '2026-03-02'
const span = (from: string, until: string, date = day, untilDate = date) => ({
  start: at(date, from),
  end: at(untilDate, until),
})
const room = aResource('room')
const codes = (proposal: Proposal, situation: Situation) => judge(proposal, situation).refusals.map((each) => each.code)
const inRoom = (change: Partial<Proposal> = {}) => aProposal(['room'], change)
const world = (change: Partial<Situation> = {}, resource = room) => aSituation({ resources: [resource], change })

describe('a place is free', () => {
  const hall = [
    aResource('A', { kind: 'roadshowHall' }),
    aResource('B', { kind: 'roadshowHall' }),
    aResource('full', { kind: 'roadshowHall', partIds: ['A', 'B'], policy: { bufferBefore: 30, bufferAfter: 30 } }),
  ]
  it('lets neighbours touch and names the booking in the way', () => {
    const bookings = [{ id: 'b1', ...span('10:30', '11:30'), resources: [{ resourceId: 'room' }] }]
    const situation = aSituation({ resources: [room], bookings })
    expect(codes(inRoom(span('09:30', '10:30')), situation)).toEqual([])
    expect(codes(inRoom(span('11:30', '12:30')), situation)).toEqual([])
    expect(judge(inRoom(), situation).refusals).toEqual([
      {
        code: 'overlaps',
        bookingId: 'b1',
        ...span('10:30', '11:30'),
        viaResourceId: null,
        buffer: false,
        resourceId: 'room',
        level: 'always',
        waivers: [],
      },
    ])
    expect(codes(inRoom({ status: 'cancelled' }), situation)).toEqual([])
    expect(codes(inRoom(), aSituation({ resources: [room], bookings, ignore: 'b1' }))).toEqual([])
    expect(
      codes(inRoom(), aSituation({ resources: [room], bookings: [{ ...bookings[0]!, status: 'noShow' }] })),
    ).toEqual([])
    for (const status of ['tentative', 'pending'] as const)
      expect(codes(inRoom(), aSituation({ resources: [room], bookings: [{ ...bookings[0]!, status }] }))).toEqual([
        'overlaps',
      ])
  })
  it('blocks the parts by the whole and the whole by a part, says through what, and once', () => {
    const whole = aSituation({
      resources: hall,
      bookings: [{ id: 'b1', ...span('09:30', '10:30'), resources: [{ resourceId: 'full', before: 30, after: 30 }] }],
    })
    const part = judge(aProposal(['A']), whole).refusals
    expect(part).toHaveLength(1)
    expect(part[0]).toMatchObject({ code: 'overlaps', bookingId: 'b1', viaResourceId: 'full', buffer: false })
    expect(judge(aProposal(['A'], span('10:30', '11:30')), whole).refusals).toMatchObject([
      { bookingId: 'b1', buffer: true, viaResourceId: 'full', ...span('10:30', '11:00') },
    ])
    expect(codes(aProposal(['A'], span('11:00', '12:00')), whole)).toEqual([])
    const half = aSituation({
      resources: hall,
      bookings: [{ id: 'b2', ...span('10:30', '11:30'), resources: [{ resourceId: 'B' }] }],
    })
    expect(judge(aProposal(['full']), half).refusals).toMatchObject([
      { code: 'overlaps', bookingId: 'b2', viaResourceId: 'B' },
    ])
    expect(codes(aProposal(['A']), half)).toEqual([])
    expect(judge(aProposal(['full'], span('09:00', '10:15')), half).refusals).toMatchObject([
      { bookingId: 'b2', buffer: true },
    ])
    expect(codes(aProposal(['full'], span('09:00', '10:00')), half)).toEqual([])
  })
  it('lets buffers meet buffers: between neighbours the longer counts, not the sum', () => {
    const bookings = [
      { id: 'b1', ...span('09:00', '10:00'), resources: [{ resourceId: 'full', before: 30, after: 30 }] },
    ]
    expect(codes(aProposal(['full'], span('10:30', '11:30')), aSituation({ resources: hall, bookings }))).toEqual([])
    expect(codes(aProposal(['full'], span('10:15', '11:30')), aSituation({ resources: hall, bookings }))).toEqual([
      'overlaps',
    ])
  })
  it('keeps apart what excludes each other, and says which', () => {
    const resources = [aResource('laser'), aResource('optics'), aResource('other')]
    const situation = aSituation({
      resources,
      exclusions: [anExclusion('quiet', ['other', 'laser', 'optics'])],
      bookings: [{ id: 'b1', ...span('10:30', '11:30'), resources: [{ resourceId: 'laser' }] }],
    })
    expect(judge(aProposal(['optics']), situation).refusals).toMatchObject([
      { code: 'overlaps', bookingId: 'b1', viaResourceId: 'laser' },
    ])
  })
  it('counts the units of a pool', () => {
    const pool = aResource('pool', { units: 2 })
    const one = { id: 'b1', ...span('10:00', '11:00'), resources: [{ resourceId: 'pool' }] }
    const two = { id: 'b2', ...span('10:30', '11:30'), resources: [{ resourceId: 'pool' }] }
    expect(codes(aProposal(['pool']), aSituation({ resources: [pool], bookings: [one] }))).toEqual([])
    const full = aSituation({ resources: [pool], bookings: [one, two] })
    expect(judge(aProposal(['pool']), full).refusals).toMatchObject([
      { code: 'noUnitsLeft', free: 0, asked: 1, ...span('10:30', '11:00') },
    ])
    expect(codes(aProposal(['pool'], span('11:00', '12:00')), full)).toEqual([])
    expect(
      codes(aProposal([], { resources: [{ resourceId: 'pool', quantity: 3 }] }), aSituation({ resources: [pool] })),
    ).toEqual(['noUnitsLeft'])
    expect(
      codes(aProposal([], { resources: [{ resourceId: 'full', quantity: 2 }] }), aSituation({ resources: hall })),
    ).toEqual(['noUnitsLeft'])
  })
  it('is closed by an outage, of a part too, but not of a partner in an exclusion', () => {
    const out = { id: 'o1', ...span('10:30', '12:00') }
    expect(
      judge(inRoom(), aSituation({ resources: [room], outages: [{ ...out, resourceId: 'room' }] })).refusals,
    ).toMatchObject([{ code: 'outage', outageId: 'o1', kind: 'fault', ...span('10:30', '12:00') }])
    expect(codes(aProposal(['full']), aSituation({ resources: hall, outages: [{ ...out, resourceId: 'A' }] }))).toEqual(
      ['outage'],
    )
    expect(
      codes(
        aProposal(['B']),
        aSituation({
          resources: hall,
          exclusions: [anExclusion('x', ['A', 'B'])],
          outages: [{ ...out, resourceId: 'A' }],
        }),
      ),
    ).toEqual([])
    const pool = aResource('pool', { units: 2 })
    expect(
      codes(aProposal(['pool']), aSituation({ resources: [pool], outages: [{ ...out, resourceId: 'pool' }] })),
    ).toEqual(['outage'])
  })
})

describe('a place takes bookings', () => {
  it('refuses the retired, the not bookable, the down and the unknown', () => {
    expect(codes(inRoom(), world({}, { ...room, retired: true }))).toEqual(['notBookable'])
    expect(codes(inRoom(), world({}, { ...room, bookable: false }))).toEqual(['notBookable'])
    expect(codes(inRoom(), world({}, { ...room, state: 'down' }))).toEqual(['notBookable'])
    expect(codes(inRoom(), world({}, { ...room, state: 'degraded' }))).toEqual([])
    expect(codes(aProposal(['nowhere']), world())).toEqual(['notBookable'])
  })
  it('needs the parts to stand, not to be bookable by themselves', () => {
    const hall = (change: object) =>
      aSituation({ resources: [aResource('A', change), aResource('B'), aResource('full', { partIds: ['A', 'B'] })] })
    expect(codes(aProposal(['full']), hall({ bookable: false }))).toEqual([])
    expect(codes(aProposal(['full']), hall({ state: 'down' }))).toEqual(['notBookable'])
    expect(codes(aProposal(['full']), hall({ retired: true }))).toEqual(['notBookable'])
  })
})

describe('opening hours', () => {
  it('refuse early and late minutes and name the window', () => {
    expect(judge(inRoom(span('20:00', '21:30')), world()).refusals).toMatchObject([
      { code: 'outsideHours', date: day, from: 510, until: 1260, minutesOutside: 30, level: 'centre' },
    ])
    expect(codes(inRoom(span('08:30', '12:30')), world())).toEqual([])
  })
  it('close on a holiday and open on a make-up Saturday', () => {
    const far = { now: at('2026-02-10', '08:00') }
    expect(judge(inRoom(span('10:00', '11:00', '2026-02-16')), world(far)).refusals).toMatchObject([
      { code: 'closedDay', date: '2026-02-16', name: '春节' },
    ])
    expect(codes(inRoom(span('10:00', '11:00', '2026-02-14')), world(far))).toEqual([])
    expect(judge(inRoom(span('10:00', '11:00', '2026-03-07')), world()).refusals).toMatchObject([
      { code: 'closedDay', date: '2026-03-07', name: null },
    ])
  })
  it('see a lunch gap inside a booking', () => {
    const split = {
      ...room,
      policy: {
        openHours: {
          days: Array.from({ length: 7 }, () => [
            { from: 540, until: 720 },
            { from: 780, until: 1080 },
          ]),
          makeupWorkday: null,
          holiday: [],
        },
      },
    }
    expect(judge(inRoom(span('11:00', '14:00')), world({}, split)).refusals).toMatchObject([
      { code: 'outsideHours', minutesOutside: 60, level: 'resource' },
    ])
  })
  it('let a run of three days and nights pass where it is always open, and name every fault where it is not', () => {
    const chamber = aResource('chamber', { kind: 'instrument', policy: { openHours: alwaysOpen, maxMinutes: 14_400 } })
    const run = { ...span('18:00', '18:00', '2026-03-06', '2026-03-09') }
    expect(codes(aProposal(['chamber'], run), aSituation({ resources: [chamber] }))).toEqual([])
    expect(codes(inRoom(run), world())).toEqual(['closedDay', 'outsideHours', 'tooLong'])
    const night = aResource('night', {
      policy: {
        openHours: {
          ...alwaysOpen,
          days: alwaysOpen.days.map(() => [
            { from: 0, until: 120 },
            { from: 1080, until: 1440 },
          ]),
        },
      },
    })
    expect(
      codes(aProposal(['night'], span('22:00', '02:00', day, '2026-03-03')), aSituation({ resources: [night] })),
    ).toEqual([])
  })
  it('cost little for a mistyped year', () => {
    expect(codes(inRoom({ start: at(day, '10:00'), end: 8_640_000_000_000_000 }), world())).toContain('tooLong')
    expect(codes(inRoom({ start: 8_639_999_999_000_000, end: 8_640_000_000_000_000 }), world())).toContain('tooFar')
  })
})

describe('grid and length', () => {
  it('hold start and length to the steps of the wall clock', () => {
    expect(judge(inRoom(span('10:05', '11:05')), world()).refusals).toMatchObject([
      { code: 'offStep', stepMinutes: 15 },
    ])
    expect(codes(inRoom(span('10:00', '10:50')), world())).toEqual(['offStep'])
    expect(codes(inRoom({ start: at(day, '10:00') + 1, end: at(day, '11:00') + 1 }), world())).toEqual(['offStep'])
  })
  it('hold the length between the limits, kind over centre and resource over kind', () => {
    const booth = aResource('room', { kind: 'phoneBooth' })
    expect(judge(inRoom(span('10:00', '11:15')), world({}, booth)).refusals).toMatchObject([
      { code: 'tooLong', limitMinutes: 60, askedMinutes: 75, level: 'kind' },
    ])
    const own = { ...booth, policy: { maxMinutes: 90, minMinutes: 60 } }
    expect(codes(inRoom(span('10:00', '11:15')), world({}, own))).toEqual([])
    expect(judge(inRoom(span('10:00', '10:45')), world({}, own)).refusals).toMatchObject([
      { code: 'tooShort', limitMinutes: 60, askedMinutes: 45, level: 'resource' },
    ])
    expect(judge(inRoom(span('10:00', '14:15')), world()).refusals).toMatchObject([
      { code: 'tooLong', level: 'centre' },
    ])
  })
})

describe('past, notice and horizon', () => {
  const now = at(day, '10:05')
  it('refuse the past, and give the desk one step', () => {
    expect(judge(inRoom(), world({ now })).refusals).toMatchObject([{ code: 'inPast', earliest: at(day, '10:15') }])
    expect(codes(inRoom(), world({ now, role: 'frontDesk' }))).toEqual([])
    expect(codes(inRoom(span('09:45', '10:45')), world({ now, role: 'frontDesk' }))).toEqual(['inPast'])
    expect(codes(inRoom(span('10:15', '11:00')), world({ now }))).toEqual([])
  })
  it('ask for notice', () => {
    const slow = { ...room, policy: { noticeMinutes: 120 } }
    expect(judge(inRoom(), world({ now: at(day, '08:30') }, slow)).refusals).toMatchObject([
      { code: 'tooSoon', noticeMinutes: 120, earliest: at(day, '10:30') },
    ])
    expect(codes(inRoom(), world({ now: at(day, '08:00') }, slow))).toEqual([])
  })
  it('end the horizon with the wall day', () => {
    const week = { ...room, policy: { horizonDays: 7 } }
    expect(codes(inRoom(span('20:00', '21:00', '2026-03-09')), world({}, week))).toEqual([])
    expect(judge(inRoom(span('10:00', '11:00', '2026-03-10')), world({}, week)).refusals).toMatchObject([
      { code: 'tooFar', horizonDays: 7, latest: at('2026-03-10', '00:00') },
    ])
    const today = { ...room, policy: { horizonDays: 0 } }
    expect(codes(inRoom(), world({}, today))).toEqual([])
    expect(codes(inRoom(span('10:00', '11:00', '2026-03-03')), world({}, today))).toEqual(['tooFar'])
  })
})

describe('people and projects', () => {
  it('count seats over all spaces of the booking, none for instruments', () => {
    const resources = [
      aResource('a', { capacity: 8 }),
      aResource('b', { capacity: 4 }),
      aResource('i', { kind: 'instrument', capacity: null }),
      aResource('open', { capacity: null }),
    ]
    const judged = (ids: string[], headCount: number | null) =>
      codes(aProposal(ids, { headCount }), aSituation({ resources }))
    expect(judged(['a'], 8)).toEqual([])
    expect(judged(['a'], 9)).toEqual(['overCapacity'])
    expect(judged(['a', 'b'], 12)).toEqual([])
    expect(judged(['a', 'b'], 13)).toEqual(['overCapacity'])
    expect(judged(['a', 'i'], 9)).toEqual(['overCapacity'])
    expect(judged(['i'], 9)).toEqual([])
    expect(judged(['a', 'open'], 99)).toEqual([])
    expect(judged(['a'], null)).toEqual([])
  })
  it('keep a project to its term, last day included', () => {
    const project = (startOn: string, endOn: string) => world({ project: { id: 'p', startOn, endOn } })
    expect(codes(inRoom(), project('2026-01-01', day))).toEqual([])
    expect(codes(inRoom(), project('2026-01-01', '2026-03-01'))).toEqual(['projectOutsideTerm'])
    expect(codes(inRoom(), project('2026-03-03', '2026-12-31'))).toEqual(['projectOutsideTerm'])
  })
})

describe('a change', () => {
  const was = { ...span('09:00', '12:00'), resources: [{ resourceId: 'room', quantity: 1 }] }
  const now = at(day, '10:05')
  const change = (times: { start: number; end: number }, at = now, resource = room, role: Role = 'member') =>
    codes(inRoom({ bookingId: 'b', was, ...times }), world({ now: at, role }, resource))
  it('may end a running booking early at any minute, but not before now', () => {
    expect(change({ start: was.start, end: at(day, '10:07') })).toEqual([])
    expect(change({ start: was.start, end: at(day, '11:00') })).toEqual([])
    expect(change({ start: was.start, end: at(day, '09:30') })).toEqual(['inPast'])
  })
  it('may stretch a running booking, may not move what is over', () => {
    expect(change({ start: was.start, end: at(day, '12:30') })).toEqual([])
    expect(change({ start: at(day, '09:15'), end: at(day, '12:15') })).toEqual(['inPast'])
    expect(change({ start: at(day, '10:15'), end: at(day, '12:00') })).toEqual([])
    const later = at(day, '14:00')
    expect(change({ start: at(day, '15:00'), end: at(day, '16:00') }, later)).toEqual(['inPast'])
    expect(change({ start: was.start, end: was.end }, later)).toEqual([])
  })
  it('is not held to rules that came after it, while it asks for nothing more', () => {
    const strict = {
      ...room,
      state: 'down' as const,
      policy: {
        openHours: { days: Array.from({ length: 7 }, () => []), makeupWorkday: null, holiday: [] },
        maxMinutes: 60,
        horizonDays: 0,
        noticeMinutes: 600,
      },
    }
    const early = at('2026-03-01', '08:00')
    expect(change({ start: was.start, end: was.end }, early, strict)).toEqual([])
    expect(change({ start: was.start, end: at(day, '11:00') }, early, strict)).toEqual([])
    expect(change({ start: was.start, end: at(day, '12:15') }, early, strict)).toEqual([
      'notBookable',
      'closedDay',
      'tooLong',
    ])
    expect(
      codes(
        aProposal(['room'], {
          was: { ...was, resources: [{ resourceId: 'other', quantity: 1 }] },
          start: was.start,
          end: was.end,
        }),
        world({ now: early }, strict),
      ),
    ).toEqual(['notBookable', 'closedDay', 'tooLong'])
  })
})

describe('all reasons at once, waivers and approval', () => {
  const resource = { ...room, capacity: 4, policy: { approval: true } }
  const bad = inRoom({ ...span('20:05', '00:35', '2026-04-25', '2026-04-26'), headCount: 9 })
  it('lists every broken rule', () => {
    expect(codes(bad, world({}, resource))).toEqual(['closedDay', 'offStep', 'tooLong', 'tooFar', 'overCapacity'])
  })
  it('sets aside what the role may waive, and nothing else', () => {
    for (const role of roles) {
      const all = judge(bad, world({ role }, resource)).refusals
      const waivers = [
        ...all.map((each) => ({ rule: each.code, resourceId: each.resourceId })),
        { rule: 'tooSoon', resourceId: 'room' },
      ]
      const verdict = judge({ ...bad, waivers }, world({ role }, resource))
      const may = all.map((each) => each.code).filter((code) => waiversOf[code]?.includes(role))
      expect(verdict.waived.map((each) => each.rule)).toEqual(may)
      expect(verdict.refusals.map((each) => each.code)).toEqual(
        all.map((each) => each.code).filter((code) => !may.includes(code)),
      )
      expect(verdict.waiverRefused).toEqual(verdict.refusals.map((each) => each.code))
    }
  })
  it('waives nothing for another resource, and never an overlap', () => {
    const bookings = [{ id: 'b1', ...span('10:30', '11:30'), resources: [{ resourceId: 'room' }] }]
    const situation = aSituation({ resources: [room], bookings, change: { role: 'administrator' } })
    expect(judge(inRoom({ waivers: [{ rule: 'overlaps', resourceId: 'room' }] }), situation)).toMatchObject({
      refusals: [{ code: 'overlaps' }],
      waived: [],
      waiverRefused: ['overlaps'],
    })
    expect(
      judge(
        inRoom({ ...span('10:05', '10:20'), waivers: [{ rule: 'offStep', resourceId: 'elsewhere' }] }),
        world({ role: 'administrator' }),
      ),
    ).toMatchObject({ refusals: [{ code: 'offStep' }], waiverRefused: [] })
  })
  it('lets a waiver kept on the booking count for whoever changes it, while its time stays within what it was', () => {
    const was = { ...span('20:00', '22:00'), resources: [{ resourceId: 'room', quantity: 1 }] }
    const kept = [
      { rule: 'overCapacity', resourceId: 'room' },
      { rule: 'outsideHours', resourceId: 'room' },
    ]
    const small = world({}, { ...room, capacity: 4 })
    expect(codes(inRoom({ was, kept, headCount: 6, ...span('20:00', '21:30') }), small)).toEqual([])
    expect(codes(inRoom({ was, kept, headCount: 6, ...span('20:00', '22:30') }), small)).toEqual(['outsideHours'])
  })
  it('asks for approval except of managers', () => {
    const needs = Object.fromEntries(
      roles.map((role) => [role, judge(inRoom(), world({ role }, resource)).needsApproval]),
    )
    expect(needs).toEqual({
      frontDesk: true,
      member: true,
      teamLead: true,
      keeper: true,
      manager: false,
      auditor: true,
      administrator: false,
    })
    expect(judge(inRoom(), world()).needsApproval).toBe(false)
  })
})

describe('settings', () => {
  it('are inherited centre → kind → resource, each with its level', () => {
    const booth = aResource('x', { kind: 'phoneBooth', policy: { bufferAfter: 5 } })
    expect(effectivePolicy(booth, defaultPolicies)).toMatchObject({
      bufferAfter: { value: 5, level: 'resource' },
      maxMinutes: { value: 60, level: 'kind' },
      stepMinutes: { value: 15, level: 'centre' },
    })
    expect(knob(booth, { centre: {}, kinds: {} }, 'maxMinutes')).toEqual({ value: 240, level: 'centre' })
  })
})
