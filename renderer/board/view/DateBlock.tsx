import { useRef, useState } from 'react'
import { dayStatus, indexCalendar } from '../../../shared/scheduling/calendar.ts'
import type { WorkingCalendar } from '../../../shared/operations/centre.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { addDays } from '../../../shared/scheduling/zone.ts'
import { dateLong, dateShort, weekTitle } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { MonthGrid, type DayMark } from '../../ui/MonthGrid.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useText, type Language } from '../../ui/text.ts'

export type BoardView = 'day' | 'week'

/** The date on show and the ways to another one: 今天 ‹ › the calendar, 日 周. Stands in the top bar. */
export function DateBlock({
  date,
  view,
  today,
  days,
  calendar,
  onDate,
  onView,
}: {
  date: LocalDate
  view: BoardView
  today: LocalDate
  days: readonly LocalDate[]
  calendar: WorkingCalendar | null
  onDate: (date: LocalDate) => void
  onView: (view: BoardView) => void
}) {
  const { t, language } = useText()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const step = view === 'week' ? 7 : 1
  const first = days[0] ?? date
  const title =
    view === 'day'
      ? dateLong(date, language)
      : t('board.weekRange', { from: dateLong(first, language), until: dateShort(days.at(-1) ?? first, language) })
  const index = calendar === null ? null : indexCalendar(calendar)
  const note = [view === 'day' && index !== null ? dayNote(date, index, language, t) : '', weekTitle(first, language)]
    .filter((each) => each !== '')
    .join(' · ')
  const mark = (day: LocalDate): DayMark | null => {
    const found = index?.days.get(day)
    if (found === undefined || found.kind === 'workday') return null
    const work = found.kind === 'makeup'
    return {
      kind: work ? 'work' : 'rest',
      short: t(work ? 'board.markWork' : 'board.markRest'),
      name: language === 'en' && found.nameEn !== '' ? found.nameEn : found.name,
    }
  }
  return (
    <div className="date-block">
      <Button keys="T" onClick={() => onDate(today)}>
        {t('board.today')}
      </Button>
      <Button
        kind="quiet"
        icon="chevronLeft"
        label={t(`board.previous.${view}`)}
        onClick={() => onDate(addDays(date, -step))}
      />
      <Button
        kind="quiet"
        icon="chevronRight"
        label={t(`board.next.${view}`)}
        onClick={() => onDate(addDays(date, step))}
      />
      <button
        ref={button}
        type="button"
        className="date-title"
        aria-haspopup="dialog"
        aria-expanded={open}
        title={t('board.pickDate')}
        onClick={() => setOpen((now) => !now)}
      >
        <b>{title}</b>
        <small>{note}</small>
      </button>
      <Segmented
        label={t('board.view')}
        value={view}
        options={[
          { value: 'day', label: t('board.day') },
          { value: 'week', label: t('board.week') },
        ]}
        onChange={onView}
      />
      {open ? (
        <Popup anchor={button} onClose={() => setOpen(false)}>
          <MonthGrid
            value={date}
            today={today}
            mark={mark}
            onPick={(day) => {
              setOpen(false)
              button.current?.focus()
              onDate(day)
            }}
          />
        </Popup>
      ) : null}
    </div>
  )
}

function dayNote(
  date: LocalDate,
  index: ReturnType<typeof indexCalendar>,
  language: Language,
  t: ReturnType<typeof useText>['t'],
): string {
  const { kind, day, status } = dayStatus(date, index)
  const name = language === 'en' && day?.nameEn ? day.nameEn : day?.name
  const words = [name || t(`board.dayKinds.${kind}`), status === 'unknown' ? t('board.unknownYear') : '']
  return words.filter((each) => each !== '').join(' · ')
}
