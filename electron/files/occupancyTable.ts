import type { OccupancyReport, OccupancyRow } from '../../shared/operations/reports.ts'
import type { CsvCell } from './csvWriter.ts'
import { headings, type Column, type Format } from './columns.ts'
import { fill, type Words } from './words.ts'

const hours = (minutes: number) => Math.round((minutes / 60) * 1e6) / 1e6

/** The printed table: what an office reads, in groups. */
export function printedColumns(words: Words): Column<OccupancyRow>[] {
  return [
    { group: 'groupPlace', title: 'number', format: 'whole', width: 6, value: (_, index) => index + 1 },
    { group: 'groupPlace', title: 'code', format: 'text', width: 10, value: (row) => row.code },
    { group: 'groupPlace', title: 'name', format: 'text', width: 26, value: (row) => nameOf(row, words) },
    { group: 'groupPlace', title: 'kind', format: 'text', width: 14, value: (row) => words.kinds[row.kind] },
    { group: 'groupHours', title: 'openHours', format: 'hours', width: 10, value: (row) => hours(row.openMinutes) },
    { group: 'groupHours', title: 'downHours', format: 'hours', width: 10, value: (row) => hours(row.downMinutes) },
    {
      group: 'groupHours',
      title: 'availableHours',
      format: 'hours',
      width: 10,
      value: (row) => hours(row.availableMinutes),
    },
    { group: 'groupHours', title: 'bookedHours', format: 'hours', width: 10, value: (row) => hours(row.bookedMinutes) },
    { group: 'groupHours', title: 'usedHours', format: 'hours', width: 10, value: (row) => hours(row.usedMinutes) },
    {
      group: 'groupHours',
      title: 'offHoursBooked',
      format: 'hours',
      width: 14,
      value: (row) => hours(row.offHoursBookedMinutes),
    },
    { group: 'groupCounts', title: 'bookings', format: 'whole', width: 8, value: (row) => row.bookings },
    { group: 'groupCounts', title: 'due', format: 'whole', width: 8, value: (row) => row.dueCount },
    { group: 'groupCounts', title: 'noShows', format: 'whole', width: 8, value: (row) => row.noShowCount },
    { group: 'groupRates', title: 'bookingRate', format: 'rate', width: 10, value: (row) => row.bookingRate },
    { group: 'groupRates', title: 'useRate', format: 'rate', width: 10, value: (row) => row.useRate },
    { group: 'groupRates', title: 'noShowRate', format: 'rate', width: 10, value: (row) => row.noShowRate },
    { group: 'groupRates', title: 'seatOccupancy', format: 'rate', width: 10, value: (row) => row.seatOccupancy },
  ]
}

/** The flat table: every figure, one header row, nothing merged. */
export function flatColumns(words: Words): Column<OccupancyRow>[] {
  const text = (title: keyof Words, width: number, value: Column<OccupancyRow>['value']): Column<OccupancyRow> => ({
    group: null,
    title,
    format: 'text',
    width,
    value,
  })
  const figure = (title: keyof Words, format: Format, value: Column<OccupancyRow>['value']): Column<OccupancyRow> => ({
    group: null,
    title,
    format,
    width: 12,
    value,
  })
  return [
    text('code', 10, (row) => row.code),
    text('name', 26, (row) => row.name),
    text('nameEn', 26, (row) => row.nameEn),
    text('kind', 14, (row) => words.kinds[row.kind]),
    figure('areaM2', 'area', (row) => row.areaM2),
    figure('capacity', 'whole', (row) => row.capacity),
    figure('units', 'whole', (row) => row.units),
    figure('openHours', 'hours', (row) => hours(row.openMinutes)),
    figure('downHours', 'hours', (row) => hours(row.downMinutes)),
    figure('availableHours', 'hours', (row) => hours(row.availableMinutes)),
    figure('bookedHours', 'hours', (row) => hours(row.bookedMinutes)),
    figure('usedHours', 'hours', (row) => hours(row.usedMinutes)),
    figure('keptHours', 'hours', (row) => hours(row.keptMinutes)),
    figure('offHoursBooked', 'hours', (row) => hours(row.offHoursBookedMinutes)),
    figure('offHoursUsed', 'hours', (row) => hours(row.offHoursUsedMinutes)),
    figure('heldHours', 'hours', (row) => hours(row.heldMinutes)),
    figure('turnoverHours', 'hours', (row) => hours(row.turnoverMinutes)),
    figure('noShowHours', 'hours', (row) => hours(row.noShowMinutes)),
    figure('bookings', 'whole', (row) => row.bookings),
    figure('due', 'whole', (row) => row.dueCount),
    figure('noShows', 'whole', (row) => row.noShowCount),
    figure('cancelled', 'whole', (row) => row.cancelledCount),
    figure('bookingRate', 'rate', (row) => row.bookingRate),
    figure('useRate', 'rate', (row) => row.useRate),
    figure('keepRate', 'rate', (row) => row.keepRate),
    figure('noShowRate', 'rate', (row) => row.noShowRate),
    figure('seatOccupancy', 'rate', (row) => row.seatOccupancy),
  ]
}

function nameOf(row: OccupancyRow, words: Words): string {
  return words.sheetReport === 'Report' && row.nameEn !== '' ? row.nameEn : row.name
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
    index === 0
      ? words.total
      : column.format === 'text' || column.title === 'capacity'
        ? null
        : cell(column, report.total, 0),
  )
  return [
    headings(columns, words),
    ...report.rows.map((row, index) => columns.map((column) => cell(column, row, index))),
    total,
  ]
}
