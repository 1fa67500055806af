import type { Input } from '../../../shared/operations/index.ts'
import type { SeriesChoice } from '../../../shared/operations/series.ts'
import { weekdayOf } from '../../../shared/scheduling/civil.ts'
import type { DayMode } from '../../../shared/scheduling/recurrence/dates.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { requestOf, type BookingForm } from '../form.ts'
import { wallLength } from '../presets.ts'

export const repeatKinds = [
  'none',
  'daily',
  'weekly',
  'fortnight',
  'monthDay',
  'monthNth',
  'yearly',
  'picked',
  'custom',
] as const
export type RepeatKind = (typeof repeatKinds)[number]
export const repeatUnits = ['daily', 'weekly', 'monthly', 'yearly'] as const
export const dayModes = ['keep', 'skip', 'next'] as const satisfies readonly DayMode[]

/** How a booking repeats, as the form holds it; texts as typed. */
export type Repeat = {
  kind: RepeatKind
  dayMode: DayMode
  end: 'count' | 'until'
  count: string
  until: LocalDate | null
  /** 0 = Monday; empty: the day of the first date. */
  weekdays: number[]
  every: string
  unit: (typeof repeatUnits)[number]
  picked: LocalDate[]
  /** What a person decided about single dates. */
  choices: SeriesChoice[]
}

/** Does not repeat; when it is made to, eight times, without days off. */
export const noRepeat: Repeat = {
  kind: 'none',
  dayMode: 'skip',
  end: 'count',
  count: '8',
  until: null,
  weekdays: [],
  every: '1',
  unit: 'weekly',
  picked: [],
  choices: [],
}

type Rule = NonNullable<Input<'series.create'>['request']['rule']>

const wholeNumber = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0)

/** Which weekday of its month a date is: the fifth is called the last (−1). */
export function nthOf(date: LocalDate): number {
  const nth = Math.ceil(Number(date.slice(8)) / 7)
  return nth === 5 ? -1 : nth
}

/** The rule, or null when dates are picked by hand. */
export function ruleOf(repeat: Repeat, date: LocalDate): Rule | null {
  const { kind, unit } = repeat
  const end = repeat.end === 'count' ? { count: wholeNumber(repeat.count) } : { until: repeat.until ?? date }
  const chosen = repeat.weekdays.length > 0 ? repeat.weekdays : [weekdayOf(date)]
  const byWeekday = chosen.map((weekday) => ({ weekday }))
  switch (kind) {
    case 'none':
    case 'picked':
      return null
    case 'daily':
      return { freq: 'daily', ...end }
    case 'weekly':
      return { freq: 'weekly', byWeekday, ...end }
    case 'fortnight':
      return { freq: 'weekly', interval: 2, byWeekday, ...end }
    case 'monthDay':
      return { freq: 'monthly', byMonthDay: [Number(date.slice(8))], ...end }
    case 'monthNth':
      return { freq: 'monthly', byWeekday: [{ weekday: weekdayOf(date), nth: nthOf(date) }], ...end }
    case 'yearly':
      return { freq: 'yearly', ...end }
    case 'custom':
      return {
        freq: unit,
        interval: wholeNumber(repeat.every),
        ...(unit === 'weekly' ? { byWeekday } : {}),
        ...end,
      }
  }
}

/** True when the core can say something about its dates. */
export function previewable(form: BookingForm, repeat: Repeat): boolean {
  if (repeat.kind === 'none' || form.places.length === 0 || wallLength(form.when) < 5) return false
  return repeat.end === 'count' ? wholeNumber(repeat.count) > 0 : repeat.until !== null
}

/** The form and how it repeats as the core takes it. */
export function seriesRequestOf(form: BookingForm, repeat: Repeat, zone: string): Input<'series.create'>['request'] {
  const { start: _start, end: _end, holdUntil: _hold, ...content } = requestOf(form, zone)
  const { date, from } = form.when
  const extra = repeat.kind === 'picked' ? [...new Set([date, ...repeat.picked])].sort() : []
  return {
    ...content,
    rule: ruleOf(repeat, date),
    start: extra[0] ?? date,
    extra,
    dayMode: repeat.dayMode,
    from,
    minutes: wallLength(form.when),
  }
}

/** The choices with one date decided anew; null: as the series has it. */
export function withChoice(choices: readonly SeriesChoice[], date: LocalDate, choice: Partial<SeriesChoice> | null) {
  const others = choices.filter((each) => each.date !== date)
  if (choice === null) return others
  const known = choices.find((each) => each.date === date)
  return [...others, { skip: false, ...known, ...choice, date }]
}
