import type { LocalDate } from './time.ts'

/**
 * Days since 1970-01-01 on the proleptic Gregorian calendar, without a zone
 * (H. Hinnant, "chrono-compatible low-level date algorithms"). `month` is 1…12; `day` may run over either edge of the month.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`; NaN when it is no such text. */
export function dayNumber(date: LocalDate): number {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

const names = new Map<number, LocalDate>()

/** The `YYYY-MM-DD` of a day number. Remembered: boards and reports ask for the same few hundred days again and again. */
export function dateOfDayNumber(day: number): LocalDate {
  const known = names.get(day)
  if (known !== undefined) return known
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  if (names.size > 20_000) names.clear()
  names.set(day, name)
  return name
}

/** The day `count` days later (earlier when negative). */
export function addDays(date: LocalDate, count: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + count)
}

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDayNumber(dayNumber(date))
}

/** 0 = Monday … 6 = Sunday. Day 0, 1970-01-01, was a Thursday. */
export function weekdayOfDayNumber(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The Monday of the week that holds `date` (weeks start on Monday, as zh-CN does). */
export function mondayOf(date: LocalDate): LocalDate {
  const day = dayNumber(date)
  return dateOfDayNumber(day - weekdayOfDayNumber(day))
}

/** ISO 8601 week: the year and number of the week that holds that week's Thursday. */
export function isoWeek(date: LocalDate): { year: number; week: number } {
  const day = dayNumber(date)
  const thursday = day - weekdayOfDayNumber(day) + 3
  const year = yearOf(dateOfDayNumber(thursday))
  return { year, week: Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1 }
}

/** The calendar year of a date. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** True for a day that exists: `2026-02-30` has the right shape and is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return dateOfDayNumber(dayNumber(text)) === text
}

/** Every day from `from` up to, but not including, `to`. */
export function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from)
  const count = Math.max(0, dayNumber(to) - first)
  return Array.from({ length: count }, (_, index) => dateOfDayNumber(first + index))
}
