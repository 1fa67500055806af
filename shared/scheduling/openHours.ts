import type { OpenHours, OpenWindow } from '../operations/fields.ts'
import type { CalendarIndex } from './calendar.ts'
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber } from './civil.ts'
import { common, merge, total } from './interval.ts'
import { DAY, DAY_MINUTES, MINUTE, type Interval, type LocalDate } from './time.ts'
import { dateOf, wallEdge } from './zone.ts'

const MONDAY = 0
const SATURDAY = 5

/**
 * The windows of wall minutes in which a resource is open on a day. A make-up workday has its own windows or Monday's; a holiday and a
 * rest day that the calendar names have the holiday windows; any other day those of its weekday. A weekend day that the calendar calls
 * a workday is opened as a make-up workday.
 */
export function openWindows(hours: OpenHours, date: LocalDate, calendar: CalendarIndex): readonly OpenWindow[] {
  const weekday = weekdayOfDayNumber(dayNumber(date))
  const kind = calendar.days.get(date)?.kind
  if (kind === 'holiday' || kind === 'rest') return hours.holiday
  if (kind === 'makeup' || (kind === 'workday' && weekday >= SATURDAY))
    return hours.makeupWorkday ?? hours.days[MONDAY] ?? []
  return hours.days[weekday] ?? []
}

/** True when the resource never closes, on any kind of day. */
export function neverCloses(hours: OpenHours): boolean {
  return (
    hours.days.every(allDay) && allDay(hours.holiday) && (hours.makeupWorkday === null || allDay(hours.makeupWorkday))
  )
}

function allDay(windows: readonly OpenWindow[]): boolean {
  return windows.some((each) => each.from === 0 && each.until === DAY_MINUTES)
}

/**
 * The intervals in which a resource is open from day `from` up to, not including, day `to`: sorted, disjoint, joined across midnight
 * (22:00–24:00 and 00:00–02:00 become one). Reversed and empty windows count as closed. An hour that the clock skips is not open time.
 */
export function openIntervals(
  hours: OpenHours,
  calendar: CalendarIndex,
  from: LocalDate,
  to: LocalDate,
  zone: string,
): Interval[] {
  const intervals: Interval[] = []
  const last = dayNumber(to)
  for (let day = dayNumber(from); day < last; day += 1) {
    for (const window of openWindows(hours, dateOfDayNumber(day), calendar)) {
      const start = wallEdge(day * DAY + window.from * MINUTE, zone)
      const end = wallEdge(day * DAY + window.until * MINUTE, zone)
      if (start < end) intervals.push({ start, end })
    }
  }
  return merge(intervals)
}

/** Milliseconds of an interval that lie outside the opening hours. */
export function closedTime(given: Interval, hours: OpenHours, calendar: CalendarIndex, zone: string): number {
  if (neverCloses(hours)) return 0
  return given.end - given.start - total(openWithin(given, hours, calendar, zone))
}

/** The parts of an interval that lie within the opening hours: sorted, disjoint. */
export function openWithin(given: Interval, hours: OpenHours, calendar: CalendarIndex, zone: string): Interval[] {
  if (given.start >= given.end) return []
  const to = dateOfDayNumber(dayNumber(dateOf(given.end - 1, zone)) + 1)
  return common(openIntervals(hours, calendar, dateOf(given.start, zone), to, zone), [given])
}

/** Why opening hours cannot be stored: the path within them, or null. Windows run forward and do not overlap on one day. */
export function badHours(hours: OpenHours): { path: string; why: 'endBeforeStart' | 'twice' } | null {
  const lists: [string, readonly OpenWindow[]][] = [
    ...hours.days.map((windows, index): [string, readonly OpenWindow[]] => [`days.${index}`, windows]),
    ['makeupWorkday', hours.makeupWorkday ?? []],
    ['holiday', hours.holiday],
  ]
  for (const [path, windows] of lists) {
    if (windows.some((each) => each.until <= each.from)) return { path, why: 'endBeforeStart' }
    const sorted = [...windows].sort((a, b) => a.from - b.from)
    if (sorted.some((each, index) => index > 0 && each.from < sorted[index - 1]!.until)) return { path, why: 'twice' }
  }
  return null
}
