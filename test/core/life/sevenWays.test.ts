import { beforeEach, describe, expect, it } from 'vitest'
import { makePlaces, makeTestCore, type TestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

let test: TestCore
let places: Record<string, string>
const day = '2026-03-02'
const one = (code: string) => [{ resourceId: places[code]! }]
const when = (from: string, to: string) => ({ start: at(day, from), end: at(day, to) })
const codes = async (work: Promise<{ code: string }[]>) => (await work).map((each) => each.code)

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
})
const book = (code: string, from: string, to: string, more: object = {}) =>
  test.admin.done('bookings.create', { resources: one(code), ...when(from, to), title: '例会', ...more })

describe('the ways to book a place twice, each shut', () => {
  it('two that ask at once: one has it', async () => {
    const ask = { resources: one('A106'), ...when('10:00', '11:00'), title: '例会' }
    const replies = await Promise.all(Array.from({ length: 12 }, () => test.admin.send('bookings.create', ask)))
    expect(replies.filter((each) => each.ok)).toHaveLength(1)
  })

  it('two holds over one time that are both confirmed: the second never was', async () => {
    await book('A106', '15:00', '16:00', { holdUntil: at(day, '12:00') })
    const ask = { resources: one('A106'), ...when('15:30', '16:30'), title: '例会', holdUntil: at(day, '12:00') }
    expect(await codes(test.admin.refused('bookings.create', ask))).toContain('overlaps')
  })

  it('a hold that ran out cannot be confirmed over the booking that followed it', async () => {
    const held = await book('A106', '15:00', '16:00', { holdUntil: at(day, '12:00') })
    test.clock.now = at(day, '12:00')
    test.core.lookAfter()
    await book('A106', '15:00', '16:00')
    expect(await codes(test.admin.refused('bookings.confirm', { id: held.id }))).toEqual(['wrongStatus'])
  })

  it('a move, a longer end, a swap and a changed place into what is taken', async () => {
    const moving = await book('A106', '10:00', '11:00')
    await book('A106', '11:00', '12:00')
    await book('A102', '10:00', '11:00')
    const { id } = moving
    expect(await codes(test.admin.refused('bookings.move', { id, start: at(day, '11:30') }))).toContain('overlaps')
    expect(await codes(test.admin.refused('bookings.extend', { id }))).toContain('overlaps')
    expect(await codes(test.admin.refused('bookings.resize', { id, ...when('10:00', '11:15') }))).toContain('overlaps')
    const hall = { id, start: at(day, '10:00'), resources: one('HALL') }
    expect(await codes(test.admin.refused('bookings.move', hall))).toContain('overlaps')
  })

  it('a cancelled booking that is brought back over the one that followed it', async () => {
    const first = await book('A106', '10:00', '11:00')
    const reply = await test.admin.send('bookings.cancel', { id: first.id })
    await book('A106', '10:30', '11:30')
    expect(await codes(test.admin.refused('undo.apply', { seq: reply.ok ? reply.seq! : 0 }))).toEqual(['overlaps'])
  })

  it('an offer of the waitlist over a place that was taken again, or an approval over an outage', async () => {
    const taken = await book('A106', '10:00', '11:00')
    const person = await test.as('member')
    await person.done('waitlist.add', {
      title: '等',
      resources: one('A106'),
      from: taken.start,
      until: taken.end,
      minutes: 60,
    })
    await test.admin.done('bookings.cancel', { id: taken.id })
    const ask = { resources: one('A106'), ...when('10:00', '11:00'), title: '例会' }
    expect(await codes(test.admin.refused('bookings.create', ask))).toContain('overlaps')
  })

  it('the parts of a hall while the hall is booked, and the third of two printers', async () => {
    await book('HALL', '10:00', '11:00')
    const part = { resources: one('A103'), ...when('10:30', '11:00'), title: '例会' }
    expect(await codes(test.admin.refused('bookings.create', part))).toContain('overlaps')
    await book('YQ-016', '10:00', '11:00')
    await book('YQ-016', '10:30', '11:30')
    const third = { resources: one('YQ-016'), ...when('10:45', '11:15'), title: '打印' }
    expect(await codes(test.admin.refused('bookings.create', third))).toContain('noUnitsLeft')
  })
})
