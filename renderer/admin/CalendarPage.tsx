import { useMemo, useState } from 'react'
import { countWorkdays, dayStatus, indexCalendar } from '../../shared/scheduling/calendar.ts'
import { isDate, yearOf } from '../../shared/scheduling/zone.ts'
import { useToday } from '../api/now.ts'
import { useRead } from '../api/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { DayEditor } from './calendar/DayEditor.tsx'
import { YearGrid } from './calendar/YearGrid.tsx'
import { YearImport } from './calendar/YearImport.tsx'
import { AdminPage, Reading } from './parts/AdminPage.tsx'
import { useReason } from './parts/useReason.ts'
import { useSelected } from './parts/useSelected.ts'

const legend = ['holiday', 'makeup', 'rest'] as const

/** The working calendar of a year (R-60..62): what each day is, workdays by month, and whether the year's arrangement is known. */
export default function CalendarPage() {
  const { t } = useText()
  const today = useToday()
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen ?? yearOf(today)
  const day = useSelected('day')
  const forbidden = useReason('calendar.importYear')
  const read = useRead('calendar.range', { from: `${year}-01-01`, to: `${year + 1}-01-01` }, { keepPrevious: true })
  const calendar = useMemo(() => (read.value === undefined ? null : indexCalendar(read.value)), [read.value])
  const ofYear = read.value?.years.find((each) => each.year === year)
  const known = ofYear?.known === true

  const drawer = () => {
    if (day.id === 'import') return <YearImport year={year} onClose={day.close} />
    if (day.id === null || calendar === null || !isDate(day.id)) return null
    const status = dayStatus(day.id, calendar)
    return (
      <DayEditor
        key={`${day.id}-${status.day?.kind}-${status.day?.name}`}
        date={day.id}
        status={status}
        onClose={day.close}
      />
    )
  }
  const total = calendar === null ? null : countWorkdays(`${year}-01-01`, `${year + 1}-01-01`, calendar).workdays
  return (
    <AdminPage drawer={drawer()}>
      <PageHeader title={t('shell.pages.calendar')} note={t('admin.calendar.note')}>
        <Button icon="chevronLeft" label={t('admin.calendar.previousYear')} onClick={() => setChosen(year - 1)} />
        <span className="admin-year-name" aria-live="polite">
          {t('admin.calendar.year', { year })}
        </span>
        <Button icon="chevronRight" label={t('admin.calendar.nextYear')} onClick={() => setChosen(year + 1)} />
        {known ? (
          <Chip tone="ok">{t('admin.calendar.known')}</Chip>
        ) : (
          <Chip tone="warn">{t('admin.calendar.unknown')}</Chip>
        )}
        {total === null ? null : (
          <span className="secondary">{t('admin.calendar.yearWorkdays', { count: total })}</span>
        )}
        <span className="admin-legend">
          {legend.map((kind) => (
            <span key={kind}>
              <i className={`admin-day is-${kind}`} aria-hidden>
                <i>{t(`admin.calendar.marks.${kind}`)}</i>
              </i>
              {t(`admin.calendar.kinds.${kind}`)}
            </span>
          ))}
        </span>
        <span className="page-bar-spring" />
        <Button kind="primary" icon="upload" disabledReason={forbidden} onClick={() => day.open('import')}>
          {t('admin.calendar.import.title')}
        </Button>
      </PageHeader>
      {calendar === null || known ? null : (
        <p className="admin-banner" role="status">
          <Icon name="info" />
          {t('admin.calendar.unknownBanner', { year })}
        </p>
      )}
      <Reading state={read} what={t('shell.pages.calendar')}>
        {() =>
          calendar === null ? null : (
            <YearGrid
              key={year}
              year={year}
              calendar={calendar}
              today={today}
              selected={day.id !== null && isDate(day.id) ? day.id : null}
              onOpen={day.open}
            />
          )
        }
      </Reading>
      {ofYear !== undefined && ofYear.source !== '' ? (
        <p className="tertiary small">{t('admin.calendar.source', { source: ofYear.source })}</p>
      ) : null}
    </AdminPage>
  )
}
