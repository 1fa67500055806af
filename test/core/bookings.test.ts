import { beforeEach, describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/operations/bookings.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

let test: TestCore
let desk: Caller
let places: Record<string, string>
const day = '2026-03-02'
const one = (code: string) => [{ resourceId: places[code]! }]
const codes = (refusals: { code: string }[]) => refusals.map((each) => each.code)

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
  await test.admin.done('settings.set', { change: { idleMinutes: 1440 } })
  desk = await test.as('frontDesk')
})

const book = (code: string, from: string, to: string, more: object = {}): Promise<Booking> =>
  desk.done('bookings.create', {
    resources: one(code),
    start: at(day, from),
    end: at(day, to),
    title: '版图评审',
    ...more,
  })

describe('making a booking', () => {
  it('keeps booker and occupant apart, numbers it, and shows it in the day, the week and the search (BK-02, FT-04)', async () => {
    const member = await test.as('member', { name: '单晓' })
    const made = await book('A106', '10:00', '11:30', { occupantId: member.id })
    expect(made).toMatchObject({ no: 'B26-000001', status: 'confirmed', occupantId: member.id, version: 1 })
    expect(made.bookerId).not.toBe(member.id)
    expect((await desk.done('bookings.day', { date: day })).bookings).toEqual([made])
    expect((await desk.done('bookings.week', { date: '2026-03-08' })).bookings).toEqual([made])
    expect((await desk.done('bookings.day', { date: '2026-03-03' })).bookings).toEqual([])
    for (const text of ['评审', 'btps', 'bantu', made.no, 'shanx', '会议室2'])
      expect(
        (await desk.done('bookings.search', { text })).bookings.map((each) => each.id),
        text,
      ).toEqual([made.id])
    expect((await desk.done('bookings.search', { text: '没有这样的' })).total).toBe(0)
  })

  it('refuses a taken time and names who is there, and allows back to back (CF-01, CF-04, CF-11)', async () => {
    const first = await book('A106', '10:00', '11:00')
    const refusals = await desk.refused('bookings.create', {
      resources: one('A106'),
      start: at(day, '10:45'),
      end: at(day, '11:45'),
      title: 'x',
    })
    expect(refusals).toEqual([
      expect.objectContaining({
        code: 'overlaps',
        bookingId: first.id,
        start: at(day, '10:00'),
        end: at(day, '11:00'),
      }),
    ])
    await book('A106', '11:00', '12:00')
    await book('A106', '09:00', '10:00')
  })

  it('gives all reasons at once (CF-05)', async () => {
    await book('A106', '20:00', '21:00')
    const refusals = await desk.refused('bookings.create', {
      resources: one('A106'),
      start: at(day, '20:05'),
      end: at(day, '23:00'),
      title: 'x',
      headCount: 30,
    })
    expect(codes(refusals).toSorted()).toEqual(['offStep', 'outsideHours', 'overCapacity', 'overlaps'])
  })

  it('books several places or none (BK-04)', async () => {
    await book('A107', '10:00', '11:00')
    const before = await desk.done('bookings.day', { date: day })
    const refusals = await desk.refused('bookings.create', {
      resources: [...one('A106'), ...one('A107')],
      start: at(day, '10:00'),
      end: at(day, '11:00'),
      title: 'x',
    })
    expect(codes(refusals)).toEqual(['overlaps'])
    expect(await desk.done('bookings.day', { date: day })).toEqual(before)
  })

  it('blocks the parts of a compound and the compound of its parts, buffers included (RS-03, PQ-09)', async () => {
    const manager = await test.as('manager')
    const hall = await manager.done('bookings.create', {
      resources: one('HALL'),
      start: at(day, '13:00'),
      end: at(day, '15:00'),
      title: '路演',
    })
    expect(hall.resources).toEqual([{ resourceId: places['HALL'], quantity: 1, before: 30, after: 30 }])
    for (const [code, from, to] of [
      ['A102', '14:00', '14:30'],
      ['A103', '12:30', '13:00'],
      ['A103', '15:00', '15:30'],
    ] as const) {
      const refusals = await desk.refused('bookings.create', {
        resources: one(code),
        start: at(day, from),
        end: at(day, to),
        title: 'x',
      })
      expect(refusals[0], `${code} ${from}`).toMatchObject({ code: 'overlaps', bookingId: hall.id })
    }
    await book('A103', '15:30', '16:00')
    expect(
      codes(
        await manager.refused('bookings.create', {
          resources: one('HALL'),
          start: at(day, '16:15'),
          end: at(day, '17:00'),
          title: 'x',
        }),
      ),
    ).toEqual(['overlaps'])
  })

  it('fills a pool to its units (RS-05)', async () => {
    await book('YQ-016', '10:00', '12:00')
    await book('YQ-016', '11:00', '13:00')
    const refusals = await desk.refused('bookings.create', {
      resources: one('YQ-016'),
      start: at(day, '11:30'),
      end: at(day, '12:30'),
      title: 'x',
    })
    expect(refusals[0]).toMatchObject({ code: 'noUnitsLeft', free: 0, asked: 1 })
    await book('YQ-016', '13:00', '14:00')
  })

  it('sets a rule aside for who may, with a reason that is kept, and for nobody else (PQ-13)', async () => {
    const late = { resources: one('A106'), start: at(day, '21:00'), end: at(day, '22:00'), title: '加班' }
    const waivers = [{ rule: 'outsideHours', resourceId: places['A106']!, reason: '投资人只有这个时间' }]
    expect(codes(await desk.refused('bookings.create', { ...late, waivers }))).toEqual([
      'outsideHours',
      'waiverRefused',
    ])
    const manager = await test.as('manager')
    const made = await manager.done('bookings.create', { ...late, waivers })
    expect(made.waivers).toEqual([{ ...waivers[0], byId: manager.id, at: test.clock.now }])
  })

  it('names every mistake in what it is asked for', async () => {
    const refusals = await desk.refused('bookings.create', {
      resources: [{ resourceId: 'nowhere' }],
      start: at(day, '11:00'),
      end: at(day, '10:00'),
      title: 'x',
      teamId: 'noTeam',
      projectId: 'noProject',
      occupantId: 'nobody',
    })
    expect(refusals).toEqual([
      { code: 'notFound', what: 'resource', id: 'nowhere' },
      { code: 'badInput', path: 'end', why: 'endBeforeStart' },
      { code: 'notFound', what: 'team', id: 'noTeam' },
      { code: 'notFound', what: 'person', id: 'nobody' },
      { code: 'notFound', what: 'project', id: 'noProject' },
    ])
  })

  it('answers a repeated request with the first answer and refuses a number used for something else', async () => {
    const input = { resources: one('A106'), start: at(day, '10:00'), end: at(day, '11:00'), title: 'once' }
    const first = await desk.send('bookings.create', input, 'request-1')
    expect(await desk.send('bookings.create', input, 'request-1')).toEqual(first)
    expect((await desk.done('bookings.day', { date: day })).bookings).toHaveLength(1)
    const other = await desk.send('bookings.create', { ...input, title: 'twice' }, 'request-1')
    expect(other).toEqual({ ok: false, refusals: [{ code: 'requestReused', requestId: 'request-1' }] })
  })
})

describe('changing a booking', () => {
  it('moves in time and place, keeps its length, and judges where it goes', async () => {
    const made = await book('A106', '10:00', '11:30')
    await book('A107', '14:00', '15:00')
    const moved = await desk.done('bookings.move', { id: made.id, start: at(day, '15:00'), resources: one('A107') })
    expect(moved).toMatchObject({ start: at(day, '15:00'), end: at(day, '16:30'), version: 2 })
    expect(codes(await desk.refused('bookings.move', { id: made.id, start: at(day, '14:30') }))).toEqual(['overlaps'])
    await book('A106', '10:00', '11:30')
  })

  it('resizes at both edges, within what is free', async () => {
    const made = await book('A106', '10:00', '11:00')
    await book('A106', '12:00', '13:00')
    await desk.done('bookings.resize', { id: made.id, start: at(day, '09:30'), end: at(day, '12:00') })
    expect(
      codes(await desk.refused('bookings.resize', { id: made.id, start: at(day, '09:30'), end: at(day, '12:15') })),
    ).toEqual(['overlaps'])
  })

  it('refuses a change of what somebody changed meanwhile, and says which version there is', async () => {
    const made = await book('A106', '10:00', '11:00')
    await desk.done('bookings.change', { id: made.id, change: { title: '客户视频会' } })
    const late = { id: made.id, expectedVersion: 1, start: at(day, '12:00') }
    expect(await desk.refused('bookings.move', late)).toEqual([
      { code: 'changedMeanwhile', what: 'booking', id: made.id, version: 2 },
    ])
  })

  it('frees the place of a cancelled booking and keeps its record', async () => {
    const made = await book('A106', '10:00', '11:00')
    const gone = await desk.done('bookings.cancel', { id: made.id, reason: '改到下周' })
    expect(gone).toMatchObject({ status: 'cancelled', releasedAt: test.clock.now, reason: '改到下周' })
    await book('A106', '10:00', '11:00')
    expect(await desk.refused('bookings.move', { id: made.id, start: at(day, '12:00') })).toMatchObject([
      { code: 'wrongStatus', status: 'cancelled' },
    ])
    const { entries } = await desk.done('bookings.history', { id: made.id })
    expect(entries.map((each) => each.operation)).toEqual(['bookings.create', 'bookings.cancel'])
  })
})

describe('the life of a booking', () => {
  it('is checked in within its window, and an early end frees the rest at once (CI-01, BK-17)', async () => {
    const made = await book('A106', '10:00', '12:00')
    test.clock.now = at(day, '09:30')
    expect(await desk.refused('bookings.checkIn', { id: made.id })).toEqual([
      { code: 'checkInNotOpen', bookingId: made.id, opens: at(day, '09:50'), closes: at(day, '12:00') },
    ])
    test.clock.now = at(day, '09:52')
    expect(await desk.done('bookings.checkIn', { id: made.id })).toMatchObject({
      status: 'inUse',
      checkedInAt: test.clock.now,
    })
    test.clock.now = at(day, '10:29') + 30_000
    const ended = await desk.done('bookings.checkOut', { id: made.id })
    expect(ended).toMatchObject({ status: 'completed', end: at(day, '10:30'), checkedOutAt: test.clock.now })
    await book('A106', '10:30', '12:00')
  })

  it('keeps a no-show on record and frees its place (CI-03)', async () => {
    const made = await book('A106', '10:00', '12:00')
    expect(codes(await desk.refused('bookings.noShow', { id: made.id }))).toEqual(['checkInNotOpen'])
    test.clock.now = at(day, '10:20')
    expect(await desk.done('bookings.noShow', { id: made.id })).toMatchObject({
      status: 'noShow',
      end: at(day, '12:00'),
    })
    await book('A106', '10:30', '12:00')
    expect((await desk.done('bookings.day', { date: day })).bookings.map((each) => each.status)).toEqual([
      'noShow',
      'confirmed',
    ])
  })

  it('holds its place while it waits for approval and is judged again then (CF-03, AP-02, AP-03)', async () => {
    const asked = await book('HALL', '13:00', '15:00')
    expect(asked.status).toBe('pending')
    expect(
      codes(
        await desk.refused('bookings.create', {
          resources: one('A102'),
          start: at(day, '14:00'),
          end: at(day, '15:00'),
          title: 'x',
        }),
      ),
    ).toEqual(['overlaps'])
    const manager = await test.as('manager')
    expect(await manager.done('bookings.approve', { id: asked.id, comment: '可以' })).toMatchObject({
      status: 'confirmed',
      decidedById: manager.id,
    })
    const second = await book('HALL', '17:00', '18:00')
    await manager.done('resources.setState', { id: places['HALL']!, state: 'down', reason: '活动隔断损坏' })
    expect(codes(await manager.refused('bookings.approve', { id: second.id }))).toContain('notBookable')
    expect(await manager.done('bookings.reject', { id: second.id, comment: '隔断损坏' })).toMatchObject({
      status: 'rejected',
      reason: '隔断损坏',
    })
  })

  it('asks for approval again when an approved booking takes other time (AP-04)', async () => {
    const asked = await book('HALL', '13:00', '15:00')
    const manager = await test.as('manager')
    await manager.done('bookings.approve', { id: asked.id })
    expect((await desk.done('bookings.move', { id: asked.id, start: at(day, '15:00') })).status).toBe('pending')
    await manager.done('bookings.approve', { id: asked.id })
    expect((await desk.done('bookings.change', { id: asked.id, change: { title: '路演彩排' } })).status).toBe(
      'confirmed',
    )
  })

  it('lets a hold go when its time has run out (BK-10)', async () => {
    const held = await book('A106', '15:00', '16:00', { holdUntil: at(day, '12:00') })
    expect(held.status).toBe('tentative')
    expect(
      codes(
        await desk.refused('bookings.create', {
          resources: one('A106'),
          start: at(day, '15:30'),
          end: at(day, '16:00'),
          title: 'x',
        }),
      ),
    ).toEqual(['overlaps'])
    expect(
      codes(
        await desk.refused('bookings.create', {
          resources: one('A107'),
          start: at(day, '15:30'),
          end: at(day, '16:00'),
          title: 'x',
          holdUntil: at(day, '17:00'),
        }),
      ),
    ).toEqual(['badInput'])
  })
})

describe('who may do what', () => {
  it('shows residents other teams’ bookings as taken time only, and confidential ones to few (UI-09)', async () => {
    const team = await test.admin.done('teams.save', {
      team: { name: '理微医疗(示例)', shortName: '理微医疗', kind: 'residentCompany' },
    })
    const other = await test.admin.done('teams.save', {
      team: { name: '硅巷传感(虚构)', shortName: '硅巷传感', kind: 'startup' },
    })
    const made = await book('A106', '10:00', '11:00', { teamId: team.id, occupantName: '访客王', note: '内部' })
    const mate = await test.as('member', { teamId: team.id, door: 'http' })
    const stranger = await test.as('member', { teamId: other.id, door: 'http' })
    expect(await mate.done('bookings.one', { id: made.id })).toEqual(made)
    const seen = await stranger.done('bookings.one', { id: made.id })
    expect(seen).toMatchObject({
      hidden: true,
      title: '',
      teamId: null,
      occupantName: '',
      note: '',
      start: made.start,
      end: made.end,
    })
    expect(JSON.stringify(seen)).not.toContain('版图')
    expect(codes(await stranger.refused('bookings.history', { id: made.id }))).toEqual(['notYours'])
    expect((await stranger.done('bookings.search', { text: '版图' })).total).toBe(0)
    const secret = await book('A107', '10:00', '11:00', { confidential: true, title: '并购谈判' })
    const keeper = await test.as('keeper')
    expect(await keeper.done('bookings.one', { id: secret.id })).toMatchObject({ hidden: true, title: '' })
    expect((await desk.done('bookings.one', { id: secret.id })).title).toBe('并购谈判')
  })

  it('lets members change their own bookings, team leads the team’s, and both book for their team only (TP-01)', async () => {
    const team = await test.admin.done('teams.save', { team: { name: '甲', shortName: '甲', kind: 'startup' } })
    const other = await test.admin.done('teams.save', { team: { name: '乙', shortName: '乙', kind: 'startup' } })
    const member = await test.as('member', { teamId: team.id })
    const lead = await test.as('teamLead', { teamId: team.id })
    const ask = { resources: one('A106'), start: at(day, '10:00'), end: at(day, '11:00'), title: '周会' }
    expect(await member.refused('bookings.create', { ...ask, teamId: other.id })).toEqual([
      { code: 'notYours', what: 'team', id: other.id },
    ])
    const mine = await member.done('bookings.create', ask)
    expect(mine.teamId).toBe(team.id)
    const theirs = await book('A107', '10:00', '11:00', { teamId: team.id })
    expect(codes(await member.refused('bookings.cancel', { id: theirs.id }))).toEqual(['notYours'])
    expect((await lead.done('bookings.cancel', { id: theirs.id })).status).toBe('cancelled')
    const foreign = await book('A107', '12:00', '13:00', { teamId: other.id })
    expect(codes(await lead.refused('bookings.cancel', { id: foreign.id }))).toEqual(['notYours'])
  })
})

describe('asking first', () => {
  it('answers with the reasons and legal ways on, and writes nothing (CF-07)', async () => {
    await book('A106', '10:00', '11:00')
    const { seq } = await desk.done('centre.status', {})
    const answer = await desk.done('bookings.check', {
      request: { resources: one('A106'), start: at(day, '10:30'), end: at(day, '11:30') },
    })
    expect(answer.refusals).toMatchObject([{ code: 'overlaps' }])
    expect(answer.alternatives.length).toBeGreaterThan(0)
    for (const { resources, start, end } of answer.alternatives) {
      const again = await desk.done('bookings.check', { request: { resources, start, end } })
      expect(again.refusals).toEqual([])
    }
    expect((await desk.done('centre.status', {})).seq).toBe(seq)
  })
})
