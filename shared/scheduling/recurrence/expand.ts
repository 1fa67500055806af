import { dateOfDayNumber, dayNumber, dayNumberOf, weekdayOfDayNumber } from '../civil.ts'
import type { LocalDate } from '../time.ts'
import type { OnWeekday, RecurrenceRule } from './rule.ts'

/** No series is longer than three years: what lies beyond is not looked at, however the rule runs. */
export const LONGEST_SERIES_DAYS = 3 * 366
/** More dates than this no series has; a daily one over three years is 1096. */
export const MOST_DATES = 1100

type Month = { year: number; month: number }

/**
 * The dates of a rule from `start` on (RFC 5545 §3.3.10), sorted, at most MOST_DATES and within three years. `start` itself is one only when the rule gives it.
 * Plain arithmetic on days, no zone: the clock time is put to each date afterwards, so it stays the same through every change of the clock (CF-12).
 */
export function expandDates(rule: RecurrenceRule, start: LocalDate): LocalDate[] {
  const first = dayNumber(start)
  const until = rule.until === null ? Infinity : dayNumber(rule.until)
  const last = Math.min(first + LONGEST_SERIES_DAYS, until)
  const most = Math.min(rule.count ?? MOST_DATES, MOST_DATES)
  const dates: LocalDate[] = []
  for (const period of periods(rule, first, last)) {
    for (const day of chosen(rule, period)) {
      if (day < first) continue
      if (day > last || dates.length >= most) return dates
      dates.push(dateOfDayNumber(day))
    }
    if (dates.length >= most) break
  }
  return dates
}

/** BYSETPOS picks from what one period gave, in order. */
function chosen(rule: RecurrenceRule, days: readonly number[]): readonly number[] {
  if (rule.bySetPos.length === 0) return days
  const picked = new Set<number>()
  for (const position of rule.bySetPos) {
    const day = days[position > 0 ? position - 1 : days.length + position]
    if (position !== 0 && day !== undefined) picked.add(day)
  }
  return [...picked].sort((a, b) => a - b)
}

/** The days that each period gives, period by period, sorted and without doubles. */
function* periods(rule: RecurrenceRule, first: number, last: number): Generator<readonly number[]> {
  if (rule.freq === 'daily') yield* days(rule, first, last)
  else if (rule.freq === 'weekly') yield* weeks(rule, first, last)
  else yield* months(rule, first, last)
}

function* days(rule: RecurrenceRule, first: number, last: number): Generator<readonly number[]> {
  for (let day = first; day <= last; day += rule.interval) if (passes(rule, day)) yield [day]
}

function* weeks(rule: RecurrenceRule, first: number, last: number): Generator<readonly number[]> {
  const offset = (weekdayOfDayNumber(first) - rule.weekStart + 7) % 7
  const wanted = rule.byWeekday.length > 0 ? rule.byWeekday.map((each) => each.weekday) : [weekdayOfDayNumber(first)]
  const places = [...new Set(wanted)].map((weekday) => (weekday - rule.weekStart + 7) % 7).sort((a, b) => a - b)
  const { byMonth } = rule
  for (let week = first - offset; week <= last; week += 7 * rule.interval) {
    const found = places.map((place) => week + place)
    yield byMonth.length === 0 ? found : found.filter((day) => byMonth.includes(civil(day).month))
  }
}

function* months(rule: RecurrenceRule, first: number, last: number): Generator<readonly number[]> {
  const begun = civil(first)
  const step = rule.freq === 'monthly' ? rule.interval : 12 * rule.interval
  const from = rule.freq === 'monthly' ? begun.year * 12 + begun.month - 1 : begun.year * 12
  for (let at = from; ; at += step) {
    const period = { year: Math.floor(at / 12), month: (at % 12) + 1 }
    if (dayNumberOf(period.year, period.month, 1) > last) return
    yield rule.freq === 'monthly' ? ofMonth(rule, period, begun) : ofYear(rule, period.year, begun)
  }
}

function ofMonth(rule: RecurrenceRule, period: Month, begun: { day: number }): readonly number[] {
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(period.month)) return []
  return inMonth(rule, period, begun.day)
}

/** The days of one month by month days, weekdays, or both; without either the day the series began on, where the month has it. */
function inMonth(rule: RecurrenceRule, { year, month }: Month, ownDay: number): readonly number[] {
  const first = dayNumberOf(year, month, 1)
  const size = lengthOf(year, month)
  const { byMonthDay, byWeekday } = rule
  if (byMonthDay.length === 0 && byWeekday.length === 0) return ownDay <= size ? [first + ownDay - 1] : []
  const byDate = byMonthDay
    .map((day) => (day > 0 ? day : size + day + 1))
    .filter((day) => day >= 1 && day <= size)
    .map((day) => first + day - 1)
  if (byWeekday.length === 0) return sorted(byDate)
  const byDay = weekdaysWithin(byWeekday, first, size)
  if (byMonthDay.length === 0) return sorted(byDay)
  const both = new Set(byDay)
  return sorted(byDate.filter((day) => both.has(day)))
}

function ofYear(rule: RecurrenceRule, year: number, begun: { month: number; day: number }): readonly number[] {
  const { byMonth, byMonthDay, byWeekday } = rule
  if (byMonth.length > 0) {
    return sorted([...new Set(byMonth)].flatMap((month) => inMonth(rule, { year, month }, begun.day)))
  }
  if (byMonthDay.length > 0) {
    return sorted(twelve.flatMap((month) => inMonth(rule, { year, month }, begun.day)))
  }
  if (byWeekday.length === 0) return inMonth(rule, { year, month: begun.month }, begun.day)
  const first = dayNumberOf(year, 1, 1)
  return sorted(weekdaysWithin(byWeekday, first, dayNumberOf(year + 1, 1, 1) - first))
}

const twelve = Array.from({ length: 12 }, (_, index) => index + 1)

/** The weekdays of a stretch of days: every one, or the nth from its beginning or end. */
function weekdaysWithin(wanted: readonly OnWeekday[], first: number, size: number): number[] {
  const found: number[] = []
  for (const { weekday, nth } of wanted) {
    const head = first + ((weekday - weekdayOfDayNumber(first) + 7) % 7)
    const count = Math.floor((first + size - 1 - head) / 7) + 1
    if (nth === null || nth === 0) for (let index = 0; index < count; index += 1) found.push(head + 7 * index)
    else if (Math.abs(nth) <= count) found.push(head + 7 * (nth > 0 ? nth - 1 : count + nth))
  }
  return found
}

/** The limits of a daily rule. */
function passes(rule: RecurrenceRule, day: number): boolean {
  if (rule.byWeekday.length > 0) {
    const weekday = weekdayOfDayNumber(day)
    if (!rule.byWeekday.some((each) => each.weekday === weekday)) return false
  }
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0) return true
  const { year, month, day: ofMonth } = civil(day)
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false
  if (rule.byMonthDay.length === 0) return true
  const size = lengthOf(year, month)
  return rule.byMonthDay.some((each) => (each > 0 ? each : size + each + 1) === ofMonth)
}

function lengthOf(year: number, month: number): number {
  return month === 12 ? 31 : dayNumberOf(year, month + 1, 1) - dayNumberOf(year, month, 1)
}

function civil(day: number): { year: number; month: number; day: number } {
  const date = dateOfDayNumber(day)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function sorted(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b)
}
