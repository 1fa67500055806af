import { describe, expect, it } from 'vitest'
import { roles, waiversOf, type Role } from '../../shared/refusals.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { defaultPolicies, effectivePolicy, knob } from '../../shared/scheduling/policy.ts'
import { aResource } from '../support/places.ts'
import { aProposal, aSituation, at, codes, inRoom, room, span, world } from '../support/situation.ts'

const day = '2026-03-02'

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
  it('may be moved though it is shorter than is allowed today, but not made shorter still', () => {
    const long = { ...room, policy: { minMinutes: 240 } }
    const early = at('2026-03-01', '08:00')
    expect(change({ start: at(day, '14:00'), end: at(day, '17:00') }, early, long)).toEqual([])
    expect(change({ start: at(day, '14:00'), end: at(day, '16:45') }, early, long)).toEqual(['tooShort'])
  })
  it('may keep an edge that is off the steps, while the other one moves on the steps', () => {
    const odd = { ...was, start: at(day, '09:05'), end: at(day, '12:05') }
    const judged = (times: { start: number; end: number }) =>
      codes(inRoom({ was: odd, ...times }), world({ now: at('2026-03-01', '08:00') }))
    expect(judged({ start: odd.start, end: at(day, '11:05') })).toEqual([])
    expect(judged({ start: odd.start, end: at(day, '11:00') })).toEqual([])
    expect(judged({ start: odd.start, end: at(day, '11:07') })).toEqual(['offStep'])
    expect(judged({ start: at(day, '09:10'), end: odd.end })).toEqual(['offStep'])
  })
  it('is held to the hours when it begins earlier than it did', () => {
    expect(change({ start: at(day, '08:15'), end: was.end }, at('2026-03-01', '08:00'))).toEqual(['outsideHours'])
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
