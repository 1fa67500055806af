import type { LocalDate } from '../../../shared/scheduling/time.ts'

/** The first day of a month; month 13 is January of the next year, month 0 December of the last. */
export function firstOfMonth(year: number, month: number): LocalDate {
  const index = year * 12 + month - 1
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}
