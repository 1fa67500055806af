import { useMemo } from 'react'
import type { WorkingCalendar } from '../../shared/operations/centre.ts'
import type { Team } from '../../shared/operations/people.ts'
import type { OccupancyReport } from '../../shared/operations/reports.ts'
import type { Catalogue } from '../../shared/operations/resources.ts'
import { daysInterval } from '../../shared/scheduling/zone.ts'
import { useRead } from '../api/useRead.ts'
import { openDrawer } from '../ui/drawers.ts'
import { askedResources, drillRows, type Drill } from './drill.ts'
import { DrillList } from './DrillList.tsx'
import { fill } from './fill.ts'
import { namesFrom } from './names.ts'
import { useReportWords, type ReportWords } from './words.ts'

type Props = {
  drill: Drill
  report: OccupancyReport
  catalogue: Catalogue | null
  teams: readonly Team[]
  calendar: WorkingCalendar | null
  teamId: string | undefined
  onBack: () => void
}

// What one read may name; beyond it the bookings of all places are read and sifted here.
const MOST_IDS = 500

/** Reads the bookings behind a figure and shows them with what each gives to it. */
export function DrillPanel({ drill, report, catalogue, teams, calendar, teamId, onBack }: Props) {
  const { words, language, nameOf } = useReportWords()
  const settings = useRead('settings.get', {})
  const asked = useMemo(
    () => (catalogue === null ? null : askedResources({ report, catalogue }, drill)),
    [report, catalogue, drill],
  )
  const bookings = useRead(
    'bookings.range',
    {
      ...daysInterval(report.from, report.to, report.zone),
      ...(asked === null || asked.length > MOST_IDS ? {} : { resourceIds: asked }),
      withFreed: true,
    },
    { enabled: asked !== null, large: true },
  )
  const rows = useMemo(() => {
    const found = bookings.value
    if (found === undefined || catalogue === null || calendar === null || settings.value === undefined) return null
    return drillRows(found.bookings, drill, { report, catalogue, calendar, settings: settings.value, teamId })
  }, [bookings.value, catalogue, calendar, settings.value, drill, report, teamId])
  const names = useMemo(() => namesFrom(catalogue?.resources ?? [], teams, language), [catalogue, teams, language])
  return (
    <DrillList
      drill={drill}
      what={drillName(drill, report, words, nameOf)}
      rows={rows}
      zone={report.zone}
      names={names}
      onOpen={(id) => openDrawer({ drawer: 'booking', id })}
      onBack={onBack}
    />
  )
}

function drillName(
  { figure, resourceId, cell }: Drill,
  report: OccupancyReport,
  words: ReportWords,
  nameOf: (row: { name: string; nameEn: string }) => string,
): string {
  if (cell !== null) return fill(words.drill.cell, { weekday: words.weekdays[cell.weekday]!, hour: cell.hour })
  const row = report.rows.find((each) => each.resourceId === resourceId)
  return fill(words.drill.at, { name: row ? nameOf(row) : words.total, figure: words.figures[figure] })
}
