import { useState, type ReactNode } from 'react'
import type { OccupancyReport, OccupancyRow } from '../../shared/operations/reports.ts'
import type { Drill, DrillFigure } from './drill.ts'
import { area, hours, percent, whole } from './figures.ts'
import { fill } from './fill.ts'
import { columns, nextSorting, sorted, type Column, type Sorting } from './sorting.ts'
import { useReportWords } from './words.ts'

type Props = { report: OccupancyReport; onDrill: (drill: Drill) => void }

const drillable: Partial<Record<Column, DrillFigure>> = {
  bookings: 'bookings',
  bookedMinutes: 'bookedMinutes',
  usedMinutes: 'usedMinutes',
  noShowCount: 'noShowCount',
}
const textual: readonly Column[] = ['name', 'code']

/** Every resource of the report with its figures; a figure opens the bookings behind it. The total stays in sight at the foot. */
export function OccupancyTable({ report, onDrill }: Props) {
  const { words, nameOf } = useReportWords()
  const [sorting, setSorting] = useState<Sorting>(null)
  const cell = (row: OccupancyRow, column: Column, resourceId: string | null): ReactNode => {
    const text = shown(row, column)
    const figure = drillable[column]
    if (figure === undefined || row[column] === 0) return text
    const name = resourceId === null ? words.total : nameOf(row)
    return (
      <button
        type="button"
        className="report-link"
        onClick={() => onDrill({ figure, resourceId, cell: null })}
        aria-label={`${fill(words.drill.at, { name, figure: words.columns[column] })} ${text}，${words.rows}`}
      >
        {text}
      </button>
    )
  }
  return (
    <div className="report-table-scroll">
      <table className="report-table" aria-label={words.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={textual.includes(column) ? 'is-text' : undefined}
                aria-sort={sorting?.column !== column ? 'none' : sorting.descending ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => setSorting((current) => nextSorting(current, column))}
                  title={fill(words.sortBy, { name: words.columns[column] })}
                >
                  {words.columns[column]}
                  <span aria-hidden>{sorting?.column !== column ? '' : sorting.descending ? ' ↓' : ' ↑'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(report.rows, sorting).map((row) => (
            <tr key={row.resourceId}>
              {columns.map((column) =>
                column === 'name' ? (
                  <th key={column} scope="row">
                    {nameOf(row)}
                  </th>
                ) : (
                  <td key={column} className={column === 'code' ? 'is-text' : undefined}>
                    {cell(row, column, row.resourceId)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td className="is-text">{fill(words.totalCount, { count: report.rows.length })}</td>
            {columns.slice(2).map((column) => (
              <td key={column}>{cell(report.total, column, null)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function shown(row: OccupancyRow, column: Column): string {
  switch (column) {
    case 'name':
    case 'code':
      return row[column]
    case 'areaM2':
      return area(row.areaM2)
    case 'bookings':
    case 'noShowCount':
      return whole(row[column])
    case 'openMinutes':
    case 'downMinutes':
    case 'availableMinutes':
    case 'bookedMinutes':
    case 'usedMinutes':
      return hours(row[column])
    case 'bookingRate':
    case 'useRate':
    case 'noShowRate':
    case 'seatOccupancy':
      return percent(row[column])
  }
}
