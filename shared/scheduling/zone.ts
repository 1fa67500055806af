import { dateOfDayNumber, dayNumber, dayNumberOf } from './civil.ts'
import { DAY, HOUR, MINUTE, SECOND, type Instant, type Interval, type LocalDate, type WallTime } from './time.ts'

export {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysFrom,
  isDate,
  isoWeek,
  mondayOf,
  weekdayOf,
  yearOf,
} from './civil.ts'

// The instants of 0000-01-02 and 9999-12-30: within them every zone's wall date has four digits, so it sorts as text.
const EARLIEST = -62_167_132_800_000
const LATEST = 253_402_128_000_000
const MANY = 40_000

type ZoneMemory = {
  format: Intl.DateTimeFormat
  /** UTC day → offset in ms, or null when the offset changes within that day. */
  days: Map<number, number | null>
  /** Minute (UTC) → offset in ms, only for days with a change (Gaza has changed at 00:01). */
  minutes: Map<number, number>
}

const memories = new Map<string, ZoneMemory>()
let lastName = ''
let lastMemory: ZoneMemory | null = null

function memoryOf(zone: string): ZoneMemory {
  if (lastMemory !== null && zone === lastName) return lastMemory
  let memory = memories.get(zone)
  if (memory === undefined) {
    memory = { format: formatIn(zone), days: new Map(), minutes: new Map() }
    memories.set(zone, memory)
  }
  lastName = zone
  lastMemory = memory
  return memory
}

function formatIn(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}

/** Asks ICU: what the clock on the wall says, minus UTC. About 3 µs, which is why the answers are remembered. */
function askOffset(memory: ZoneMemory, instant: Instant): number {
  const read = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
  let beforeChrist = false
  for (const part of memory.format.formatToParts(instant)) {
    if (part.type in read) read[part.type as keyof typeof read] = Number(part.value)
    else if (part.type === 'era') beforeChrist = part.value.startsWith('B')
  }
  const year = beforeChrist ? 1 - read.year : read.year
  const wall =
    dayNumberOf(year, read.month, read.day) * DAY +
    (read.hour % 24) * HOUR +
    read.minute * MINUTE +
    read.second * SECOND
  return wall - Math.floor(instant / SECOND) * SECOND
}

/** Offset of `zone` from UTC at an instant, in ms (east positive). Throws RangeError for a zone that `isZone` denies. */
export function offsetAt(instant: Instant, zone: string): number {
  const memory = memoryOf(zone)
  const day = Math.floor(instant / DAY)
  let offset = memory.days.get(day)
  if (offset === undefined) {
    const noon = askOffset(memory, within(day * DAY + DAY / 2))
    const constant =
      askOffset(memory, within(day * DAY)) === noon && askOffset(memory, within(day * DAY + DAY - SECOND)) === noon
    offset = constant ? noon : null
    if (memory.days.size > MANY) memory.days.clear()
    memory.days.set(day, offset)
  }
  if (offset !== null) return offset
  const minute = Math.floor(instant / MINUTE)
  let fine = memory.minutes.get(minute)
  if (fine === undefined) {
    fine = askOffset(memory, within(minute * MINUTE))
    if (memory.minutes.size > MANY) memory.minutes.clear()
    memory.minutes.set(minute, fine)
  }
  return fine
}

function within(instant: Instant): Instant {
  return Math.min(LATEST, Math.max(EARLIEST, instant))
}

/** True for the name of a time zone that this machine knows (`Asia/Shanghai`, `UTC`); offsets such as `+08:00` are no names. */
export function isZone(name: string): boolean {
  if (memories.has(name)) return true
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false
  try {
    formatIn(name)
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which the wall clock in `zone` shows `wall`. Minute 1440 is the next day's midnight.
 * A reading that the clock skips (spring) moves forward by the length of the gap: Berlin 02:30 becomes 03:30.
 * A reading that comes twice (autumn) is the first of the two.
 */
export function toInstant(wall: WallTime, zone: string): Instant {
  return wallToInstant(dayNumber(wall.date) * DAY + wall.minute * MINUTE, zone)
}

/** As `toInstant`, for a wall reading in ms since 1970-01-01 00:00 on the wall (files carry seconds). */
export function wallToInstant(local: number, zone: string): Instant {
  const before = offsetAt(local - DAY, zone)
  const after = offsetAt(local + DAY, zone)
  if (before === after) return local - before
  const early = local - Math.max(before, after)
  const late = local - Math.min(before, after)
  if (early + offsetAt(early, zone) === local) return early
  if (late + offsetAt(late, zone) === local) return late
  return local - before
}

/**
 * The first instant at which the wall clock has reached a reading (ms since 1970-01-01 00:00 on the wall): as `wallToInstant`, but in a gap it is the moment of
 * the change itself. For edges: hours that close at 02:15 on the night when 02:00 becomes 03:00 close at the change, not at 03:15.
 */
export function wallEdge(local: number, zone: string): Instant {
  const instant = wallToInstant(local, zone)
  const gap = instant + offsetAt(instant, zone) - local
  if (gap <= 0) return instant
  const after = offsetAt(instant, zone)
  let low = Math.floor((instant - gap) / MINUTE)
  let high = Math.floor(instant / MINUTE)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle * MINUTE, zone) === after) high = middle
    else low = middle
  }
  return high * MINUTE
}

/** What the wall clock in `zone` shows at an instant; seconds are cut off. */
export function toWall(instant: Instant, zone: string): WallTime {
  const at = within(instant)
  const local = at + offsetAt(at, zone)
  const day = Math.floor(local / DAY)
  return { date: dateOfDayNumber(day), minute: Math.floor((local - day * DAY) / MINUTE) }
}

/** The wall date in `zone` at an instant. */
export function dateOf(instant: Instant, zone: string): LocalDate {
  const at = within(instant)
  return dateOfDayNumber(Math.floor((at + offsetAt(at, zone)) / DAY))
}

/** From midnight to midnight on the wall: 23 or 25 hours when the clock changes, 0 on a day that a zone skipped altogether. */
export function dayInterval(date: LocalDate, zone: string): Interval {
  const local = dayNumber(date) * DAY
  return { start: wallEdge(local, zone), end: wallEdge(local + DAY, zone) }
}

/** From the first midnight of `from` to the midnight that begins `to`: the half-open period of reports. */
export function daysInterval(from: LocalDate, to: LocalDate, zone: string): Interval {
  return { start: wallEdge(dayNumber(from) * DAY, zone), end: wallEdge(dayNumber(to) * DAY, zone) }
}
