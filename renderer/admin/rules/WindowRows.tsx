import type { ReactNode } from 'react'
import type { WeekWindow } from '../../../shared/operations/fields.ts'
import { weekdayNames } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../../ui/text.ts'
import { TimeField } from '../../ui/TimeField.tsx'
import './rules.css'

/** Rows of a list that grows and shrinks; each row is drawn by the caller. */
export function Rows<R>({
  rows,
  onChange,
  blank,
  most,
  disabled,
  children,
}: {
  rows: readonly R[]
  onChange: (rows: R[]) => void
  blank: () => R
  most: number
  disabled: boolean
  children: (row: R, put: (change: Partial<R>) => void, number: number) => ReactNode
}) {
  const { t } = useText()
  return (
    <div className="admin-rows">
      {rows.map((row, index) => (
        // Rows have no identity of their own: their place in the list is it.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="admin-row">
          {children(
            row,
            (change) => onChange(rows.map((old, at) => (at === index ? { ...old, ...change } : old))),
            index + 1,
          )}
          {disabled ? null : (
            <Button
              size="small"
              kind="quiet"
              icon="close"
              label={t('rules.removeRow', { number: index + 1 })}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {disabled || rows.length >= most ? null : (
        <div>
          <Button size="small" kind="quiet" icon="plus" onClick={() => onChange([...rows, blank()])}>
            {t('rules.add')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The times of a window of wall minutes. */
export function TimesOf({
  window,
  number,
  disabled,
  put,
}: {
  window: { from: number; until: number }
  number: number
  disabled: boolean
  put: (change: { from?: number; until?: number }) => void
}) {
  const { t } = useText()
  return (
    <span className="admin-window">
      <TimeField
        value={window.from}
        step={30}
        disabled={disabled}
        label={t('rules.fromOf', { number })}
        onChange={(from) => put({ from })}
      />
      <span aria-hidden>–</span>
      <TimeField
        value={window.until}
        step={30}
        disabled={disabled}
        label={t('rules.untilOf', { number })}
        aria-invalid={window.until <= window.from}
        onChange={(until) => put({ until })}
      />
    </span>
  )
}

/** Weekdays and times of one window. */
export function WeekWindowRow(props: {
  window: WeekWindow
  number: number
  disabled: boolean
  put: (change: Partial<WeekWindow>) => void
}) {
  const { window, number, disabled, put } = props
  const { t, language } = useText()
  const toggle = (day: number) => {
    const days = window.days.includes(day) ? window.days.filter((each) => each !== day) : [...window.days, day]
    if (days.length > 0) put({ days: days.sort((a, b) => a - b) })
  }
  return (
    <>
      <span className="admin-days">
        {weekdayNames(language).map((name, day) => (
          <button
            key={name}
            type="button"
            className="admin-day"
            disabled={disabled}
            aria-pressed={window.days.includes(day)}
            aria-label={t('rules.dayOf', { number, day: name })}
            onClick={() => toggle(day)}
          >
            {language === 'zh' ? name.slice(-1) : name.slice(0, 2)}
          </button>
        ))}
      </span>
      <TimesOf {...props} />
    </>
  )
}

export const blankWindow = (): WeekWindow => ({ days: [0, 1, 2, 3, 4], from: 840, until: 1020 })
