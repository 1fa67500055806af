import { describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { Input, Value } from '../../shared/operations/index.ts'
import { addDays, dateOf } from '../../shared/scheduling/zone.ts'
import { makeTestCore, type TestCore } from '../support/makeTestCore.ts'
import { at, shanghai } from '../support/situation.ts'

/** In the middle of the written days: a Tuesday afternoon on which everything happens at once. */
const today = at('2026-11-24', '15:20')
const hour = 3_600_000

async function demo(
  order: Input<'centre.demo'> = {},
  now = today,
): Promise<TestCore & { filled: Value<'centre.demo'> }> {
  const made = await makeTestCore({ now })
  return { ...made, filled: await made.admin.done('centre.demo', order) }
}

async function all({ admin }: TestCore, start: string, end: string): Promise<Booking[]> {
  return (await admin.done('bookings.range', { start: at(start, '00:00'), end: at(end, '00:00') })).bookings
}

describe('the demo centre', () => {
  it('has all the places, people and cases of the written plan (domain facts §6)', async () => {
    const test = await demo()
    const { admin } = test
    const { resources, exclusions } = await admin.done('resources.list', {})
    const spaces = resources.filter((each) => each.kind !== 'instrument' && each.partIds.length === 0)
    const area = (list: typeof spaces) => list.reduce((sum, each) => sum + (each.areaM2 ?? 0), 0)
    expect(spaces).toHaveLength(23)
    expect(area(spaces)).toBe(550)
    expect(area(spaces.filter((each) => each.kind !== 'support'))).toBe(462)
    expect(resources.filter((each) => each.kind === 'instrument')).toHaveLength(22)
    expect(exclusions.length).toBeGreaterThan(0)
    const id = (code: string) => resources.find((each) => each.code === code)!.id

    const { people } = await admin.done('people.list', {})
    const names = people.map((each) => each.name)
    for (const name of ['曾乐', '单晓', '仇颖', '区伟文', '欧阳靖', '阿依古丽·买买提', '李Ming'])
      expect(names).toContain(name)
    const { projects } = await admin.done('projects.list', {})
    expect(projects.map((each) => each.no).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((no) => `PC-2026-00${no}`))
    expect(new Set(projects.map((each) => each.stage)).size).toBeGreaterThan(3)

    const bookings = await all(test, '2026-09-28', '2027-01-01')
    expect(bookings.length).toBe(test.filled.bookings)
    const count = (status: Booking['status']) => bookings.filter((each) => each.status === status).length
    expect(count('noShow')).toBeGreaterThan(20)
    expect(count('cancelled')).toBeGreaterThan(20)
    expect(count('rejected')).toBe(1)
    expect(count('pending')).toBe(3)
    expect(count('tentative')).toBeGreaterThanOrEqual(3)
    expect(count('inUse')).toBeGreaterThan(3)
    expect(bookings.filter((each) => each.waivers.length > 0)).toHaveLength(2)
    // The golden week is empty, the make-up Saturday is not.
    const on = (date: string) => bookings.filter((each) => dateOf(each.start, shanghai) === date).length
    for (let date = '2026-10-01'; date < '2026-10-08'; date = addDays(date, 1))
      expect([date, on(date)]).toEqual([date, 0])
    expect(on('2026-10-10')).toBeGreaterThan(20)
    // A full-hall roadshow day, and 72 hours in the chamber over a weekend.
    const hall = bookings.find(
      (each) => dateOf(each.start, shanghai) === '2026-10-22' && each.serviceKind === 'roadshow',
    )
    expect(hall!.resources).toMatchObject([{ resourceId: id('A102+A103'), before: 30, after: 30 }])
    const chamber = bookings.filter((each) => each.end - each.start >= 70 * hour && each.title.includes('72'))
    expect(chamber.map((each) => dateOf(each.start, shanghai))).toContain('2026-10-16')
    // The booking on the Saturday that the centre opened and took back waits for a decision.
    const conflict = bookings.find((each) => dateOf(each.start, shanghai) === '2026-12-05')
    expect(conflict).toMatchObject({ status: 'confirmed' })
    const { outages } = await admin.done('outages.range', {
      start: at('2026-09-28', '00:00'),
      end: at('2027-01-01', '00:00'),
    })
    const week = outages.filter((each) => dateOf(each.start, shanghai) === '2026-11-02')
    expect(week).toHaveLength(7)
    expect(outages.some((each) => each.kind === 'fault' && each.status === 'active')).toBe(true)
    expect(resources.find((each) => each.code === 'YQ-014')!.state).toBe('down')
    // Nobody knows what will happen.
    for (const each of bookings) {
      if (each.start > today) expect(['inUse', 'completed', 'noShow']).not.toContain(each.status)
      expect(each.checkedInAt ?? 0).toBeLessThanOrEqual(today)
      expect(each.checkedOutAt ?? 0).toBeLessThanOrEqual(today)
    }
  })

  it('lets its five users sign in with the secrets it gives, is marked as a demo, and keeps a sound journal', async () => {
    const { filled, callerOf, admin } = await demo()
    expect(filled.users.map((each) => each.login)).toEqual(['admin', 'qiantai', 'zhuguan', 'jizu', 'tuandui'])
    const signedIn = filled.users.map(({ login, secret }) =>
      callerOf(null).done('sessions.signIn', { name: login, secret }),
    )
    expect((await Promise.all(signedIn)).map(({ person }) => person.name)).toEqual(
      filled.users.map((each) => each.name),
    )
    expect(await admin.done('settings.get', {})).toMatchObject({ demo: true, zone: shanghai })
    expect((await admin.done('journal.verify', {})).sound).toBe(true)
    expect(await admin.refused('centre.demo', {})).toEqual([{ code: 'alreadySetUp' }])
  })

  it('has rooms used between a third and four fifths of their hours on working days past, never more than all', async () => {
    const { admin } = await demo()
    const { rows, total } = await admin.done('reports.occupancy', { from: '2026-10-12', to: '2026-11-21' })
    for (const row of rows) {
      for (const rate of [row.bookingRate, row.useRate, row.keepRate, row.noShowRate, row.seatOccupancy])
        expect(rate ?? 0).toBeLessThanOrEqual(1)
    }
    expect(rows.find((row) => row.code === 'A106')!.bookingRate).toBeGreaterThan(0.33)
    expect(total.noShowCount).toBeGreaterThan(10)
  })

  it.each([2, 3, 4, 5])('fills without a refusal, and within seconds (seed %i)', async (seed) => {
    const begun = performance.now()
    const { filled } = await demo({ seed })
    expect(performance.now() - begun).toBeLessThan(20_000)
    expect(filled.bookings).toBeGreaterThan(2500)
  })

  it.each([
    ['earlier days', { from: '2026-03-02', to: '2026-06-06' }, today],
    ['later days', { from: '2027-02-01' }, today],
    ['an end alone', { to: '2027-03-01' }, today],
    ['days before they begin', {}, at('2026-08-01', '10:00')],
    ['days that are over', {}, at('2027-05-03', '10:00')],
    ['a week', { from: '2026-11-23', to: '2026-11-30' }, today],
    ['the night of a weekend', {}, at('2026-10-18', '03:00')],
  ])('fills %s without a refusal', async (_what, order, now) => {
    expect((await demo(order, now)).filled.bookings).toBeGreaterThan(20)
  })
})
