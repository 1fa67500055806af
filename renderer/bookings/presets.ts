import { addDays, daysBetween } from '../../shared/scheduling/civil.ts'
import {
  DAY_MINUTES,
  MINUTE,
  type Instant,
  type Interval,
  type LocalDate,
  type WallMinute,
  type WallTime,
} from '../../shared/scheduling/time.ts'
import { toWall } from '../../shared/scheduling/zone.ts'

/** When a booking is, as the form holds it. `endDate` null: it ends the same day, or the next one when `until` is not after `from` (次日). */
export type When = { date: LocalDate; from: WallMinute; until: WallMinute; endDate: LocalDate | null }

export const presetNames = ['morning', 'afternoon', 'evening', 'wholeDay'] as const
export type PresetName = (typeof presetNames)[number]

/** Half days as the front desk books them. 全天 is the working day, not midnight to midnight. */
export const presets: Record<PresetName, { from: WallMinute; until: WallMinute }> = {
  morning: { from: 9 * 60, until: 12 * 60 },
  afternoon: { from: 13 * 60, until: 18 * 60 },
  evening: { from: 18 * 60, until: 21 * 60 },
  wholeDay: { from: 9 * 60, until: 18 * 60 },
}

/** The preset that a time is; null for any other. */
export function presetOf(when: When): PresetName | null {
  if (when.endDate !== null && when.endDate !== when.date) return null
  return presetNames.find((name) => presets[name].from === when.from && presets[name].until === when.until) ?? null
}

/** The day on which it ends. */
export function lastDate({ date, from, until, endDate }: When): LocalDate {
  return endDate ?? (until > from ? date : addDays(date, 1))
}

/** True when it ends on the day after it began without being asked for by date: say 次日. */
export function isOvernight(when: When): boolean {
  return when.endDate === null && when.until <= when.from
}

/** Wall minutes from start to end; not positive when the end is not after the start. */
export function wallLength(when: When): number {
  return daysBetween(when.date, lastDate(when)) * DAY_MINUTES + when.until - when.from
}

/** What the clock shows at both ends. */
export function wallEnds(when: When): { start: WallTime; end: WallTime } {
  return { start: { date: when.date, minute: when.from }, end: { date: lastDate(when), minute: when.until } }
}

/** The form's time of two wall readings. The midnight that ends a day is its 24:00. */
export function whenOf(start: WallTime, end: WallTime): When {
  const atMidnight = end.minute === 0 && daysBetween(start.date, end.date) > 0
  const last = atMidnight ? { date: addDays(end.date, -1), minute: DAY_MINUTES } : end
  const days = daysBetween(start.date, last.date)
  const implied = days === 0 ? last.minute > start.minute : days === 1 && last.minute <= start.minute
  return { date: start.date, from: start.minute, until: last.minute, endDate: implied ? null : last.date }
}

/** Another first day; a booking of several days keeps its number of days. */
export function withDate(when: When, date: LocalDate): When {
  const endDate = when.endDate === null ? null : addDays(date, daysBetween(when.date, when.endDate))
  return { ...when, date, endDate }
}

/** Another start; the length stays, as a calendar does it, unless the end was given by its date. */
export function withStart(when: When, from: WallMinute): When {
  if (when.endDate !== null) return { ...when, from }
  const until = from + wallLength(when)
  return { ...when, from, until: until > DAY_MINUTES ? until - DAY_MINUTES : until }
}

const HALF_HOUR = 30 * MINUTE

/** The first hour of open time that begins at a full half hour after now; null when no such hour is known. */
export function firstOpenHour(now: Instant, open: readonly Interval[], zone: string): When | null {
  const soonest = Math.ceil((now + 1) / HALF_HOUR) * HALF_HOUR
  for (const { start, end } of open) {
    const from = Math.max(start, soonest)
    if (from + 2 * HALF_HOUR <= end) return whenOf(toWall(from, zone), toWall(from + 2 * HALF_HOUR, zone))
  }
  return null
}

/** One hour from the next full half hour on, for a form that nobody gave a time. */
export function nextHour(now: WallTime): When {
  const from = Math.ceil((now.minute + 1) / 30) * 30
  return from >= DAY_MINUTES - 60
    ? { date: addDays(now.date, 1), from: 540, until: 600, endDate: null }
    : { date: now.date, from, until: from + 60, endDate: null }
}

/** A midnight as the 24:00 of the day before: how people write the end of something. */
export function wallMidnight(wall: WallTime): WallTime {
  return wall.minute === 0 ? { date: addDays(wall.date, -1), minute: DAY_MINUTES } : wall
}
