import { dayNumber, isDate } from '../../shared/scheduling/civil.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/scheduling/time.ts'
import { wallToInstant } from '../../shared/scheduling/zone.ts'

/** What a cell says of time. Wall readings are ms since 1970-01-01 00:00 on the wall; `timeOfDay` is ms since midnight. */
export type TimeReading =
  | { is: 'instant'; at: number }
  | { is: 'wall'; at: number }
  | { is: 'date'; day: number }
  | { is: 'timeOfDay'; ms: number }

// Excel counts days from 1899-12-30 (its 1900 was a leap year); 25569 is 1970-01-01.
const EXCEL_EPOCH_DAY = 25_569
// 1990-01-01 … 2100-01-01: outside, a bare number is no date.
const FIRST_SERIAL = 32_874
const LAST_SERIAL = 73_051

/** Full-width digits, colons and dashes to plain ones; Chinese and wave dashes to `-`. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[—–‒−~〜至到]+/g, '-')
    .replace(/[﹕∶]/g, ':')
    .trim()
}

/**
 * Reads a date, a time, or both, as Chinese and international offices write them (domain-zh.md §4.7): ISO with or without
 * an offset, 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日, 11月24日, 24.11.2026, Excel serials, 9:00, 9：00, 9点半, 下午2:30.
 * Null when it is none of these, when the day does not exist, or when 3/4/2026 could be either of two days.
 */
export function readTime(cell: string | number, year: number): TimeReading | null {
  if (typeof cell === 'number') return readSerial(cell)
  const text = plain(cell)
    .replace(
      /\((周|星期|礼拜)?[一二三四五六日天]\)|(周|星期|礼拜)[一二三四五六日天]|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\b/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return null
  if (/^\d{1,5}(\.\d+)?$/.test(text) && !/^\d{1,2}\.\d{2}$/.test(text)) return readSerial(Number(text))
  const offset = /^(.*\d)\s*(Z|[+-]\d{2}:?\d{2})$/i.exec(text)
  if (offset && /\d[T ]\d{1,2}:/.test(text)) {
    const wall = readWall(offset[1]!, year)
    const shift = readOffset(offset[2]!)
    return wall?.is === 'wall' && shift !== null ? { is: 'instant', at: wall.at - shift } : null
  }
  return readWall(text, year)
}

function readOffset(text: string): number | null {
  if (/^z$/i.test(text)) return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2))
  if (hours > 14 || minutes > 59) return null
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}

/** An Excel serial: whole days since 1899-12-30, the fraction is the time of day. Below 1 it is a time alone. */
function readSerial(serial: number): TimeReading | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  if (serial <= 1) return { is: 'timeOfDay', ms: serial === 1 ? DAY : seconds * SECOND }
  if (serial < FIRST_SERIAL || serial >= LAST_SERIAL) return null
  const day = Math.floor(serial) - EXCEL_EPOCH_DAY
  return seconds === 0 ? { is: 'date', day } : { is: 'wall', at: day * DAY + seconds * SECOND }
}

function readWall(text: string, year: number): TimeReading | null {
  const date = readDate(text, year)
  if (date === null) {
    const ms = readTimeOfDay(text)
    return ms === null ? null : { is: 'timeOfDay', ms }
  }
  const rest = text.slice(date.length).replace(/^(T|\s|,)+/i, '')
  if (rest === '') return { is: 'date', day: date.day }
  const ms = readTimeOfDay(rest)
  return ms === null ? null : { is: 'wall', at: date.day * DAY + ms }
}

function readDate(text: string, year: number): { day: number; length: number } | null {
  const full =
    /^(\d{4})\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?(?=$|[\sT,]|[上下晚中凌早]|(?<=[日号])\d)/i.exec(
      text,
    )
  if (full) return existing(Number(full[1]), Number(full[3]), Number(full[4]), full[0].length)
  const chinese = /^(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/.exec(text)
  if (chinese) return existing(year, Number(chinese[1]), Number(chinese[2]), chinese[0].length)
  const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[\sT])/i.exec(text)
  if (compact) return existing(Number(compact[1]), Number(compact[2]), Number(compact[3]), compact[0].length)
  const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?=$|[\s,T])/i.exec(text)
  if (!yearLast) return null
  const [first, second, last] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])]
  if (yearLast[2] === '.' || first > 12) return existing(last, second, first, yearLast[0].length)
  if (second > 12 || first === second) return existing(last, first, second, yearLast[0].length)
  return null
}

function existing(year: number, month: number, day: number, length: number): { day: number; length: number } | null {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  if (year < 1970 || !isDate(date)) return null
  return { day: dayNumber(date), length }
}

/** Time of day in ms; 24:00 is the day's end; 次日2:00 is 26:00. Null when it is no time. */
export function readTimeOfDay(given: string): number | null {
  const text = plain(given)
  const match =
    /^(次日|第二天|翌日)?\s*(凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚|am|pm)?\s*(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?|\s?[点时](?:\s?(\d{1,2})\s?分?|(半)|(整))?)?\s*(am|pm|a\.m\.|p\.m\.)?$/i.exec(
      text,
    )
  if (!match) return null
  const word = (match[2] ?? match[9] ?? '').toLowerCase().replaceAll('.', '')
  const bare = match[4] === undefined && !/[点时]/.test(text)
  if (bare && word === '') return null
  let hours = Number(match[3])
  const minutes = match[7] ? 30 : Number(match[4] ?? match[6] ?? 0)
  const seconds = Number(match[5] ?? 0)
  if (minutes > 59 || seconds > 59 || hours > 24) return null
  if (/^(下午|傍晚|晚上|晚|pm)$/.test(word) && hours < 12) hours += 12
  if (word === '中午' && hours < 11) hours += 12
  if (/^(am|凌晨)$/.test(word) && hours === 12) hours = 0
  if (hours === 24 && (minutes > 0 || seconds > 0)) return null
  return (match[1] ? DAY : 0) + hours * HOUR + minutes * MINUTE + seconds * SECOND
}

/** Splits `9：00-11：30`, `9:00~11:30`, `9:00至11:30`; null when the text is no pair of times. */
export function readTimeRange(text: string): { from: number; until: number } | null {
  const parts = plain(text).split(/\s*-+\s*/)
  if (parts.length !== 2) return null
  const from = readTimeOfDay(parts[0]!)
  let until = readTimeOfDay(parts[1]!)
  if (from === null || until === null) return null
  // 下午2:00-4:30: the word before the first time holds for the second.
  if (until <= from && until < DAY / 2 && from >= DAY / 2 && /^(下午|晚上|晚|傍晚)/.test(plain(text))) until += DAY / 2
  return { from, until }
}

/** The instant of a reading. A time of day needs the `day` of another column; null when there is none. A bare date is its midnight. */
export function toInstantOf(reading: TimeReading, day: number | null, zone: string): number | null {
  if (reading.is === 'instant') return reading.at
  if (reading.is === 'wall') return wallToInstant(reading.at, zone)
  if (reading.is === 'date') return wallToInstant(reading.day * DAY, zone)
  return day === null ? null : wallToInstant(day * DAY + reading.ms, zone)
}
