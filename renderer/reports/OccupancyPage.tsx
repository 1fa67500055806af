import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { OccupancyInput, OccupancyReport } from '../../shared/operations/reports.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import { clock } from '../../shared/text/moments.ts'
import { useToday } from '../api/now.ts'
import { useRead } from '../api/useRead.ts'
import type { Drill } from './drill.ts'
import { DrillPanel } from './DrillPanel.tsx'
import { ExportButtons } from './ExportButtons.tsx'
import { fill } from './fill.ts'
import { HeatMap } from './HeatMap.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { OccupancyTable } from './OccupancyTable.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { periodBefore, periodOf, type Period, type Preset } from './periods.ts'
import { RankingChart } from './RankingChart.tsx'
import { kindsOf, scopes, type Scope } from './scopes.ts'
import { useReportWords } from './words.ts'
import './reports.css'

type Choice = { preset: Preset; period: Period }

/** How the centre's places were used over a period: rates, ranking, heat map and table from one report, every figure open to its bookings. */
export default function OccupancyPage() {
  const { words } = useReportWords()
  const today = useToday()
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [scope, setScope] = useState<Scope>('meeting')
  const [resourceIds, setResourceIds] = useState<string[]>([])
  const [teamId, setTeamId] = useState<string | undefined>(undefined)
  const [drill, setDrill] = useState<Drill | null>(null)
  const { preset, period } = chosen ?? { preset: 'lastMonth' as const, period: periodOf('lastMonth', today) }

  const input = useMemo((): OccupancyInput => {
    const kinds = kindsOf[scope]
    return {
      from: period.from,
      to: period.to,
      ...(kinds === undefined ? {} : { kinds }),
      ...(resourceIds.length === 0 ? {} : { resourceIds }),
      ...(teamId === undefined ? {} : { teamId }),
    }
  }, [period.from, period.to, scope, resourceIds, teamId])
  const earlier = periodBefore(preset, period)

  const report = useRead('reports.occupancy', input, { keepPrevious: true })
  const before = useRead('reports.occupancy', { ...input, ...earlier })
  const catalogue = useRead('resources.list', { withRetired: true })
  const teams = useRead('teams.list', { withRetired: true })
  const calendar = useRead('calendar.range', period, { keepPrevious: true })
  const kinds = kindsOf[scope]

  return (
    <div className="report-page" aria-busy={report.refreshing}>
      <h1 className="report-hidden">{words.title}</h1>
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
          <Select<Scope>
            aria-label={words.scope}
            value={scope}
            popupMatchSelectWidth={false}
            onChange={(next) => {
              setScope(next)
              setResourceIds([])
              setDrill(null)
            }}
            options={scopes.map((value) => ({ value, label: words.scopes[value] }))}
          />
          <Select<string[]>
            aria-label={words.resources}
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            style={{ width: 168 }}
            placeholder={words.allResources}
            popupMatchSelectWidth={280}
            optionFilterProp="label"
            value={resourceIds}
            onChange={(next) => {
              setResourceIds(next)
              setDrill(null)
            }}
            options={(catalogue.value?.resources ?? [])
              .filter(
                ({ kind, partIds, retired }) => !retired && partIds.length === 0 && (kinds?.includes(kind) ?? true),
              )
              .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          />
          <Select<string>
            aria-label={words.team}
            allowClear
            style={{ width: 148 }}
            placeholder={words.allTeams}
            popupMatchSelectWidth={false}
            showSearch
            optionFilterProp="label"
            value={teamId ?? null}
            onChange={(next: string | undefined) => {
              setTeamId(next)
              setDrill(null)
            }}
            options={(teams.value?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ExportButtons period={input} />
        </div>
      </div>
      {report.failure !== null ? (
        <p className="report-failed" role="alert">
          {words.failed} <Button onClick={report.retry}>{words.retry}</Button>
        </p>
      ) : null}
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
                teamId={teamId}
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
