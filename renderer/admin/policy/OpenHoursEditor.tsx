import { useId, type ReactNode } from 'react'
import type { OpenHours, OpenWindow } from '../../../shared/operations/fields.ts'
import { badHours } from '../../../shared/scheduling/openHours.ts'
import { weekdayNames } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { TimeField } from '../../ui/TimeField.tsx'

const MOST = 6

/** Why the windows of one day cannot stand, or null: they run forward and do not overlap. */
export function badWindows(windows: readonly OpenWindow[]): 'endBeforeStart' | 'twice' | null {
  return badHours({ days: [[...windows]], makeupWorkday: null, holiday: [] })?.why ?? null
}

// The next window of a day starts an hour after the last one; the first is the usual day.
function nextWindow(windows: readonly OpenWindow[]): OpenWindow {
  const last = windows.at(-1)
  if (last === undefined) return { from: 510, until: 1260 }
  const from = Math.min(last.until + 60, 1380)
  return { from, until: Math.min(from + 240, 1440) }
}

/** Opening hours by weekday, each with several windows, and those of make-up workdays and holidays. What cannot stand is said at its day. */
export function OpenHoursEditor({
  value,
  onChange,
  disabled = false,
}: {
  value: OpenHours
  onChange: (value: OpenHours) => void
  disabled?: boolean
}) {
  const { t, language } = useText()
  const names = weekdayNames(language)
  const monday = value.days[0] ?? []
  return (
    <div className="admin-hours" role="group" aria-label={t('admin.knobs.openHours')}>
      {names.map((name, index) => (
        <DayRow
          key={name}
          name={name}
          windows={value.days[index] ?? []}
          disabled={disabled}
          onChange={(windows) =>
            onChange({ ...value, days: value.days.map((old, at) => (at === index ? windows : old)) })
          }
        >
          {index === 0 && !disabled ? (
            <Button
              size="small"
              kind="quiet"
              onClick={() => onChange({ ...value, days: value.days.map((old, at) => (at < 5 ? [...monday] : old)) })}
            >
              {t('admin.hours.copyToWeek')}
            </Button>
          ) : null}
        </DayRow>
      ))}
      {value.makeupWorkday === null ? (
        <div className="admin-hours-row">
          <span className="admin-hours-name">{t('admin.hours.makeup')}</span>
          <span className="secondary">{t('admin.hours.asMonday')}</span>
          {disabled ? null : (
            <Button
              size="small"
              kind="quiet"
              label={t('admin.hours.changeMakeup')}
              onClick={() => onChange({ ...value, makeupWorkday: [...monday] })}
            >
              {t('admin.change')}
            </Button>
          )}
        </div>
      ) : (
        <DayRow
          name={t('admin.hours.makeup')}
          windows={value.makeupWorkday}
          disabled={disabled}
          onChange={(windows) => onChange({ ...value, makeupWorkday: windows })}
        >
          {disabled ? null : (
            <Button size="small" kind="quiet" onClick={() => onChange({ ...value, makeupWorkday: null })}>
              {t('admin.hours.asMonday')}
            </Button>
          )}
        </DayRow>
      )}
      <DayRow
        name={t('admin.hours.holiday')}
        windows={value.holiday}
        disabled={disabled}
        onChange={(windows) => onChange({ ...value, holiday: windows })}
      />
    </div>
  )
}

function DayRow({
  name,
  windows,
  onChange,
  disabled,
  children,
}: {
  name: string
  windows: readonly OpenWindow[]
  onChange: (windows: OpenWindow[]) => void
  disabled: boolean
  children?: ReactNode
}) {
  const { t } = useText()
  const id = useId()
  const bad = badWindows(windows)
  const put = (index: number, change: Partial<OpenWindow>) =>
    onChange(windows.map((old, at) => (at === index ? { ...old, ...change } : old)))
  return (
    <div className="admin-hours-row" role="group" aria-label={name}>
      <span className="admin-hours-name">{name}</span>
      {windows.length === 0 ? <span className="secondary">{t('admin.hours.closed')}</span> : null}
      {windows.map((window, index) => (
        // Windows have no identity of their own: their place in the list is it.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="admin-window">
          <TimeField
            value={window.from}
            step={30}
            disabled={disabled}
            label={t('admin.hours.fromOf', { day: name, number: index + 1 })}
            aria-invalid={bad !== null}
            aria-describedby={bad === null ? undefined : id}
            onChange={(from) => put(index, { from })}
          />
          <span aria-hidden>–</span>
          <TimeField
            value={window.until}
            step={30}
            disabled={disabled}
            label={t('admin.hours.untilOf', { day: name, number: index + 1 })}
            aria-invalid={bad !== null}
            aria-describedby={bad === null ? undefined : id}
            onChange={(until) => put(index, { until })}
          />
          {disabled ? null : (
            <Button
              size="small"
              kind="quiet"
              icon="close"
              label={t('admin.hours.removeOf', { day: name, number: index + 1 })}
              onClick={() => onChange(windows.filter((_, at) => at !== index))}
            />
          )}
        </span>
      ))}
      {disabled || windows.length >= MOST ? null : (
        <Button
          size="small"
          kind="quiet"
          icon="plus"
          label={t('admin.hours.addOf', { day: name })}
          onClick={() => onChange([...windows, nextWindow(windows)])}
        />
      )}
      {children}
      {bad === null ? null : (
        <p id={id} className="field-error" role="alert">
          <Icon name="triangle" size={12} />
          {t(`admin.hours.${bad}`)}
        </p>
      )}
    </div>
  )
}
