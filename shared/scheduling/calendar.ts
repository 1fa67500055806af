import type { CalendarDay, WorkingCalendar } from '../operations/centre.ts'
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber, yearOf } from './civil.ts'
import type { LocalDate } from './time.ts'

/** The working calendar indexed by date and by year. */
export type CalendarIndex = { days: ReadonlyMap<LocalDate, CalendarDay>; knownYears: ReadonlySet<number> }

/** Indexes the exceptions and the known years. */
export function indexCalendar(calendar: WorkingCalendar): CalendarIndex {
  return {
    days: new Map(calendar.days.map((day) => [day.date, day])),
    knownYears: new Set(calendar.years.filter((year) => year.known).map((year) => year.year)),
  }
}

export type DayKind = CalendarDay['kind']

/**
 * What a day is. Without an entry Monday–Friday are workdays; in a year whose arrangement is not published that is a fallback,
 * and `status` says `unknown` (待公布), also for a day that is only statutory: the days off around it are not known yet.
 */
export type DayStatus = { kind: DayKind; status: 'known' | 'unknown'; day: CalendarDay | null }

/** The kind of a day by the calendar, Monday–Friday where it has no entry. */
export function dayKind(date: LocalDate, calendar: CalendarIndex): DayKind {
  return calendar.days.get(date)?.kind ?? (weekdayOfDayNumber(dayNumber(date)) < 5 ? 'workday' : 'rest')
}

/** The kind of a day with its name and whether the year's arrangement is known. A day that the centre entered itself is known. */
export function dayStatus(date: LocalDate, calendar: CalendarIndex): DayStatus {
  const day = calendar.days.get(date) ?? null
  const known = calendar.knownYears.has(yearOf(date)) || (day !== null && day.source !== 'statutory')
  return { kind: dayKind(date, calendar), status: known ? 'known' : 'unknown', day }
}

/** True on workdays and make-up workdays. */
export function isWorkday(date: LocalDate, calendar: CalendarIndex): boolean {
  const kind = dayKind(date, calendar)
  return kind === 'workday' || kind === 'makeup'
}

/** Workdays from `from` up to, not including, `to`; `unknownYears` are those for which Monday–Friday had to be assumed. */
export function countWorkdays(
  from: LocalDate,
  to: LocalDate,
  calendar: CalendarIndex,
): { workdays: number; unknownYears: number[] } {
  let workdays = 0
  const unknownYears: number[] = []
  const last = dayNumber(to)
  for (let day = dayNumber(from); day < last; day += 1) {
    const date = dateOfDayNumber(day)
    if (isWorkday(date, calendar)) workdays += 1
    const year = yearOf(date)
    if (!calendar.knownYears.has(year) && unknownYears.at(-1) !== year) unknownYears.push(year)
  }
  return { workdays, unknownYears }
}
