import type { CalendarDay, CalendarYear, WorkingCalendar } from '../operations/centre.ts'
import type { LocalDate } from './time.ts'
import { addDays } from './zone.ts'

/*
 * The holidays and make-up workdays of the State Council's yearly notices, as data.
 * Source: package chinese-days 1.5.7 (MIT), dist/chinese-days.json, which a test compares with this table day by day.
 * Its functions are not used: they read dates in the machine's zone.
 */

type Festival = { name: string; nameEn: string }
/** A run of days off, and the weekend days worked in return. */
type Arrangement = { festival: Festival; from: LocalDate; days: number; makeup: LocalDate[] }

const newYear: Festival = { name: '元旦', nameEn: "New Year's Day" }
const spring: Festival = { name: '春节', nameEn: 'Spring Festival' }
const tombSweeping: Festival = { name: '清明', nameEn: 'Tomb-sweeping Day' }
const labour: Festival = { name: '劳动节', nameEn: 'Labour Day' }
const dragonBoat: Festival = { name: '端午', nameEn: 'Dragon Boat Festival' }
const midAutumn: Festival = { name: '中秋', nameEn: 'Mid-autumn Festival' }
const national: Festival = { name: '国庆节', nameEn: 'National Day' }

const arrangements: Arrangement[] = [
  { festival: newYear, from: '2024-01-01', days: 1, makeup: [] },
  { festival: spring, from: '2024-02-10', days: 8, makeup: ['2024-02-04', '2024-02-18'] },
  { festival: tombSweeping, from: '2024-04-04', days: 3, makeup: ['2024-04-07'] },
  { festival: labour, from: '2024-05-01', days: 5, makeup: ['2024-04-28', '2024-05-11'] },
  { festival: dragonBoat, from: '2024-06-10', days: 1, makeup: [] },
  { festival: midAutumn, from: '2024-09-15', days: 3, makeup: ['2024-09-14'] },
  { festival: national, from: '2024-10-01', days: 7, makeup: ['2024-09-29', '2024-10-12'] },

  { festival: newYear, from: '2025-01-01', days: 1, makeup: [] },
  { festival: spring, from: '2025-01-28', days: 8, makeup: ['2025-01-26', '2025-02-08'] },
  { festival: tombSweeping, from: '2025-04-04', days: 3, makeup: [] },
  { festival: labour, from: '2025-05-01', days: 5, makeup: ['2025-04-27'] },
  { festival: dragonBoat, from: '2025-05-31', days: 3, makeup: [] },
  { festival: national, from: '2025-10-01', days: 5, makeup: ['2025-09-28', '2025-10-11'] },
  { festival: midAutumn, from: '2025-10-06', days: 1, makeup: [] },
  { festival: national, from: '2025-10-07', days: 2, makeup: [] },

  { festival: newYear, from: '2026-01-01', days: 3, makeup: ['2026-01-04'] },
  { festival: spring, from: '2026-02-15', days: 9, makeup: ['2026-02-14', '2026-02-28'] },
  { festival: tombSweeping, from: '2026-04-04', days: 3, makeup: [] },
  { festival: labour, from: '2026-05-01', days: 5, makeup: ['2026-05-09'] },
  { festival: dragonBoat, from: '2026-06-19', days: 3, makeup: [] },
  { festival: midAutumn, from: '2026-09-25', days: 3, makeup: [] },
  { festival: national, from: '2026-10-01', days: 7, makeup: ['2026-09-20', '2026-10-10'] },
]

/** The days that the law of 2024-11-10 names for 2027; which days around them are worked or off is not published yet. */
const statutoryOnly: Arrangement[] = [
  { festival: newYear, from: '2027-01-01', days: 1, makeup: [] },
  { festival: spring, from: '2027-02-05', days: 4, makeup: [] },
  { festival: tombSweeping, from: '2027-04-05', days: 1, makeup: [] },
  { festival: labour, from: '2027-05-01', days: 2, makeup: [] },
  { festival: dragonBoat, from: '2027-06-09', days: 1, makeup: [] },
  { festival: midAutumn, from: '2027-09-15', days: 1, makeup: [] },
  { festival: national, from: '2027-10-01', days: 3, makeup: [] },
]

function spread(list: readonly Arrangement[], source: CalendarDay['source'], note: string): CalendarDay[] {
  return list
    .flatMap(({ festival, from, days, makeup }): CalendarDay[] => [
      ...Array.from({ length: days }, (_, index): CalendarDay => ({
        date: addDays(from, index),
        kind: 'holiday',
        ...festival,
        source,
        note,
      })),
      ...makeup.map((date): CalendarDay => ({
        date,
        kind: 'makeup',
        name: `${festival.name}调休上班`,
        nameEn: `Make-up workday for ${festival.nameEn}`,
        source,
        note,
      })),
    ])
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Years with the State Council's arrangement, and the day its notice appeared (domain facts §4.3). 2027 is not known: nothing is guessed. */
export const stateCouncilYears: CalendarYear[] = [
  { year: 2024, known: true, source: '国务院办公厅通知 2023-10-25' },
  { year: 2025, known: true, source: '国务院办公厅通知 2024-11-12' },
  { year: 2026, known: true, source: '国务院办公厅通知 2025-11-04' },
  { year: 2027, known: false, source: '法定(调休待公布)' },
]

/** Holidays and make-up workdays 2024–2026, and the statutory days of 2027 marked as such; sorted by date. */
export const stateCouncilDays: CalendarDay[] = [
  ...spread(arrangements, 'official', ''),
  ...spread(statutoryOnly, 'statutory', '法定(调休待公布)'),
]

/** What a new centre starts with. */
export const stateCouncilCalendar: WorkingCalendar = { days: stateCouncilDays, years: stateCouncilYears }
