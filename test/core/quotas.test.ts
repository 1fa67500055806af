import { beforeEach, describe, expect, it } from 'vitest'
import type { Refusal } from '../../shared/refusals.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

let test: TestCore
let places: Record<string, string>
let team: string
let lead: Caller & { id: string }
let member: Caller & { id: string }
const day = '2026-03-03'
const codes = (refusals: Refusal[]) => refusals.map((each) => each.code)
const slot = (code: string, from: string, until: string, date = day) => ({
  resources: [{ resourceId: places[code]! }],
  start: at(date, from),
  end: at(date, until),
  title: '评审',
})

beforeEach(async () => {
  test = await makeTestCore({ now: at(day, '07:00') })
  places = await makePlaces(test)
  await test.admin.done('settings.set', { change: { idleMinutes: 1440 } })
  const made = await test.admin.done('teams.save', {
    team: { name: '理微医疗科技', shortName: '理微医疗', kind: 'startup' },
  })
  team = made.id
  lead = await test.as('teamLead', { teamId: team })
  member = await test.as('member', { teamId: team })
})

const quota = (change: object = {}) =>
  test.admin.done('quotas.save', {
    quota: {
      teamId: team,
      scope: { of: 'kind', kind: 'meetingRoom' },
      per: 'week',
      count: null,
      minutes: 360,
      ...change,
    },
  })

describe('a quota of a team (PQ-07)', () => {
  it('adds up what all members booked, whoever it was, and tells what is left', async () => {
    await quota()
    await lead.done('bookings.create', slot('A106', '09:00', '11:00'))
    await member.done('bookings.create', slot('A106', '11:00', '12:30'))
    const refusals = await member.refused('bookings.create', slot('A106', '14:00', '17:30'))
    expect(refusals).toEqual([
      expect.objectContaining({
        code: 'teamQuota',
        level: 'team',
        limit: 360,
        used: 210,
        asked: 210,
        freeAgain: at('2026-03-09', '00:00'),
        waivers: ['manager', 'administrator'],
      }),
    ])
    await member.done('bookings.create', slot('A106', '14:00', '16:30'))
    await member.done('bookings.create', slot('A107', '14:00', '16:30'))
    await lead.done('bookings.create', slot('A106', '14:00', '17:30', '2026-03-09'))
    const { uses } = await lead.done('quotas.use', { at: at(day, '08:00') })
    expect(uses).toEqual([expect.objectContaining({ teamId: team, usedMinutes: 360, usedCount: 3 })])
  })

  it('counts a missed booking whole, and a cancelled one not at all', async () => {
    await quota({ count: 1, minutes: null })
    const first = await member.done('bookings.create', slot('A106', '09:00', '10:00'))
    expect(codes(await lead.refused('bookings.create', slot('A106', '11:00', '12:00')))).toEqual(['teamQuota'])
    await member.done('bookings.cancel', { id: first.id })
    const second = await member.done('bookings.create', slot('A106', '09:00', '10:00'))
    test.clock.now = at(day, '09:30')
    await test.admin.done('bookings.noShow', { id: second.id })
    expect(codes(await lead.refused('bookings.create', slot('A106', '11:00', '12:00')))).toEqual(['teamQuota'])
  })

  it('cannot be exceeded by members who book at the same moment', async () => {
    await quota({ count: 3, minutes: null, scope: { of: 'all' } })
    const hours = ['09', '10', '11', '12', '13', '14', '15', '16']
    const replies = await Promise.all(
      hours.flatMap((hour) => [
        lead.send('bookings.create', slot('A106', `${hour}:00`, `${hour}:45`)),
        member.send('bookings.create', slot('A107', `${hour}:00`, `${hour}:45`)),
      ]),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(3)
  })

  it('of the team itself stands in place of the general one; other teams keep the general one', async () => {
    await quota({ teamId: null, count: 1, minutes: null })
    await quota({ count: 2, minutes: null })
    const other = await test.admin.done('teams.save', {
      team: { name: '曦微光电', shortName: '曦微光电', kind: 'startup' },
    })
    const stranger = await test.as('member', { teamId: other.id })
    await member.done('bookings.create', slot('A106', '09:00', '09:30'))
    await member.done('bookings.create', slot('A106', '10:00', '10:30'))
    expect(codes(await member.refused('bookings.create', slot('A106', '11:00', '11:30')))).toEqual(['teamQuota'])
    await stranger.done('bookings.create', slot('A106', '12:00', '12:30'))
    expect(codes(await stranger.refused('bookings.create', slot('A106', '13:00', '13:30')))).toEqual(['teamQuota'])
  })

  it('lets a booking be moved and shortened within it, waived by a manager with a reason', async () => {
    await quota({ minutes: 120 })
    const made = await member.done('bookings.create', slot('A106', '09:00', '11:00'))
    await member.done('bookings.move', { id: made.id, start: at(day, '13:00') })
    expect(
      codes(await member.refused('bookings.resize', { id: made.id, start: at(day, '13:00'), end: at(day, '15:15') })),
    ).toEqual(['teamQuota'])
    const manager = await test.as('manager')
    const more = { ...slot('A106', '16:00', '17:00'), teamId: team }
    const waivers = [{ rule: 'teamQuota', resourceId: places['A106']!, reason: '验收周' }]
    expect(codes(await manager.refused('bookings.create', more))).toEqual(['teamQuota'])
    expect((await manager.done('bookings.create', { ...more, waivers })).waivers).toHaveLength(1)
  })

  it('is refused when it limits nothing, names what is not there, or comes twice; others see only their own use', async () => {
    await quota()
    const bad = (change: object) =>
      test.admin.refused('quotas.save', {
        quota: { teamId: team, scope: { of: 'all' }, per: 'week', count: 1, minutes: null, ...change },
      })
    expect(await bad({ count: null })).toEqual([{ code: 'badInput', path: 'quota.minutes', why: 'required' }])
    expect(codes(await bad({ teamId: 'nobody', scope: { of: 'resource', resourceId: 'nowhere' } }))).toEqual([
      'notFound',
      'notFound',
    ])
    expect(await bad({ scope: { of: 'kind', kind: 'meetingRoom' } })).toEqual([
      { code: 'badInput', path: 'quota.per', why: 'taken' },
    ])
    const other = await test.as('member')
    expect(codes(await other.refused('quotas.use', { teamId: team }))).toEqual(['notYours'])
    expect((await other.done('quotas.use', {})).uses).toEqual([])
  })
})

describe('notice, people and linked places', () => {
  it('refuses to change or cancel late, each by its own notice; the desk cancels with a reason that is kept (PQ-02)', async () => {
    const { policy } = await test.admin.done('settings.get', {})
    await test.admin.done('settings.set', {
      change: { policy: { ...policy, changeNoticeMinutes: 60, cancelNoticeMinutes: 120 } },
    })
    const made = await member.done('bookings.create', slot('A106', '10:00', '11:00'))
    test.clock.now = at(day, '08:30')
    expect(codes(await member.refused('bookings.cancel', { id: made.id }))).toEqual(['cancelTooLate'])
    await member.done('bookings.move', { id: made.id, start: at(day, '10:15') })
    test.clock.now = at(day, '09:30')
    expect(codes(await member.refused('bookings.move', { id: made.id, start: at(day, '11:15') }))).toEqual([
      'changeTooLate',
    ])
    await member.done('bookings.change', { id: made.id, change: { title: '换个名字' } })
    const desk = await test.as('frontDesk')
    expect(codes(await desk.refused('bookings.cancel', { id: made.id }))).toEqual(['cancelTooLate'])
    const gone = await desk.done('bookings.cancel', { id: made.id, reason: '客户来电' })
    expect(gone.waivers).toEqual([expect.objectContaining({ rule: 'cancelTooLate', reason: '客户来电' })])
  })

  it('limits a person over the places of the level: kind here, so another kind is free (PQ-04, C 19)', async () => {
    const { kindPolicies } = await test.admin.done('settings.get', {})
    await test.admin.done('settings.set', {
      change: {
        kindPolicies: { ...kindPolicies, meetingRoom: { personLimits: [{ per: 'day', count: 1, minutes: null }] } },
      },
    })
    await member.done('bookings.create', slot('A106', '09:00', '10:00'))
    const [refusal] = await member.refused('bookings.create', slot('A106', '11:00', '12:00'))
    expect(refusal).toMatchObject({ code: 'personLimit', level: 'kind', scope: { of: 'kind', kind: 'meetingRoom' } })
    await member.done('bookings.create', slot('A107', '11:00', '12:00'))
    await lead.done('bookings.create', slot('A106', '11:00', '12:00'))
  })

  it('tells that a person would be in two places, or refuses it where that is set (CF-09)', async () => {
    const desk = await test.as('frontDesk')
    await desk.done('bookings.create', { ...slot('A106', '10:00', '11:00'), occupantId: member.id })
    const request = { ...slot('A107', '10:30', '11:30'), occupantId: member.id }
    const told = await desk.done('bookings.check', { request })
    expect(told.refusals).toEqual([])
    expect(told.warnings).toEqual([expect.objectContaining({ code: 'samePersonTwice', warning: true })])
    const { policy } = await test.admin.done('settings.get', {})
    await test.admin.done('settings.set', { change: { policy: { ...policy, samePerson: 'refuse' } } })
    expect(codes(await desk.refused('bookings.create', request))).toEqual(['samePersonTwice'])
  })

  it('books an instrument with its room, or while the same team holds the room (RS-04)', async () => {
    const { resources } = await test.admin.done('resources.list', {})
    const analyser = resources.find((each) => each.code === 'YQ-003')!
    const { code, name, kind, zoneId } = analyser
    await test.admin.done('resources.save', {
      resource: { id: analyser.id, code, name, kind, zoneId, policy: { requires: [places['A107']!] } },
    })
    const run = slot('YQ-003', '10:00', '12:00')
    const refused = await test.admin.done('bookings.check', { request: run })
    expect(refused.refusals).toEqual([expect.objectContaining({ code: 'needsAlso', neededId: places['A107'] })])
    expect(refused.changes[0]?.resources).toHaveLength(2)
    await lead.done('bookings.create', slot('A107', '10:00', '12:00'))
    await member.done('bookings.create', run)
    const stranger = await test.as('member')
    expect(codes(await stranger.refused('bookings.create', slot('YQ-003', '13:00', '14:00')))).toEqual(['needsAlso'])
    const both = slot('YQ-003', '13:00', '14:00')
    await stranger.done('bookings.create', { ...both, resources: [...both.resources, { resourceId: places['A107']! }] })
  })
})
