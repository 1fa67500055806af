import { DAY_MINUTES, type Instant, type LocalDate, type WallMinute } from '../scheduling/time.ts'
import { daysBetween, toWall, weekdayOf, yearOf } from '../scheduling/zone.ts'

export type Language = 'zh' | 'en'

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `09:05`; the end of a day is `24:00`. */
export function clock(minute: WallMinute): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** `11月24日 周二` / `Tue 24 Nov`, with the year unless it is that of `today`. */
export function dayLabel(date: LocalDate, language: Language, today?: LocalDate): string {
  const year = yearOf(date)
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const weekday = weekdays[language][weekdayOf(date)]!
  const withYear = today === undefined || yearOf(today) !== year
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${month}月${day}日 ${weekday}`
  return `${weekday} ${day} ${months[month - 1]!}${withYear ? ` ${year}` : ''}`
}

/** `11月24日 周二 09:05`; the day is left out when it is `today`. */
export function moment(instant: Instant, zone: string, language: Language, today?: LocalDate): string {
  const wall = toWall(instant, zone)
  return wall.date === today ? clock(wall.minute) : `${dayLabel(wall.date, language, today)} ${clock(wall.minute)}`
}

/** `09:00–10:30`, `22:00–次日02:00`; days are named when the range is not on `today`, the end's day when it is a later one. */
export function range(start: Instant, end: Instant, zone: string, language: Language, today?: LocalDate): string {
  const from = toWall(start, zone)
  const until = toWall(end, zone)
  const days = daysBetween(from.date, until.date)
  const head = moment(start, zone, language, today)
  if (days === 0) return `${head}–${clock(until.minute)}`
  if (days === 1 && until.minute === 0) return `${head}–${clock(DAY_MINUTES)}`
  if (days === 1)
    return language === 'zh' ? `${head}–次日${clock(until.minute)}` : `${head}–${clock(until.minute)} next day`
  return `${head} – ${dayLabel(until.date, language, today)} ${clock(until.minute)}`
}

/** `45 分钟`, `1.5 小时`, `3 天`; `45 min`, `1.5 h`, `3 days`. Exact: a length that is no such round figure stays in minutes. */
export function duration(minutes: number, language: Language): string {
  const zh = language === 'zh'
  if (minutes >= 2 * DAY_MINUTES && minutes % DAY_MINUTES === 0)
    return zh ? `${minutes / DAY_MINUTES} 天` : `${minutes / DAY_MINUTES} days`
  if (minutes >= 60 && minutes % 30 === 0) return zh ? `${minutes / 60} 小时` : `${minutes / 60} h`
  return zh ? `${minutes} 分钟` : `${minutes} min`
}

/** `1,234,567`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
