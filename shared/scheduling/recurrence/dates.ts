import { addDays, dayNumber } from '../civil.ts'
import { dayStatus, isWorkday, type CalendarIndex } from '../calendar.ts'
import type { LocalDate } from '../time.ts'
import { expandDates, MOST_DATES } from './expand.ts'
import type { RecurrenceRule } from './rule.ts'

/** What a series does on a day that is no workday: be there all the same, leave it out, or come on the next working day. 调休 Saturdays are workdays. */
export type DayMode = 'keep' | 'skip' | 'next'

/** Dates of a series: by a rule, or picked by hand (BK-06). `extra` are added to the rule's (RDATE), `left` left out (EXDATE). */
export type DatesSpec = {
  rule: RecurrenceRule | null
  start: LocalDate
  extra: readonly LocalDate[]
  left: readonly LocalDate[]
  dayMode: DayMode
}

/**
 * One date of a series. `date` is the day the rule gives and the name of the occurrence for good; `day` where it takes place, null when it does not. `why`: the day is no
 * workday (with its name when it has one), or another occurrence already took the next working day.
 */
export type SeriesDate = {
  date: LocalDate
  day: LocalDate | null
  why: 'notWorkday' | 'sameDay' | 'leftOut' | null
  name: string | null
}

/** A working day is looked for within this many days; the longest holiday with its bridge days is shorter. */
const FARTHEST = 31

/** The dates of a series in order, those that do not take place too: they stay visible and can be brought back (BK-09). */
export function seriesDates(spec: DatesSpec, calendar: CalendarIndex): SeriesDate[] {
  const given = spec.rule === null ? [] : expandDates(spec.rule, spec.start)
  const dates = [...new Set([...given, ...spec.extra])].sort().slice(0, MOST_DATES)
  const left = new Set(spec.left)
  const taken = new Set<LocalDate>(
    spec.dayMode === 'next' ? dates.filter((date) => !left.has(date) && isWorkday(date, calendar)) : [],
  )
  return dates.map((date): SeriesDate => {
    if (left.has(date)) return { date, day: null, why: 'leftOut', name: null }
    if (spec.dayMode === 'keep' || isWorkday(date, calendar)) return { date, day: date, why: null, name: null }
    const { day } = dayStatus(date, calendar)
    const name = day === null || day.name === '' ? null : day.name
    if (spec.dayMode === 'skip') return { date, day: null, why: 'notWorkday', name }
    const next = nextWorkday(date, calendar)
    if (next === null) return { date, day: null, why: 'notWorkday', name }
    if (taken.has(next)) return { date, day: null, why: 'sameDay', name }
    taken.add(next)
    return { date, day: next, why: 'notWorkday', name }
  })
}

function nextWorkday(date: LocalDate, calendar: CalendarIndex): LocalDate | null {
  for (let ahead = 1; ahead <= FARTHEST; ahead += 1) {
    const day = addDays(date, ahead)
    if (isWorkday(day, calendar)) return day
  }
  return null
}

/** How many days a rule's dates are apart at the least; Infinity for one date. A series whose occurrences are longer meets itself (CF-10). */
export function closest(dates: readonly LocalDate[]): number {
  let least = Infinity
  for (let index = 1; index < dates.length; index += 1)
    least = Math.min(least, dayNumber(dates[index]!) - dayNumber(dates[index - 1]!))
  return least
}
