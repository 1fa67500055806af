import type { WorkingCalendar } from '../../shared/operations/centre.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { weekdayOf } from '../../shared/scheduling/zone.ts'
import type { Period } from './periods.ts'

/** Make-up workdays 调休上班 of a period, first to last; only those on a weekday (0 = Monday) when it is given. */
export function makeupDays(calendar: WorkingCalendar, { from, to }: Period, weekday?: number): LocalDate[] {
  return calendar.days
    .filter(({ date, kind }) => kind === 'makeup' && date >= from && date < to)
    .map(({ date }) => date)
    .filter((date) => weekday === undefined || weekdayOf(date) === weekday)
    .toSorted()
}

/** `10/10`, the short form of a date. */
export function shortDate(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`
}
