import { addDays, yearOf } from '../../shared/scheduling/zone.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import type { Language } from '../../shared/text/moments.ts'
import { files as en } from '../../shared/text/en/files.ts'
import { files as zh } from '../../shared/text/zh/files.ts'

export type Words = typeof zh

/** The words of exported files in one language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en
}

/** Puts values into a pattern: `{{year}}年`. */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''))
}

/** How people name a half-open period: 2026年, 2026年上半年, 2026年第3季度, 2026年7月, else its first and last day. */
export function periodLabel(from: LocalDate, to: LocalDate, words: Words): string {
  const year = yearOf(from)
  const starts = from.slice(5)
  const ends = to.slice(5)
  const nextYear = yearOf(to) === year + 1
  if (starts === '01-01' && ends === '01-01' && nextYear) return fill(words.year, { year })
  if (starts === '01-01' && to === `${year}-07-01`) return fill(words.firstHalf, { year })
  if (starts === '07-01' && ends === '01-01' && nextYear) return fill(words.secondHalf, { year })
  const month = Number(from.slice(5, 7))
  if (from.endsWith('-01') && to === firstOfMonth(year, month + 3) && month % 3 === 1) {
    return fill(words.quarter, { year, quarter: (month + 2) / 3 })
  }
  if (from.endsWith('-01') && to === firstOfMonth(year, month + 1)) return fill(words.month, { year, month })
  const last = addDays(to, -1)
  return last === from ? fill(words.oneDay, { from }) : fill(words.days, { from, to: last })
}

function firstOfMonth(year: number, month: number): LocalDate {
  const over = month > 12
  return `${over ? year + 1 : year}-${String(over ? month - 12 : month).padStart(2, '0')}-01`
}

/** A file name without what Windows forbids, the date of making written 20260701. */
export function fileNameOf(pattern: string, values: { period?: string; made: LocalDate }, extension: string): string {
  const name = fill(pattern, { period: values.period ?? '', made: values.made.replaceAll('-', '') })
  return `${name.replace(/[<>:"/\\|?*\p{Cc}]/gu, '-')}.${extension}`
}
