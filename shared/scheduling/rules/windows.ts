import type { WeekWindow } from '../../operations/fields.ts'
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber } from '../civil.ts'
import type { Proposal } from '../situation.ts'
import { DAY, MINUTE, type Interval, type LocalDate } from '../time.ts'
import { dateOf, wallEdge } from '../zone.ts'

// A mistyped year must not cost a million days.
const MOST_DAYS = 400

/** The first stretch of one of the windows that an interval touches, with its window; null when it touches none. */
export function firstTouched<W extends WeekWindow>(
  windows: readonly W[],
  { start, end }: Interval,
  zone: string,
): (Interval & { window: W }) | null {
  if (windows.length === 0 || start >= end) return null
  const first = dayNumber(dateOf(start, zone))
  const last = Math.min(first + MOST_DAYS, dayNumber(dateOf(end - 1, zone)))
  let found: (Interval & { window: W }) | null = null
  for (let day = first; day <= last && found === null; day += 1) {
    const weekday = weekdayOfDayNumber(day)
    for (const window of windows) {
      if (!window.days.includes(weekday)) continue
      const stretch = onDay(window, day, zone)
      if (stretch.start >= end || stretch.end <= start || stretch.start >= stretch.end) continue
      if (found === null || stretch.start < found.start) found = { ...stretch, window }
    }
  }
  return found
}

/** True when the windows together cover every minute of an interval. */
export function coveredBy(windows: readonly WeekWindow[], { start, end }: Interval, zone: string): boolean {
  let at = start
  for (let guard = 0; at < end && guard < 3 * MOST_DAYS; guard += 1) {
    const touched = windows
      .map((window) => firstTouched([window], { start: at, end: Math.min(end, at + 1) }, zone))
      .reduce((most, each) => Math.max(most, each?.end ?? at), at)
    if (touched === at) return false
    at = touched
  }
  return at >= end
}

function onDay(window: { from: number; until: number }, day: number, zone: string): Interval {
  return {
    start: wallEdge(day * DAY + window.from * MINUTE, zone),
    end: wallEdge(day * DAY + window.until * MINUTE, zone),
  }
}

/** A window of wall minutes on a date, as instants. */
export function windowOn(window: { from: number; until: number }, date: LocalDate, zone: string): Interval {
  return onDay(window, dayNumber(date), zone)
}

/** The date so many days after the one of an instant. */
export function dateAfter(instant: number, days: number, zone: string): LocalDate {
  return dateOfDayNumber(dayNumber(dateOf(instant, zone)) + days)
}

/** True for a change of anything but the time. */
export function keepsTime({ start, end, was }: Proposal): boolean {
  return was !== null && was.start === start && was.end === end
}
