import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenHours } from '../../shared/operations/fields.ts'
import { occupancyRow } from '../../shared/operations/reports.ts'
import { definitions, generalNotes } from '../../shared/metrics/definitions.ts'
import { busyHours, heatProfile } from '../../shared/metrics/heat.ts'
import {
  addSums,
  closedGaps,
  combineRow,
  lengthWithin,
  sumsOf,
  totalRow,
  usedTime,
  type LeafBooking,
  type LeafPeriod,
  type Reported,
} from '../../shared/metrics/occupancy.ts'
import {
  leafBookings,
  openByResource,
  reportedOf,
  reportedResources,
  type ReportedBooking,
} from '../../shared/metrics/periods.ts'
import { indexCalendar } from '../../shared/scheduling/calendar.ts'
import { merge } from '../../shared/scheduling/interval.ts'
import { indexPlaces } from '../../shared/scheduling/leaves.ts'
import { alwaysOpen, defaultPolicies } from '../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../shared/scheduling/stateCouncil.ts'
import { HOUR, MINUTE, type Interval } from '../../shared/scheduling/time.ts'
import { dayInterval, daysInterval, toWall, weekdayOf } from '../../shared/scheduling/zone.ts'
import { anyInterval } from '../support/arbitraries.ts'
import { anExclusion, aResource } from '../support/places.ts'
import { at, shanghai } from '../support/situation.ts'

const calendar = indexCalendar(stateCouncilCalendar)
const day = '2026-03-02'
const forever = 8_640_000_000_000_000
const span = (from: string, until: string, date = day, untilDate = date) => ({
  start: at(date, from),
  end: at(untilDate, until),
})
const booked = (time: Interval, change: Partial<LeafBooking> = {}): LeafBooking => ({
  ...time,
  quantity: 1,
  state: 'counted',
  before: 0,
  after: 0,
  used: null,
  people: null,
  ...change,
})
const reported: Reported = reportedOf(aResource('r'))

/** Open 08:30–21:00 from Monday to Friday, unless other hours are given. */
function leaf(from: string, to: string, change: Partial<LeafPeriod> & { hours?: OpenHours } = {}): LeafPeriod {
  const resource = aResource('r', change.hours ? { policy: { openHours: change.hours } } : {})
  const open = openByResource([resource], { from, to, zone: shanghai, calendar, policies: defaultPolicies }).get('r')!
  const { hours: _hours, ...rest } = change
  return {
    units: 1,
    capacity: 8,
    period: daysInterval(from, to, shanghai),
    asOf: forever,
    open,
    outages: [],
    bookings: [],
    ...rest,
  }
}
const row = (period: LeafPeriod) => combineRow({ ...reported, units: period.units }, sumsOf(period))

describe('golden figures, from the faults of other systems', () => {
  it('takes off both of two outages on one day', () => {
    const outages = [
      { ...span('09:00', '10:00'), quantity: 1 },
      { ...span('14:00', '16:00'), quantity: 1 },
    ]
    expect(row(leaf(day, '2026-03-03', { outages }))).toMatchObject({
      openMinutes: 750,
      downMinutes: 180,
      availableMinutes: 570,
    })
  })
  it('takes off only what an outage closes of the opening hours', () => {
    const outages = [{ ...span('20:00', '10:00', day, '2026-03-03'), quantity: 1 }]
    expect(row(leaf(day, '2026-03-04', { outages }))).toMatchObject({ openMinutes: 1500, downMinutes: 150 })
  })
  it('splits a booking across midnight and across the end of a month', () => {
    const bookings = [
      booked(span('22:00', '02:00', '2026-03-31', '2026-04-01'), {
        used: span('22:00', '02:00', '2026-03-31', '2026-04-01'),
      }),
    ]
    const march = row(leaf('2026-03-01', '2026-04-01', { bookings, hours: alwaysOpen }))
    const april = row(leaf('2026-04-01', '2026-05-01', { bookings, hours: alwaysOpen }))
    expect([march.bookedMinutes, april.bookedMinutes, march.usedMinutes, april.usedMinutes]).toEqual([
      120, 120, 120, 120,
    ])
    expect([march.bookings, april.bookings, march.dueCount, april.dueCount]).toEqual([1, 1, 1, 0])
    expect(march.openMinutes).toBe(31 * 1440)
  })
  it('counts two bookings at once in a pool of two as unit-minutes over twice the time', () => {
    const bookings = [booked(span('10:00', '12:00')), booked(span('11:00', '13:00'))]
    expect(row(leaf(day, '2026-03-03', { units: 2, bookings }))).toMatchObject({
      openMinutes: 1500,
      bookedMinutes: 240,
      bookingRate: 240 / 1500,
    })
    expect(
      row(leaf(day, '2026-03-03', { units: 2, bookings: [booked(span('10:00', '12:00'), { quantity: 2 })] }))
        .bookedMinutes,
    ).toBe(240)
  })
  it('leaves the lunch gap inside a booking out of the rate and shows it apart', () => {
    const hours: OpenHours = {
      days: Array.from({ length: 7 }, () => [
        { from: 540, until: 720 },
        { from: 780, until: 1080 },
      ]),
      makeupWorkday: null,
      holiday: [],
    }
    expect(row(leaf(day, '2026-03-03', { hours, bookings: [booked(span('11:00', '14:00'))] }))).toMatchObject({
      openMinutes: 480,
      bookedMinutes: 120,
      offHoursBookedMinutes: 60,
      bookingRate: 0.25,
    })
  })
  it('gives a resource without bookings a row, and rates without a base no figure', () => {
    expect(row(leaf(day, '2026-03-03'))).toMatchObject({
      bookings: 0,
      bookedMinutes: 0,
      bookingRate: 0,
      useRate: 0,
      keepRate: null,
      noShowRate: null,
      seatOccupancy: null,
    })
    expect(row(leaf('2026-03-07', '2026-03-09'))).toMatchObject({ openMinutes: 0, bookingRate: null, useRate: null })
    expect(row(leaf(day, '2026-03-03', { outages: [{ ...dayInterval(day, shanghai), quantity: 1 }] }))).toMatchObject({
      availableMinutes: 0,
      bookingRate: null,
    })
  })
  it('closes on holidays and opens on working Sundays', () => {
    expect(row(leaf('2026-02-09', '2026-03-02')).openMinutes).toBe(11 * 750)
    expect(row(leaf('2026-02-14', '2026-02-15')).openMinutes).toBe(750)
    expect(row(leaf('2026-09-20', '2026-09-21')).openMinutes).toBe(750)
    expect(row(leaf('2026-01-01', '2027-01-01')).openMinutes).toBe(248 * 750)
  })
  it('keeps the real minutes of a schedule imported from a zone with a clock change', () => {
    const bookings = [
      booked({ start: at('2026-03-28', '22:00', 'Europe/Berlin'), end: at('2026-03-29', '04:00', 'Europe/Berlin') }),
    ]
    expect(row(leaf('2026-03-01', '2026-04-01', { bookings, hours: alwaysOpen })).bookedMinutes).toBe(300)
    const resource = aResource('r', { policy: { openHours: alwaysOpen } })
    const open = openByResource([resource], {
      from: '2026-03-29',
      to: '2026-03-30',
      zone: 'Europe/Berlin',
      calendar,
      policies: defaultPolicies,
    }).get('r')!
    expect(open.map((each) => (each.end - each.start) / HOUR)).toEqual([23])
  })
  it('tells use, overrun, early leave, holds, no-shows, cancellations and buffers apart', () => {
    const bookings = [
      booked(span('09:00', '10:00'), { used: span('09:05', '10:20'), people: 4 }),
      booked(span('10:00', '11:00'), { used: span('10:00', '10:30'), after: 15, before: 15 }),
      booked(span('13:00', '14:00'), { state: 'noShow' }),
      booked(span('15:00', '16:00'), { state: 'cancelled' }),
      booked(span('17:00', '18:30'), { state: 'held' }),
      booked(span('20:30', '21:30'), { used: span('20:30', '21:30') }),
    ]
    expect(row(leaf(day, '2026-03-03', { bookings }))).toMatchObject({
      bookings: 3,
      dueCount: 4,
      noShowCount: 1,
      cancelledCount: 1,
      bookedMinutes: 150,
      offHoursBookedMinutes: 30,
      usedMinutes: 115,
      offHoursUsedMinutes: 30,
      keptMinutes: 115,
      heldMinutes: 90,
      noShowMinutes: 60,
      turnoverMinutes: 30,
      noShowRate: 0.25,
      seatMinutesUsed: 300,
      seatMinutesBase: 600,
      seatOccupancy: 0.5,
    })
    expect(row(leaf(day, '2026-03-03', { bookings, asOf: at(day, '12:00') }))).toMatchObject({
      bookings: 3,
      dueCount: 2,
      noShowCount: 0,
      noShowRate: 0,
    })
  })
  it('counts the buffer that neighbours share once', () => {
    const bookings = [booked(span('09:00', '10:00'), { after: 30 }), booked(span('10:30', '11:30'), { before: 30 })]
    expect(row(leaf(day, '2026-03-03', { bookings })).turnoverMinutes).toBe(30)
    expect(row(leaf(day, '2026-03-03', { bookings, units: 2 })).turnoverMinutes).toBe(60)
  })
  it('ends use without a check-out 15 minutes after the booking, and not in the future', () => {
    const booking = { end: at(day, '11:00'), checkedInAt: at(day, '10:00'), checkedOutAt: null }
    expect(usedTime(booking, forever)).toEqual(span('10:00', '11:15'))
    expect(usedTime(booking, at(day, '10:30'))).toEqual(span('10:00', '10:30'))
    expect(usedTime({ ...booking, checkedOutAt: at(day, '10:40') }, forever)).toEqual(span('10:00', '10:40'))
    expect(usedTime({ ...booking, checkedInAt: null }, forever)).toBeNull()
    expect(usedTime(booking, at(day, '10:00'))).toBeNull()
  })
})

describe('combined spaces', () => {
  const resources = [
    aResource('A', { capacity: 40 }),
    aResource('B', { capacity: 24 }),
    aResource('full', { partIds: ['A', 'B'], capacity: 64 }),
    aResource('old', { retired: true }),
    aResource('store', { bookable: false }),
    aResource('part', { bookable: false }),
    aResource('duo', { partIds: ['part', 'A'] }),
  ]
  const places = indexPlaces({ resources, exclusions: [anExclusion('x', ['A', 'store'])] })
  const booking: ReportedBooking = {
    ...span('10:00', '12:00'),
    status: 'completed',
    resources: [{ resourceId: 'full', quantity: 1, before: 30, after: 0 }],
    headCount: 48,
    checkedInAt: at(day, '10:00'),
    checkedOutAt: at(day, '12:00'),
  }
  it('credit A and B each and have no row', () => {
    const parts = leafBookings(booking, places, forever)
    expect([...parts.keys()]).toEqual(['A', 'B'])
    expect([...parts.values()].map((part) => part.people)).toEqual([30, 18])
    const rows = ['A', 'B'].map((id) => ({
      reported: reportedOf(places.resources.get(id)!),
      sums: sumsOf(
        leaf(day, '2026-03-03', { bookings: [parts.get(id)!], capacity: places.resources.get(id)!.capacity }),
      ),
    }))
    expect(rows.map((each) => combineRow(each.reported, each.sums).bookedMinutes)).toEqual([120, 120])
    const all = totalRow(rows, { bookings: 1, dueCount: 1, noShowCount: 0, cancelledCount: 0 })
    expect(all).toMatchObject({
      resourceId: 'total',
      bookings: 1,
      bookedMinutes: 240,
      availableMinutes: 1500,
      bookingRate: 0.16,
      areaM2: 40,
      capacity: 64,
      seatOccupancy: 0.75,
    })
    expect(totalRow([])).toMatchObject({ bookings: 0, bookingRate: null, areaM2: null })
    expect(() => occupancyRow.parse(all)).not.toThrow()
  })
  it('choose the rows: leaves that can be booked, and what had bookings', () => {
    const ids = (wanted: string[] | null, stoodOn: string[] = []) =>
      reportedResources(places, wanted && new Set(wanted), new Set(stoodOn)).map((each) => each.id)
    expect(ids(null)).toEqual(['A', 'B', 'part'])
    expect(ids(['full'])).toEqual(['A', 'B'])
    expect(ids(null, ['old'])).toEqual(['A', 'B', 'old', 'part'])
  })
  it('give no figures for rejected requests and put holds apart', () => {
    expect(leafBookings({ ...booking, status: 'rejected' }, places, forever).size).toBe(0)
    expect(leafBookings({ ...booking, status: 'pending' }, places, forever).get('A')!.state).toBe('held')
    expect(leafBookings({ ...booking, status: 'noShow' }, places, forever).get('B')!.state).toBe('noShow')
  })
})

const SPAN = 240
const anyLeaf: fc.Arbitrary<LeafPeriod> = fc
  .record({
    units: fc.integer({ min: 1, max: 3 }),
    period: anyInterval(SPAN, MINUTE),
    open: fc.array(anyInterval(SPAN, MINUTE), { maxLength: 5 }),
    stands: fc.array(
      fc.record({
        time: anyInterval(SPAN, MINUTE),
        quantity: fc.integer({ min: 1, max: 3 }),
        kind: fc.constantFrom('outage', 'counted', 'counted', 'counted', 'held', 'noShow', 'cancelled'),
        used: fc.option(anyInterval(SPAN, MINUTE)),
        before: fc.integer({ min: 0, max: 20 }),
        after: fc.integer({ min: 0, max: 20 }),
      }),
      { maxLength: 12 },
    ),
    asOf: fc.integer({ min: 0, max: SPAN }),
  })
  .map(({ units, period, open, stands, asOf }) => {
    const result: LeafPeriod = {
      units,
      capacity: 5,
      period,
      asOf: asOf * MINUTE,
      open: merge(open)
        .map((each) => ({ start: Math.max(each.start, period.start), end: Math.min(each.end, period.end) }))
        .filter((each) => each.start < each.end),
      outages: [],
      bookings: [],
    }
    const load = Array.from({ length: SPAN }, () => 0)
    for (const { time, quantity, kind, used, before, after } of stands) {
      if (time.start === time.end) continue
      const units1 = Math.min(quantity, units)
      const occupies = kind !== 'noShow' && kind !== 'cancelled'
      const minutes = load.map((_, m) => m).filter((m) => time.start <= m * MINUTE && m * MINUTE < time.end)
      if (occupies && minutes.some((m) => load[m]! + units1 > units)) continue
      if (occupies) for (const m of minutes) load[m]! += units1
      if (kind === 'outage') (result.outages as unknown[]).push({ ...time, quantity: units1 })
      else
        (result.bookings as unknown[]).push({
          ...time,
          quantity: units1,
          state: kind,
          used: used && used.start < used.end ? used : null,
          before,
          after,
          people: null,
        })
    }
    return result
  })

describe('against a minute-by-minute model', () => {
  it('every sum is what counting minutes gives, and no promised rate is above 1', () => {
    fc.assert(
      fc.property(anyLeaf, (period) => {
        const has = (each: Interval, m: number) => each.start <= m * MINUTE && m * MINUTE < each.end
        const sum = (list: readonly (Interval & { quantity: number })[], m: number) =>
          list.filter((each) => has(each, m)).reduce((all, each) => all + each.quantity, 0)
        const of = (state: string) => period.bookings.filter((each) => each.state === state)
        const uses = of('counted').flatMap((each) => (each.used ? [{ ...each.used, quantity: each.quantity }] : []))
        const buffers = [...of('counted'), ...of('held')].flatMap((each) => [
          { start: each.start - each.before * MINUTE, end: each.start, quantity: each.quantity },
          { start: each.end, end: each.end + each.after * MINUTE, quantity: each.quantity },
        ])
        const model = {
          open: 0,
          down: 0,
          booked: 0,
          off: 0,
          used: 0,
          offUsed: 0,
          kept: 0,
          held: 0,
          turnover: 0,
          noShow: 0,
        }
        for (let m = 0; m < SPAN; m += 1) {
          if (!has(period.period, m)) continue
          const open = period.open.some((each) => has(each, m))
          const down = sum(period.outages, m)
          const using = Math.min(period.units, sum(uses, m))
          const counted = sum(of('counted'), m)
          const usable = open ? Math.min(using, period.units - down) : 0
          if (open) {
            model.open += period.units
            model.down += down
            model.booked += counted
            model.held += sum(of('held'), m)
            model.kept += of('counted')
              .filter((each) => has(each, m) && each.used && has(each.used, m))
              .reduce((all, each) => all + each.quantity, 0)
          } else model.off += counted
          model.used += usable
          model.offUsed += using - usable
          model.noShow += sum(of('noShow'), m)
          model.turnover += period.units === 1 ? Math.min(1, sum(buffers, m)) : sum(buffers, m)
        }
        const found = row(period)
        expect({
          open: found.openMinutes,
          down: found.downMinutes,
          booked: found.bookedMinutes,
          off: found.offHoursBookedMinutes,
          used: found.usedMinutes,
          offUsed: found.offHoursUsedMinutes,
          kept: found.keptMinutes,
          held: found.heldMinutes,
          turnover: found.turnoverMinutes,
          noShow: found.noShowMinutes,
        }).toEqual(model)
        for (const rate of [found.bookingRate, found.useRate, found.keepRate, found.noShowRate])
          expect(rate ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
  it('gives the same row when SQL adds up the booked and held time and the engine the rest', () => {
    fc.assert(
      fc.property(anyLeaf, (period) => {
        const gaps = closedGaps(period.open, period.period)
        const clipped = (state: string, windows: readonly Interval[]) =>
          period.bookings
            .filter((each) => each.state === state)
            .reduce((all, each) => all + lengthWithin(each, windows) * each.quantity, 0)
        const whole = [period.period]
        const full = sumsOf(period)
        const rest = { ...full, bookedMs: 0, offHoursBookedMs: 0, heldMs: 0, offHoursHeldMs: 0 }
        const bySql = {
          bookedMs: clipped('counted', whole),
          offHoursBookedMs: clipped('counted', gaps),
          heldMs: clipped('held', whole),
          offHoursHeldMs: clipped('held', gaps),
        }
        expect(addSums([rest, bySql])).toEqual(full)
      }),
    )
  })
  it('cutting a period in two changes no sum', () => {
    fc.assert(
      fc.property(anyLeaf, fc.integer({ min: 0, max: SPAN }), (period, cut) => {
        const middle = Math.min(Math.max(cut * MINUTE, period.period.start), period.period.end)
        const part = (window: Interval): LeafPeriod => ({
          ...period,
          period: window,
          open: period.open
            .map((each) => ({ start: Math.max(each.start, window.start), end: Math.min(each.end, window.end) }))
            .filter((each) => each.start < each.end),
        })
        const halves = addSums([
          sumsOf(part({ start: period.period.start, end: middle })),
          sumsOf(part({ start: middle, end: period.period.end })),
        ])
        // A booking across the cut touches both halves; everything else adds up.
        expect({ ...halves, bookings: 0 }).toEqual({ ...sumsOf(period), bookings: 0 })
      }),
    )
  })
})

describe('heat', () => {
  it('puts every booked minute in the hour and weekday of the wall clock, and adds up to the rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'),
        fc.array(
          fc.record({
            start: fc.integer({ min: 0, max: 700 }),
            length: fc.integer({ min: 1, max: 60 }),
            quantity: fc.integer({ min: 1, max: 2 }),
          }),
          { maxLength: 8 },
        ),
        (zone, list) => {
          const [from, to] = ['2026-10-20', '2026-10-28']
          const resource = aResource('r', { units: 2 })
          const open = openByResource([resource], { from, to, zone, calendar, policies: defaultPolicies }).get('r')!
          const begin = daysInterval(from, to, zone).start
          const pieces = list.map(({ start, length, quantity }) => ({
            start: begin + start * 15 * MINUTE,
            end: begin + (start + length) * 15 * MINUTE,
            quantity,
          }))
          const outages = pieces.slice(0, 1)
          const profile = heatProfile()
          profile.addAvailable(open, 2, outages)
          for (const piece of pieces) profile.addBooked(piece, open)
          const cells = profile.cells(from, to, zone)
          expect(cells).toHaveLength(168)
          const model = new Map<string, number>()
          for (const piece of pieces) {
            for (let t = piece.start; t < piece.end; t += 15 * MINUTE) {
              if (!open.some((each) => each.start <= t && t < each.end)) continue
              const wall = toWall(t, zone)
              const key = `${weekdayOf(wall.date)} ${Math.floor(wall.minute / 60)}`
              model.set(key, (model.get(key) ?? 0) + 15 * piece.quantity)
            }
          }
          for (const cell of cells) {
            expect(cell.bookedMinutes).toBe(model.get(`${cell.weekday} ${cell.hour}`) ?? 0)
            expect(cell.rate === null).toBe(cell.availableMinutes === 0)
          }
          const sums = sumsOf({
            units: 2,
            capacity: null,
            period: daysInterval(from, to, zone),
            asOf: forever,
            open,
            outages,
            bookings: pieces.map((piece) => booked(piece, { quantity: piece.quantity })),
          })
          expect(cells.reduce((all, cell) => all + cell.availableMinutes, 0)).toBe((sums.openMs - sums.downMs) / MINUTE)
          expect(cells.reduce((all, cell) => all + cell.bookedMinutes, 0)).toBe(
            (sums.bookedMs - sums.offHoursBookedMs) / MINUTE,
          )
        },
      ),
    )
  })
  it('takes changes that SQL grouped by instant', () => {
    const byRows = heatProfile()
    const bySql = heatProfile()
    const open = [span('08:30', '21:00')]
    byRows.addAvailable(open, 1, [])
    byRows.addBooked({ ...span('09:30', '11:15'), quantity: 1 }, open)
    bySql.change(at(day, '08:30'), 1, 0)
    bySql.change(at(day, '21:00'), -1, 0)
    bySql.change(at(day, '11:15'), 0, -1)
    bySql.change(at(day, '09:30'), 0, 1)
    const cells = byRows.cells(day, '2026-03-03', shanghai)
    expect(bySql.cells(day, '2026-03-03', shanghai)).toEqual(cells)
    expect(cells.slice(8, 12).map((cell) => [cell.availableMinutes, cell.bookedMinutes, cell.rate])).toEqual([
      [30, 0, 0],
      [60, 30, 0.5],
      [60, 60, 1],
      [60, 15, 0.25],
    ])
    expect(busyHours(cells)).toEqual({ from: 8, until: 21 })
    expect(busyHours([])).toEqual({ from: 0, until: 24 })
  })
})

describe('definitions', () => {
  it('give every column a name and a formula in both languages', () => {
    expect(Object.keys(definitions).sort()).toEqual(Object.keys(occupancyRow.shape).sort())
    for (const { zh, en } of Object.values(definitions)) {
      for (const text of [zh.name, zh.formula]) expect(text).toMatch(/\p{Script=Han}/u)
      for (const text of [en.name, en.formula]) expect(text).not.toMatch(/\p{Script=Han}/u)
    }
    expect(new Set(Object.values(definitions).map((each) => each.zh.name)).size).toBe(Object.keys(definitions).length)
    expect(generalNotes.zh.length).toBe(generalNotes.en.length)
  })
})
