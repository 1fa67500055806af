import type { CalendarDay, CalendarYear, Settings } from '../../shared/operations/centre.ts'
import type { Connection } from './connect.ts'
import type { CentreStore } from './stores.ts'

type DayRow = { date: string; kind: string; name: string; name_en: string; source: string; note: string }
type YearRow = { year: number; known: number; source: string }

/** Settings, one row a name, and the days that differ from Monday–Friday. */
export function openCentreStore(db: Connection): CentreStore {
  const settings = db.prepare<[], [string, string]>('SELECT name, value FROM setting').raw()
  const set = db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const days = db.prepare<[], DayRow>('SELECT date, kind, name, name_en, source, note FROM calendar_day ORDER BY date')
  const years = db.prepare<[], YearRow>('SELECT year, known, source FROM calendar_year ORDER BY year')
  const saveDay = db.prepare(
    `INSERT INTO calendar_day (date, kind, name, name_en, source, note) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, name = excluded.name, name_en = excluded.name_en,
       source = excluded.source, note = excluded.note`,
  )
  const removeDay = db.prepare('DELETE FROM calendar_day WHERE date = ?')
  const saveYear = db.prepare(
    `INSERT INTO calendar_year (year, known, source) VALUES (?, ?, ?)
     ON CONFLICT (year) DO UPDATE SET known = excluded.known, source = excluded.source`,
  )
  const removeYear = db.prepare('DELETE FROM calendar_year WHERE year = ?')

  return {
    settings() {
      const rows = settings.all()
      return rows.length === 0
        ? null
        : (Object.fromEntries(rows.map(([name, value]) => [name, JSON.parse(value) as unknown])) as Settings)
    },
    saveSettings(next) {
      for (const [name, value] of Object.entries(next)) set.run(name, JSON.stringify(value))
    },
    calendar: () => ({
      days: days.all().map((row): CalendarDay => ({
        date: row.date,
        kind: row.kind as CalendarDay['kind'],
        name: row.name,
        nameEn: row.name_en,
        source: row.source as CalendarDay['source'],
        note: row.note,
      })),
      years: years.all().map((row): CalendarYear => ({ year: row.year, known: row.known === 1, source: row.source })),
    }),
    saveDay: (day) => void saveDay.run(day.date, day.kind, day.name, day.nameEn, day.source, day.note),
    removeDay: (date) => void removeDay.run(date),
    saveYear: ({ year, known, source }) => void saveYear.run(year, known ? 1 : 0, source),
    removeYear: (year) => void removeYear.run(year),
  }
}
