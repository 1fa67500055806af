import { beforeEach, describe, expect, it } from 'vitest'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

let test: TestCore
let desk: Caller
let places: Record<string, string>
const day = '2026-03-02'
const one = (code: string) => [{ resourceId: places[code]! }]

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
  desk = test.admin
})

const book = (code: string, from: string, to: string, more: object = {}) =>
  desk.done('bookings.create', { resources: one(code), start: at(day, from), end: at(day, to), title: '例会', ...more })
const read = (id: string) => desk.done('bookings.one', { id })

describe('a hold (BK-10)', () => {
  it('becomes firm, or a request where approval is needed, and can be taken back', async () => {
    const held = await book('A106', '15:00', '16:00', { holdUntil: at(day, '12:00') })
    const reply = await desk.send('bookings.confirm', { id: held.id })
    expect(await read(held.id)).toMatchObject({ status: 'confirmed', holdUntil: null })
    await desk.done('undo.apply', { seq: reply.ok ? reply.seq! : 0 })
    expect(await read(held.id)).toMatchObject({ status: 'tentative', holdUntil: at(day, '12:00') })
    const member = await test.as('member')
    const hall = await member.done('bookings.create', {
      resources: one('HALL'),
      start: at(day, '13:00'),
      end: at(day, '14:00'),
      title: '路演',
      holdUntil: at(day, '12:00'),
    })
    expect(await member.done('bookings.confirm', { id: hall.id })).toMatchObject({ status: 'pending' })
  })

  it('is judged again when it becomes firm', async () => {
    const held = await book('A106', '15:00', '16:00', { holdUntil: at(day, '12:00') })
    const resource = (await desk.done('resources.list', {})).resources.find((each) => each.id === places['A106'])!
    await desk.done('resources.setState', { id: resource.id, state: 'down', reason: '漏水' })
    expect((await desk.refused('bookings.confirm', { id: held.id })).map((each) => each.code)).toContain('notBookable')
  })

  it('stands until another moment, never past its start', async () => {
    const held = await book('A106', '15:00', '16:00', { holdUntil: at(day, '12:00') })
    expect(await desk.done('bookings.hold', { id: held.id, holdUntil: at(day, '14:00') })).toMatchObject({
      holdUntil: at(day, '14:00'),
    })
    expect(await desk.refused('bookings.hold', { id: held.id, holdUntil: at(day, '15:30') })).toMatchObject([
      { code: 'badInput', path: 'holdUntil' },
    ])
  })
})

describe('what falls due while the application is closed', () => {
  it('is done on opening, as of the moment it was due (BK-10, CI-04)', async () => {
    const closed = await makeTestCore({ memory: false })
    const made = await makePlaces(closed)
    const ask = (from: string, to: string, more = {}) =>
      closed.admin.done('bookings.create', {
        resources: [{ resourceId: made['A106']! }],
        start: at(day, from),
        end: at(day, to),
        title: '例会',
        ...more,
      })
    const held = await ask('15:00', '16:00', { holdUntil: at(day, '12:00') })
    const awaited = await ask('10:00', '11:00')
    closed.clock.now = at(day, '18:00')
    const again = await closed.reopen()
    expect(await again.admin.done('bookings.one', { id: held.id })).toMatchObject({
      status: 'cancelled',
      releasedAt: at(day, '12:00'),
    })
    expect(await again.admin.done('bookings.one', { id: awaited.id })).toMatchObject({
      status: 'noShow',
      releasedAt: at(day, '10:15'),
    })
  })
})

describe('the release of a place nobody came to (CI-02, CI-03, CI-05)', () => {
  const pass = (time: string) => {
    test.clock.now = at(day, time)
    test.core.lookAfter()
  }

  it('happens where the policy says so, keeps the record, can be taken back, and stays taken back', async () => {
    const room = await book('A106', '10:00', '11:00')
    const analyser = await book('YQ-003', '10:00', '11:00')
    pass('10:14')
    expect(await read(room.id)).toMatchObject({ status: 'confirmed' })
    pass('10:15')
    expect(await read(room.id)).toMatchObject({ status: 'noShow', releasedAt: at(day, '10:15') })
    expect(await read(analyser.id)).toMatchObject({ status: 'confirmed' })
    const { seq } = await desk.done('centre.status', {})
    await desk.done('undo.apply', { seq })
    pass('10:20')
    expect(await read(room.id)).toMatchObject({ status: 'confirmed', releasedAt: null })
  })

  it('spares those who came, bookings under an outage, what was made after it began, and the centre itself', async () => {
    const centre = await desk.done('teams.save', {
      team: { name: '本中心', shortName: '本中心', kind: 'centre', colour: 'slate' },
    })
    const own = await book('A107', '09:30', '10:30', { teamId: centre.id })
    const came = await book('A106', '10:00', '11:00')
    test.clock.now = at(day, '09:55')
    await desk.done('bookings.checkIn', { id: came.id })
    test.clock.now = at(day, '12:10')
    const late = await book('A106', '12:00', '13:00')
    pass('12:20')
    expect(await read(late.id)).toMatchObject({ status: 'confirmed' })
    pass('12:25')
    expect(await read(late.id)).toMatchObject({ status: 'noShow', releasedAt: at(day, '12:25') })
    expect(await read(came.id)).toMatchObject({ status: 'inUse' })
    expect(await read(own.id)).toMatchObject({ status: 'confirmed' })
  })

  it('says nothing about what was over before the rule was set', async () => {
    const before = await book('YQ-003', '09:00', '10:00')
    pass('11:00')
    const settings = await desk.done('settings.get', {})
    await desk.done('settings.set', {
      change: { kindPolicies: { ...settings.kindPolicies, instrument: { releaseNoShow: true, maxMinutes: 480 } } },
    })
    pass('11:30')
    expect(await read(before.id)).toMatchObject({ status: 'confirmed' })
  })
})

describe('going on longer (BK-17, R-52)', () => {
  it('goes step by step up to the next booking, and says how far and who waits', async () => {
    const now = await book('A106', '10:00', '11:00')
    const next = await book('A106', '11:30', '12:00')
    const range = await desk.done('bookings.extension', { id: now.id })
    expect(range).toMatchObject({ until: at(day, '11:30'), stepMinutes: 15, next: { id: next.id } })
    expect(await desk.done('bookings.extend', { id: now.id })).toMatchObject({ end: at(day, '11:15') })
    expect(await desk.done('bookings.extend', { id: now.id })).toMatchObject({ end: at(day, '11:30') })
    expect((await desk.refused('bookings.extend', { id: now.id }))[0]!.code).toBe('overlaps')
    expect((await desk.done('bookings.extension', { id: now.id })).until).toBeNull()
  })
})

describe('swapping and handing over without letting go (BK-14)', () => {
  it('exchanges places or times at once, keeps numbers, and goes back as one', async () => {
    const small = await book('A107', '10:00', '11:00')
    const large = await book('A106', '10:00', '11:00')
    const reply = await desk.send('bookings.swap', { id: small.id, otherId: large.id, exchange: 'places' })
    expect(await read(small.id)).toMatchObject({ no: small.no, resources: [{ resourceId: places['A106'] }] })
    expect(await read(large.id)).toMatchObject({ no: large.no, resources: [{ resourceId: places['A107'] }] })
    await desk.done('undo.apply', { seq: reply.ok ? reply.seq! : 0 })
    expect(await read(small.id)).toMatchObject({ resources: [{ resourceId: places['A107'] }] })
    const later = await book('A107', '14:00', '15:30')
    await desk.done('bookings.swap', { id: small.id, otherId: later.id, exchange: 'times' })
    expect(await read(small.id)).toMatchObject({ start: at(day, '14:00'), end: at(day, '15:30') })
    expect(await read(later.id)).toMatchObject({ start: at(day, '10:00') })
  })

  it('is refused as a whole when one of the two would break a rule', async () => {
    const many = await book('A106', '10:00', '11:00', { headCount: 9 })
    const few = await book('A107', '10:00', '11:00')
    const refusals = await desk.refused('bookings.swap', { id: many.id, otherId: few.id, exchange: 'places' })
    expect(refusals.map((each) => each.code)).toContain('overCapacity')
    expect(await read(many.id)).toMatchObject({ version: 1 })
  })

  it('hands a booking to another team and person; residents only within their team', async () => {
    const team = async (name: string) =>
      (await desk.done('teams.save', { team: { name, shortName: name, kind: 'startup', colour: 'teal' } })).id
    const [ours, theirs] = [await team('甲队'), await team('乙队')]
    const member = await test.as('member', { teamId: ours })
    const colleague = await test.as('member', { teamId: ours })
    const stranger = await test.as('member', { teamId: theirs })
    const mine = await member.done('bookings.create', {
      resources: one('A106'),
      start: at(day, '10:00'),
      end: at(day, '11:00'),
      title: '例会',
    })
    expect((await member.refused('bookings.transfer', { id: mine.id, bookerId: stranger.id }))[0]!.code).toBe(
      'notYours',
    )
    const given = await member.done('bookings.transfer', { id: mine.id, bookerId: colleague.id })
    expect(given).toMatchObject({ id: mine.id, no: mine.no, bookerId: colleague.id, start: mine.start })
    expect(await desk.done('bookings.transfer', { id: mine.id, teamId: theirs, bookerId: stranger.id })).toMatchObject({
      teamId: theirs,
      bookerId: stranger.id,
    })
  })
})

describe('the inbox of approvals (AP-01, CF-03)', () => {
  it('shows the oldest first, what can no longer be with its ways on, and who else waits', async () => {
    const member = await test.as('member')
    const ask = (from: string, to: string) =>
      member.done('bookings.create', { resources: one('HALL'), start: at(day, from), end: at(day, to), title: '路演' })
    const first = await ask('14:00', '15:00')
    test.clock.now += 60_000
    const second = await ask('17:00', '18:00')
    await member.done('waitlist.add', {
      title: '等',
      resources: one('A102'),
      from: at(day, '14:00'),
      until: at(day, '15:00'),
      minutes: 60,
    })
    await desk.done('outages.add', {
      resourceId: places['A102']!,
      kind: 'fault',
      reason: '漏水',
      start: at(day, '16:00'),
      end: at(day, '19:00'),
      onConflict: 'around',
    })
    const { requests } = await desk.done('approvals.inbox', {})
    expect(requests.map((each) => each.booking.id)).toEqual([first.id, second.id])
    expect(requests[0]).toMatchObject({ refusals: [], alternatives: [], waiting: [{ title: '等' }] })
    await desk.done('bookings.approve', { id: first.id, comment: '同意' })
    expect((await desk.done('approvals.inbox', {})).requests.map((each) => each.booking.id)).toEqual([second.id])
  })
})
