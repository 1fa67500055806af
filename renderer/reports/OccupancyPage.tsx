import { useMemo, useState } from 'react'
import type { OccupancyInput, OccupancyReport } from '../../shared/operations/reports.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import { clock } from '../../shared/text/moments.ts'
import { useToday } from '../api/now.ts'
import { useCentre } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useText } from '../ui/text.ts'
import type { Drill } from './drill.ts'
import { DrillPanel } from './DrillPanel.tsx'
import { ExportButtons } from './ExportButtons.tsx'
import { fill } from './fill.ts'
import { Filters, type Filter } from './Filters.tsx'
import { HeatMap } from './HeatMap.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { OccupancyTable } from './OccupancyTable.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { periodBefore, periodOf, type Period, type Preset } from './periods.ts'
import { RankingChart } from './RankingChart.tsx'
import { kindsOf } from './scopes.ts'
import { useReportWords } from './words.ts'
import './reports.css'

type Choice = { preset: Preset; period: Period }

/** How the centre's places were used over a period: rates, ranking, heat map and table from one report, every figure open to its bookings. */
export default function OccupancyPage() {
  const { words } = useReportWords()
  const { t } = useText()
  const { demo } = useCentre()
  const today = useToday()
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [filter, setFilter] = useState<Filter>({ scope: 'meeting', resourceIds: [], teamId: undefined })
  const [drill, setDrill] = useState<Drill | null>(null)
  const { preset, period } = chosen ?? { preset: 'lastMonth' as const, period: periodOf('lastMonth', today) }

  const input = useMemo((): OccupancyInput => {
    const { resourceIds, teamId } = filter
    const kinds = kindsOf[filter.scope]
    return {
      from: period.from,
      to: period.to,
      ...(kinds === undefined ? {} : { kinds }),
      ...(resourceIds.length === 0 ? {} : { resourceIds }),
      ...(teamId === undefined ? {} : { teamId }),
    }
  }, [period.from, period.to, filter])
  const earlier = periodBefore(preset, period)

  const report = useRead('reports.occupancy', input, { keepPrevious: true })
  const before = useRead('reports.occupancy', { ...input, ...earlier })
  const catalogue = useRead('resources.list', { withRetired: true })
  const teams = useRead('teams.list', { withRetired: true })
  const calendar = useRead('calendar.range', period, { keepPrevious: true })

  return (
    <div className="report-page" aria-busy={report.refreshing}>
      {demo ? <PageHeader title={words.title} note={t('shell.demo')} /> : <PageHeader title={words.title} />}
      <div className="report-bar">
        <PeriodBar
          preset={preset}
          period={period}
          today={today}
          calendar={calendar.value ?? null}
          onChange={(next, days) => {
            setChosen({ preset: next, period: days })
            setDrill(null)
          }}
        />
        <div className="report-bar-end">
          <Filters
            filter={filter}
            resources={catalogue.value?.resources ?? []}
            teams={teams.value?.teams ?? []}
            onChange={(next) => {
              setFilter(next)
              setDrill(null)
            }}
          />
          <ExportButtons period={input} />
        </div>
      </div>
      {report.failure === null ? null : (
        <ErrorPanel
          what={words.title}
          faultId={report.failure.kind === 'fault' ? report.failure.faultId : undefined}
          onRetry={report.retry}
        />
      )}
      {report.value === undefined && report.failure === null ? <Skeletons label={words.loading} /> : null}
      {report.value !== undefined && report.value.rows.length === 0 ? (
        <p className="report-none">{words.none}</p>
      ) : null}
      {report.value !== undefined && report.value.rows.length > 0 ? (
        <>
          <KeyFigures
            report={report.value}
            before={before.value === undefined || report.previous ? null : before.value}
            preset={preset}
          />
          <div className="report-charts">
            <RankingChart
              rows={report.value.rows}
              onDrill={(resourceId) => setDrill({ figure: 'usedMinutes', resourceId, cell: null })}
            />
            <HeatMap
              report={report.value}
              calendar={calendar.value ?? null}
              onDrill={(cell) => setDrill({ figure: 'bookedMinutes', resourceId: null, cell })}
            />
          </div>
          <div className="report-table-panel">
            {drill === null ? (
              <OccupancyTable report={report.value} onDrill={setDrill} />
            ) : (
              <DrillPanel
                drill={drill}
                report={report.value}
                catalogue={catalogue.value ?? null}
                teams={teams.value?.teams ?? []}
                calendar={calendar.value ?? null}
                teamId={filter.teamId}
                onBack={() => setDrill(null)}
              />
            )}
          </div>
          <Foot report={report.value} />
        </>
      ) : null}
    </div>
  )
}

function Foot({ report }: { report: OccupancyReport }) {
  const { words, generalNotes } = useReportWords()
  const { seq, head, at } = report.snapshot
  const wall = toWall(at, report.zone)
  return (
    <footer className="report-foot">
      <span title={generalNotes.join('\n')}>
        {fill(words.definitions, { notes: words.notes.join(words.noteMark) })}
      </span>
      <span title={fill(words.snapshotHint, { seq, head })}>
        {fill(words.snapshot, { seq, head: head.slice(0, 8), at: `${wall.date} ${clock(wall.minute)}` })}
      </span>
    </footer>
  )
}

function Skeletons({ label }: { label: string }) {
  return (
    <div className="report-cards" role="status" aria-label={label}>
      {[1, 2, 3, 4, 5].map((each) => (
        <div key={each} className="report-skeleton" />
      ))}
    </div>
  )
}
