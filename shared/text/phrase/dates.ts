import { addDays, isDate, mondayOf, yearOf } from '../../scheduling/civil.ts'
import type { LocalDate } from '../../scheduling/time.ts'
import { numberOf, numeral } from './plain.ts'
import { COVER, each, type Reading } from './reading.ts'

const days: readonly [RegExp, number][] = [
  [/大后天|dahoutian/g, 3],
  [/后天|houtian|\b(?:the )?day after (?:tomorrow|tmrw?)\b/g, 2],
  [/明天|明日|mingtian|\b(?:tomorrow|tmrw?|tomo)\b/g, 1],
  [/今天|今日|jintian|\btoday\b/g, 0],
]
/** 明晚 says the day and the part of the day: only the day is taken here. */
const shortDays: readonly [RegExp, number][] = [
  [/后(?=[早晚])/g, 2],
  [/明(?=[早晚])/g, 1],
  [/今(?=[早晚])|\bto(?=night\b)/g, 0],
]
const english = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const englishDay =
  '(mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const englishMonth =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekNames = '一二三四五六日天'

/** Reads the days: 今天, 明天, 后天, 大后天, 周三, 本周三, 下周三, 下下周三, 周末, 下周, 11月25日, 25号, 2026-11-25, tomorrow, next wed, 25 nov, and ranges of them. */
export function readDates(reading: Reading, today: LocalDate): void {
  const found: { from: LocalDate; to: LocalDate; at: number; end: number }[] = []
  const take = (match: RegExpMatchArray, from: LocalDate, to = from) => {
    if (!isDate(from) || !isDate(to) || found.length >= 8) return false
    found.push({ from, to, at: match.index!, end: match.index! + match[0].length })
    return true
  }
  const read = (pattern: RegExp, dateOf: (match: RegExpMatchArray) => LocalDate | null) =>
    each(reading, pattern, 'date', (match) => {
      const date = dateOf(match)
      return date !== null && take(match, date)
    })
  const monday = mondayOf(today)

  read(/(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号]?/g, (match) =>
    ymd(Number(match[1]), Number(match[2]), Number(match[3])),
  )
  each(
    reading,
    new RegExp(`(${numeral})\\s*月\\s*(${numeral})\\s*[日号]?\\s*(?:-|~|到|至)\\s*(${numeral})\\s*[日号]`, 'g'),
    'date',
    (match) => {
      const from = coming(numberOf(match[1]!), numberOf(match[2]!), today)
      const to = from === null ? null : ymd(yearOf(from), numberOf(match[1]!), numberOf(match[3]!))
      return from !== null && to !== null && to >= from && take(match, from, to)
    },
  )
  read(new RegExp(`(?:(明年|今年)\\s*)?(${numeral})\\s*月\\s*(${numeral})\\s*[日号]?`, 'g'), (match) => {
    const [month, day] = [numberOf(match[2]!), numberOf(match[3]!)]
    if (match[1] === undefined) return coming(month, day, today)
    return ymd(yearOf(today) + (match[1] === '明年' ? 1 : 0), month, day)
  })
  read(/(?<![\d/.:-])(\d{1,2})\/(\d{1,2})(?![\d/:])/g, (match) => coming(Number(match[1]), Number(match[2]), today))
  read(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${englishMonth}\\b\\.?`, 'g'), (match) =>
    coming(months.indexOf(match[2]!.slice(0, 3)) + 1, Number(match[1]), today),
  )
  read(new RegExp(`\\b${englishMonth}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)`, 'g'), (match) =>
    coming(months.indexOf(match[1]!.slice(0, 3)) + 1, Number(match[2]), today),
  )
  each(reading, /(下{0,2})(?:个?)(?:本|这)?(?:周|星期|礼拜)末|\b(next |this )?weekend\b/g, 'date', (match) => {
    const weeks = match[1]?.length ?? 0
    const saturday = addDays(monday, 5 + 7 * (match[2] === 'next ' ? 1 : weeks))
    return take(match, saturday, addDays(saturday, 1))
  })
  each(
    reading,
    /(下{0,2})个?(?:本|这)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])(?!\d)(?:\s*(?:-|~|到|至)\s*(?:周|星期|礼拜)?([一二三四五六日天])(?![点时:\d十]))?/g,
    'date',
    (match) => {
      const weeks = match[1]!.length
      const named = weeks > 0 || /[本这]/.test(match[0])
      let from = addDays(monday, 7 * weeks + weekday(match[2]!))
      // 周三 said on a Friday is the coming one.
      if (!named && from < today) from = addDays(from, 7)
      if (match[3] === undefined) return take(match, from)
      const to = addDays(from, (weekday(match[3]) - weekday(match[2]!) + 7) % 7)
      return take(match, from, to)
    },
  )
  each(
    reading,
    /(下{1,2}|本|这)个?(?:周|星期|礼拜)(?![一二三四五六日天末\d])|\b(next|this) week\b/g,
    'date',
    (match) => {
      const weeks = match[1]?.startsWith('下') ? match[1].length : match[2] === 'next' ? 1 : 0
      return take(match, weeks === 0 ? today : addDays(monday, 7 * weeks), addDays(monday, 7 * weeks + 6))
    },
  )
  read(new RegExp(`\\b(next |this |on |coming )?${englishDay}\\b\\.?`, 'g'), (match) => {
    const date = addDays(monday, english.indexOf(match[2]!.slice(0, 3)))
    if (match[1] === 'next ') return addDays(date, 7)
    return match[1] === 'this ' || date >= today ? date : addDays(date, 7)
  })
  for (const [pattern, count] of [...days, ...shortDays]) read(pattern, () => addDays(today, count))
  read(new RegExp(`(?<![\\d月.])(${numeral})[日号](?![楼室厅机位会台])`, 'g'), (match) => {
    const day = numberOf(match[1]!)
    if (!(day >= 1 && day <= 31)) return null
    const thisMonth = `${today.slice(0, 8)}${String(day).padStart(2, '0')}`
    if (isDate(thisMonth) && thisMonth >= today) return thisMonth
    const [year, month] = [yearOf(today), Number(today.slice(5, 7))]
    return month === 12 ? ymd(year + 1, 1, day) : ymd(year, month + 1, day)
  })
  settle(reading, found)
}

function settle(reading: Reading, found: { from: LocalDate; to: LocalDate; at: number; end: number }[]): void {
  found.sort((a, b) => a.at - b.at)
  const [first, second] = found
  if (first === undefined) return
  let { from, to } = first
  // 周三到下周一: two days with nothing but a word of range between them.
  if (second !== undefined && /^\s*(?:-|~|到|至|to)\s*$/.test(reading.plain.slice(first.end, second.at)))
    if (second.to >= from) {
      to = second.to
      const gap = reading.plain.slice(first.end, second.at)
      reading.plain = reading.plain.slice(0, first.end) + COVER.repeat(gap.length) + reading.plain.slice(second.at)
    }
  reading.found.dates = { from, to }
}

function weekday(sign: string): number {
  if (/[1-7]/.test(sign)) return Number(sign) - 1
  return Math.min(6, weekNames.indexOf(sign))
}

function ymd(year: number, month: number, day: number): LocalDate | null {
  const pad = (value: number) => String(value).padStart(2, '0')
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  return isDate(date) ? date : null
}

/** The day of this year, or of the next when this year's is more than two months gone. */
function coming(month: number, day: number, today: LocalDate): LocalDate | null {
  const date = ymd(yearOf(today), month, day)
  if (date === null || date >= addDays(today, -60)) return date ?? ymd(yearOf(today) + 1, month, day)
  return ymd(yearOf(today) + 1, month, day)
}
