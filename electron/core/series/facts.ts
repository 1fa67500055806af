import type { Series, SeriesDate } from '../../../shared/operations/series.ts'
import type { Context, Facts } from '../context.ts'

/** What the journal keeps of a series: no words. */
export function seriesFacts(series: Series): Facts {
  const { id: _id, title: _title, occupantName: _name, note: _note, createdAt: _a, updatedAt: _b, ...facts } = series
  return facts
}

/** What the journal keeps of a date. Why it could not be booked is asked anew when it is tried again. */
export function dateFacts(date: SeriesDate): Facts {
  const { id: _id, refusals: _refusals, ...facts } = date
  return facts
}

/** Writes a series, new or changed, and its line in the journal. */
export function saveSeries({ stores, record }: Context, was: Series | null, series: Series): Series {
  stores.series.save(series)
  record('series', series.id, was === null ? null : seriesFacts(was), seriesFacts(series))
  return series
}

/** Writes a date, new or changed, and its line in the journal. */
export function saveDate({ stores, record }: Context, was: SeriesDate | null, date: SeriesDate): SeriesDate {
  stores.series.saveDate(date)
  record('series', date.id, was === null ? null : dateFacts(was), dateFacts(date))
  return date
}
