import { beforeEach, describe, expect, it } from 'vitest'
import { makePlaces, makeTestCore, type TestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

let test: TestCore
let places: Record<string, string>
const day = '2026-03-02'
const one = (code: string) => [{ resourceId: places[code]! }]
const outage = () => ({ resourceId: places['A106']!, start: at(day, '09:00'), end: at(day, '21:00') })

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
})
const book = (code: string, from: string, to: string, more: object = {}) =>
  test.admin.done('bookings.create', {
    resources: one(code),
    start: at(day, from),
    end: at(day, to),
    title: '例会',
    ...more,
  })

describe('an outage over bookings (CF-08, D 11)', () => {
  it('is planned line by line: each finds a place that no line before it has taken, and all accepted lines hold together', async () => {
    const one = await book('A106', '10:00', '11:00', { headCount: 4 })
    const two = await book('A106', '11:00', '12:00', { headCount: 4 })
    const many = await book('A106', '14:00', '16:00', { headCount: 9 })
    await book('A107', '10:30', '11:30', { headCount: 4 })
    const { lines } = await test.admin.done('outages.plan', outage())
    expect(lines.map((each) => each.booking.id)).toEqual([one.id, two.id, many.id])
    expect(lines.every((each) => each.proposed.do === 'move')).toBe(true)
    const reply = await test.admin.send('outages.add', {
      ...outage(),
      kind: 'maintenance',
      reason: '换空调',
      decisions: lines.map((each) => each.proposed),
    })
    expect(reply.ok).toBe(true)
    const { bookings } = await test.admin.done('bookings.day', { date: day })
    for (const { proposed } of lines) {
      const { start, end } = proposed as { start: number; end: number }
      const booking = bookings.find((each) => each.id === proposed.bookingId)
      expect(booking).toMatchObject({ start, end, status: 'confirmed' })
    }
    expect((await test.admin.done('outages.affected', outage())).bookingIds).toEqual([])
    await test.admin.done('undo.apply', { seq: reply.ok ? reply.seq! : 0 })
    expect(await test.admin.done('bookings.one', { id: one.id })).toMatchObject({
      start: one.start,
      resources: one.resources,
    })
  })

  it('leaves lines that are not accepted as they are, blocks around what is kept, cancels what is given up', async () => {
    const kept = await book('A106', '10:00', '11:00')
    const given = await book('A106', '14:00', '15:00')
    await test.admin.done('outages.add', {
      ...outage(),
      kind: 'maintenance',
      reason: '换空调',
      decisions: [
        { bookingId: kept.id, do: 'keep' },
        { bookingId: given.id, do: 'cancel' },
      ],
    })
    expect(await test.admin.done('bookings.one', { id: kept.id })).toMatchObject({ status: 'confirmed', version: 1 })
    expect(await test.admin.done('bookings.one', { id: given.id })).toMatchObject({ status: 'cancelled' })
  })

  it('does nothing at all when a chosen line no longer holds, or one is left undecided', async () => {
    const first = await book('A106', '10:00', '11:00')
    await book('A106', '12:00', '13:00')
    const decisions = [
      { bookingId: first.id, do: 'move' as const, start: first.start, end: first.end, resources: one('A107') },
    ]
    const ask = { ...outage(), kind: 'fault' as const, reason: '漏水', decisions }
    expect((await test.admin.refused('outages.add', ask))[0]!.code).toBe('bookingsInTheWay')
    await book('A107', '10:00', '11:00')
    const refusals = await test.admin.refused('outages.add', { ...ask, onConflict: 'cancel' })
    expect(refusals[0]!.code).toBe('overlaps')
    expect(await test.admin.done('bookings.one', { id: first.id })).toMatchObject({ version: 1, status: 'confirmed' })
  })
})
