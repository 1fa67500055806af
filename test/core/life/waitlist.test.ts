import { beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/operations/index.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

let test: TestCore
let desk: Caller & { id: string }
let first: Caller & { id: string }
let second: Caller & { id: string }
let places: Record<string, string>
const day = '2026-03-02'
const one = (code: string) => [{ resourceId: places[code]! }]
const MINUTE = 60_000

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
  await test.admin.done('settings.set', { change: { idleMinutes: 1440 } })
  desk = await test.as('frontDesk')
  first = await test.as('member')
  second = await test.as('member')
})

const book = (code: string, from: string, to: string, more: object = {}) =>
  desk.done('bookings.create', { resources: one(code), start: at(day, from), end: at(day, to), title: '例会', ...more })
const wait = (who: Caller, code: string, from: string, to: string, more: Partial<Input<'waitlist.add'>> = {}) =>
  who.done('waitlist.add', {
    title: '等一间',
    resources: one(code),
    from: at(day, from),
    until: at(day, to),
    minutes: (at(day, to) - at(day, from)) / MINUTE,
    ...more,
  })
const entry = async (id: string) =>
  (await desk.done('waitlist.list', { withPast: true })).entries.find((each) => each.id === id)!
const heldBy = async (id: string) => {
  const { offer } = await entry(id)
  return offer === null ? null : desk.done('bookings.one', { id: offer.bookingId })
}

describe('the waitlist (AP-05)', () => {
  it('offers a freed place to the first in the queue, as a hold of theirs for half an hour, in the same step', async () => {
    const taken = await book('A106', '10:00', '11:00')
    const one = await wait(first, 'A106', '10:00', '11:00')
    const two = await wait(second, 'A106', '10:00', '11:00')
    expect([one.position, two.position]).toEqual([1, 2])
    const reply = await desk.send('bookings.cancel', { id: taken.id })
    expect(await entry(one.id)).toMatchObject({ status: 'offered', offer: { until: test.clock.now + 30 * MINUTE } })
    expect(await heldBy(one.id)).toMatchObject({ status: 'tentative', bookerId: first.id, start: at(day, '10:00') })
    expect(await entry(two.id)).toMatchObject({ status: 'waiting', position: 1 })
    expect(reply.ok && reply.seq).toBe((await desk.done('centre.status', {})).seq)
  })

  it.each([
    ['a cancellation', async (id: string) => void (await desk.done('bookings.cancel', { id }))],
    ['a move', async (id: string) => void (await desk.done('bookings.move', { id, start: at(day, '15:00') }))],
    [
      'a move to another place',
      async (id: string) =>
        void (await desk.done('bookings.move', { id, start: at(day, '10:00'), resources: one('A107') })),
    ],
    [
      'an undo of the booking',
      async () => {
        const undone = await desk.done('undo.apply', {})
        expect(undone.undone).toBe('bookings.create')
      },
    ],
  ])('is served by %s', async (_name, free) => {
    const taken = await book('A106', '10:00', '11:00')
    const { id } = await wait(first, 'A106', '10:00', '11:00')
    await free(taken.id)
    expect(await entry(id)).toMatchObject({ status: 'offered' })
  })

  it('is served by a rejection', async () => {
    const lead = await test.as('member')
    const manager = await test.as('manager')
    const start = at(day, '10:00')
    const asked = await lead.done('bookings.create', {
      resources: one('HALL'),
      start,
      end: at(day, '11:00'),
      title: '路演',
    })
    const { id } = await wait(first, 'A102', '10:00', '11:00')
    await manager.done('bookings.reject', { id: asked.id, comment: '另有安排' })
    expect(await entry(id)).toMatchObject({ status: 'offered' })
  })

  it('is served by an early end and by a release, with what is left of the slot', async () => {
    const early = await book('A106', '10:00', '12:00')
    const { id } = await wait(first, 'A106', '10:00', '12:00')
    test.clock.now = at(day, '10:00')
    await desk.done('bookings.checkIn', { id: early.id })
    test.clock.now = at(day, '10:33')
    await desk.done('bookings.checkOut', { id: early.id })
    expect(await heldBy(id)).toMatchObject({
      start: at(day, '10:45'),
      end: at(day, '12:00'),
      holdUntil: at(day, '10:45'),
    })
    test.clock.now = at(day, '13:00')
    const missed = await book('A107', '13:00', '15:00')
    const other = await wait(second, 'A107', '13:00', '15:00')
    test.clock.now = at(day, '13:15')
    test.core.lookAfter()
    expect(await desk.done('bookings.one', { id: missed.id })).toMatchObject({ status: 'noShow' })
    expect(await heldBy(other.id)).toMatchObject({ start: at(day, '13:30') })
  })

  it('is served by the end of an outage', async () => {
    const keeper = await test.as('keeper')
    const start = at(day, '09:00')
    const outage = await keeper.done('outages.add', {
      resourceId: places['YQ-003']!,
      kind: 'maintenance',
      reason: '保养',
      start,
      end: at(day, '18:00'),
    })
    const { id } = await wait(first, 'YQ-003', '14:00', '16:00')
    test.clock.now = at(day, '13:00')
    await keeper.done('outages.end', { id: outage.id })
    expect(await entry(id)).toMatchObject({ status: 'offered' })
  })

  it('goes to the next when an offer is not answered in time, and to nobody after the slot', async () => {
    const taken = await book('A106', '10:00', '11:00')
    const one = await wait(first, 'A106', '10:00', '11:00')
    const two = await wait(second, 'A106', '10:00', '11:00')
    await desk.done('bookings.cancel', { id: taken.id })
    test.clock.now += 30 * MINUTE
    test.core.lookAfter()
    expect(await entry(one.id)).toMatchObject({ status: 'lapsed' })
    expect(await entry(two.id)).toMatchObject({ status: 'offered' })
    await second.done('waitlist.accept', { id: two.id })
    expect(await entry(two.id)).toMatchObject({ status: 'accepted' })
    expect(await heldBy(two.id)).toMatchObject({ status: 'confirmed', holdUntil: null, bookerId: second.id })
  })

  it('never lets an offer stand past the start', async () => {
    const taken = await book('A106', '10:00', '11:00')
    const { id } = await wait(first, 'A106', '10:00', '11:00')
    test.clock.now = at(day, '09:50')
    await desk.done('bookings.cancel', { id: taken.id })
    expect((await entry(id)).offer!.until).toBe(at(day, '10:00'))
  })

  it('lets an offer of an exact slot go to the next, and keeps who waits for a stretch waiting for another time (AP-06)', async () => {
    const seminar = await book('A107', '09:00', '12:00')
    const room = await book('A106', '09:00', '12:00')
    const any = { kinds: ['meetingRoom', 'seminarRoom'] as ('meetingRoom' | 'seminarRoom')[], seats: 6 }
    const { id } = await first.done('waitlist.add', {
      title: '两小时',
      any,
      from: at(day, '09:00'),
      until: at(day, '12:00'),
      minutes: 120,
    })
    expect(await entry(id)).toMatchObject({ status: 'waiting' })
    await desk.done('bookings.cancel', { id: seminar.id })
    expect(await heldBy(id)).toMatchObject({ start: at(day, '09:00'), resources: [{ resourceId: places['A107'] }] })
    await first.done('waitlist.decline', { id })
    // Every two hours of this morning in that room overlap what was let go.
    expect(await entry(id)).toMatchObject({ status: 'waiting', offer: null })
    await desk.done('bookings.cancel', { id: room.id })
    expect(await heldBy(id)).toMatchObject({ resources: [{ resourceId: places['A106'] }] })
    await first.done('waitlist.withdraw', { id })
    expect(await entry(id)).toMatchObject({ status: 'withdrawn' })
    expect(
      (await desk.done('bookings.day', { date: day })).bookings.filter((each) => each.status === 'tentative'),
    ).toEqual([])
  })

  it('offers nothing that breaks a rule', async () => {
    const taken = await book('A106', '10:00', '16:00', {
      waivers: [{ rule: 'tooLong', resourceId: places['A106']!, reason: '活动' }],
    }).catch(() => book('A106', '10:00', '14:00'))
    const long = await first.done('waitlist.add', {
      title: '太长',
      resources: one('A106'),
      from: at(day, '09:00'),
      until: at(day, '18:00'),
      minutes: 300,
    })
    await desk.done('bookings.cancel', { id: taken.id })
    expect(await entry(long.id)).toMatchObject({ status: 'waiting', offer: null })
  })

  it('ends by itself when its time is over', async () => {
    await book('A106', '10:00', '11:00')
    const { id } = await wait(first, 'A106', '10:00', '11:00')
    test.clock.now = at(day, '11:00')
    test.core.lookAfter()
    expect(await entry(id)).toMatchObject({ status: 'lapsed', position: 0 })
  })

  it('offers at once what is free', async () => {
    expect(await wait(first, 'A106', '10:00', '11:00')).toMatchObject({ status: 'offered' })
  })

  it('is taken back with what caused it: the booking stands again, the queue is as it was', async () => {
    const taken = await book('A106', '10:00', '11:00')
    const { id } = await wait(first, 'A106', '10:00', '11:00')
    const cancelled = await desk.send('bookings.cancel', { id: taken.id })
    if (!cancelled.ok) throw new Error('not cancelled')
    await desk.done('undo.apply', { seq: cancelled.seq! })
    expect(await desk.done('bookings.one', { id: taken.id })).toMatchObject({ status: 'confirmed' })
    expect(await entry(id)).toMatchObject({ status: 'waiting', offer: null, position: 1 })
  })

  it('is not taken back once the offer was accepted', async () => {
    const taken = await book('A106', '10:00', '11:00')
    const { id } = await wait(first, 'A106', '10:00', '11:00')
    const cancelled = await desk.send('bookings.cancel', { id: taken.id })
    await first.done('waitlist.accept', { id })
    const [refusal] = await desk.refused('undo.apply', { seq: cancelled.ok ? cancelled.seq! : 0 })
    expect(refusal!.code).toBe('undoBlocked')
  })

  it('shows residents that others wait, and not who', async () => {
    const taken = await book('A106', '10:00', '11:00')
    await wait(first, 'A106', '10:00', '11:00')
    const { entries } = await second.done('waitlist.behind', { bookingId: taken.id })
    expect(entries).toMatchObject([{ hidden: true, personId: 'hidden', title: '', position: 1 }])
    expect((await second.done('waitlist.list', {})).entries).toEqual([])
    const mine = await wait(second, 'A106', '10:00', '11:00')
    expect((await first.refused('waitlist.withdraw', { id: mine.id }))[0]).toMatchObject({ code: 'notFound' })
  })
})
