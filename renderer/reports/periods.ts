import type { LocalDate } from '../../shared/scheduling/time.ts'
import { addDays, daysBetween, mondayOf, yearOf } from '../../shared/scheduling/zone.ts'

export const presets = [
  'week',
  'lastMonth',
  'quarter',
  'firstHalf',
  'secondHalf',
  'year',
  'schoolYear',
  'custom',
] as const
export type Preset = (typeof presets)[number]
/** Half-open days: `to` is the first day after. */
export type Period = { from: LocalDate; to: LocalDate }

function monthStart(year: number, month: number): LocalDate {
  const moved = year * 12 + (month - 1)
  return `${String(Math.floor(moved / 12)).padStart(4, '0')}-${String((moved % 12) + 1).padStart(2, '0')}-01`
}

function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7))
}

/** `count` months from the first of `month`. */
function months(year: number, month: number, count: number): Period {
  return { from: monthStart(year, month), to: monthStart(year, month + count) }
}

/**
 * The half-open days of a preset as seen from `today` on the centre's wall. Weeks begin on Monday; a half-year is the one of this year
 * that has begun, else last year's; a school year runs from 1 September to 31 August.
 */
export function periodOf(preset: Exclude<Preset, 'custom'>, today: LocalDate): Period {
  const year = yearOf(today)
  const month = monthOf(today)
  switch (preset) {
    case 'week':
      return { from: mondayOf(today), to: addDays(mondayOf(today), 7) }
    case 'lastMonth':
      return months(year, month - 1, 1)
    case 'quarter':
      return months(year, month - ((month - 1) % 3), 3)
    case 'firstHalf':
      return months(year, 1, 6)
    case 'secondHalf':
      return months(month >= 7 ? year : year - 1, 7, 6)
    case 'year':
      return months(year, 1, 12)
    case 'schoolYear':
      return months(month >= 9 ? year : year - 1, 9, 12)
  }
}

/** The period that a preset's figures are compared with: the week, month, quarter … before; for days of one's own the same number of days. */
export function periodBefore(preset: Preset, { from, to }: Period): Period {
  const back = { week: 0, lastMonth: 1, quarter: 3, firstHalf: 6, secondHalf: 6, year: 12, schoolYear: 12, custom: 0 }
  const count = back[preset]
  if (count === 0) return { from: addDays(from, -daysBetween(from, to)), to: from }
  return months(yearOf(from), monthOf(from) - count, count)
}
