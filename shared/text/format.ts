import { isoWeek, weekdayOf, yearOf } from '../scheduling/civil.ts'
import { DAY_MINUTES, type LocalDate, type WallMinute, type WallTime } from '../scheduling/time.ts'
import { daysBetween } from '../scheduling/civil.ts'
import { clock, dayLabel, type Language } from './moments.ts'

export { clock, count, dayLabel, duration, moment, range, type Language } from './moments.ts'

/** What stands where there is no base to count from. Never 0. */
export const NO_FIGURE = '—'

const shortWeekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const monthOf = (date: LocalDate) => Number(date.slice(5, 7))
const dayOf = (date: LocalDate) => Number(date.slice(8, 10))

/** `2026年11月24日 周二` / `Tue 24 Nov 2026`. */
export function dateLong(date: LocalDate, language: Language): string {
  return dayLabel(date, language)
}

/** `11/24` / `24 Nov`: day first in English, as in the long form, so that 11/12 cannot be read two ways. */
export function dateShort(date: LocalDate, language: Language): string {
  const padded = (value: number) => String(value).padStart(2, '0')
  if (language === 'zh') return `${padded(monthOf(date))}/${padded(dayOf(date))}`
  return `${dayOf(date)} ${monthNames[monthOf(date) - 1] ?? ''}`
}

/** `周二 11/24` / `Tue 24 Nov`: a column's head. */
export function dateColumn(date: LocalDate, language: Language): string {
  return `${weekdayName(date, language)} ${dateShort(date, language)}`
}

/** `周二` / `Tue`. */
export function weekdayName(date: LocalDate, language: Language): string {
  return shortWeekdays[language][weekdayOf(date)] ?? ''
}

/** `周一`…`周日` / `Mon`…`Sun`, Monday first. */
export function weekdayNames(language: Language): readonly string[] {
  return shortWeekdays[language]
}

/** `2026年11月` / `Nov 2026`. */
export function monthTitle(date: LocalDate, language: Language): string {
  if (language === 'zh') return `${yearOf(date)}年${monthOf(date)}月`
  return `${monthNames[monthOf(date) - 1] ?? ''} ${yearOf(date)}`
}

/** `第 48 周` / `week 48` (ISO 8601). */
export function weekTitle(date: LocalDate, language: Language): string {
  const { week } = isoWeek(date)
  return language === 'zh' ? `第 ${week} 周` : `week ${week}`
}

/** `09:00–10:30` within one day, `22:00–24:00` to its end. */
export function timeRange(from: WallMinute, until: WallMinute): string {
  return `${clock(from)}–${clock(until)}`
}

/** `09:00–10:30`, `22:00–次日02:00`, or with both dates when it lasts longer: `11/23 18:00–11/26 18:00`. */
export function wallRange(start: WallTime, end: WallTime, language: Language): string {
  const days = daysBetween(start.date, end.date)
  if (days === 0) return timeRange(start.minute, end.minute)
  if (days === 1 && end.minute === 0) return timeRange(start.minute, DAY_MINUTES)
  if (days === 1) {
    const until = language === 'zh' ? `次日${clock(end.minute)}` : `${clock(end.minute)} next day`
    return `${clock(start.minute)}–${until}`
  }
  return `${dateShort(start.date, language)} ${clock(start.minute)}–${dateShort(end.date, language)} ${clock(end.minute)}`
}

/** `10:42:05` of a second of the day, 0…86 399. */
export function clockSeconds(secondOfDay: number): string {
  return `${clock(Math.floor(secondOfDay / 60))}:${String(secondOfDay % 60).padStart(2, '0')}`
}

/**
 * A figure with a fixed number of decimals, halves away from zero, with a true minus sign. Null and what is no number: `—`.
 * The tiny addend lifts binary halves such as 1.005 that were meant as halves.
 */
export function figure(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return NO_FIGURE
  const scale = 10 ** decimals
  const rounded = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON)) / scale
  return `${value < 0 && rounded !== 0 ? '−' : ''}${rounded.toFixed(decimals)}`
}

/** Minutes as hours with one decimal, without the unit: `12.5`. Sum the minutes first, round last. */
export function hoursFigure(minutes: number | null, decimals = 1): string {
  return figure(minutes === null ? null : minutes / 60, decimals)
}

/** `12.5 小时` / `12.5 h`. */
export function hours(minutes: number | null, language: Language): string {
  if (minutes === null) return NO_FIGURE
  return `${hoursFigure(minutes)} ${language === 'zh' ? '小时' : 'h'}`
}

/** A fraction as `41.2 %`; null, a rate without a base, is `—`. */
export function percent(fraction: number | null): string {
  const text = percentFigure(fraction)
  return text === NO_FIGURE ? text : `${text} %`
}

/** A fraction as `41.2`, for a column whose head carries the unit. */
export function percentFigure(fraction: number | null): string {
  return figure(fraction === null ? null : fraction * 100, 1)
}

/** The difference of two rates: `+3.2 百分点` / `−0.6 points`; `—` when one has no base. */
export function points(change: number | null, language: Language): string {
  const text = percentFigure(change)
  if (text === NO_FIGURE || change === null) return NO_FIGURE
  const sign = change > 0 && Number(text) !== 0 ? '+' : ''
  return `${sign}${text} ${language === 'zh' ? '百分点' : 'points'}`
}

/** `199****0012`: the first three and last four of a number; shorter ones keep at most the last two. Already masked text stays. */
export function maskPhone(phone: string): string {
  if (phone.includes('*')) return phone
  const digits = phone.replace(/\D/g, '')
  if (digits.length === 0) return ''
  if (digits.length < 8) return `****${digits.slice(-2)}`
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** An amount in 万元: `85 万元` / `CNY 850,000`. Up to two decimals, none when whole. */
export function wan(amount: number | null, language: Language): string {
  if (amount === null) return NO_FIGURE
  if (language === 'zh') return `${figure(amount, Number.isInteger(amount) ? 0 : 2)} 万元`
  return `CNY ${figure(amount * 10_000, 0).replace(/\B(?=(\d{3})+$)/g, ',')}`
}
