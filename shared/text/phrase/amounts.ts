import { numberOf, numeral } from './plain.ts'
import { each, type Reading } from './reading.ts'

const MOST_MINUTES = 14_400
const hours = '(?:个?\\s?小时|个?钟头?|个?xiaoshi|h(?:ours?|rs?)?(?![a-z]))'
const minutes = '(?:分钟?|fenzhong|min(?:ute)?s?\\b\\.?|m(?![a-z0-9]))'
const amount = `(?<![\\d.:])(\\d{1,4}(?:\\.\\d{1,2})?|[零〇一二两兩三四五六七八九十]{1,3}|an?(?= )|half an?(?= ))`

/** Reads lengths: 90分, 2小时, 两个半小时, 半小时, 一小时30分, 三刻钟, 1h30, 1.5 h, for 90 min, half an hour. */
export function readLengths(reading: Reading): void {
  const take = (value: number) => {
    const whole = Math.round(value)
    if (reading.found.minutes !== null || !(whole >= 5 && whole <= MOST_MINUTES)) return false
    reading.found.minutes = whole
    return true
  }
  const read = (pattern: string, length: (match: RegExpMatchArray) => number) =>
    each(reading, new RegExp(`(?:\\bfor\\s+)?${pattern}`, 'g'), 'minutes', (match) => take(length(match)))
  const value = (text: string) => {
    if (text.startsWith('half')) return 0.5
    return /^an?$/.test(text) ? 1 : numberOf(text)
  }
  read(`${amount}\\s?个半\\s?(?:小时|钟头?)`, (match) => numberOf(match[1]!) * 60 + 30)
  read(`${amount}\\s?小时半`, (match) => numberOf(match[1]!) * 60 + 30)
  read(
    `${amount}\\s?${hours}\\s?(?:零|and\\s)?\\s?(${numeral})\\s?${minutes}`,
    (match) => value(match[1]!) * 60 + numberOf(match[2]!),
  )
  read(`${amount}\\s?h(\\d{2})(?![\\da-z])`, (match) => value(match[1]!) * 60 + Number(match[2]))
  read('(?:半个?\\s?(?:小时|钟头)|half\\s(?:an\\s)?hour\\b)', () => 30)
  read(`([一三两二]?)刻钟`, (match) => (match[1] === '' ? 15 : numberOf(match[1]!) * 15))
  read(`${amount}\\s?${hours}`, (match) => value(match[1]!) * 60)
  read(`${amount}\\s?${minutes}`, (match) => value(match[1]!))
}

/** Reads head counts: 3人, 十二位, 6个人, 8座, 6 people, for 4 persons. */
export function readHeads(reading: Reading): void {
  const pattern = `(?:\\b(?:for|with)\\s+)?(?<![\\d.:-])(\\d{1,4}|[一二两兩三四五六七八九十]{1,3})\\s?(?:个\\s?人|人(?![工事民行才物])|位(?!置)|名(?![称])|座(?!谈)|ren\\b|(?:people|persons?|pax|ppl|seats?|heads?|attendees|guests)\\b)`
  each(reading, new RegExp(pattern, 'g'), 'heads', (match) => {
    const heads = numberOf(match[1]!)
    if (reading.found.heads !== null || !(heads >= 1)) return false
    reading.found.heads = heads
    return true
  })
}
