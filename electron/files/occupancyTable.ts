import type { OccupancyReport, OccupancyRow } from '../../shared/operations/reports.ts'
import type { CsvCell } from './csvWriter.ts'
import { definitions } from '../../shared/metrics/definitions.ts'
import type { Column, Format } from './columns.ts'
import { fill, type Words } from './words.ts'

const hours = (minutes: number) => Math.round((minutes / 60) * 1e6) / 1e6

type Figure = keyof OccupancyRow
const group = {
  place: 'groupPlace',
  hours: 'groupHours',
  counts: 'groupCounts',
  rates: 'groupRates',
} as const satisfies Record<string, keyof Words>

/** A column of minutes written as hours. */
function hoursColumn(key: Figure, title: string, under: string | null, width: number): Column<OccupancyRow> {
  return { group: under, title, format: 'hours', width, value: (row) => hours(row[key] as number) }
}

function figureColumn(
  key: Figure,
  title: string,
  under: string | null,
  format: Format,
  width: number,
): Column<OccupancyRow> {
  return { group: under, title, format, width, value: (row) => row[key] }
}

/** The printed table: what an office reads, in groups. Names of figures are those of shared/metrics/definitions.ts, shortened under their group. */
export function printedColumns(words: Words): Column<OccupancyRow>[] {
  const place = words[group.place]
  const inHours = words[group.hours]
  const counts = words[group.counts]
  const rates = words[group.rates]
  return [
    { group: place, title: words.number, format: 'whole', width: 6, unsummed: true, value: (_, index) => index + 1 },
    figureColumn('code', words.code, place, 'text', 10),
    { group: place, title: words.name, format: 'text', width: 26, value: (row) => nameOf(row, words) },
    { group: place, title: words.kind, format: 'text', width: 14, value: (row) => words.kinds[row.kind] },
    hoursColumn('openMinutes', words.openHours, inHours, 10),
    hoursColumn('downMinutes', words.downHours, inHours, 10),
    hoursColumn('availableMinutes', words.availableHours, inHours, 10),
    hoursColumn('bookedMinutes', words.bookedHours, inHours, 10),
    hoursColumn('usedMinutes', words.usedHours, inHours, 10),
    hoursColumn('offHoursBookedMinutes', words.offHoursBooked, inHours, 12),
    figureColumn('bookings', words.bookings, counts, 'whole', 8),
    figureColumn('dueCount', words.due, counts, 'whole', 8),
    figureColumn('noShowCount', words.noShows, counts, 'whole', 8),
    figureColumn('bookingRate', words.bookingRate, rates, 'rate', 10),
    figureColumn('useRate', words.useRate, rates, 'rate', 10),
    figureColumn('noShowRate', words.noShowRate, rates, 'rate', 10),
    figureColumn('seatOccupancy', words.seatOccupancy, rates, 'rate', 10),
  ]
}

const flatFigures: Figure[] = [
  'code',
  'name',
  'nameEn',
  'kind',
  'areaM2',
  'capacity',
  'units',
  'openMinutes',
  'downMinutes',
  'availableMinutes',
  'bookedMinutes',
  'usedMinutes',
  'keptMinutes',
  'offHoursBookedMinutes',
  'offHoursUsedMinutes',
  'heldMinutes',
  'turnoverMinutes',
  'noShowMinutes',
  'seatMinutesUsed',
  'seatMinutesBase',
  'bookings',
  'dueCount',
  'noShowCount',
  'cancelledCount',
  'bookingRate',
  'useRate',
  'keepRate',
  'noShowRate',
  'seatOccupancy',
]

/** The flat table: every figure under its full name, one header row, nothing merged. Times are hours. */
export function flatColumns(words: Words): Column<OccupancyRow>[] {
  return flatFigures.map((key) => {
    const { unit, zh, en } = definitions[key]
    const name = words.language === 'en' ? en.name : zh.name
    if (key === 'kind') {
      return { group: null, title: name, format: 'text', width: 14, value: (row) => words.kinds[row.kind] }
    }
    if (unit === 'minutes' || unit === 'personMinutes') {
      return hoursColumn(key, fill(words.inHours, { name }), null, 14)
    }
    if (unit === 'text') return figureColumn(key, name, null, 'text', key === 'code' ? 10 : 26)
    const format = unit === 'rate' ? 'rate' : unit === 'squareMetres' ? 'area' : 'whole'
    return { ...figureColumn(key, name, null, format, 12), unsummed: key === 'capacity' }
  })
}

function nameOf(row: OccupancyRow, words: Words): string {
  return words.language === 'en' && row.nameEn !== '' ? row.nameEn : row.name
}

/** The remarks under a report's title that say what it was computed from. */
export function remarksOf(report: OccupancyReport, words: Words): string[] {
  const remarks = [
    fill(words.zone, { zone: report.zone }),
    fill(words.snapshot, { seq: report.snapshot.seq, head: report.snapshot.head.slice(0, 12) }),
  ]
  if (report.unknownYears.length > 0) remarks.push(fill(words.unknownYears, { years: report.unknownYears.join('、') }))
  return remarks
}

/** The occupancy report as CSV rows: the flat table and its total. Rates are fractions with four decimals. */
export function occupancyCsvRows(report: OccupancyReport, words: Words): CsvCell[][] {
  const columns = flatColumns(words)
  const cell = (column: Column<OccupancyRow>, row: OccupancyRow, index: number): CsvCell => {
    const value = column.value(row, index)
    return typeof value === 'number' && column.format === 'rate' ? Math.round(value * 10_000) / 10_000 : value
  }
  const total = columns.map((column, index) =>
    index === 0 ? words.total : column.format === 'text' || column.unsummed ? null : cell(column, report.total, 0),
  )
  return [
    columns.map((column) => column.title),
    ...report.rows.map((row, index) => columns.map((column) => cell(column, row, index))),
    total,
  ]
}
