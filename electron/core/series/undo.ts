import type { Series, SeriesDate } from '../../../shared/operations/series.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { JournalRow } from '../../storage/stores.ts'
import type { Context } from '../context.ts'
import { dateFacts, seriesFacts } from './facts.ts'

/** Puts a series, or one of its dates, back to what a journal row says it was before. What was made is ended, what was booked for it is undone with its booking. */
export function undoSeries(context: Context, row: JournalRow): Refusal[] {
  const { stores, record, now } = context
  const date = stores.series.dateById(row.key)
  if (date !== null) {
    const gone: Partial<SeriesDate> = { state: 'cancelled', day: null, why: 'series', own: false }
    const target: SeriesDate = { ...date, ...((row.before as Partial<SeriesDate> | null) ?? gone), refusals: [] }
    stores.series.saveDate(target)
    record('series', date.id, dateFacts(date), { ...dateFacts(target), undone: row.seq })
    return []
  }
  const series = stores.series.byId(row.key)!
  const was = row.before as Partial<Series> | null
  const words = was === null ? null : stores.series.wordsAt(series.id, was.version!)
  const target: Series = {
    ...series,
    ...(was ?? { status: 'ended' }),
    ...words,
    version: series.version + 1,
    updatedAt: now,
  }
  stores.series.save(target)
  record('series', series.id, seriesFacts(series), { ...seriesFacts(target), undone: row.seq })
  return []
}
