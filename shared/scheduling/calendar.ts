import type { CalendarDay, WorkingCalendar } from '../operations/centre.ts'
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
