import type { Refusal } from '../../refusals.ts'
import { addDays, isDate } from '../civil.ts'
import { seriesDates, type DatesSpec } from '../recurrence/dates.ts'
import { expandDates, LONGEST_SERIES_DAYS, MOST_DATES } from '../recurrence/expand.ts'
import { DAY_MINUTES, type Interval, type LocalDate, type WallMinute } from '../time.ts'
import { toInstant } from '../zone.ts'

/** Dates and clock time of a series: `from` on the wall clock and the length in wall minutes, so that both stay through every change of the clock. */
export type SeriesTimes = DatesSpec & { from: WallMinute; minutes: number }

type Bad = Extract<Refusal, { code: 'badInput' }>
const bad = (path: string, why: Bad['why'], more: Pick<Bad, 'limit' | 'given'> = {}): Bad => ({
  code: 'badInput',
  path,
  why,
  ...more,
})

/**
 * What is wrong with the dates of a series, each with the field it is in: a rule without an end, one that runs for more than three years or
 * gives no date at all, more dates than a series may have. Looked at before anything is judged; a rule is never expanded beyond its limits.
 */
export function checkDates(spec: DatesSpec): Refusal[] {
  const { rule, start, extra, left } = spec
  const wrong: Refusal[] = []
  if (!isDate(start)) wrong.push(bad('start', 'badFormat', { given: start }))
  const named = [
    ...extra.map((date, index) => ({ date, path: `extra.${index}` })),
    ...left.map((date, index) => ({ date, path: `left.${index}` })),
    ...(rule?.until == null ? [] : [{ date: rule.until, path: 'rule.until' }]),
  ]
  for (const { date, path } of named) if (!isDate(date)) wrong.push(bad(path, 'badFormat', { given: date }))
  if (wrong.length > 0) return wrong.slice(0, 20)
  const last = addDays(start, LONGEST_SERIES_DAYS)
  extra.forEach((date, index) => {
    if (date < start) wrong.push(bad(`extra.${index}`, 'tooSmall', { given: date }))
    if (date > last) wrong.push(bad(`extra.${index}`, 'tooLarge', { limit: LONGEST_SERIES_DAYS, given: date }))
  })
  if (wrong.length > 0) return wrong.slice(0, 20)
  if (rule === null) return extra.length === 0 ? [bad('extra', 'required')] : []
  if (rule.count === null && rule.until === null) return [bad('rule.until', 'required')]
  if (rule.until !== null && rule.until < start) return [bad('rule.until', 'endBeforeStart', { given: rule.until })]
  if (rule.until !== null && rule.until > last)
    return [bad('rule.until', 'tooLarge', { limit: LONGEST_SERIES_DAYS, given: rule.until })]
  const dates = expandDates(rule, start)
  if (dates.length === 0 && extra.length === 0) return [bad('rule', 'notAllowedValue')]
  if (rule.count !== null && rule.until === null && dates.length < rule.count)
    return [bad('rule.count', 'tooLarge', { limit: Math.max(1, dates.length) })]
  if (new Set([...dates, ...extra]).size > MOST_DATES) return [bad('extra', 'tooLarge', { limit: MOST_DATES })]
  return []
}

/** When an occurrence on a day begins and ends: both read from the wall clock, whatever the clock does in between. */
export function occurrenceTime(day: LocalDate, times: Pick<SeriesTimes, 'from' | 'minutes'>, zone: string): Interval {
  const until = times.from + times.minutes
  return {
    start: toInstant({ date: day, minute: times.from }, zone),
    end: toInstant({ date: addDays(day, Math.floor(until / DAY_MINUTES)), minute: until % DAY_MINUTES }, zone),
  }
}

/** The dates before `date`, as the part of a series that stays when a change begins there: the rule ends on the day before. */
export function datesBefore(spec: DatesSpec, date: LocalDate): DatesSpec {
  const until = addDays(date, -1)
  return {
    ...spec,
    rule: spec.rule === null ? null : { ...spec.rule, count: null, until },
    extra: spec.extra.filter((each) => each < date),
    left: spec.left.filter((each) => each < date),
  }
}

/** The dates from `date` on as a series of its own: what is left of the count, and a rhythm that goes on as it was. */
export function datesFrom(spec: DatesSpec, date: LocalDate): DatesSpec {
  const { rule } = spec
  const given = rule === null ? [] : expandDates(rule, spec.start)
  const rest = given.filter((each) => each >= date)
  const first = rest[0]
  const over = rule === null || first === undefined
  const extra = spec.extra.filter((each) => each >= date)
  return {
    ...spec,
    rule: over ? null : { ...rule, count: rule.count === null ? null : rest.length },
    start: over ? (extra[0] ?? date) : extra.reduce((least, each) => (each < least ? each : least), first),
    // A date added by hand before the rule's next one would shift the rhythm: then every date is kept by name instead.
    ...(over || extra.every((each) => each >= first)
      ? { extra }
      : { rule: null, start: [...extra, ...rest].sort()[0]!, extra: [...new Set([...extra, ...rest])].sort() }),
    left: spec.left.filter((each) => each >= date),
  }
}

/** The day on which a date of the series would be, also one that is left out now. */
export function dayFor(spec: DatesSpec, date: LocalDate, calendar: Parameters<typeof seriesDates>[1]): LocalDate {
  const found = seriesDates({ ...spec, left: spec.left.filter((each) => each !== date) }, calendar)
  return found.find((each) => each.date === date)?.day ?? date
}
