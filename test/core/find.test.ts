import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/operations/index.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { makePlaces, makeTestCore, type TestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

// The clock of a test core: Monday 2026-03-02 08:00 in Shanghai.
const monday = '2026-03-02'
type FindInput = Input<'find.times'>

async function centre() {
  const core = await makeTestCore()
  const ids = await makePlaces(core)
  const desk = await core.as('frontDesk')
  const book = (code: string, from: string, until: string, date = monday, title = '周例会') =>
    desk.done('bookings.create', {
      resources: [{ resourceId: ids[code]! }],
      start: at(date, from),
      end: at(date, until),
      title,
    })
  return { core, ids, desk, book }
}

const oneDay = (parts: FindInput['need']['parts'], minutes = 60): FindInput => ({
  need: { parts, minutes, from: monday, to: monday, hours: { from: 540, until: 1080 } },
})

describe('find.times', () => {
  it('finds room and instrument together, with what stands beside them, why nothing earlier and what would help', async () => {
    const { desk, ids, book } = await centre()
    await book('A106', '09:00', '10:00')
    await book('YQ-003', '10:00', '12:30', monday, 'S 参数')
    const found = await desk.done('find.times', oneDay([{ ids: [ids['A106']!] }, { ids: [ids['YQ-003']!] }], 90))
    expect(found.answers[0]).toMatchObject({
      start: at(monday, '12:30'),
      end: at(monday, '14:00'),
      resources: [{ resourceId: ids['A106'] }, { resourceId: ids['YQ-003'] }],
      zones: 1,
    })
    expect(found.answers[0]!.strips[1]).toMatchObject({
      resourceId: ids['YQ-003'],
      busy: [{ start: at(monday, '10:00'), end: at(monday, '12:30'), kind: 'use', label: 'S 参数' }],
    })
    expect(found.obstacles.map((each) => (each.refusal as { code: string }).code)).toEqual(['overlaps', 'overlaps'])
    expect(found.relaxations.map((each) => each.kind)).toContain('nextDays')
  })
  it('promises no more than there is: every answer is accepted when it is booked', async () => {
    const { desk, ids, book } = await centre()
    await book('A106', '09:00', '13:00')
    await book('A106', '13:00', '17:00')
    const { answers, total } = await desk.done('find.times', {
      ...oneDay([{ kinds: ['meetingRoom', 'seminarRoom', 'roadshowHall'], seats: 5 }, { ids: [ids['YQ-016']!] }], 120),
      limit: 20,
    })
    expect(answers).toHaveLength(total)
    const replies = []
    for (const { resources, start, end } of answers)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person books
      replies.push(await desk.send('bookings.create', { resources, start, end, title: '试', headCount: 5 }))
    expect(replies.length).toBeGreaterThan(2)
    expect(replies.every((each) => each.ok)).toBe(true)
  })
  it('shows residents that a place is taken, not by whom', async () => {
    const { core, ids, book } = await centre()
    await book('A106', '09:00', '10:00', monday, '并购谈判')
    const member = await core.as('member')
    const { answers } = await member.done('find.times', oneDay([{ ids: [ids['A106']!] }]))
    expect(answers[0]!.strips[0]!.busy).toMatchObject([{ kind: 'use', label: '' }])
  })
  it('refuses ranges that run backwards or too far, days that do not exist, places nobody knows, and auditors', async () => {
    const { core, desk, ids } = await centre()
    const part = [{ ids: [ids['A106']!] }]
    const bad = async (change: Partial<FindInput['need']>) =>
      (await desk.refused('find.times', { need: { ...oneDay(part).need, ...change } }))[0]
    expect(await bad({ to: '2026-03-01' })).toMatchObject({ path: 'need.to', why: 'endBeforeStart' })
    expect(await bad({ to: '2027-03-01' })).toMatchObject({ path: 'need.to', why: 'tooLarge' })
    expect(await bad({ to: '2026-02-30' })).toMatchObject({ path: 'need.to', why: 'badFormat' })
    expect(await bad({ hours: { from: 600, until: 600 } })).toMatchObject({ path: 'need.hours.until' })
    expect(await bad({ parts: [{ ids: ['nowhere'] }] })).toMatchObject({ code: 'notFound', id: 'nowhere' })
    const auditor = await core.as('auditor')
    expect((await auditor.refused('find.times', oneDay(part)))[0]).toMatchObject({ code: 'notAllowed' })
  })
})

describe('find.phrase', () => {
  const ask = async (text: string, prepare?: (all: Awaited<ReturnType<typeof centre>>) => Promise<unknown>) => {
    const all = await centre()
    await prepare?.(all)
    return { ...all, said: await all.desk.done('find.phrase', { text }) }
  }
  it('offers exactly what was said first, the best fitting rooms', async () => {
    const { said, ids } = await ask('明天下午2点 5人 90分 评审')
    expect(said.understood).toMatchObject({ heads: 5, minutes: 90, title: '评审' })
    expect(said.options.map((each) => [each.reason, each.resources[0]!.resourceId])).toEqual([
      ['asked', ids['A107']],
      ['asked', ids['A106']],
    ])
    expect(said.options[0]).toMatchObject({ start: at('2026-03-03', '14:00'), end: at('2026-03-03', '15:30') })
    expect(said.obstacles).toEqual([])
  })
  it('says why the room is not to be had then, and offers another place and the nearest times', async () => {
    const { said, ids } = await ask('今天14点 会议室2 1小时', async ({ book, core }) => {
      await book('A106', '14:00', '15:00')
      await core.admin.done('resources.save', {
        resource: { code: 'A104', name: '会议室1', kind: 'meetingRoom', capacity: 8, zoneId: await zoneOf(core) },
      })
    })
    expect(said.options.map((each) => each.reason)).toEqual(['otherPlace', 'otherTime', 'otherTime'])
    expect(said.options[1]).toMatchObject({ resources: [{ resourceId: ids['A106'] }], start: at(monday, '13:00') })
    expect(said.obstacles[0]!.refusal).toMatchObject({ code: 'overlaps', resourceId: ids['A106'] })
  })
  it('says why not then also where no certain room was named', async () => {
    const { said } = await ask('今天14点 路演厅 50人 1小时', ({ book }) => book('A102', '13:30', '15:00'))
    expect(said.options.map((each) => each.reason)).toContain('otherTime')
    expect(said.obstacles[0]!.refusal).toMatchObject({ code: 'overlaps', start: at(monday, '13:30') })
  })
  it('takes the earliest times of a part of the day, and of the coming week where no day is said', async () => {
    const { said, desk } = await ask('明天上午 研讨室')
    expect(said.options.map((each) => each.start)).toEqual(
      ['08:30', '09:30', '10:30'].map((time) => at('2026-03-03', time)),
    )
    const week = await desk.done('find.phrase', { text: 'YQ-003 2小时' })
    expect(week.need).toMatchObject({ from: monday, to: '2026-03-08', minutes: 120 })
  })
  it('makes nothing of words alone, and asks no more of a phrase than a text', async () => {
    const { said, desk } = await ask('随便写点什么')
    expect([said.need, said.options]).toEqual([null, []])
    for (const text of [
      '',
      '9999年12月31日',
      '24点 会议室2',
      '2026-03-02 23:30 会议室2 3小时',
      '周三到周五 14:00 会议室2',
    ])
      // oxlint-disable-next-line no-await-in-loop
      await desk.done('find.phrase', { text })
  })
  it('every option it gives is accepted when it is booked', async () => {
    const { desk, book } = await centre()
    await book('A106', '13:00', '15:00')
    for (const text of ['今天13点 会议室2', '今天 路演厅 30人 2小时', '明天 全天 YQ-003', '今天 14:00-15:30 8人']) {
      // oxlint-disable-next-line no-await-in-loop
      const { options } = await desk.done('find.phrase', { text })
      const { resources, start, end } = options[0]!
      // oxlint-disable-next-line no-await-in-loop
      await desk.done('bookings.create', { resources, start, end, title: text })
    }
  })
  it('knows the people of one’s own team only, for residents', async () => {
    const { core } = await centre()
    const team = await core.admin.done('teams.save', {
      team: { name: '理微医疗', shortName: '理微', kind: 'startup', colour: 'teal' },
    })
    await core.admin.done('people.save', { person: { name: '曾乐', role: 'member', teamId: team.id } })
    const stranger = await core.as('member')
    const mate = await core.as('member', { teamId: team.id })
    const people = async (who: typeof mate) =>
      (await who.done('find.phrase', { text: '明天 曾乐' })).understood.personIds
    expect([(await people(stranger)).length, (await people(mate)).length]).toEqual([0, 1])
  })
})

describe('find.recurring', () => {
  it('gives the times at which one room is free on all dates first, and books to the minute', async () => {
    const { desk, ids, book } = await centre()
    await book('A107', '09:00', '12:00', '2026-03-09')
    const { options } = await desk.done('find.recurring', {
      part: { kinds: ['meetingRoom', 'seminarRoom'], seats: 5 },
      minutes: 90,
      from: monday,
      freq: 'weekly',
      count: 4,
      hours: { from: 540, until: 720 },
    })
    expect(options[0]).toMatchObject({ minute: 540, changes: 0, missing: [] })
    expect(options[0]!.dates.map((each) => each.resourceId)).toEqual(Array(4).fill(ids['A106']))
    expect(options[0]!.dates[1]!.end - options[0]!.dates[1]!.start).toBe(90 * MINUTE)
  })
})

async function zoneOf({ admin }: TestCore): Promise<string> {
  return (await admin.done('resources.list', {})).zones[0]!.id
}
