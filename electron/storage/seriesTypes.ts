import type { Series, SeriesDate } from '../../shared/operations/series.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'

/** The words of a series that can be erased; the journal holds none. */
export type SeriesWords = { title: string; occupantName: string; note: string }
export type SeriesStore = {
  /** The next printed number of a year, e.g. `S26-000012`. */
  nextNo: (year: number) => string
  /** Writes a series, new or changed. Words that change are kept for their version. */
  save: (series: Series) => void
  byId: (id: string) => Series | null
  /** Newest first, of one team or of all (null). */
  newest: (teamId: string | null, limit: number) => Series[]
  wordsAt: (id: string, version: number) => SeriesWords | null
  /** Writes a date, new or changed. */
  saveDate: (date: SeriesDate) => void
  date: (seriesId: string, date: LocalDate) => SeriesDate | null
  dateById: (id: string) => SeriesDate | null
  /** In order of their dates. */
  dates: (seriesId: string) => SeriesDate[]
  /** Dates from a day on that could not be booked, of all series. */
  missing: (from: LocalDate, limit: number) => SeriesDate[]
}
