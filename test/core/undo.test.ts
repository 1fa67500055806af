import { beforeEach, describe, expect, it } from 'vitest'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

let test: TestCore
let desk: Caller
let places: Record<string, string>
const day = '2026-03-02'
const one = (code: string) => [{ resourceId: places[code]! }]

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
  desk = await test.as('frontDesk')
})

async function write(name: 'bookings.create' | 'bookings.move' | 'bookings.change' | 'bookings.cancel', input: object) {
  const reply = await desk.send(name, input as never)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return { booking: reply.value, seq: reply.seq! }
}
const ask = (code: string, from: string, to: string) => ({
  resources: one(code),
  start: at(day, from),
  end: at(day, to),
  title: '例会',
  note: '旧',
})

describe('undo (UI-04)', () => {
  it('cancels what was made, brings back what was cancelled, puts back what was moved and reworded', async () => {
    const made = await write('bookings.create', ask('A106', '10:00', '11:00'))
    const { id } = made.booking
    const moved = await write('bookings.move', { id, start: at(day, '14:00'), resources: one('A107') })
    await desk.done('undo.apply', { seq: moved.seq })
    expect(await desk.done('bookings.one', { id })).toMatchObject({
      start: at(day, '10:00'),
      resources: made.booking.resources,
    })
    const reworded = await write('bookings.change', { id, change: { title: '客户来访', note: '新' } })
    await desk.done('undo.apply', { seq: reworded.seq })
    expect(await desk.done('bookings.one', { id })).toMatchObject({ title: '例会', note: '旧' })
    const cancelled = await write('bookings.cancel', { id })
    await desk.done('undo.apply', { seq: cancelled.seq })
    expect(await desk.done('bookings.one', { id })).toMatchObject({ status: 'confirmed', releasedAt: null })
    const again = await write('bookings.create', ask('A107', '16:00', '17:00'))
    await desk.done('undo.apply', { seq: again.seq })
    expect(await desk.done('bookings.one', { id: again.booking.id })).toMatchObject({ status: 'cancelled' })
    await write('bookings.create', ask('A107', '16:00', '17:00'))
  })

  it('is refused when something later depends on it, and says what', async () => {
    const made = await write('bookings.create', ask('A106', '10:00', '11:00'))
    const moved = await write('bookings.move', { id: made.booking.id, start: at(day, '12:00') })
    expect(await desk.refused('undo.apply', { seq: made.seq })).toEqual([
      { code: 'undoBlocked', seq: made.seq, bySeq: moved.seq },
    ])
  })

  it('goes on backwards: what was moved and put back can then be taken away, once', async () => {
    const made = await write('bookings.create', ask('A106', '10:00', '11:00'))
    const { id } = made.booking
    const moved = await write('bookings.move', { id, start: at(day, '12:00') })
    const back = await desk.send('undo.apply', { seq: moved.seq })
    await desk.done('undo.apply', { seq: made.seq })
    expect((await desk.done('bookings.one', { id })).status).toBe('cancelled')
    expect(await desk.refused('undo.apply', { seq: made.seq })).toEqual([{ code: 'nothingToUndo', seq: made.seq }])
    // The taking back of the move is no longer the newest: bringing the move back would bring back a cancelled booking.
    const { seq } = back as { seq: number }
    expect(await desk.refused('undo.apply', { seq })).toMatchObject([{ code: 'undoBlocked', seq }])
  })

  it('never takes a place that somebody else has meanwhile', async () => {
    const made = await write('bookings.create', ask('A106', '10:00', '11:00'))
    const moved = await write('bookings.move', { id: made.booking.id, start: at(day, '14:00') })
    const other = await write('bookings.create', ask('A106', '10:30', '11:30'))
    expect(await desk.refused('undo.apply', { seq: moved.seq })).toMatchObject([
      { code: 'overlaps', bookingId: other.booking.id },
    ])
    expect(await desk.done('bookings.one', { id: made.booking.id })).toMatchObject({ start: at(day, '14:00') })
  })

  it('without a number takes the newest of one’s own, and can itself be taken back', async () => {
    const first = await write('bookings.create', ask('A106', '10:00', '11:00'))
    const second = await write('bookings.create', ask('A106', '12:00', '13:00'))
    expect((await desk.done('undo.apply', {})).key).toBe(second.booking.id)
    const reply = await desk.send('undo.apply', {})
    expect(reply).toMatchObject({ ok: true, value: { key: first.booking.id } })
    await desk.done('undo.apply', { seq: (reply as { seq: number }).seq })
    expect((await desk.done('bookings.one', { id: first.booking.id })).status).toBe('confirmed')
    expect(await (await test.as('member')).refused('undo.apply', { seq: first.seq })).toMatchObject([
      { code: 'notYours' },
    ])
  })

  it('withdraws an outage and brings back the bookings it had cancelled', async () => {
    const made = await write('bookings.create', ask('YQ-003', '10:00', '11:00'))
    const keeper = await test.as('keeper')
    const input = {
      resourceId: places['YQ-003']!,
      kind: 'fault',
      reason: '光路偏移',
      start: at(day, '09:00'),
      end: at(day, '18:00'),
    } as const
    expect(await keeper.refused('outages.add', input)).toMatchObject([
      { code: 'bookingsInTheWay', bookingIds: [made.booking.id] },
    ])
    const reply = await keeper.send('outages.add', { ...input, onConflict: 'cancel' })
    expect((await desk.done('bookings.one', { id: made.booking.id })).status).toBe('cancelled')
    await keeper.done('undo.apply', { seq: (reply as { seq: number }).seq })
    expect((await desk.done('bookings.one', { id: made.booking.id })).status).toBe('confirmed')
    expect((await desk.done('outages.range', { start: at(day, '00:00'), end: at(day, '23:00') })).outages).toEqual([])
  })
})
