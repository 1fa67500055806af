import { expect, it } from 'vitest'
import type { Refusal } from '../../shared/refusals.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { makePlaces, makeTestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

const codes = (refusals: Refusal[]) => refusals.map((each) => each.code)

it('what a change of rules would refuse is what counting over the bookings by hand gives, and saving it changes none of them (PQ-17, PQ-08)', async () => {
  const test = await makeTestCore({ now: at('2026-03-02', '07:00') })
  const places = await makePlaces(test)
  const { admin } = test
  const team = await admin.done('teams.save', { team: { name: '理微医疗', shortName: '理微', kind: 'startup' } })
  const made = []
  for (const [index, [date, from, until]] of (
    [
      ['2026-03-03', '09:00', '12:00'],
      ['2026-03-04', '09:00', '10:00'],
      ['2026-03-05', '09:00', '11:30'],
      ['2026-03-10', '19:30', '20:30'],
      ['2026-03-11', '09:00', '10:00'],
    ] as const
  ).entries()) {
    test.clock.now += MINUTE
    const teamId = index === 4 ? null : team.id
    const wanted = { start: at(date, from), end: at(date, until), title: '会', teamId }
    // One after the other: who was first counts.
    // oxlint-disable-next-line no-await-in-loop
    made.push(await admin.done('bookings.create', { resources: [{ resourceId: places['A106']! }], ...wanted }))
  }
  const { policy, kindPolicies } = await admin.done('settings.get', {})
  const draft = { teamId: null, scope: { of: 'all' as const }, per: 'week' as const, count: null, minutes: 240 }
  const change = { policy: { ...policy, maxMinutes: 120 }, quota: { draft } }
  const answer = await admin.done('rules.whatIf', { change })

  // By hand: longer than two hours; and beyond four hours of a team in a week, counting those made before.
  const long = made.filter(({ start, end }) => end - start > 120 * MINUTE).map(({ id }) => id)
  const beyond = [made[2]!.id]
  const expected = new Set([...long, ...beyond])
  expect(new Set(answer.bookings.map(({ bookingId }) => bookingId))).toEqual(expected)
  expect(answer).toMatchObject({ judged: 5, refused: 2, future: 2 })
  expect(answer.groups).toEqual([
    { rule: 'tooLong', teamId: team.id, bookings: 2 },
    { rule: 'teamQuota', teamId: team.id, bookings: 1 },
  ])
  const quiet = [{ days: [1], from: 1140, until: 1320, reason: '夜间值班' }]
  const atNight = await admin.done('rules.whatIf', {
    change: { kindPolicies: { ...kindPolicies, meetingRoom: { quietHours: quiet } } },
  })
  expect(atNight.groups).toEqual([{ rule: 'quietHours', teamId: team.id, bookings: 1 }])
  expect((await admin.done('rules.whatIf', { change: {} })).refused).toBe(0)
  await admin.done('settings.set', { change: { policy: { ...policy, maxMinutes: 120 } } })
  expect((await admin.done('rules.whatIf', { change: {} })).refused).toBe(0)
  const stand = await Promise.all(made.map(({ id }) => admin.done('bookings.one', { id })))
  expect(stand).toEqual(made)
})

it('settings that contradict each other or what they inherit are refused at their field', async () => {
  const { admin } = await makeTestCore()
  const { policy, kindPolicies } = await admin.done('settings.get', {})
  const kind = (meetingRoom: object) =>
    admin.refused('settings.set', { change: { kindPolicies: { ...kindPolicies, meetingRoom } } })
  const under = 'change.kindPolicies.meetingRoom'
  const closed = { days: [[], [], [], [], [], [], []], makeupWorkday: null, holiday: [] }
  for (const [setting, path] of [
    [{ minMinutes: 300 }, 'minMinutes'],
    [{ maxMinutes: 10 }, 'maxMinutes'],
    [{ blocks: [{ from: 500, until: 720 }] }, 'blocks'],
    [{ blocks: [{ from: 480, until: 900 }], maxMinutes: 240 }, 'blocks'],
    [{ noticeMinutes: 60 * 1440 }, 'noticeMinutes'],
    [{ horizonDays: 0, noticeMinutes: 2000 }, 'noticeMinutes'],
    [{ openHours: closed }, 'openHours'],
    [{ openHours: { ...closed, days: Array.from({ length: 7 }, () => [{ from: 600, until: 610 }]) } }, 'openHours'],
    [{ quietHours: [{ days: [0], from: 700, until: 600, reason: '' }] }, 'quietHours.0'],
    [{ personLimits: [{ per: 'day', count: null, minutes: null }] }, 'personLimits.0'],
  ] as const)
    // oxlint-disable-next-line no-await-in-loop -- each setting by itself
    expect(await kind(setting), path).toEqual([expect.objectContaining({ code: 'badInput', path: `${under}.${path}` })])
  const zone = await admin.done('zones.save', { zone: { code: 'A', name: '甲' } })
  const own = { zoneId: zone.id, code: 'L1', name: '长', kind: 'meetingRoom', policy: { minMinutes: 120 } } as const
  await admin.done('resources.save', { resource: own })
  const shorter = await admin.refused('settings.set', { change: { policy: { ...policy, maxMinutes: 60 } } })
  expect(codes(shorter)).toContain('badInput')
  expect(shorter).toContainEqual(expect.objectContaining({ path: 'change.policy.minMinutes', given: 'L1' }))
})
