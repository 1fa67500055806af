import type { WorkingCalendar } from '../../shared/operations/centre.ts'
import type { OccupancyReport } from '../../shared/operations/reports.ts'
import { hours, percent, percentWhole } from './figures.ts'
import { NO_FIGURE } from '../../shared/text/format.ts'
import { fill } from './fill.ts'
import { heatStep, heatTable } from './heatTable.ts'
import { makeupDays, shortDate } from './makeupDays.ts'
import { useReportWords, type ReportWords } from './words.ts'

type Props = {
  report: OccupancyReport
  calendar: WorkingCalendar | null
  onDrill: (cell: { weekday: number; hour: number }) => void
}

const FRIDAY = 4

/** Booking rate by weekday and hour: a table of figures that is coloured, so it reads the same with and without colour. */
export function HeatMap({ report, calendar, onDrill }: Props) {
  const { words } = useReportWords()
  const table = heatTable(report.heat)
  return (
    <section className="report-panel" aria-labelledby="report-heat">
      <header className="report-panel-head">
        <h2 id="report-heat">{words.heat}</h2>
        <p className="report-legend" aria-hidden>
          {words.heatLow}
          {[0, 1, 2, 3, 4, 5].map((step) => (
            <i key={step} style={{ background: `var(--heat-${step})` }} />
          ))}
          {words.heatHigh}
        </p>
      </header>
      <table className="report-heat">
        <thead>
          <tr>
            <th scope="col">
              <span className="report-hidden">{words.weekday}</span>
            </th>
            {table.hours.map((hour) => (
              <th key={hour} scope="col">
                {String(hour).padStart(2, '0')}
              </th>
            ))}
            <th scope="col">{words.heatMean}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ weekday, cells, mean }) => (
            <tr key={weekday}>
              <th scope="row">{words.weekdays[weekday]}</th>
              {cells.map((cell) => (
                <td key={cell.hour}>
                  {cell.rate === null ? (
                    <span
                      className="report-cell is-closed"
                      title={fill(words.heatClosed, { weekday: words.weekdays[weekday]!, hour: cell.hour })}
                    >
                      {NO_FIGURE}
                    </span>
                  ) : (
                    <button
                      type="button"
                      className="report-cell"
                      style={{
                        background: `var(--heat-${heatStep(cell.rate)})`,
                        color: `var(--heat-${heatStep(cell.rate)}-text)`,
                      }}
                      onClick={() => onDrill({ weekday, hour: cell.hour })}
                      aria-label={fill(words.heatCell, {
                        weekday: words.weekdays[weekday]!,
                        hour: cell.hour,
                        rate: percent(cell.rate),
                        booked: hours(cell.bookedMinutes),
                        available: hours(cell.availableMinutes),
                      })}
                    >
                      {percentWhole(cell.rate)}
                    </button>
                  )}
                </td>
              ))}
              <td className="report-mean">{percent(mean)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="report-note">{[words.heatNote, ...weekendNotes(calendar, report, words)].join(words.noteMark)}</p>
    </section>
  )
}

function weekendNotes(calendar: WorkingCalendar | null, report: OccupancyReport, words: ReportWords): string[] {
  if (calendar === null) return []
  return [0, 1, 2, 3, 4, 5, 6]
    .filter((weekday) => weekday > FRIDAY)
    .flatMap((weekday) => {
      const days = makeupDays(calendar, report, weekday)
      if (days.length === 0) return []
      return [
        fill(words.heatOnlyMakeup, {
          weekday: words.weekdays[weekday]!,
          days: days.map(shortDate).join(words.listMark),
        }),
      ]
    })
}
