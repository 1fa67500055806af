import type { CalendarDay } from '../../../shared/operations/centre.ts'
import { addDays, daysBetween, isDate, weekdayOf, yearOf } from '../../../shared/scheduling/zone.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'

export type ImportDay = Pick<CalendarDay, 'date' | 'kind' | 'name' | 'nameEn'>
export type NoticeWhy = 'badDate' | 'otherYear' | 'twice' | 'badKind' | 'countDiffers' | 'weekdayDiffers' | 'badJson'
/** One wrong place of a pasted text: `line` counts from 1. */
export type NoticeFault = { line: number; text: string; why: NoticeWhy }
export type Notice = { days: ImportDay[]; faults: NoticeFault[] }

const english: Record<string, string> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Tomb-sweeping Day',
  清明节: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  端午节: 'Dragon Boat Festival',
  中秋: 'Mid-autumn Festival',
  中秋节: 'Mid-autumn Festival',
  国庆: 'National Day',
  国庆节: 'National Day',
}

const kinds: Record<string, ImportDay['kind']> = {}
const kindWords: [ImportDay['kind'], string][] = [
  ['holiday', '休 放假 假日 节假日 holiday public_holiday off true'],
  ['makeup', '班 上班 补班 调休上班 调休 makeup transfer_workday false'],
  ['rest', '休息 停 停业 rest'],
  ['workday', '工作日 workday'],
]
for (const [kind, words] of kindWords) for (const word of words.split(' ')) kinds[word] = kind

function dayOf(date: LocalDate, kind: ImportDay['kind'], festival: string): ImportDay {
  const name = festival.trim()
  const inEnglish = name
    .split('、')
    .map((part) => english[part] ?? '')
    .filter((part) => part !== '')
    .join(', ')
  if (kind !== 'makeup') return { date, kind, name, nameEn: inEnglish }
  return {
    date,
    kind,
    name: name === '' || name.includes('班') ? name : `${name}调休上班`,
    nameEn: inEnglish === '' ? '' : `Make-up workday for ${inEnglish}`,
  }
}

/**
 * Reads a year's holidays from what people have: the sentences of the State Council's notice (元旦：1月1日（周四）至3日（周六）放假调休，共3天。
 * 1月4日（周日）上班。), JSON lists, or lines of date, kind, name. Nothing is guessed: what cannot be read, contradicts its own weekday or
 * count, is named twice or lies in another year is answered as a fault.
 */
export function readNotice(text: string, year: number): Notice {
  const trimmed = text.trim()
  const read = /^[[{]/.test(trimmed) ? readJson(trimmed) : readLines(trimmed, year)
  const faults = [...read.faults]
  const seen = new Set<LocalDate>()
  const days = read.days.filter(({ date, line }) => {
    const why = yearOf(date) !== year ? 'otherYear' : seen.has(date) ? 'twice' : null
    seen.add(date)
    if (why !== null) faults.push({ line, text: date, why })
    return why === null
  })
  return {
    days: days
      .map(({ date, kind, name, nameEn }) => ({ date, kind, name, nameEn }))
      .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    faults: faults.toSorted((one, other) => one.line - other.line),
  }
}

type Placed = ImportDay & { line: number }
type Found = { days: Placed[]; faults: NoticeFault[] }

function wordAt(entry: unknown, key: string): string {
  const value = (entry as Record<string, unknown> | null)?.[key]
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''
}

function readJson(text: string): Found {
  const found: Found = { days: [], faults: [] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { days: [], faults: [{ line: 1, text: text.slice(0, 40), why: 'badJson' }] }
  }
  const holder = value as { days?: unknown; dates?: unknown }
  const list = Array.isArray(value) ? value : (holder.days ?? holder.dates)
  if (!Array.isArray(list)) return { days: [], faults: [{ line: 1, text: text.slice(0, 40), why: 'badJson' }] }
  list.forEach((entry: unknown, index) => {
    const date = wordAt(entry, 'date')
    const kind = kinds[(wordAt(entry, 'kind') || wordAt(entry, 'type') || wordAt(entry, 'isOffDay')).toLowerCase()]
    const name = wordAt(entry, 'name_cn') || wordAt(entry, 'name')
    const line = index + 1
    if (!isDate(date))
      found.faults.push({ line, text: date === '' ? JSON.stringify(entry).slice(0, 40) : date, why: 'badDate' })
    else if (kind === undefined) found.faults.push({ line, text: date, why: 'badKind' })
    else found.days.push({ ...dayOf(date, kind, name), line })
  })
  return found
}

function readLines(text: string, year: number): Found {
  const found: Found = { days: [], faults: [] }
  let festival = ''
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.normalize('NFKC').trim()
    const table = /^["']?(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2})日?["']?\s*[,;\t]\s*([^,;\t]*)(?:[,;\t]\s*(.*))?$/.exec(
      line,
    )
    if (table !== null) readRow(table, line, index + 1, found)
    else festival = readSentences(line, index + 1, year, festival, found)
  })
  return found
}

function readRow([, typed, kindWord, name = '']: RegExpExecArray, line: string, number: number, found: Found): void {
  const [y, m, d] = (typed ?? '').split(/\D+/)
  const date = `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
  const kind = kinds[(kindWord ?? '').replace(/["'\s]/g, '').toLowerCase()]
  if (!isDate(date)) found.faults.push({ line: number, text: typed ?? line, why: 'badDate' })
  else if (kind === undefined) found.faults.push({ line: number, text: line, why: 'badKind' })
  else found.days.push({ ...dayOf(date, kind, name.replace(/^["']|["']$/g, '')), line: number })
}

const weekdayWords = '一二三四五六日天'

/** Reads the sentences of one line under the festival named last, and answers the festival that holds after it. */
function readSentences(line: string, number: number, year: number, before: string, found: Found): string {
  let festival = before
  for (const sentence of line.split(/[。;]/)) {
    const heading = /(?:^|[一二三四五六七八九十\d]+[、.]\s*)([\p{Script=Han}、]{2,20}?):/u.exec(sentence)
    const rest = heading === null ? sentence : sentence.slice(heading.index + heading[0].length)
    if (heading?.[1] !== undefined) festival = heading[1].replace(/^[一二三四五六七八九十]+、/, '')
    let taken = 0
    for (const verb of rest.matchAll(/放假|休息|上班|补班/g)) {
      const part = rest.slice(taken, verb.index)
      taken = verb.index + verb[0].length
      const kind = verb[0] === '放假' || verb[0] === '休息' ? 'holiday' : 'makeup'
      const dates = datesIn(part, number, year, found)
      if (kind === 'holiday' && dates.length > 0) {
        const said = /^[^。]*?共\s*(\d+)\s*天/.exec(rest.slice(taken))?.[1]
        if (said !== undefined && Number(said) !== dates.length)
          found.faults.push({ line: number, text: `${part.trim()}${verb[0]}`.slice(0, 40), why: 'countDiffers' })
      }
      for (const date of dates) found.days.push({ ...dayOf(date, kind, festival), line: number })
    }
  }
  return festival
}

/** The days that a phrase names: single ones, lists, and runs with 至; a month is carried on (`1月1日至3日`). */
function datesIn(part: string, line: number, year: number, found: Found): LocalDate[] {
  const dates: LocalDate[] = []
  let month = ''
  let inYear = String(year)
  let end = 0
  const pattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g
  for (const match of part.matchAll(pattern)) {
    const [text, y, m, d = '', aside = ''] = match
    inYear = y ?? inYear
    month = m ?? month
    const date = `${inYear}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`
    const joins = /^[^日]*[至到~—–-]\s*$/.test(part.slice(end, match.index))
    end = match.index + text.length
    if (!isDate(date)) {
      found.faults.push({ line, text, why: 'badDate' })
      continue
    }
    const named = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(aside)?.[1]
    if (named !== undefined && Math.min(weekdayWords.indexOf(named), 6) !== weekdayOf(date))
      found.faults.push({ line, text, why: 'weekdayDiffers' })
    const last = dates.at(-1)
    if (joins && last !== undefined && last < date)
      for (let step = 1; step <= daysBetween(last, date); step += 1) dates.push(addDays(last, step))
    else dates.push(date)
  }
  return dates
}
