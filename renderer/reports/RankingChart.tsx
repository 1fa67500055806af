import type { CSSProperties } from 'react'
import type { OccupancyRow } from '../../shared/operations/reports.ts'
import { percent } from './figures.ts'
import { fill } from './fill.ts'
import { useReportWords } from './words.ts'

type Props = { rows: readonly OccupancyRow[]; onDrill: (resourceId: string) => void }

/** Use rate as bars from the highest down, the booking rate behind. The scale grows beyond 100 % when a rate does: nothing is held back. */
export function RankingChart({ rows, onDrill }: Props) {
  const { words, nameOf } = useReportWords()
  const ranked = rows.toSorted((a, b) => (b.useRate ?? -1) - (a.useRate ?? -1))
  const scale = Math.max(1, ...rows.flatMap(({ useRate, bookingRate }) => [useRate ?? 0, bookingRate ?? 0]))
  const share = (rate: number | null) => `${((rate ?? 0) / scale) * 100}%`
  return (
    <section className="report-panel" aria-labelledby="report-ranking">
      <header className="report-panel-head">
        <h2 id="report-ranking">{words.ranking}</h2>
        <p className="report-legend" aria-hidden>
          <i className="report-bar-used" /> {words.columns.useRate}
          <i className="report-bar-booked" /> {words.columns.bookingRate}
        </p>
      </header>
      <ol className="report-ranking">
        {ranked.map((row) => (
          <li key={row.resourceId}>
            <button
              type="button"
              onClick={() => onDrill(row.resourceId)}
              aria-label={fill(words.rankingHint, {
                name: nameOf(row),
                use: percent(row.useRate),
                booked: percent(row.bookingRate),
              })}
            >
              <span className="report-ranking-name">{nameOf(row)}</span>{' '}
              <span
                className="report-track"
                style={{ '--used': share(row.useRate), '--booked': share(row.bookingRate) } as CSSProperties}
                data-over={scale > 1}
              />
              <span className="report-ranking-rate">{percent(row.useRate)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
