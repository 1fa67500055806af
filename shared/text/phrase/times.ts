import type { Understood } from '../../operations/find.ts'
import type { WallMinute } from '../../scheduling/time.ts'
import { numberOf, numeral } from './plain.ts'
import { each, type Reading } from './reading.ts'

type PartOfDay = NonNullable<Understood['partOfDay']>

const partWords: readonly [string, PartOfDay][] = [
  ['凌晨|半夜|深夜|lingchen', 'night'],
  ['上午|早上|早晨|清晨|午前|早(?![期餐])|shangwu|zaoshang|\\bmorning\\b', 'morning'],
  ['中午|正午|午间|zhongwu|\\bnoon\\b|\\blunch(?:time)?\\b|\\bmidday\\b', 'noon'],
  ['下午|午后|xiawu|\\bafternoon\\b', 'afternoon'],
  ['晚上|傍晚|夜里|晚间|夜间|晚(?![会宴餐])|wanshang|\\bevening\\b|\\bnight\\b', 'evening'],
  ['全天|整天|一整天|一天|quantian|\\b(?:all|whole|full)[ -]day\\b', 'day'],
]
const anyPart = partWords.map(([words]) => words).join('|')
const partOf = (word: string): PartOfDay => partWords.find(([words]) => new RegExp(`^(?:${words})$`).test(word))![1]

// 14:00, 14点, 2点半, 七点三刻, 14点30分, 2pm, 2:30 pm. The hour alone counts only with 点, 时, am or pm.
const clockTime = `(?<![\\d.])(?:(\\d{1,2})\\s?:\\s?(\\d{2})(?!\\d)|(${numeral})\\s?(?:点钟?|时(?![间段长]))(?:\\s?(半(?!个|小)|一刻|三刻|整)|((?:[0-5]?\\d|[零〇一二三四五六七八九十]{1,3})(?=分(?!钟))|[0-5]\\d(?!\\d|\\s?[人位名个座分hm]))(?:分(?!钟))?)?|(\\d{1,2})(?=\\s?[ap]\\.?m))(?:\\s?([ap])\\.?m\\b\\.?)?`
const between = '\\s*(?:-|~|到|至|\\bto\\b|\\buntil\\b|\\btill\\b)\\s*'

type Time = { minute: WallMinute; sure: boolean }

/** Minute of the day from the groups of `clockTime`. `sure`: said on the 24-hour clock or with a part of the day. */
function timeOf(groups: (string | undefined)[], part: PartOfDay | null): Time | null {
  const [hours, minutes, hour, word, rest, englishHour, half] = groups
  const value = numberOf(hours ?? hour ?? englishHour ?? '')
  const past = minutes === undefined ? restOf(word ?? rest) : Number(minutes)
  if (!(value <= 24) || !(past < 60)) return null
  const written = hours !== undefined && hours.length === 2
  const meridiem = half === undefined ? null : half === 'p'
  const shifted = shift(value, part, meridiem, written)
  const minute = shifted * 60 + past
  if (minute > 1440) return null
  return { minute, sure: part !== null || meridiem !== null || written || value >= 13 }
}

function shift(hour: number, part: PartOfDay | null, pm: boolean | null, written: boolean): number {
  if (pm !== null) return hour >= 12 ? (hour === 12 && !pm ? 0 : hour) : hour + (pm ? 12 : 0)
  if (part === 'afternoon') return hour < 12 ? hour + 12 : hour
  if (part === 'evening') return hour === 12 ? 24 : hour < 12 && hour >= 4 ? hour + 12 : hour < 4 ? hour + 24 : hour
  if (part === 'noon') return hour < 4 ? hour + 12 : hour
  if (part === 'morning' || part === 'night') return part === 'night' && hour === 12 ? 0 : hour
  // Nobody books a room at three in the night: 3点 is the afternoon.
  return hour >= 1 && hour < 8 && !written ? hour + 12 : hour
}

function restOf(rest: string | undefined): number {
  if (rest === undefined || rest === '' || rest === '整') return 0
  if (rest === '半') return 30
  if (rest === '一刻') return 15
  return rest === '三刻' ? 45 : numberOf(rest.replace(/^[零〇]/, ''))
}

/** Reads clock times, ranges of them and parts of the day. `now` is the wall minute of today, for 现在. */
export function readTimes(reading: Reading, now: WallMinute): void {
  const { found } = reading
  const ranges = new RegExp(
    `(?:(${anyPart})\\s*)?(?:\\b(?:from|between)\\s+)?${clockTime}${between}(?:(${anyPart})\\s*)?${clockTime}`,
    'g',
  )
  each(reading, ranges, 'time', (match) => {
    if (found.from !== null) return false
    const part = match[1] === undefined ? null : partOf(match[1])
    const second = match[9] === undefined ? part : partOf(match[9])
    return takeRange(reading, match.slice(2, 9), match.slice(10, 17), part, second)
  })
  // 下午2-4点, 14-16点, 2-4pm: the first hour has no word of its own.
  const shortRange = new RegExp(`(?:(${anyPart})\\s*)?(?<![\\d.:])(${numeral})${between}${clockTime}`, 'g')
  each(reading, shortRange, 'time', (match) => {
    if (found.from !== null) return false
    const part = match[1] === undefined ? null : partOf(match[1])
    const first = [undefined, undefined, match[2], undefined, undefined, undefined, match[9]]
    return takeRange(reading, first, match.slice(3, 10), part, part)
  })
  const single = new RegExp(
    `(?:(${anyPart})\\s*(?:的|at\\s)?\\s*)?(?:\\b(?:at|from|by)\\s+)?${clockTime}(?:\\s*(?:开始|起|(?:in the )?(\\bmorning\\b|\\bafternoon\\b|\\bevening\\b)))?`,
    'g',
  )
  each(reading, single, 'time', (match) => {
    if (found.from !== null) return false
    const word = match[1] ?? match[9]
    const part = word === undefined ? null : partOf(word)
    const time = timeOf(match.slice(2, 9), part)
    if (time === null) return false
    found.from = Math.min(time.minute, 1440)
    return true
  })
  each(reading, /现在|马上|立刻|\b(?:right )?now\b|\basap\b/g, 'time', () => {
    if (found.from !== null || found.dates !== null) return false
    found.from = Math.ceil(now / 15) * 15
    return found.from <= 1440
  })
  each(reading, new RegExp(anyPart, 'g'), 'time', (match) => {
    if (found.from !== null || found.partOfDay !== null) return false
    found.partOfDay = partOf(match[0])
    return true
  })
}

function takeRange(
  reading: Reading,
  first: (string | undefined)[],
  last: (string | undefined)[],
  part: PartOfDay | null,
  second: PartOfDay | null,
): boolean {
  const end = timeOf(last, second)
  if (end === null) return false
  let start = timeOf(first, part)
  if (start === null) return false
  let until = end.minute
  // 上午9点到2点, 9:30-1: the end that lies before the start is meant in the afternoon.
  if (until <= start.minute && !end.sure && until + 720 > start.minute) until += 720
  if (until <= start.minute && part === 'morning' && second === 'morning' && until + 720 > start.minute) until += 720
  // 10-12点 with an unsure 1…7 o'clock start that lies behind the end: 8 点以前 was the morning.
  if (until <= start.minute && !start.sure && start.minute - 720 >= 0) start = { ...start, minute: start.minute - 720 }
  if (until <= start.minute) until += 1440
  if (until - start.minute > 1440) return false
  reading.found.from = start.minute
  reading.found.until = until
  return true
}
