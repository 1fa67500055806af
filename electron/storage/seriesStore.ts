import type { Series, SeriesDate } from '../../shared/operations/series.ts'
import type { Connection } from './connect.ts'
import { assertSeal, sealOf, type Value } from './seal.ts'
import type { SeriesStore, SeriesWords } from './stores.ts'
import { flag, openTable, type Row } from './table.ts'

const columns = [
  'id',
  'no',
  'status',
  'rule',
  'start_date',
  'extra',
  'left_out',
  'day_mode',
  'from_minute',
  'minutes',
  'resources',
  'title',
  'team_id',
  'project_id',
  'occupant_id',
  'occupant_name',
  'head_count',
  'confidential',
  'service_kind',
  'note',
  'booker_id',
  'split_from',
  'created_at',
  'updated_at',
  'version',
]
const dateColumns = ['id', 'series_id', 'date', 'day', 'state', 'own', 'why', 'refusals', 'booking_id']

/** Series, their dates and the words they had. */
export function openSeriesStore(db: Connection): SeriesStore {
  const table = openTable(db, 'series', columns)
  const newest = table.rows('ORDER BY created_at DESC, id LIMIT ?')
  const ofTeam = table.rows('WHERE team_id = ? ORDER BY created_at DESC, id LIMIT ?')
  const next = db
    .prepare<[string], number>(
      `INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
    )
    .pluck()
  const words = 'title, occupant_name AS occupantName, note'
  const wordsNow = db.prepare<[string], SeriesWords & { version: number }>(
    `SELECT ${words}, version FROM series WHERE id = ?`,
  )
  const wordsThen = db.prepare<[string, number], SeriesWords>(
    `SELECT ${words} FROM series_words WHERE series_id = ? AND version >= ? ORDER BY version LIMIT 1`,
  )
  const keepWords = db.prepare(
    `INSERT INTO series_words (series_id, version, title, occupant_name, note) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (series_id, version) DO NOTHING`,
  )
  const dates = openDates(db)

  return {
    nextNo(year) {
      return `S${String(year % 100).padStart(2, '0')}-${String(next.get(`series:${year}`)!).padStart(6, '0')}`
    },
    save(series) {
      const was = wordsNow.get(series.id)
      if (
        was !== undefined &&
        (was.title !== series.title || was.occupantName !== series.occupantName || was.note !== series.note)
      )
        keepWords.run(series.id, was.version, was.title, was.occupantName, was.note)
      table.save(valuesOf(series))
    },
    byId(id) {
      const row = table.byId(id)
      return row === null ? null : toSeries(row)
    },
    newest: (teamId, limit) => (teamId === null ? newest(limit) : ofTeam(teamId, limit)).map(toSeries),
    wordsAt(id, version) {
      const now = wordsNow.get(id)
      if (now === undefined || version < 1 || version > now.version) return null
      const { title, occupantName, note } = wordsThen.get(id, version) ?? now
      return { title, occupantName, note }
    },
    ...dates,
  }
}

/** The dates: written and read whole series at a time, so without names for the values. */
function openDates(db: Connection): Pick<SeriesStore, 'saveDate' | 'date' | 'dateById' | 'dates' | 'missing'> {
  const all = [...dateColumns, 'seal']
  const save = db.prepare(
    `INSERT INTO series_date (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${all
       .slice(1)
       .map((each) => `${each} = excluded.${each}`)
       .join(', ')}`,
  )
  const select = `SELECT ${all.join(', ')} FROM series_date`
  const raw = (rest: string) => db.prepare<Value[], Value[]>(`${select} ${rest}`).raw()
  const byId = raw('WHERE id = ?')
  const byName = raw('WHERE series_id = ? AND date = ?')
  const ofSeries = raw('WHERE series_id = ? ORDER BY date')
  const missing = raw("WHERE state = 'missing' AND date >= ? ORDER BY date LIMIT ?")
  const one = (row: Value[] | undefined) => (row === undefined ? null : toDate(row))
  return {
    saveDate(each) {
      const values = dateValues(each)
      save.run(...values, sealOf(values))
    },
    date: (seriesId, date) => one(byName.get(seriesId, date)),
    dateById: (id) => one(byId.get(id)),
    dates: (seriesId) => ofSeries.all(seriesId).map(toDate),
    missing: (from, limit) => missing.all(from, limit).map(toDate),
  }
}

function dateValues(each: SeriesDate): Value[] {
  return [
    each.id,
    each.seriesId,
    each.date,
    each.day,
    each.state,
    flag(each.own),
    each.why,
    each.refusals.length === 0 ? '[]' : JSON.stringify(each.refusals),
    each.bookingId,
  ]
}

function toDate(row: Value[]): SeriesDate {
  const values = row.slice(0, dateColumns.length)
  assertSeal('series_date', String(row[0]), values, Number(row[dateColumns.length]))
  const [id, seriesId, date, day, state, own, why, refusals, bookingId] = values
  return {
    id: id as string,
    seriesId: seriesId as string,
    date: date as string,
    day: day as string | null,
    state: state as SeriesDate['state'],
    own: own === 1,
    why: why as SeriesDate['why'],
    refusals: JSON.parse(refusals as string) as unknown[],
    bookingId: bookingId as string | null,
  }
}

function valuesOf(each: Series): Value[] {
  return [
    each.id,
    each.no,
    each.status,
    each.rule === null ? null : JSON.stringify(each.rule),
    each.start,
    JSON.stringify(each.extra),
    JSON.stringify(each.left),
    each.dayMode,
    each.from,
    each.minutes,
    JSON.stringify(each.resources),
    each.title,
    each.teamId,
    each.projectId,
    each.occupantId,
    each.occupantName,
    each.headCount,
    flag(each.confidential),
    each.serviceKind,
    each.note,
    each.bookerId,
    each.splitFrom,
    each.createdAt,
    each.updatedAt,
    each.version,
  ]
}

function toSeries(row: Row): Series {
  const json = (column: string): unknown => JSON.parse(row[column] as string)
  return {
    id: row['id'] as string,
    no: row['no'] as string,
    status: row['status'] as Series['status'],
    rule: row['rule'] === null ? null : (json('rule') as Series['rule']),
    start: row['start_date'] as string,
    extra: json('extra') as Series['extra'],
    left: json('left_out') as Series['left'],
    dayMode: row['day_mode'] as Series['dayMode'],
    from: row['from_minute'] as number,
    minutes: row['minutes'] as number,
    resources: json('resources') as Series['resources'],
    title: row['title'] as string,
    teamId: row['team_id'] as string | null,
    projectId: row['project_id'] as string | null,
    occupantId: row['occupant_id'] as string | null,
    occupantName: row['occupant_name'] as string,
    headCount: row['head_count'] as number | null,
    confidential: row['confidential'] === 1,
    serviceKind: row['service_kind'] as Series['serviceKind'],
    note: row['note'] as string,
    bookerId: row['booker_id'] as string,
    splitFrom: row['split_from'] as string | null,
    createdAt: row['created_at'] as number,
    updatedAt: row['updated_at'] as number,
    version: row['version'] as number,
  }
}
