import fc from 'fast-check'
import { dateOfDayNumber, dayNumberOf } from '../../shared/scheduling/civil.ts'
import { MINUTE, type Interval, type LocalDate } from '../../shared/scheduling/time.ts'

/** Zones that between them have no clock change, an hour, half an hour, a change at midnight, and offsets of 30 and 45 minutes. */
export const testZones = [
  'Asia/Shanghai',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'America/Havana',
  'Pacific/Chatham',
] as const

export const anyZone = fc.constantFrom(...testZones)

/** A day between two years, the last one included. */
export function anyDate(firstYear = 1990, lastYear = 2060): fc.Arbitrary<LocalDate> {
  return fc
    .integer({ min: dayNumberOf(firstYear, 1, 1), max: dayNumberOf(lastYear, 12, 31) })
    .map((day) => dateOfDayNumber(day))
}

export const anyMinute = fc.integer({ min: 0, max: 1440 })

/** A half-open interval within 0…`span` steps of `step` ms; may be empty. */
export function anyInterval(span = 60, step = 1): fc.Arbitrary<Interval> {
  return fc
    .tuple(fc.integer({ min: 0, max: span }), fc.integer({ min: 0, max: span }))
    .map(([a, b]) => ({ start: Math.min(a, b) * step, end: Math.max(a, b) * step }))
}

/** Several intervals on whole minutes. */
export function anyIntervals(span = 60, most = 8): fc.Arbitrary<Interval[]> {
  return fc.array(anyInterval(span, MINUTE), { maxLength: most })
}

/** How often each of `span` steps is covered: the brute-force picture of a list of intervals. */
export function coverage(list: readonly Interval[], span = 60, step = MINUTE): number[] {
  return Array.from(
    { length: span },
    (_, index) => list.filter((each) => each.start <= index * step && index * step < each.end).length,
  )
}
