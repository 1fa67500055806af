import type { RuleRefusal } from '../../refusals.ts'
import { knob } from '../policy.ts'
import type { Situation } from '../situation.ts'
import type { LocalDate } from '../time.ts'
import { origin } from './rule.ts'

/**
 * Must hold: a series has at most so many dates and spans at most so many months at each of its places (0 = no limit; one date = no series there).
 * Exempt: nobody; a single booking is no series.
 * Waived by: manager, administrator.
 */
export function seriesFits(
  series: { resourceIds: readonly string[]; dates: readonly LocalDate[] },
  { places, policies }: Pick<Situation, 'places' | 'policies'>,
): RuleRefusal[] {
  const dates = series.dates.length
  if (dates <= 1) return []
  const months = monthsSpanned(series.dates)
  return series.resourceIds.flatMap((id) => {
    const resource = places.resources.get(id)
    if (resource === undefined) return []
    const most = knob(resource, policies, 'seriesDates')
    const longest = knob(resource, policies, 'seriesMonths')
    const found: RuleRefusal[] = []
    const refuse = (unit: 'dates' | 'months', asked: number, { value, level }: typeof most | typeof longest) => {
      if (value > 0 && asked > value)
        found.push({ code: 'seriesTooLong', unit, limit: value, asked, ...origin('seriesTooLong', id, level) })
    }
    refuse('dates', dates, most)
    refuse('months', months, longest)
    return found
  })
}

/** Months from the first date to the last, begun ones whole: 5 January to 5 February is one, to 6 February two. */
function monthsSpanned(dates: readonly LocalDate[]): number {
  const sorted = dates.toSorted()
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const months = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const whole = months(last) - months(first)
  return last.slice(8) > first.slice(8) ? whole + 1 : whole
}
