import { addDays, dayNumber, isDate, mondayOf, weekdayOf, yearOf } from '../../shared/scheduling/civil.ts'
import type { LocalDate, WallMinute } from '../../shared/scheduling/time.ts'

const halfWidth = (text: string) => text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

function wallMinute(hour: number, minute: number): WallMinute | null {
  const total = hour * 60 + minute
  return minute < 60 && total <= 1440 ? total : null
}

/**
 * A time of day as people type it: `9`, `930`, `0930`, `9:30`, `9：30`, `9.30`, `9点半`, `下午2点`, `2pm`, `24:00`.
 * Null for what is no time. A day ends at 24:00 = 1440.
 */
export function parseTime(typed: string): WallMinute | null {
  const text = halfWidth(typed).trim().toLowerCase().replace(/\s+/g, '').replace(/。/g, '.')
  const match =
    /^(上午|早上|凌晨|中午|下午|晚上)?(?:(\d{1,2})[:.点时h](\d{1,2}|半|一刻|三刻)?分?|(\d{1,4}))(am|pm)?$/.exec(text)
  if (match === null) return null
  const [, half = '', hours, minutes = '0', digits, meridiem = ''] = match
  let hour = Number(hours)
  let minute = { 半: 30, 一刻: 15, 三刻: 45 }[minutes] ?? Number(minutes)
  if (digits !== undefined) {
    hour = digits.length <= 2 ? Number(digits) : Number(digits.slice(0, -2))
    minute = digits.length <= 2 ? 0 : Number(digits.slice(-2))
  } else if (/^\d$/.test(minutes) && minutes !== '0') {
    return null
  }
  const afternoon = meridiem === 'pm' || half === '下午' || half === '晚上' || (half === '中午' && hour < 11)
  if ((meridiem !== '' || half !== '') && hour > 12) return half === '' ? null : wallMinute(hour, minute)
  if (afternoon && hour < 12) hour += 12
  else if (hour === 12 && (meridiem === 'am' || half === '凌晨' || half === '早上')) hour = 0
  return wallMinute(hour, minute)
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdayWords: Record<string, number> = { 一: 0, 二: 1, 三: 2, 四: 3, 五: 4, 六: 5, 日: 6, 天: 6 }
const weekdayShort = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const dayWords: Record<string, number> = {
  今天: 0,
  明天: 1,
  后天: 2,
  大后天: 3,
  昨天: -1,
  today: 0,
  tomorrow: 1,
  yesterday: -1,
}

function made(year: number, month: number, day: number): LocalDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(text) ? text : null
}

/** A month and day without a year: the one nearest to today, so that `1/5` typed in December is next January. */
function nearest(month: number, day: number, today: LocalDate): LocalDate | null {
  const found = [-1, 0, 1].flatMap((shift) => made(yearOf(today) + shift, month, day) ?? [])
  const distance = (date: LocalDate) => Math.abs(dayNumber(date) - dayNumber(today))
  return found.toSorted((one, other) => distance(one) - distance(other))[0] ?? null
}

/**
 * A date as people type it: `2026-11-24`, `2026/11/24`, `20261124`, `2026年11月24日`, `11/24`, `1124`, `11月24日`, `24` (of this month),
 * `24 Nov`, `明天`, `周三`, `下周三`, `+3`. A weekday that follows is ignored. Null for what is no date.
 */
export function parseDate(typed: string, today: LocalDate): LocalDate | null {
  const text = halfWidth(typed).trim().toLowerCase()
  const shift = dayWords[text]
  if (shift !== undefined) return addDays(today, shift)
  const relative = /^([+-])(\d{1,4})$/.exec(text)
  if (relative !== null) return addDays(today, Number(`${relative[1]}${relative[2]}`))
  const weekday = /^(下{0,2})(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text)
  if (weekday !== null) {
    const monday = addDays(mondayOf(today), 7 * (weekday[1]?.length ?? 0))
    return addDays(monday, weekdayWords[weekday[2]!]!)
  }
  const named = weekdayShort.findIndex((name) => text === name)
  if (named !== -1) return addDays(today, (named - weekdayOf(today) + 7) % 7)

  const plain = text
    .replace(/\s*(周|星期)[一二三四五六日天]$/, '')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)\w*,?\s+/, '')
    .trim()
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (full !== null) return made(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (short !== null) return nearest(Number(short[1]), Number(short[2]), today)
  const english = /^(\d{1,2})\s*([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?$/.exec(plain)
  if (english !== null) {
    const month = monthNames.indexOf(english[2]!) + 1
    if (month === 0) return null
    return english[3] === undefined
      ? nearest(month, Number(english[1]), today)
      : made(Number(english[3]), month, Number(english[1]))
  }
  const day = /^(\d{1,2})[日号]?$/.exec(plain)
  if (day !== null) return made(yearOf(today), Number(today.slice(5, 7)), Number(day[1]))
  return null
}
