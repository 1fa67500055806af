import { Segmented } from 'antd'
import { CalendarOutlined } from '@ant-design/icons'
import type { WorkingCalendar } from '../../shared/operations/centre.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { addDays, isDate } from '../../shared/scheduling/zone.ts'
import { periodOf, presets, type Period, type Preset } from './periods.ts'
import { workdayLine } from './workdayLine.ts'
import { useReportWords } from './words.ts'

type Props = {
  preset: Preset
  period: Period
  today: LocalDate
  calendar: WorkingCalendar | null
  onChange: (preset: Preset, period: Period) => void
}

/** Chooses the days of a report: presets, or a first and a last day of one's own. Says how many workdays that is, and what is not published yet. */
export function PeriodBar({ preset, period, today, calendar, onChange }: Props) {
  const { words } = useReportWords()
  const last = addDays(period.to, -1)
  const edit = (from: string, until: string) => {
    if (isDate(from) && isDate(until) && from <= until) onChange('custom', { from, to: addDays(until, 1) })
  }
  return (
    <>
      <Segmented<Preset>
        aria-label={words.presets.label}
        value={preset}
        onChange={(next) => onChange(next, next === 'custom' ? period : periodOf(next, today))}
        options={presets.map((value) => ({ value, label: words.presets[value] }))}
      />
      <span className="report-dates" role="group" aria-label={words.presets.label}>
        <CalendarOutlined aria-hidden />
        <input
          key={`from ${period.from}`}
          type="date"
          aria-label={words.from}
          defaultValue={period.from}
          max={last}
          onChange={({ target }) => edit(target.value, last)}
        />
        <span aria-hidden>–</span>
        <input
          key={`until ${last}`}
          type="date"
          aria-label={words.until}
          defaultValue={last}
          min={period.from}
          onChange={({ target }) => edit(period.from, target.value)}
        />
      </span>
      {calendar === null ? null : (
        <span className="report-workdays" role="status">
          {workdayLine(period, calendar, words)}
        </span>
      )}
    </>
  )
}
