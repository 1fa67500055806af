import type { Period } from '../../operations/fields.ts'
import { addDays, mondayOf } from '../civil.ts'
import type { Instant, Interval, LocalDate } from '../time.ts'
import { dateOf, daysInterval } from '../zone.ts'

const first = (year: number, month: number): LocalDate => {
  const whole = year * 12 + month
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}-01`
}

/** The period of the wall calendar that holds a date: its first day, and the first day after it. */
export function periodDates(date: LocalDate, per: Period): { from: LocalDate; to: LocalDate } {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7)) - 1
  switch (per) {
    case 'day':
      return { from: date, to: addDays(date, 1) }
    case 'week': {
      const from = mondayOf(date)
      return { from, to: addDays(from, 7) }
    }
    case 'month':
      return { from: first(year, month), to: first(year, month + 1) }
    case 'quarter': {
      const opening = month - (month % 3)
      return { from: first(year, opening), to: first(year, opening + 3) }
    }
    case 'year':
      return { from: first(year, 0), to: first(year + 1, 0) }
  }
}

/** The period that holds an instant, as an interval of instants. */
export function periodAt(instant: Instant, per: Period, zone: string): Interval {
  const { from, to } = periodDates(dateOf(instant, zone), per)
  return daysInterval(from, to, zone)
}
