import type { OccupancyReport } from '../../shared/operations/reports.ts'
import { points, percentFigure } from './figures.ts'
import { fill } from './fill.ts'
import { formulaFigures, keyFigures, type KeyFigure } from './keyFigures.ts'
import type { Preset } from './periods.ts'
import { DefinitionHint } from './DefinitionHint.tsx'
import { useReportWords, type ReportWords } from './words.ts'

type Props = { report: OccupancyReport; before: OccupancyReport | null; preset: Preset }

/** The five rates of a period, each with its formula in figures and its change against the period before. */
export function KeyFigures({ report, before, preset }: Props) {
  const { words, definitionOf } = useReportWords()
  return (
    <section className="report-cards">
      {keyFigures.map((figure) => (
        <article key={figure} className="report-card" aria-label={definitionOf(figure).name}>
          <header>
            <h3>{definitionOf(figure).name}</h3>
            <DefinitionHint figure={figure} />
            <Change figure={figure} report={report} before={before} preset={preset} words={words} />
          </header>
          <p className="report-figure" data-figure={figure}>
            {percentFigure(report.total[figure])}
            {report.total[figure] === null ? null : <small> %</small>}
          </p>
          <p className="report-formula">{fill(words.formulas[figure], formulaFigures(figure, report.total))}</p>
        </article>
      ))}
    </section>
  )
}

function Change({ figure, report, before, preset, words }: Props & { figure: KeyFigure; words: ReportWords }) {
  if (before === null) return null
  const change = points(report.total[figure], before.total[figure])
  const name = words.before[preset]
  if (change === null) return <span className="report-change">{fill(words.noBase, { before: name })}</span>
  if (change === '0') return <span className="report-change">{fill(words.noChange, { before: name })}</span>
  const rises = change.startsWith('+')
  const good = figure === 'noShowRate' ? !rises : rises
  return (
    <span className={`report-change ${good ? 'is-better' : 'is-worse'}`}>
      {fill(words.change, { before: name, points: change })}
    </span>
  )
}
