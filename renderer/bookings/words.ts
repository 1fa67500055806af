import type { Booking } from '../../shared/operations/bookings.ts'
import { serviceKinds } from '../../shared/operations/fields.ts'
import type { Role } from '../../shared/refusals.ts'
import { MINUTE, type Instant, type LocalDate } from '../../shared/scheduling/time.ts'
import { yearOf } from '../../shared/scheduling/civil.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { dateColumn, dateLong, dateShort, duration, wallRange, type Language } from '../../shared/text/format.ts'
import { moment, range } from '../../shared/text/moments.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import type { Translate } from '../ui/text.ts'

export type ServiceKind = (typeof serviceKinds)[number]

/** `45 分钟`, `1.5 小时`, `3 天`, and `1 小时 45 分钟` where a decimal would not be exact. */
export function lengthText(minutes: number, t: Translate, language: Language): string {
  if (minutes > 60 && minutes % 30 !== 0) {
    return t('bookings.form.lengthText', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  }
  return duration(minutes, language)
}

/** Minutes between two instants. */
export function minutesOf(start: Instant, end: Instant): number {
  return Math.round((end - start) / MINUTE)
}

/** `2026年11月24日 周二 09:00–10:30`; with both days in full when it lasts longer than overnight. */
export function whenLong(start: Instant, end: Instant, zone: string, language: Language): string {
  const from = toWall(start, zone)
  const text = wallRange(from, toWall(end, zone), language)
  return text.startsWith(dateShort(from.date, language))
    ? range(start, end, zone, language)
    : `${dateLong(from.date, language)} ${text}`
}

/** `周二 11/24` and `09:00–10:30`, for a line of a list; what runs for days names its dates in `time` alone. */
export function whenShort(
  start: Instant,
  end: Instant,
  zone: string,
  language: Language,
): { date: string; time: string } {
  const from = toWall(start, zone)
  const until = toWall(end, zone)
  if (yearOf(from.date) !== yearOf(until.date)) {
    // Short dates leave the year out: across a New Year they would seem to run backwards.
    return { date: '', time: `${from.date.replaceAll('-', '/')} – ${until.date.replaceAll('-', '/')}` }
  }
  const time = wallRange(from, until, language)
  const dated = time.startsWith(dateShort(from.date, language))
  return { date: dated ? '' : dateColumn(from.date, language), time }
}

/** `11月24日 周二 09:05`, the day left out when it is today. */
export function momentText(at: Instant, zone: string, language: Language, today: LocalDate): string {
  return moment(at, zone, language, today)
}

/** `「客户视频会」11月24日 周二 10:00–11:00`, as toasts name a booking. */
export function bookingPhrase(booking: Booking, zone: string, language: Language, now: Instant): string {
  const time = range(booking.start, booking.end, zone, language, dateOf(now, zone))
  return `${titlePhrase(booking.title, language)} ${time}`
}

/** `「客户视频会」` / `“Client call”`. */
export function titlePhrase(title: string, language: Language): string {
  return language === 'zh' ? `「${title}」` : `“${title}”`
}

/** Roles as one phrase: 主管或系统管理员. */
export function rolesText(roles: readonly Role[], t: Translate): string {
  return roles.map((role) => t(`refusals.roles.${role}`)).join(t('refusals.listOr'))
}
