import type { WorkingCalendar } from '../../shared/operations/centre.ts'
import { countWorkdays, indexCalendar } from '../../shared/scheduling/calendar.ts'
import { fill } from './fill.ts'
import { makeupDays, shortDate } from './makeupDays.ts'
import type { Period } from './periods.ts'
import type { ReportWords } from './words.ts'

const MOST_MAKEUP_DAYS = 3

/** `18 个工作日，含 10/10 调休上班`, and for years without a notice that their holidays are not published. */
export function workdayLine(period: Period, calendar: WorkingCalendar, words: ReportWords): string {
  const { workdays, unknownYears } = countWorkdays(period.from, period.to, indexCalendar(calendar))
  const clauses = [fill(words.workdays, { count: workdays })]
  const days = makeupDays(calendar, period)
  if (days.length > 0) {
    const listed = days.slice(0, MOST_MAKEUP_DAYS).map(shortDate).join(words.listMark)
    const all = days.length > MOST_MAKEUP_DAYS ? `${listed} ${fill(words.andMore, { count: days.length })}` : listed
    clauses.push(fill(words.withMakeup, { days: all }))
  }
  if (unknownYears.length > 0) clauses.push(fill(words.unknownYears, { years: unknownYears.join(words.yearMark) }))
  return clauses.join(words.clauseMark)
}
