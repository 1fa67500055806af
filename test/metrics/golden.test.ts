import { describe, expect, it } from 'vitest'
import type { OpenHours } from '../../shared/operations/fields.ts'
import { occupancyRow } from '../../shared/operations/reports.ts'
import { combineRow, sumsOf, totalRow, usedTime } from '../../shared/metrics/occupancy.ts'
import {
  leafBookings,
  openByResource,
  reportedOf,
  reportedResources,
  type ReportedBooking,
} from '../../shared/metrics/periods.ts'
import { indexPlaces } from '../../shared/scheduling/leaves.ts'
import { alwaysOpen, defaultPolicies } from '../../shared/scheduling/policy.ts'
import { HOUR } from '../../shared/scheduling/time.ts'
import { dayInterval } from '../../shared/scheduling/zone.ts'
import { booked, calendar, forever, leaf, row } from '../support/periods.ts'
import { anExclusion, aResource } from '../support/places.ts'
import { at, shanghai, span } from '../support/situation.ts'

const day = '2026-03-02'

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
  it('has a booking due from the moment it began', () => {
    const bookings = [booked(span('09:00', '10:00'))]
    expect(row(leaf(day, '2026-03-03', { bookings, asOf: at(day, '09:00') })).dueCount).toBe(0)
    expect(row(leaf(day, '2026-03-03', { bookings, asOf: at(day, '09:00') + 1 })).dueCount).toBe(1)
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
