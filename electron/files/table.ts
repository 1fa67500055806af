import { isZone, wallToInstant } from '../../shared/scheduling/zone.ts'
import { DAY } from '../../shared/scheduling/time.ts'
import {
  addFault,
  fitText,
  noFaults,
  oneLine,
  severalLines,
  type Faults,
  type ForeignRow,
  type ParsedFile,
  type ParseOptions,
} from './foreignRow.ts'
import { type ColumnField, type Columns, findHeader, missingFields } from './header.ts'
import { MAX_LONG_TEXT, MAX_ROWS } from './limits.ts'
import { readTime, readTimeRange, toInstantOf, type TimeReading } from './wallTime.ts'

/** A cell: text, a number, or a date cell of a spreadsheet as ms on the wall. */
export type Cell = string | number | { wallMs: number } | null
export type TableRow = { line: number; cells: readonly Cell[] }

const HEADER_WITHIN = 5
const footer = /^(合计|总计|小计|制表|审核|填报|负责人|单位[(（]|total|prepared|checked|说明[:：]|注[:：])/i

/** States in which an event does not take place; our own words and the usual ones. */
const calledOff = /^(已取消|取消|已驳回|驳回|作废|爽约|cancelled|canceled|rejected|no-show)$/i

/**
 * Rows of a table (CSV or a sheet) as events. The header may stand in the first five rows that are not blank; sums and
 * signatures below are skipped. Every wrong cell is a fault with its line and its column's name.
 */
export function readTable(table: readonly TableRow[], options: ParseOptions): ParsedFile {
  const faults = noFaults()
  const finish = (rows: ForeignRow[]): ParsedFile => ({ rows, faults: faults.list, faultCount: faults.count })
  const rows = table.filter((row) => row.cells.some((cell) => textOf(cell) !== ''))
  const header = findHeader(rows, options.columns ?? {}, HEADER_WITHIN)
  if (header === null) {
    addFault(faults, rows.length === 0 ? 'emptyFile' : 'noHeader', rows[0]?.line ?? 1, null)
    return finish([])
  }
  for (const field of missingFields(header.columns)) {
    addFault(faults, 'missingColumn', rows[header.at]!.line, field)
  }
  if (!isZone(options.zone)) addFault(faults, 'unknownZone', null, null, options.zone)
  const body = rows.slice(header.at + 1)
  if (body.length > MAX_ROWS) addFault(faults, 'tooManyRows', body[MAX_ROWS]!.line, null, String(body.length))
  if (faults.count > 0) return finish([])
  const context = { columns: header.columns, options: { ...options, year: yearAbove(rows, header.at, options.year) } }
  const events: ForeignRow[] = []
  for (const row of body) {
    const event = readRow(row, context, faults)
    if (event) events.push(event)
  }
  noteDuplicates(events, header.columns.uid?.name ?? null, faults)
  if (events.length === 0 && faults.count === 0) addFault(faults, 'emptyFile', rows[header.at]!.line, null)
  return finish(events)
}

/** The text of a cell, blanks around it trimmed. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return new Date(cell.wallMs).toISOString()
  return String(cell).trim()
}

/** `2026年11月会议室使用登记表` above the header says which year 11月24日 is in. */
function yearAbove(rows: readonly TableRow[], at: number, otherwise: number): number {
  for (const row of rows.slice(0, at)) {
    for (const cell of row.cells) {
      const year = /(?:^|\D)((?:19|20|21)\d{2})\s*(?:年|[-./]\d)/.exec(textOf(cell).normalize('NFKC'))?.[1]
      if (year) return Number(year)
    }
  }
  return otherwise
}

type RowContext = { columns: Columns; options: ParseOptions }

function readRow(row: TableRow, { columns, options }: RowContext, faults: Faults): ForeignRow | null {
  const cell = (field: ColumnField): Cell => {
    const column = columns[field]
    return column === undefined ? null : (row.cells[column.index] ?? null)
  }
  const text = (field: ColumnField) => oneLine(textOf(cell(field)))
  const name = (field: ColumnField) => columns[field]?.name ?? field
  const times = [cell('start'), cell('startTime'), cell('end'), cell('endTime'), cell('date')]
  const first = row.cells.map(textOf).find((each) => each !== '') ?? ''
  if (times.every((each) => textOf(each) === '') && footer.test(first)) return null

  const before = faults.count
  const bounds = readBounds(cell, name, row.line, options, faults)
  const resource = text('resource')
  if (resource === '') addFault(faults, 'missingValue', row.line, name('resource'))
  const title = text('title') || text('category')
  if (title === '') addFault(faults, 'missingValue', row.line, name('title'))
  const fitted = fitText(title, noteOf(cell('note')), faults, { line: row.line, column: name('title') })
  for (const field of ['team', 'person', 'category', 'uid', 'resource'] as const) {
    if (text(field).length > MAX_LONG_TEXT) addFault(faults, 'tooLongText', row.line, name(field), text(field))
  }
  if (faults.count > before || bounds === null) return null
  return {
    line: row.line,
    uid: text('uid') || null,
    places: resource
      .split(/[;；、]/)
      .map((each) => each.trim())
      .filter(Boolean)
      .map(quantified),
    ...bounds,
    ...fitted,
    team: text('team'),
    person: text('person'),
    headCount: headCountOf(text('headCount')),
    category: text('category'),
    cancelled: calledOff.test(text('status')),
  }
}

/** `3D打印机 ×2` is two units of a pool. */
export function quantified(text: string): { name: string; quantity: number } {
  const match = /^(.*\S)\s*[×]\s*(\d{1,3})$/.exec(text)
  return match ? { name: match[1]!, quantity: Math.max(1, Number(match[2])) } : { name: text, quantity: 1 }
}

function noteOf(cell: Cell): string {
  return typeof cell === 'string' ? severalLines(cell) : textOf(cell)
}

function headCountOf(text: string): number | null {
  const count = Number(/^\d{1,6}/.exec(text.normalize('NFKC'))?.[0] ?? Number.NaN)
  return Number.isInteger(count) && count >= 1 && count <= 100_000 ? count : null
}

type Bounds = { start: number; end: number }

/** Start and end from whichever columns hold them; faults name the column that is wrong. */
function readBounds(
  cell: (field: ColumnField) => Cell,
  name: (field: ColumnField) => string,
  line: number,
  options: ParseOptions,
  faults: Faults,
): Bounds | null {
  const startField: ColumnField = textOf(cell('startTime')) !== '' ? 'startTime' : 'start'
  const endField: ColumnField = textOf(cell('endTime')) !== '' ? 'endTime' : 'end'
  const [startCell, endCell, dateCell] = [cell(startField), cell(endField), cell('date')]
  let day: number | null = null
  if (textOf(dateCell) !== '') {
    const date = reading(dateCell, options.year)
    if (date?.is === 'date') day = date.day
    else if (date?.is === 'wall') day = Math.floor(date.at / DAY)
    else {
      addFault(faults, 'badTime', line, name('date'), shown(dateCell))
      return null
    }
  }
  if (textOf(startCell) === '') {
    addFault(faults, 'missingValue', line, name(startField))
    return null
  }
  if (textOf(endCell) === '') {
    const range = typeof startCell === 'string' ? readWholeRange(startCell, day, options) : null
    if (range === null) {
      const what = typeof startCell === 'string' && /[-~—至]/.test(startCell) ? 'badTime' : 'missingValue'
      addFault(faults, what, line, what === 'badTime' ? name(startField) : name(endField), shown(startCell))
      return null
    }
    return ordered(range, line, name(startField), shown(startCell), faults)
  }
  const from = reading(startCell, options.year)
  const start = from && toInstantOf(from, day, options.zone)
  if (start === null) addFault(faults, 'badTime', line, name(startField), shown(startCell))
  const until = reading(endCell, options.year)
  const end = until && toInstantOf(until, day ?? dayOf(from), options.zone)
  if (end === null) addFault(faults, 'badTime', line, name(endField), shown(endCell))
  if (start === null || end === null) return null
  return ordered({ start, end }, line, name(endField), shown(endCell), faults)
}

/** `2026-11-24 9:00-11:30` or, with a date column, `9：00-11：30`. */
function readWholeRange(cell: string, day: number | null, options: ParseOptions): Bounds | null {
  const range = day === null ? null : readTimeRange(cell)
  if (range !== null) {
    return {
      start: wallToInstant(day! * DAY + range.from, options.zone),
      end: wallToInstant(day! * DAY + range.until, options.zone),
    }
  }
  const split = /^(.*\d\D{0,3})\s+(\S.*)$/.exec(cell.trim())
  const date = split && readTime(split[1]!, options.year)
  const times = split && readTimeRange(split[2]!)
  if (!split || date?.is !== 'date' || !times) return null
  return {
    start: wallToInstant(date.day * DAY + times.from, options.zone),
    end: wallToInstant(date.day * DAY + times.until, options.zone),
  }
}

function ordered(bounds: Bounds, line: number, column: string, value: string, faults: Faults): Bounds | null {
  if (bounds.start < bounds.end) return bounds
  addFault(faults, 'endBeforeStart', line, column, value)
  return null
}

function reading(cell: Cell, year: number): TimeReading | null {
  if (cell === null) return null
  if (typeof cell !== 'object') return readTime(cell, year)
  // Excel's day 0 is 1899-12-30: an earlier-than-1900 date is a time of day.
  if (cell.wallMs < Date.UTC(1900, 0, 1)) {
    return { is: 'timeOfDay', ms: ((cell.wallMs % DAY) + DAY) % DAY }
  }
  return cell.wallMs % DAY === 0 ? { is: 'date', day: cell.wallMs / DAY } : { is: 'wall', at: cell.wallMs }
}

/** The day of a start with a date in it, for an end that gives only the time. */
function dayOf(reading: TimeReading | null): number | null {
  if (reading?.is === 'wall') return Math.floor(reading.at / DAY)
  return reading?.is === 'date' ? reading.day : null
}

function shown(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : textOf(cell)
}

/** The same uid at the same place twice in one file cannot both be it. */
export function noteDuplicates(events: readonly ForeignRow[], column: string | null, faults: Faults) {
  const seen = new Set<string>()
  for (const event of events) {
    if (event.uid === null) continue
    const key = JSON.stringify([event.uid, event.places.map((place) => place.name).sort()])
    if (seen.has(key)) addFault(faults, 'duplicateUid', event.line, column, event.uid)
    seen.add(key)
  }
}
