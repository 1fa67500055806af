import { beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/operations/index.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../support/makeTestCore.ts'

let test: TestCore
let desk: Caller
let room: string
type Request = Input<'series.create'>['request']

const mondays = (more: Partial<Request> = {}): Request => ({
  rule: { freq: 'weekly', count: 3 },
  start: '2026-03-09',
  from: 600,
  minutes: 60,
  resources: [{ resourceId: room }],
  title: '组会',
  ...more,
})

beforeEach(async () => {
  test = await makeTestCore()
  room = (await makePlaces(test))['A106']!
  desk = await test.as('frontDesk')
})

describe('what no series may be', () => {
  it.each([
    ['a million dates', { rule: { freq: 'daily', count: 1_000_000 } }, 'rule.count'],
    ['no end', { rule: { freq: 'daily' } }, 'rule.until'],
    ['a hundred years', { rule: { freq: 'yearly', until: '2126-01-01' } }, 'rule.until'],
    ['more years than three', { rule: { freq: 'yearly', count: 10 } }, 'rule.count'],
    ['a day that never comes', { rule: { freq: 'yearly', byMonth: [2], byMonthDay: [31], count: 3 } }, 'rule'],
    ['every second', { rrule: 'FREQ=SECONDLY;COUNT=100' }, 'rule.FREQ'],
    ['a killer of week numbers', { rrule: 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;COUNT=9' }, 'rule.BYWEEKNO'],
    ['a count without measure', { rrule: 'FREQ=DAILY;COUNT=999999999' }, 'rule.COUNT'],
    ['an interval of zero', { rrule: 'FREQ=DAILY;INTERVAL=0;COUNT=3' }, 'rule.INTERVAL'],
    ['a text without end', { rrule: `FREQ=DAILY;BYHOUR=${'1,'.repeat(900)}1` }, 'rule.text'],
    ['a day that does not exist', { start: '2026-02-31' }, 'start'],
    ['no dates', { rule: null, extra: [] }, 'extra'],
  ])('%s is refused at once, and says in which field', async (_what, change, path) => {
    const from = performance.now()
    const refusals = await desk.refused('series.create', { request: mondays(change as Partial<Request>) })
    expect(performance.now() - from).toBeLessThan(50)
    expect(refusals[0]).toMatchObject({ code: 'badInput', path: expect.stringMatching(new RegExp(`(^|\\.)${path}$`)) })
  })

  it('is not another team’s to change', async () => {
    const team = await test.admin.done('teams.save', {
      team: { name: '理微医疗', shortName: '理微', kind: 'startup' },
    })
    const member = await test.as('member', { teamId: team.id })
    const { series } = await desk.done('series.create', { request: mondays() })
    const { id } = series
    expect(await member.refused('series.one', { id })).toMatchObject([{ code: 'notFound', what: 'series' }])
    expect(await member.refused('series.cancel', { id, scope: { of: 'all' } })).toMatchObject([{ code: 'notYours' }])
    expect((await member.done('series.list', {})).series).toEqual([])
  })
})
