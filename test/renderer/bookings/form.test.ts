import { describe, expect, it } from 'vitest'
import {
  blankForm,
  capacityOf,
  changeOf,
  formErrors,
  formOf,
  overlay,
  readHeadCount,
  reduceForm,
  requestOf,
  type BookingForm,
} from '../../../renderer/bookings/form.ts'
import {
  lastDate,
  presetOf,
  wallLength,
  whenOf,
  withDate,
  withStart,
  type When,
} from '../../../renderer/bookings/presets.ts'
import { duplicateOf, rebase } from '../../../renderer/bookings/reworking.ts'
import { bookingRequest } from '../../../shared/operations/bookings.ts'
import { toWall } from '../../../shared/scheduling/zone.ts'
import { at, booking, now, people, placeId, zone } from './fakeDesk.ts'

const start = { now, zone, person: people[0]! }
const blank = blankForm(start)
const filled: BookingForm = {
  ...blank,
  title: '评审',
  places: [{ resourceId: placeId('会议室2'), quantity: 1 }],
  when: { date: '2026-11-25', from: 900, until: 1020, endDate: null },
}

describe('when a booking is', () => {
  it('an end that is not after the start is the next day: 次日', () => {
    const when: When = { date: '2026-11-25', from: 22 * 60, until: 2 * 60, endDate: null }
    expect(lastDate(when)).toBe('2026-11-26')
    expect(wallLength(when)).toBe(240)
  })

  it('another start keeps the length, over midnight as well', () => {
    const when: When = { date: '2026-11-25', from: 1200, until: 1380, endDate: null }
    expect(withStart(when, 1320)).toEqual({ ...when, from: 1320, until: 60 })
    expect(wallLength(withStart(when, 1320))).toBe(180)
  })

  it('another day moves the last day along', () => {
    const when: When = { date: '2026-11-25', from: 1080, until: 1080, endDate: '2026-11-28' }
    expect(withDate(when, '2026-12-30').endDate).toBe('2027-01-02')
  })

  it('reads back every time it writes: one day, to midnight, overnight, for days', () => {
    const times: When[] = [
      { date: '2026-11-25', from: 540, until: 630, endDate: null },
      { date: '2026-11-25', from: 1200, until: 1440, endDate: null },
      { date: '2026-11-25', from: 1320, until: 120, endDate: null },
      { date: '2026-11-25', from: 1080, until: 1080, endDate: '2026-11-28' },
      { date: '2026-11-25', from: 540, until: 630, endDate: '2026-11-26' },
    ]
    for (const when of times) {
      const { start: from, end } = requestOf({ ...filled, when }, zone)
      expect(whenOf(toWall(from, zone), toWall(end, zone))).toEqual(when)
    }
  })

  it('half days are one press and are known again', () => {
    const afternoon = reduceForm(filled, { type: 'preset', preset: 'afternoon' })
    expect(requestOf(afternoon, zone)).toMatchObject({ start: at('2026-11-25', 13), end: at('2026-11-25', 18) })
    expect(presetOf(afternoon.when)).toBe('afternoon')
    expect(presetOf(filled.when)).toBeNull()
  })
})

describe('the form of a booking', () => {
  it('sends what the contract takes', () => {
    const full = { ...filled, visitor: true, occupantName: ' 王工 ', headCount: '６人', note: ' x ' }
    const request = bookingRequest.parse(requestOf(full, zone))
    expect(request).toMatchObject({ occupantId: null, occupantName: '王工', headCount: 6, note: 'x' })
  })

  it('reads heads as people type them', () => {
    expect(['', '6', '６人', ' 12 '].map(readHeadCount)).toEqual([null, 6, 6, 12])
    for (const wrong of ['0', '-1', '2.5', '六个', '1e9']) expect(readHeadCount(wrong)).toBeNaN()
  })

  it('names every mistake at once', () => {
    const wrong: BookingForm = {
      ...blank,
      headCount: 'x',
      when: { date: '2026-11-25', from: 600, until: 540, endDate: '2026-11-25' },
      waived: [{ rule: 'tooLong', resourceId: 'r' }],
      holdUntil: { date: '2026-11-24', minute: 0 },
    }
    expect(formErrors(wrong, { now, zone })).toEqual({
      title: 'required',
      places: 'required',
      headCount: 'notWhole',
      when: 'endBeforeStart',
      waiverReason: 'required',
      holdUntil: 'holdPast',
    })
    expect(formErrors(filled, { now, zone })).toEqual({})
  })

  it('a hold may not outlast the start of its booking', () => {
    const late = { ...filled, holdUntil: { date: '2026-11-25', minute: 901 } }
    expect(formErrors(late, { now, zone })).toEqual({ holdUntil: 'holdLate' })
  })

  it('drops a project that is not the new team’s', () => {
    const with1 = { ...filled, teamId: 'a', projectId: 'p1' }
    expect(reduceForm(with1, { type: 'team', teamId: 'b', teamProjects: ['p2'] }).projectId).toBeNull()
    expect(reduceForm(with1, { type: 'team', teamId: 'b', teamProjects: ['p1'] }).projectId).toBe('p1')
  })

  it('choosing who uses it names the team when none was named, for the desk', () => {
    const member = people.find(({ role }) => role === 'member')!
    expect(reduceForm(blank, { type: 'occupant', person: member, staff: true }).teamId).toBe(member.teamId)
    expect(reduceForm({ ...blank, teamId: 'x' }, { type: 'occupant', person: member, staff: true }).teamId).toBe('x')
  })

  it('taking another way drops the waivers: it was judged without any', () => {
    const waived = { ...filled, waived: [{ rule: 'tooLong', resourceId: 'r' }], waiverReason: 'x' }
    const taken = reduceForm(waived, { type: 'take', places: filled.places, when: filled.when })
    expect(requestOf(taken, zone).waivers).toEqual([])
  })

  it('a place that goes takes its waivers along', () => {
    const waived = { ...filled, waived: [{ rule: 'tooLong', resourceId: placeId('会议室2') }] }
    expect(reduceForm(waived, { type: 'places', resourceIds: ['other'] }).waived).toEqual([])
  })

  it('counts seats as the rule does: units too, instruments not, unknown is unknown', () => {
    const resource = (id: string) =>
      ({
        room: { kind: 'meetingRoom', capacity: 10 },
        desk: { kind: 'desk', capacity: 1 },
        scope: { kind: 'instrument', capacity: 2 },
        hall: { kind: 'lab', capacity: null },
      })[id] as never
    const seats = (...ids: string[]) =>
      capacityOf(
        ids.map((resourceId) => ({ resourceId, quantity: 3 })),
        resource,
      )
    expect([seats('room'), seats('room', 'scope'), seats('scope'), seats('room', 'hall')]).toEqual([30, 30, null, null])
  })

  it('begins at the next open hour: late in the evening that is the next open morning', () => {
    const open = [24, 25].map((day) => ({ start: at(`2026-11-${day}`, 8, 30), end: at(`2026-11-${day}`, 21) }))
    const begin = (moment: number) => blankForm({ ...start, now: moment, open }).when
    expect(begin(at('2026-11-24', 10, 42))).toMatchObject({ date: '2026-11-24', from: 660, until: 720 })
    expect(begin(at('2026-11-24', 19, 45))).toMatchObject({ date: '2026-11-24', from: 1200, until: 1260 })
    expect(begin(at('2026-11-24', 20, 10))).toMatchObject({ date: '2026-11-25', from: 510, until: 570 })
    expect(begin(at('2026-11-25', 0, 50))).toMatchObject({ date: '2026-11-25', from: 510, until: 570 })
  })

  it('a resident begins with their own team and name', () => {
    const member = people.find(({ role }) => role === 'member')!
    expect(blankForm({ ...start, person: member })).toMatchObject({ teamId: member.teamId, occupantId: member.id })
  })

  it('what the page offers goes over the draft; what was typed stays', () => {
    const offered = overlay(
      { ...filled, headCount: '6' },
      { start: at('2026-11-26', 9), end: at('2026-11-26', 10) },
      zone,
    )
    expect(offered).toMatchObject({
      title: '评审',
      headCount: '6',
      when: { date: '2026-11-26', from: 540, until: 600 },
    })
  })
})

describe('changing and copying', () => {
  const base = formOf(booking(), zone)

  it('sends only what differs', () => {
    expect(changeOf(base, base, zone)).toEqual({})
    expect(changeOf({ ...base, title: '改名' }, base, zone)).toEqual({ title: '改名' })
  })

  it('the newest state goes under what was typed', () => {
    const typed = { ...base, title: '我的标题' }
    const newest = { ...base, headCount: '9', title: '别人的标题' }
    expect(rebase(typed, base, newest)).toEqual({ ...newest, title: '我的标题' })
  })

  it('a copy stands at the same hour some weeks later, never in the past (BK-13)', () => {
    const old = booking({ start: at('2026-11-03', 9), end: at('2026-11-03', 10) })
    expect(duplicateOf(old, now, zone)).toMatchObject({ start: at('2026-12-01', 9), end: at('2026-12-01', 10) })
    const coming = booking()
    expect(duplicateOf(coming, now, zone).start).toBe(at('2026-12-02', 17))
  })
})

describe('the parts of a bundle in the form (BK-04)', () => {
  const offset = { start: -30, end: 0 }
  const parts = [
    { resourceId: placeId('会议室2'), quantity: 1 },
    { resourceId: placeId('会议室1A'), quantity: 1, offset },
  ]
  it('keep their times when a booking is opened, copied or offered, and are sent as they stand', () => {
    const made = booking({ resources: parts.map((part) => ({ ...part, before: 0, after: 0 })) })
    const form = formOf(made, zone)
    expect(form.places).toEqual(parts)
    expect(requestOf(form, zone).resources).toEqual(parts)
    expect(changeOf(reduceForm(form, { type: 'set', change: { note: '茶歇' } }), form, zone)).toEqual({ note: '茶歇' })
    expect(duplicateOf(made, now, zone).resources).toEqual(parts)
    expect(overlay(blank, { resources: parts }, zone).places).toEqual(parts)
  })
  it('one may be exchanged or given another time; the others stay', () => {
    const place = { resourceId: placeId('路演厅A'), quantity: 1, offset: { start: -45, end: 15 } }
    const form = { ...filled, places: parts }
    const { places } = reduceForm(form, { type: 'part', resourceId: placeId('会议室1A'), place })
    expect(places).toEqual([parts[0], place])
  })
})
