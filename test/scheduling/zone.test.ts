import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/scheduling/time.ts'
import {
  addDays,
  dateOf,
  dayInterval,
  daysBetween,
  daysFrom,
  isDate,
  isZone,
  isoWeek,
  mondayOf,
  toInstant,
  dayNumber,
  toWall,
  wallEdge,
  weekdayOf,
} from '../../shared/scheduling/zone.ts'
import { anyDate, anyMinute, anyZone, testZones } from '../support/arbitraries.ts'

/** An oracle of another make: ask ICU for the wall reading of one instant, by its ISO-like Swedish format. */
function read(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant)
}

function written(wall: { date: string; minute: number }): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${wall.date} ${two(Math.floor(wall.minute / 60))}:${two(wall.minute % 60)}`
}

describe('wall clock and instants', () => {
  it('keeps Shanghai at UTC+8 whatever this machine is set to', () => {
    expect(toInstant({ date: '2026-03-02', minute: 9 * 60 }, 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 2, 1))
    expect(toWall(Date.UTC(2026, 11, 31, 16), 'Asia/Shanghai')).toEqual({ date: '2027-01-01', minute: 0 })
    expect(toInstant({ date: '2026-12-31', minute: 1440 }, 'Asia/Shanghai')).toBe(Date.UTC(2026, 11, 31, 16))
  })
  it('has days of 23, 25, 24.5 and 0 hours where the clock changes', () => {
    const hours = (date: string, zone: string) => (dayInterval(date, zone).end - dayInterval(date, zone).start) / HOUR
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23)
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25)
    expect(hours('2026-03-08', 'America/New_York')).toBe(23)
    expect(hours('2026-11-01', 'America/New_York')).toBe(25)
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5)
    expect(hours('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5)
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0)
    expect(hours('1986-05-04', 'Asia/Shanghai')).toBe(23)
    expect(hours('2026-05-04', 'Asia/Shanghai')).toBe(24)
  })
  it('moves a skipped reading forward and takes the first of a repeated one', () => {
    const berlin = (date: string, minute: number) => toInstant({ date, minute }, 'Europe/Berlin')
    expect(berlin('2026-03-29', 150)).toBe(Date.UTC(2026, 2, 29, 1, 30))
    expect(toWall(berlin('2026-03-29', 150), 'Europe/Berlin')).toEqual({ date: '2026-03-29', minute: 210 })
    expect(berlin('2026-10-25', 150)).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(toInstant({ date: '2026-10-04', minute: 135 }, 'Australia/Lord_Howe')).toBe(Date.UTC(2026, 9, 3, 15, 45))
  })
  it('passes a skipped reading at the change itself', () => {
    const edge = (date: string, minute: number, zone: string) => wallEdge(dayNumber(date) * DAY + minute * MINUTE, zone)
    for (const minute of [120, 135, 179, 180])
      expect(edge('2026-03-29', minute, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1))
    expect(edge('2026-03-29', 181, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 1))
    expect(edge('2026-10-04', 145, 'Australia/Lord_Howe')).toBe(Date.UTC(2026, 9, 3, 15, 30))
    expect(edge('2026-10-25', 150, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30))
  })
  it('reads every minute around each change as ICU does', () => {
    const changes: [string, number][] = [
      ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
      ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
      ['America/New_York', Date.UTC(2026, 2, 8, 7)],
      ['America/New_York', Date.UTC(2026, 10, 1, 6)],
      ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
      ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 15, 30)],
    ]
    for (const [zone, change] of changes) {
      const readings = new Map<string, number>()
      for (let at = change - 200 * MINUTE; at < change + 200 * MINUTE; at += MINUTE) {
        const wall = toWall(at, zone)
        expect(written(wall)).toBe(read(at, zone))
        if (!readings.has(written(wall))) readings.set(written(wall), at)
        expect(toInstant(wall, zone)).toBe(readings.get(written(wall)))
      }
    }
  })
  it('agrees with ICU and comes back from every reading that exists', () => {
    fc.assert(
      fc.property(anyZone, anyDate(), anyMinute, (zone, date, minute) => {
        const at = toInstant({ date, minute }, zone)
        const wall = toWall(at, zone)
        expect(written(wall)).toBe(read(at, zone))
        expect(dateOf(at, zone)).toBe(wall.date)
        const asked = minute === 1440 ? { date: addDays(date, 1), minute: 0 } : { date, minute }
        const skipped = wall.date !== asked.date || wall.minute !== asked.minute
        if (skipped) {
          const gap = (daysBetween(asked.date, wall.date) * 1440 + wall.minute - asked.minute) * MINUTE
          expect(gap).toBeGreaterThan(0)
          expect(gap).toBeLessThanOrEqual(HOUR)
        } else expect(toWall(at - HOUR, zone)).not.toEqual(wall)
      }),
      { numRuns: 1000 },
    )
  })
  it('covers all time with days: each ends where the next begins, and holds its own instants', () => {
    fc.assert(
      fc.property(anyZone, anyDate(), fc.integer({ min: 0, max: 1439 }), (zone, date, minute) => {
        const day = dayInterval(date, zone)
        expect(dayInterval(addDays(date, 1), zone).start).toBe(day.end)
        const inside = day.start + minute * MINUTE
        expect(dateOf(inside, zone) === date).toBe(inside < day.end)
        expect(dateOf(day.start - 1, zone)).not.toBe(date)
      }),
      { numRuns: 1000 },
    )
  })
  it('answers for any instant that an operation may carry', () => {
    for (const zone of testZones) {
      expect(isDate(dateOf(0, zone))).toBe(true)
      expect(isDate(dateOf(8_640_000_000_000_000, zone))).toBe(true)
      expect(Number.isFinite(toInstant({ date: '0000-01-01', minute: 0 }, zone))).toBe(true)
      expect(Number.isFinite(toInstant({ date: '9999-12-31', minute: 1440 }, zone))).toBe(true)
    }
  })
  it('knows a zone from a word', () => {
    expect(isZone('Asia/Shanghai')).toBe(true)
    expect(isZone('UTC')).toBe(true)
    expect(isZone('America/Argentina/Buenos_Aires')).toBe(true)
    for (const bad of ['', 'Mars/Olympus', '+08:00', 'Asia/Shanghai ', '../etc', 'China Standard Time'])
      expect(isZone(bad)).toBe(false)
  })
})

describe('civil days', () => {
  it('counts as UTC arithmetic does', () => {
    fc.assert(
      fc.property(anyDate(1, 9990), fc.integer({ min: -5000, max: 3000 }), (date, count) => {
        const utc = new Date(`${date}T00:00:00Z`)
        expect(weekdayOf(date)).toBe((utc.getUTCDay() + 6) % 7)
        utc.setUTCDate(utc.getUTCDate() + count)
        fc.pre(utc.getUTCFullYear() >= 0 && utc.getUTCFullYear() <= 9999)
        const later = addDays(date, count)
        expect(later).toBe(utc.toISOString().slice(0, 10))
        expect(daysBetween(date, later)).toBe(count)
      }),
    )
  })
  it('numbers weeks as ISO 8601 does', () => {
    expect(isoWeek('2026-11-24')).toEqual({ year: 2026, week: 48 })
    expect(isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 })
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 })
    expect(isoWeek('2021-01-03')).toEqual({ year: 2020, week: 53 })
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(weekdayOf('2026-11-24')).toBe(1)
    expect(daysFrom('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([])
  })
  it('gives a week and its days one number, and seven days to each', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const monday = mondayOf(date)
        expect(weekdayOf(monday)).toBe(0)
        expect(daysBetween(monday, date)).toBe(weekdayOf(date))
        expect(isoWeek(monday)).toEqual(isoWeek(date))
        expect(isoWeek(addDays(monday, 7))).not.toEqual(isoWeek(date))
      }),
    )
  })
  it('tells a day that exists', () => {
    expect(isDate('2028-02-29')).toBe(true)
    for (const bad of ['2026-02-29', '2026-2-1', '2026-00-10', '2026-13-01', '2026-04-31', '20260401', ''])
      expect(isDate(bad)).toBe(false)
  })
})
