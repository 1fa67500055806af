import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../../shared/operations/centre.ts'
import type { OpenHours } from '../../shared/operations/fields.ts'
import { countWorkdays, dayKind, dayStatus, indexCalendar } from '../../shared/scheduling/calendar.ts'
import {
  badHours,
  closedTime,
  neverCloses,
  openIntervals,
  openWindows,
  openWithin,
} from '../../shared/scheduling/openHours.ts'
import { stateCouncilCalendar, stateCouncilDays } from '../../shared/scheduling/stateCouncil.ts'
import { HOUR, MINUTE } from '../../shared/scheduling/time.ts'
import { addDays, dayInterval, daysFrom, toInstant, toWall, weekdayOf } from '../../shared/scheduling/zone.ts'
import { anyDate, anyZone } from '../support/arbitraries.ts'

const calendar = indexCalendar(stateCouncilCalendar)
const datesOf = (year: number, kind: string) =>
  stateCouncilDays.filter((day) => day.date.startsWith(String(year)) && day.kind === kind).map((day) => day.date)

describe('the State Council calendar', () => {
  it('equals the data of the package chinese-days, day by day and name by name', () => {
    const file = JSON.parse(readFileSync('node_modules/chinese-days/dist/chinese-days.json', 'utf8')) as Record<
      'holidays' | 'workdays',
      Record<string, string>
    >
    for (const year of [2024, 2025, 2026]) {
      const inYear = (list: Record<string, string>) =>
        Object.entries(list)
          .filter(([date]) => date.startsWith(String(year)))
          .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      const ours = (kind: string) =>
        stateCouncilDays.filter((day) => day.date.startsWith(String(year)) && day.kind === kind)
      expect(ours('holiday').map((day) => [day.date, `${day.nameEn},${day.name}`])).toEqual(
        inYear(file.holidays).map(([date, text]) => [date, text.replace(/,\d+$/, '')]),
      )
      expect(ours('makeup').map((day) => [day.date, day.name])).toEqual(
        inYear(file.workdays).map(([date, text]) => [date, `${text.split(',')[1]}调休上班`]),
      )
    }
    expect(Object.keys(file.holidays).some((date) => date.startsWith('2027'))).toBe(false)
  })
  it('equals the notices: make-up workdays and holiday runs', () => {
    expect(datesOf(2026, 'makeup')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    expect(datesOf(2025, 'makeup')).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'])
    expect(datesOf(2024, 'makeup')).toEqual([
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ])
    expect(datesOf(2026, 'holiday')).toEqual([
      ...daysFrom('2026-01-01', '2026-01-04'),
      ...daysFrom('2026-02-15', '2026-02-24'),
      ...daysFrom('2026-04-04', '2026-04-07'),
      ...daysFrom('2026-05-01', '2026-05-06'),
      ...daysFrom('2026-06-19', '2026-06-22'),
      ...daysFrom('2026-09-25', '2026-09-28'),
      ...daysFrom('2026-10-01', '2026-10-08'),
    ])
    expect([datesOf(2026, 'holiday').length, datesOf(2025, 'holiday').length, datesOf(2024, 'holiday').length]).toEqual(
      [33, 28, 28],
    )
    expect(stateCouncilDays.filter((day) => day.kind === 'makeup').every((day) => weekdayOf(day.date) >= 5)).toBe(true)
    expect(new Set(stateCouncilDays.map((day) => day.date)).size).toBe(stateCouncilDays.length)
  })
  it('counts workdays: 2024 251, 2025 248, 2026 248 and its first half 120', () => {
    const count = (from: string, to: string) => countWorkdays(from, to, calendar)
    expect(count('2024-01-01', '2025-01-01')).toEqual({ workdays: 251, unknownYears: [] })
    expect(count('2025-01-01', '2026-01-01').workdays).toBe(248)
    expect(count('2026-01-01', '2027-01-01').workdays).toBe(248)
    expect(count('2026-01-01', '2026-07-01').workdays).toBe(120)
    expect(count('2026-12-30', '2027-01-03')).toEqual({ workdays: 2, unknownYears: [2027] })
    expect(count('2026-03-02', '2026-03-02').workdays).toBe(0)
  })
  it('shows an unknown year as unknown and falls back to Monday–Friday', () => {
    expect(dayStatus('2027-02-08', calendar)).toMatchObject({ kind: 'holiday', status: 'unknown' })
    expect(dayStatus('2027-02-09', calendar)).toEqual({ kind: 'workday', status: 'unknown', day: null })
    expect(dayStatus('2027-02-13', calendar)).toMatchObject({ kind: 'rest', status: 'unknown' })
    expect(dayStatus('2026-02-14', calendar)).toMatchObject({ kind: 'makeup', status: 'known' })
    expect(dayStatus('2026-02-16', calendar)).toMatchObject({ kind: 'holiday', status: 'known' })
    expect(dayKind('2026-02-24', calendar)).toBe('workday')
    expect(datesOf(2027, 'holiday')).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
    const own: CalendarDay = {
      date: '2027-03-01',
      kind: 'rest',
      name: '园区停电',
      nameEn: '',
      source: 'manual',
      note: '',
    }
    expect(dayStatus('2027-03-01', indexCalendar({ days: [own], years: [] }))).toMatchObject({
      kind: 'rest',
      status: 'known',
    })
  })
})

const office = (from = 510, until = 1260): OpenHours => ({
  days: [0, 1, 2, 3, 4].map(() => [{ from, until }]).concat([[], []]),
  makeupWorkday: null,
  holiday: [],
})

describe('opening hours', () => {
  it('open a make-up Saturday as a Monday, and close on a holiday and on a rest day of the centre', () => {
    expect(openWindows(office(), '2026-02-14', calendar)).toEqual([{ from: 510, until: 1260 }])
    expect(openWindows(office(), '2026-02-16', calendar)).toEqual([])
    expect(openWindows(office(), '2026-02-21', calendar)).toEqual([])
    expect(openWindows({ ...office(), holiday: [{ from: 600, until: 720 }] }, '2026-02-16', calendar)).toEqual([
      { from: 600, until: 720 },
    ])
    expect(openWindows({ ...office(), makeupWorkday: [] }, '2026-02-14', calendar)).toEqual([])
    const day = (date: string, kind: CalendarDay['kind']) =>
      indexCalendar({ days: [{ date, kind, name: '', nameEn: '', source: 'manual', note: '' }], years: [] })
    expect(openWindows(office(), '2026-03-04', day('2026-03-04', 'rest'))).toEqual([])
    expect(openWindows(office(), '2026-03-07', day('2026-03-07', 'workday'))).toEqual([{ from: 510, until: 1260 }])
  })
  it('join across midnight', () => {
    const night: OpenHours = {
      days: Array.from({ length: 7 }, () => [
        { from: 0, until: 120 },
        { from: 1320, until: 1440 },
      ]),
      makeupWorkday: null,
      holiday: [],
    }
    const joined = openIntervals(night, calendar, '2026-03-03', '2026-03-05', 'Asia/Shanghai')
    expect(joined.map((each) => (each.end - each.start) / HOUR)).toEqual([2, 4, 2])
    expect(toWall(joined[1]!.start, 'Asia/Shanghai')).toEqual({ date: '2026-03-03', minute: 1320 })
  })
  it('tell what cannot be stored', () => {
    expect(badHours(office())).toBeNull()
    expect(badHours(office(900, 900))).toEqual({ path: 'days.0', why: 'endBeforeStart' })
    expect(
      badHours({
        ...office(),
        holiday: [
          { from: 0, until: 60 },
          { from: 30, until: 90 },
        ],
      }),
    ).toEqual({ path: 'holiday', why: 'twice' })
  })
  const anyWindow = fc
    .tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 96 }))
    .map(([a, b]) => ({ from: Math.min(a, b) * 15, until: Math.max(a, b) * 15 }))
  const anyHours: fc.Arbitrary<OpenHours> = fc.record({
    days: fc.array(fc.array(anyWindow, { maxLength: 3 }), { minLength: 7, maxLength: 7 }),
    makeupWorkday: fc.option(fc.array(anyWindow, { maxLength: 2 })),
    holiday: fc.array(anyWindow, { maxLength: 2 }),
  })
  it('are what the wall clock says at every quarter of an hour, also when the clock changes', () => {
    const dates = fc.oneof(
      anyDate(2024, 2027),
      fc.constantFrom('2026-03-28', '2026-10-24', '2026-11-01', '2026-03-08', '2026-04-04', '2026-10-03'),
    )
    fc.assert(
      fc.property(anyHours, dates, anyZone, (hours, date, zone) => {
        const from = date
        const to = addDays(date, 2)
        const open = openIntervals(hours, calendar, from, to, zone)
        const span = { start: dayInterval(from, zone).start, end: dayInterval(to, zone).start }
        for (let at = span.start; at < span.end; at += 15 * MINUTE) {
          const wall = toWall(at, zone)
          // The second time round of a repeated hour belongs to no reading that was asked for; both belong to a window that spans them.
          if (toInstant(wall, zone) !== at) continue
          const said = openWindows(hours, wall.date, calendar).some(
            (each) => each.from <= wall.minute && wall.minute < each.until,
          )
          expect(open.some((each) => each.start <= at && at < each.end)).toBe(said)
        }
        const whole = { start: span.start + 7 * HOUR, end: span.end - 5 * HOUR }
        expect(closedTime(whole, hours, calendar, zone)).toBe(
          whole.end -
            whole.start -
            openWithin(whole, hours, calendar, zone).reduce((sum, each) => sum + each.end - each.start, 0),
        )
      }),
      { numRuns: 300 },
    )
  })
  it('never close only when every kind of day is open from 0 to 1440', () => {
    const always: OpenHours = {
      days: Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]),
      makeupWorkday: null,
      holiday: [{ from: 0, until: 1440 }],
    }
    expect(neverCloses(always)).toBe(true)
    expect(neverCloses({ ...always, holiday: [] })).toBe(false)
    expect(neverCloses(office())).toBe(false)
  })
})
