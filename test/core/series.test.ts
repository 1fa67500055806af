import { beforeEach, describe, expect, it } from 'vitest'
import type { Input, Value } from '../../shared/operations/index.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

let test: TestCore
let desk: Caller
let places: Record<string, string>
type Request = Input<'series.create'>['request']
const one = (code: string) => [{ resourceId: places[code]! }]

/** Mondays 10:00–11:00 from 2026-03-09 on. */
const mondays = (more: Partial<Request> = {}): Request => ({
  rule: { freq: 'weekly', count: 4 },
  start: '2026-03-09',
  from: 600,
  minutes: 60,
  dayMode: 'skip',
  resources: one('A106'),
  title: '组会',
  ...more,
})

async function write<N extends 'series.create' | 'series.change' | 'series.cancel' | 'series.retry'>(
  name: N,
  input: Input<N>,
) {
  const reply = await desk.send(name, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return { value: reply.value as Value<N>, seq: reply.seq! }
}
const stateOf = (dates: readonly { date: string; state: string }[]) =>
  dates.map(({ date, state }) => `${date.slice(5)} ${state}`)
const book = (date: string, code = 'A106', from = '10:00', until = '11:00') =>
  desk.done('bookings.create', { resources: one(code), start: at(date, from), end: at(date, until), title: '先到' })
const bookingOf = async (id: string, date: string) => {
  const { dates } = await desk.done('series.one', { id })
  return desk.done('bookings.one', { id: dates.find((each) => each.date === date)!.bookingId! })
}

beforeEach(async () => {
  test = await makeTestCore()
  places = await makePlaces(test)
  desk = await test.as('frontDesk')
  const { policy } = await test.admin.done('settings.get', {})
  const change = { policy: { ...policy, horizonDays: 1500 }, kindPolicies: {} }
  await test.admin.done('settings.set', { change })
})

describe('a series (BK-05)', () => {
  it('books every date in one write, each booking knows its series, and undo takes all of it back', async () => {
    const { value, seq } = await write('series.create', { request: mondays() })
    expect(stateOf(value.dates)).toEqual(['03-09 booked', '03-16 booked', '03-23 booked', '03-30 booked'])
    const booking = await bookingOf(value.series.id, '2026-03-16')
    expect(booking).toMatchObject({
      series: { id: value.series.id, date: '2026-03-16' },
      start: at('2026-03-16', '10:00'),
      end: at('2026-03-16', '11:00'),
      status: 'confirmed',
    })
    await desk.done('undo.apply', { seq })
    const after = await desk.done('series.one', { id: value.series.id })
    expect(after.series.status).toBe('ended')
    expect(after.dates.every((each) => each.state === 'cancelled')).toBe(true)
    expect((await desk.done('bookings.one', { id: booking.id })).status).toBe('cancelled')
  })

  it('takes dates picked by hand (BK-06)', async () => {
    const extra = ['2026-03-19', '2026-03-10', '2026-03-12']
    const { value } = await write('series.create', { request: mondays({ rule: null, extra }) })
    expect(stateOf(value.dates)).toEqual(['03-10 booked', '03-12 booked', '03-19 booked'])
  })

  it('leaves out the National Day holiday, and counts the make-up Saturday as work', async () => {
    const request = mondays({ rule: { freq: 'daily', until: '2026-10-11' }, start: '2026-09-30', dayMode: 'skip' })
    const { dates } = await desk.done('series.preview', { request })
    const there = dates.filter((each) => each.day !== null).map((each) => each.date)
    expect(there).toEqual(['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'])
    expect(dates.find((each) => each.date === '2026-10-01')).toMatchObject({
      state: 'skipped',
      why: 'notWorkday',
      name: '国庆节',
    })
    expect(dates.find((each) => each.date === '2026-10-11')).toMatchObject({ state: 'skipped', why: 'notWorkday' })
  })

  it('moves holiday dates to the next working day, and never twice to the same one', async () => {
    const request = mondays({
      rule: { freq: 'weekly', count: 2, byWeekday: [{ weekday: 3 }, { weekday: 4 }] },
      start: '2026-10-01',
      dayMode: 'next',
    })
    const { value } = await write('series.create', { request })
    expect(value.dates.map(({ date, day, state, why }) => [date, day, state, why])).toEqual([
      ['2026-10-01', '2026-10-08', 'booked', 'notWorkday'],
      ['2026-10-02', null, 'skipped', 'sameDay'],
    ])
  })

  it('runs for three years of weeks', async () => {
    const { value } = await write('series.create', {
      request: mondays({ rule: { freq: 'weekly', until: '2029-03-05' } }),
    })
    expect(value.dates).toHaveLength(157)
    expect(value.dates.filter((each) => each.state === 'booked')).toHaveLength(152)
    expect(value.dates.filter((each) => each.why === 'notWorkday')).toHaveLength(5)
    expect(
      await desk.refused('series.create', { request: mondays({ rule: { freq: 'weekly', until: '2029-04-05' } }) }),
    ).toMatchObject([{ code: 'badInput', path: 'rule.until', why: 'tooLarge' }])
  })

  it('cannot overlap itself when it is longer than its interval (CF-10)', async () => {
    const always = Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }])
    const { policy } = await test.admin.done('settings.get', {})
    const openHours = { days: always, makeupWorkday: null, holiday: always[0]! }
    await test.admin.done('settings.set', { change: { policy: { ...policy, openHours, maxMinutes: 3000 } } })
    const request = mondays({ rule: { freq: 'daily', count: 3 }, minutes: 1500 })
    const { dates } = await desk.done('series.preview', { request })
    expect(dates[1]!.refusals).toContainEqual(
      expect.objectContaining({ code: 'overlaps', bookingId: 'date:2026-03-09' }),
    )
  })

  it('keeps the clock time when the clock changes (CF-12)', async () => {
    await test.admin.done('settings.set', { change: { zone: 'America/New_York' } })
    const { value } = await write('series.create', {
      request: mondays({ start: '2026-03-06', rule: { freq: 'weekly', count: 2 } }),
    })
    const bookings = await Promise.all(value.dates.map((each) => desk.done('bookings.one', { id: each.bookingId! })))
    expect(bookings.map((each) => toWall(each.start, 'America/New_York').minute)).toEqual([600, 600])
    expect(bookings[1]!.start - bookings[0]!.start).toBe((7 * 24 - 1) * 3_600_000)
  })
})

describe('a date in the way (CF-06)', () => {
  it('is shown before anything is saved, with what stands there; then skipping, moving and another room each work', async () => {
    const there = await book('2026-03-16')
    const request = mondays()
    const preview = await desk.done('series.preview', { request, alternativesFor: '2026-03-16' })
    expect(preview.counts).toMatchObject({ free: 3, conflict: 1, total: 4 })
    expect(preview.dates[1]).toMatchObject({ state: 'conflict', bookingId: there.id })
    expect(preview.alternatives.map((each) => each.kind)).toContain('otherTime')
    expect(await desk.refused('series.create', { request })).toMatchObject([
      { code: 'seriesRefused', count: 1, dates: [{ date: '2026-03-16', refusals: [{ code: 'overlaps' }] }] },
    ])
    const date = '2026-03-16'
    const skipped = await write('series.create', { request, choices: [{ date, skip: true }] })
    expect(skipped.value.dates[1]).toMatchObject({ state: 'skipped', own: true, why: 'leftOut', bookingId: null })
    await desk.done('undo.apply', { seq: skipped.seq })
    const moved = await write('series.create', { request, choices: [{ date, start: at(date, '14:00') }] })
    expect(moved.value.dates[1]).toMatchObject({ state: 'changed', own: true })
    expect(await bookingOf(moved.value.series.id, date)).toMatchObject({
      start: at(date, '14:00'),
      end: at(date, '15:00'),
    })
    await desk.done('undo.apply', { seq: moved.seq })
    const elsewhere = await write('series.create', { request, choices: [{ date, resources: one('A107') }] })
    expect((await bookingOf(elsewhere.value.series.id, date)).resources[0]!.resourceId).toBe(places['A107'])
  })

  it('left missing is offered when what stood there goes, and can then be booked (BK-09, D 4)', async () => {
    const there = await book('2026-03-16')
    const { value } = await write('series.create', { request: mondays(), onConflict: 'missing' })
    const { id } = value.series
    expect(value.dates[1]).toMatchObject({ state: 'missing', refusals: [{ code: 'overlaps', bookingId: there.id }] })
    expect((await desk.done('series.list', { withMissing: true })).series).toMatchObject([{ missing: 1, booked: 3 }])
    expect((await desk.done('series.offers', {})).offers).toEqual([])
    expect(await desk.refused('series.retry', { id, date: '2026-03-16' })).toMatchObject([{ code: 'overlaps' }])
    await desk.done('bookings.cancel', { id: there.id })
    expect((await desk.done('series.offers', {})).offers).toEqual([
      { seriesId: id, date: '2026-03-16', start: at('2026-03-16', '10:00'), end: at('2026-03-16', '11:00') },
    ])
    const { value: retried } = await write('series.retry', { id, date: '2026-03-16' })
    expect(retried.date).toMatchObject({ state: 'booked', own: false })
    expect((await desk.done('series.offers', {})).offers).toEqual([])
  })

  it('can be tried elsewhere, and is from then on a date of its own', async () => {
    await book('2026-03-16')
    const { value } = await write('series.create', { request: mondays(), onConflict: 'missing' })
    const { id } = value.series
    const retried = await write('series.retry', { id, date: '2026-03-16', resources: one('A107') })
    expect(retried.value.date).toMatchObject({ state: 'changed', own: true })
    await desk.done('undo.apply', { seq: retried.seq })
    expect((await desk.done('series.one', { id })).dates[1]).toMatchObject({ state: 'missing' })
  })
})

describe('editing a series (BK-07, BK-08)', () => {
  it('moves all dates to come; what a person moved, skipped or cancelled alone stays, and undo puts all back', async () => {
    const { value } = await write('series.create', { request: mondays({ rule: { freq: 'weekly', count: 6 } }) })
    const { id } = value.series
    const own = await bookingOf(id, '2026-03-16')
    await desk.done('bookings.move', { id: own.id, start: at('2026-03-17', '15:00') })
    await desk.done('bookings.cancel', { id: (await bookingOf(id, '2026-03-23')).id })
    const { seq } = await write('series.change', { id, scope: { of: 'all' }, change: { from: 540, title: '例会' } })
    const { dates } = await desk.done('series.one', { id })
    expect(stateOf(dates)).toEqual([
      '03-09 booked',
      '03-16 changed',
      '03-23 cancelled',
      '03-30 booked',
      '04-06 skipped',
      '04-13 booked',
    ])
    expect(await bookingOf(id, '2026-03-09')).toMatchObject({ start: at('2026-03-09', '09:00'), title: '例会' })
    expect(await bookingOf(id, '2026-03-16')).toMatchObject({ start: at('2026-03-17', '15:00'), title: '例会' })
    await desk.done('undo.apply', { seq })
    expect(await bookingOf(id, '2026-03-09')).toMatchObject({ start: at('2026-03-09', '10:00'), title: '组会' })
    expect((await desk.done('series.one', { id })).series).toMatchObject({ from: 600, title: '组会' })
  })

  it('keeps the words a person gave one date, and lets the others follow', async () => {
    const { value } = await write('series.create', { request: mondays() })
    const { id } = value.series
    await desk.done('bookings.change', { id: (await bookingOf(id, '2026-03-16')).id, change: { title: '客户来访' } })
    await write('series.change', { id, scope: { of: 'all' }, change: { title: '例会', headCount: 5 } })
    expect(await bookingOf(id, '2026-03-16')).toMatchObject({ title: '客户来访', headCount: 5 })
  })

  it('this and following: the old series ends before, a new one goes on with the dates of its own', async () => {
    const { value } = await write('series.create', { request: mondays() })
    const { id } = value.series
    const own = await bookingOf(id, '2026-03-30')
    await desk.done('bookings.move', { id: own.id, start: at('2026-03-31', '15:00') })
    const input = { id, scope: { of: 'following', date: '2026-03-23' } as const, change: { from: 840 } }
    const preview = await desk.done('series.previewChange', input)
    expect(preview.dates.map(({ date, state, act }) => [date, state, act])).toEqual([
      ['2026-03-23', 'free', 'change'],
      ['2026-03-30', 'own', 'none'],
    ])
    const split = await write('series.change', input)
    const next = split.value.series
    expect(next).toMatchObject({ splitFrom: id, from: 840, start: '2026-03-23', rule: { count: 2 } })
    expect(stateOf(split.value.dates)).toEqual(['03-23 booked', '03-30 changed'])
    expect(stateOf((await desk.done('series.one', { id })).dates)).toEqual(['03-09 booked', '03-16 booked'])
    expect((await desk.done('series.one', { id })).series.rule).toMatchObject({ until: '2026-03-22', count: null })
    expect(await desk.done('bookings.one', { id: own.id })).toMatchObject({
      start: at('2026-03-31', '15:00'),
      series: { id: next.id },
    })
    await desk.done('undo.apply', { seq: split.seq })
    expect(stateOf((await desk.done('series.one', { id })).dates)).toHaveLength(4)
    expect((await desk.done('series.one', { id: next.id })).dates).toEqual([])
    expect(await bookingOf(id, '2026-03-23')).toMatchObject({ start: at('2026-03-23', '10:00'), series: { id } })
  })

  it('makes longer and shorter: new dates are booked, dates it no longer has are given up and stay visible', async () => {
    const { value } = await write('series.create', { request: mondays() })
    const { id } = value.series
    const shorter = await write('series.change', {
      id,
      scope: { of: 'all' },
      change: { rule: { freq: 'weekly', count: 2 } as never },
    })
    expect(stateOf(shorter.value.dates)).toEqual(['03-09 booked', '03-16 booked', '03-23 cancelled', '03-30 cancelled'])
    const longer = await write('series.change', { id, scope: { of: 'all' }, change: { rrule: 'FREQ=WEEKLY;COUNT=5' } })
    expect(stateOf(longer.value.dates)).toEqual([
      '03-09 booked',
      '03-16 booked',
      '03-23 booked',
      '03-30 booked',
      '04-06 skipped',
    ])
  })

  it('cancels this date, this and following, or all', async () => {
    const { value } = await write('series.create', { request: mondays() })
    const { id } = value.series
    const single = await write('series.cancel', { id, scope: { of: 'this', date: '2026-03-16' }, reason: '出差' })
    expect(single.value.dates[1]).toMatchObject({ state: 'cancelled', own: true })
    const after = await write('series.cancel', { id, scope: { of: 'following', date: '2026-03-30' } })
    expect(stateOf(after.value.dates)).toEqual(['03-09 booked', '03-16 cancelled', '03-23 booked', '03-30 cancelled'])
    expect(after.value.series.status).toBe('active')
    const all = await write('series.cancel', { id, scope: { of: 'all' } })
    expect(all.value.series.status).toBe('ended')
    await desk.done('undo.apply', { seq: all.seq })
    expect(stateOf((await desk.done('series.one', { id })).dates)).toEqual([
      '03-09 booked',
      '03-16 cancelled',
      '03-23 booked',
      '03-30 cancelled',
    ])
  })

  it('waits for approval date by date and is approved together', async () => {
    const { value } = await write('series.create', {
      request: mondays({ resources: one('HALL'), rule: { freq: 'weekly', count: 3 } }),
    })
    const { id } = value.series
    expect((await bookingOf(id, '2026-03-16')).status).toBe('pending')
    const keeper = await test.as('manager')
    expect(await keeper.done('series.decide', { id, approve: true })).toEqual({ decided: 3, refused: [] })
    expect((await bookingOf(id, '2026-03-16')).status).toBe('confirmed')
    expect((await desk.done('series.one', { id })).dates.every((each) => each.state === 'booked')).toBe(true)
  })
})
