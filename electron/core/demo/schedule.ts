import type { CalendarIndex } from '../../../shared/scheduling/calendar.ts'
import type { Instant, LocalDate } from '../../../shared/scheduling/time.ts'
import { openCasting } from './casting.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { fillOrdinaryDays } from './ordinary.ts'
import { frameOf, type Frame } from './plan.ts'
import { showcaseCodes, showcaseDay } from './showcase.ts'
import { addOffices, addSpecials } from './specials.ts'

export type Schedule = { frame: Frame; ledger: Ledger; missed: string[] }

/**
 * Plans the whole demo: the named cases first, then ordinary days around them. Pure: the same seed, days and calendar give the same plan.
 * `setUpAt`: when the centre began, so that long lets follow it. `missed` lists named cases for which there was no room (none by default).
 */
export function planSchedule(
  seed: number,
  from: LocalDate,
  to: LocalDate,
  zone: string,
  calendar: CalendarIndex,
  setUpAt: Instant,
): Schedule {
  const frame = frameOf(from, to, zone, calendar)
  const workshop = { frame, ledger: openLedger(calendar, zone), casting: openCasting(frame), seed }
  addOffices(workshop, setUpAt)
  const missed = addSpecials(workshop)
  const scripted = frame.workday(showcaseDay)
  fillOrdinaryDays(workshop, (date, code) => date === scripted && showcaseCodes.has(code))
  return { frame, ledger: workshop.ledger, missed }
}
