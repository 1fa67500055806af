import type { CalendarDay } from '../../../shared/operations/centre.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { dayKind } from '../../../shared/scheduling/calendar.ts'
import { yearOf } from '../../../shared/scheduling/civil.ts'
import { dateOf, daysInterval, isDate } from '../../../shared/scheduling/zone.ts'
import type { Context, Facts, Handlers } from '../context.ts'

const facts = (day: CalendarDay): Facts => ({ ...day })
const found = (context: Context, date: string) =>
  context.memory.workingCalendar().days.find((each) => each.date === date) ?? null

function badDates(days: readonly { date: string }[], year: number | null, path: string): Refusal[] {
  const seen = new Set<string>()
  return days.flatMap(({ date }, index): Refusal[] => {
    const where = `${path}.${index}.date`
    if (!isDate(date)) return [{ code: 'badInput', path: where, why: 'badFormat', given: date }]
    if (year !== null && yearOf(date) !== year)
      return [{ code: 'badInput', path: where, why: 'notAllowedValue', given: date }]
    if (seen.has(date)) return [{ code: 'badInput', path: where, why: 'twice', given: date }]
    seen.add(date)
    return []
  })
}

/** The working calendar: statutory holidays, make-up workdays 调休, the centre's own days off (R-60..62). */
export const calendarHandlers = {
  'calendar.range'({ memory }, { from, to }) {
    const { days, years } = memory.workingCalendar()
    return done({
      days: days.filter((day) => day.date >= from && day.date <= to),
      years: years.filter(({ year }) => year >= yearOf(from) && year <= yearOf(to)),
    })
  },

  'calendar.setDay'(context, { day: wanted }) {
    if (!isDate(wanted.date))
      return refuse({ code: 'badInput', path: 'day.date', why: 'badFormat', given: wanted.date })
    const was = found(context, wanted.date)
    const day: CalendarDay = {
      date: wanted.date,
      kind: wanted.kind,
      name: wanted.name,
      nameEn: wanted.nameEn ?? '',
      note: wanted.note ?? '',
      source: 'manual',
    }
    context.stores.centre.saveDay(day)
    context.record('calendar', day.date, was === null ? null : facts(was), facts(day))
    return done(day)
  },

  'calendar.clearDay'(context, { date }) {
    const was = found(context, date)
    if (was === null) return refuse({ code: 'notFound', what: 'calendarDay', id: date })
    context.stores.centre.removeDay(date)
    context.record('calendar', date, facts(was), null)
    return done({})
  },

  'calendar.importYear'(context, { year, source, days }) {
    const mistakes = badDates(days, year, 'days')
    if (mistakes.length > 0) return refuse(...mistakes)
    const { stores, memory, record } = context
    const { zone } = memory.settings()
    const first = `${year}-01-01`
    const next = `${year + 1}-01-01`
    const before = memory.calendar()
    const old = memory.workingCalendar().days.filter((each) => yearOf(each.date) === year)
    // The centre's own days off are no part of the notice: they stay unless the notice names the day.
    for (const day of old) if (day.source !== 'manual') stores.centre.removeDay(day.date)
    for (const day of days) stores.centre.saveDay({ nameEn: '', note: '', ...clean(day), source: 'official' })
    stores.centre.saveYear({ year, known: true, source })
    record('calendar', String(year), { days: old.length }, { days: days.length, source })
    const after = memory.calendar()
    const affected = stores.bookings
      .range({ interval: daysInterval(first, next, zone), statuses: ['tentative', 'pending', 'confirmed'] })
      .filter(({ start, end }) => {
        const days = [dateOf(start, zone), dateOf(end - 1, zone)]
        return days.some((date) => dayKind(date, before) !== dayKind(date, after))
      })
    return done({ days: days.length, affectedBookingIds: affected.map((each) => each.id) })
  },
} satisfies Partial<Handlers>

type Given = Omit<CalendarDay, 'source' | 'nameEn' | 'note'> & {
  nameEn?: string | undefined
  note?: string | undefined
}

function clean({
  nameEn,
  note,
  ...day
}: Given): Omit<CalendarDay, 'source' | 'nameEn' | 'note'> & Partial<CalendarDay> {
  return { ...day, ...(nameEn === undefined ? {} : { nameEn }), ...(note === undefined ? {} : { note }) }
}
