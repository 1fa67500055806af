import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { countWorkdays, dayStatus, type CalendarIndex } from '../../../shared/scheduling/calendar.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { addDays, dayNumber, daysBetween, mondayOf, weekdayOf, yearOf } from '../../../shared/scheduling/zone.ts'
import { dayLabel, monthTitle, weekdayNames } from '../../../shared/text/format.ts'
import { useText } from '../../ui/text.ts'
import { firstOfMonth } from './months.ts'
import '../../ui/pickers.css'

/** Twelve months with what each day is. One tab stop: arrows go by day and week, PageUp and PageDown by month, Enter opens a day. */
export function YearGrid({
  year,
  calendar,
  today,
  selected,
  onOpen,
}: {
  year: number
  calendar: CalendarIndex
  today: LocalDate
  selected: LocalDate | null
  onOpen: (date: LocalDate) => void
}) {
  const { t } = useText()
  const start = yearOf(today) === year ? today : `${year}-01-01`
  const [cursor, setCursor] = useState<LocalDate>(start)
  const [moved, setMoved] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const at = yearOf(cursor) === year ? cursor : start
  useEffect(() => {
    if (moved) grid.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus()
  }, [at, moved])
  const key = (event: KeyboardEvent) => {
    const month = Number(at.slice(5, 7))
    const byMonth = (step: number) => {
      const first = firstOfMonth(year, month + step)
      const last = daysBetween(first, firstOfMonth(year, month + step + 1)) - 1
      return addDays(first, Math.min(Number(at.slice(8)) - 1, last))
    }
    const steps: Record<string, () => LocalDate> = {
      ArrowLeft: () => addDays(at, -1),
      ArrowRight: () => addDays(at, 1),
      ArrowUp: () => addDays(at, -7),
      ArrowDown: () => addDays(at, 7),
      PageUp: () => byMonth(-1),
      PageDown: () => byMonth(1),
      Home: () => mondayOf(at),
      End: () => addDays(mondayOf(at), 6),
    }
    const next = steps[event.key]?.()
    if (next === undefined) return
    event.preventDefault()
    if (yearOf(next) !== year) return
    setMoved(true)
    setCursor(next)
  }
  return (
    <div ref={grid} className="admin-year" role="group" aria-label={t('admin.calendar.gridLabel', { year })}>
      {Array.from({ length: 12 }, (_, index) => (
        <Month
          key={index}
          first={firstOfMonth(year, index + 1)}
          next={firstOfMonth(year, index + 2)}
          calendar={calendar}
          today={today}
          cursor={at}
          selected={selected}
          onKey={key}
          onOpen={(date) => {
            setCursor(date)
            onOpen(date)
          }}
        />
      ))}
    </div>
  )
}

function Month({
  first,
  next,
  calendar,
  today,
  cursor,
  selected,
  onKey,
  onOpen,
}: {
  first: LocalDate
  next: LocalDate
  calendar: CalendarIndex
  today: LocalDate
  cursor: LocalDate
  selected: LocalDate | null
  onKey: (event: KeyboardEvent) => void
  onOpen: (date: LocalDate) => void
}) {
  const { t, language } = useText()
  const { workdays } = countWorkdays(first, next, calendar)
  const monday = mondayOf(first)
  const weeks = Math.ceil((dayNumber(next) - dayNumber(monday)) / 7)
  return (
    <section className="panel admin-month">
      <header>
        <h2 className="section-title">{monthTitle(first, language)}</h2>
        <span className="tertiary small">{t('admin.calendar.workdays', { count: workdays })}</span>
      </header>
      <table>
        <thead>
          <tr>
            {weekdayNames(language).map((name) => (
              <th key={name} scope="col" aria-label={name}>
                {language === 'zh' ? name.slice(1) : name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (_, weekday) => {
                const date = addDays(monday, week * 7 + weekday)
                if (date < first || date >= next) return <td key={date} />
                return (
                  <td key={date}>
                    <Day
                      date={date}
                      calendar={calendar}
                      today={today}
                      tabbable={date === cursor}
                      selected={date === selected}
                      onKey={onKey}
                      onOpen={onOpen}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day({
  date,
  calendar,
  today,
  tabbable,
  selected,
  onKey,
  onOpen,
}: {
  date: LocalDate
  calendar: CalendarIndex
  today: LocalDate
  tabbable: boolean
  selected: boolean
  onKey: (event: KeyboardEvent) => void
  onOpen: (date: LocalDate) => void
}) {
  const { t, language } = useText()
  const { kind, day, status } = dayStatus(date, calendar)
  const name = day === null ? '' : language === 'en' && day.nameEn !== '' ? day.nameEn : day.name
  const weekend = day === null && weekdayOf(date) > 4
  const look = day === null ? (weekend ? 'weekend' : 'plain') : kind
  const what = weekend ? t('admin.calendar.weekend') : t(`admin.calendar.kinds.${kind}`)
  const label = [dayLabel(date, language), what, name].filter((each) => each !== '').join(t('admin.calendar.comma'))
  const unsure = day !== null && status === 'unknown' ? ' is-unsure' : ''
  return (
    <button
      type="button"
      data-date={date}
      className={`admin-day is-${look}${unsure}${date === today ? ' is-today' : ''}`}
      tabIndex={tabbable ? 0 : -1}
      aria-label={label}
      aria-pressed={selected}
      title={day === null ? undefined : `${what} ${name}`}
      onKeyDown={onKey}
      onClick={() => onOpen(date)}
    >
      {Number(date.slice(8))}
      {day === null ? null : <i aria-hidden data-mark={t(`admin.calendar.marks.${kind}`)} />}
    </button>
  )
}
