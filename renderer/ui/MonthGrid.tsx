import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { addDays, dayNumberOf, dateOfDayNumber, mondayOf, weekdayOf, yearOf } from '../../shared/scheduling/civil.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { dateLong, monthTitle, weekdayNames } from '../../shared/text/format.ts'
import { Button } from './Button.tsx'
import { useText } from './text.ts'
import './pickers.css'

/** What the working calendar says of a day: 休 (a day off) or 班 (a make-up workday), with its name. */
export type DayMark = { kind: 'rest' | 'work'; short: string; name: string }

const monthOf = (date: LocalDate) => Number(date.slice(5, 7))

function shiftMonth(date: LocalDate, by: number): LocalDate {
  const first = dayNumberOf(yearOf(date), monthOf(date), 1)
  const months = yearOf(date) * 12 + monthOf(date) - 1 + by
  const start = dayNumberOf(Math.floor(months / 12), (months % 12) + 1, 1)
  const next = dayNumberOf(Math.floor((months + 1) / 12), ((months + 1) % 12) + 1, 1)
  const day = Number(date.slice(8, 10)) - 1
  return dateOfDayNumber(first === start ? first : Math.min(start + day, next - 1))
}

/** One month, Monday first. Arrows move by day and week, PageUp and PageDown by month, Enter picks. */
export function MonthGrid({
  value,
  today,
  allowed,
  mark,
  onPick,
}: {
  value: LocalDate | null
  today: LocalDate
  allowed?: (date: LocalDate) => boolean
  mark?: (date: LocalDate) => DayMark | null
  onPick: (date: LocalDate) => void
}) {
  const { t, language } = useText()
  const [cursor, setCursor] = useState(value ?? today)
  const grid = useRef<HTMLTableElement>(null)
  const moved = useRef(true)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [cursor])

  const move = (date: LocalDate) => {
    moved.current = true
    setCursor(date)
  }
  const key = (event: KeyboardEvent) => {
    const steps: Record<string, () => LocalDate> = {
      ArrowLeft: () => addDays(cursor, -1),
      ArrowRight: () => addDays(cursor, 1),
      ArrowUp: () => addDays(cursor, -7),
      ArrowDown: () => addDays(cursor, 7),
      Home: () => mondayOf(cursor),
      End: () => addDays(mondayOf(cursor), 6),
      PageUp: () => shiftMonth(cursor, -1),
      PageDown: () => shiftMonth(cursor, 1),
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(step())
  }
  const first = `${cursor.slice(0, 8)}01`
  const start = mondayOf(first)
  const weeks = Array.from({ length: 6 }, (_, week) => addDays(start, week * 7)).filter(
    (monday, index) => index < 5 || monday.slice(0, 7) === cursor.slice(0, 7),
  )

  return (
    <div className="month" role="dialog" aria-label={t('common.pickDate')}>
      <div className="month-head">
        <Button
          kind="quiet"
          size="small"
          icon="chevronLeft"
          label={t('common.previousMonth')}
          onClick={() => setCursor(shiftMonth(cursor, -1))}
        />
        <span className="section-title" aria-live="polite">
          {monthTitle(cursor, language)}
        </span>
        <Button
          kind="quiet"
          size="small"
          icon="chevronRight"
          label={t('common.nextMonth')}
          onClick={() => setCursor(shiftMonth(cursor, 1))}
        />
      </div>
      {/* A calendar as the grid pattern has it: one tab stop, arrows inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table ref={grid} className="month-grid" role="grid" onKeyDown={key}>
        <thead>
          <tr>
            {weekdayNames(language).map((name) => (
              <th key={name} scope="col">
                {language === 'zh' ? name.slice(1) : name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((monday) => (
            <tr key={monday}>
              {Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)).map((date) => {
                const sign = mark?.(date) ?? null
                const off = allowed !== undefined && !allowed(date)
                const classes = ['month-day']
                if (date.slice(0, 7) !== cursor.slice(0, 7)) classes.push('month-day-outside')
                if (date === today) classes.push('month-day-today')
                if (weekdayOf(date) > 4 || sign?.kind === 'rest') classes.push('month-day-rest')
                return (
                  <td key={date} aria-selected={date === value}>
                    <button
                      type="button"
                      className={classes.join(' ')}
                      tabIndex={date === cursor ? 0 : -1}
                      disabled={off}
                      aria-label={[dateLong(date, language), sign?.name]
                        .filter(Boolean)
                        .join(language === 'zh' ? '，' : ', ')}
                      aria-current={date === today ? 'date' : undefined}
                      onClick={() => onPick(date)}
                    >
                      {Number(date.slice(8, 10))}
                      {sign === null ? null : (
                        <i className={`month-mark month-mark-${sign.kind}`} data-mark={sign.short} aria-hidden />
                      )}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="month-foot">
        <button
          type="button"
          className="link-button"
          disabled={allowed !== undefined && !allowed(today)}
          onClick={() => onPick(today)}
        >
          {t('common.today')}
        </button>
      </div>
    </div>
  )
}
