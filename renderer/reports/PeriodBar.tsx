import { Popover } from 'antd'
import type { WorkingCalendar } from '../../shared/operations/centre.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { addDays, isDate } from '../../shared/scheduling/zone.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { fill } from './fill.ts'
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
  return (
    <>
      <Segmented<Preset>
        label={words.presets.label}
        value={preset}
        onChange={(next) => onChange(next, next === 'custom' ? period : periodOf(next, today))}
        options={presets.map((value) => ({ value, label: words.presets[value] }))}
      />
      <Days period={period} open={preset === 'custom'} onChange={(days) => onChange('custom', days)} />
      {calendar === null ? null : (
        <span className="report-workdays" role="status">
          {workdayLine(period, calendar, words)}
        </span>
      )}
    </>
  )
}

function Days({ period, open, onChange }: { period: Period; open: boolean; onChange: (period: Period) => void }) {
  const { words } = useReportWords()
  const last = addDays(period.to, -1)
  const edit = (from: string, until: string) => {
    if (isDate(from) && isDate(until) && from <= until) onChange({ from, to: addDays(until, 1) })
  }
  const fields = (
    <span className="report-dates" role="group" aria-label={words.presets.custom}>
      <label>
        {words.from}
        <input
          key={period.from}
          type="date"
          defaultValue={period.from}
          max={last}
          onChange={({ target }) => edit(target.value, last)}
        />
      </label>
      <label>
        {words.until}
        <input
          key={last}
          type="date"
          defaultValue={last}
          min={period.from}
          onChange={({ target }) => edit(period.from, target.value)}
        />
      </label>
    </span>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={fields}
      {...(open ? { defaultOpen: true } : {})}
      key={String(open)}
    >
      <Button icon="calendar" aria-haspopup="dialog">
        {fill(words.span, { from: period.from, until: last })}
      </Button>
    </Popover>
  )
}
