import { useCallback, useRef } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { openDrawer, useNewBookingDefaults, useOpenDrawer, type BookingDraft } from '../ui/drawers.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { replaceParams, useRoute } from '../ui/router.ts'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { useListColumns } from './listColumns.tsx'
import { ListFilters } from './ListFilters.tsx'
import { PAGE_ROWS, paramsOf, queryOfParams, queryOfView, searchOf, viewOf, type ListQuery } from './listQuery.ts'
import { useCatalogue } from './useCatalogue.ts'
import { useSize } from './useSize.ts'
import './bookings.css'
import './drawer.css'
import './list.css'

/** Height of the head of the table and its hairlines, px. */
const TABLE_HEAD = 30

/** All bookings by text, period, state, team and place; the address holds the filters. Enter opens a row, PageUp and PageDown turn the page. */
export default function BookingsPage() {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const names = useNames()
  const catalogue = useCatalogue()
  const { params } = useRoute()
  const query = queryOfParams(params, today)
  const view = viewOf(query, today)
  const read = useRead('bookings.search', searchOf(query, zone), { keepPrevious: true })
  const opened = useOpenDrawer()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const anyPending = read.value?.bookings.some(({ status }) => status === 'pending') ?? false
  const columns = useListColumns(catalogue, size?.width ?? 1200, anyPending)
  const change = useCallback((next: ListQuery) => replaceParams(paramsOf(next)), [])
  const { resourceId, teamId } = query
  const defaults = useCallback((): BookingDraft => {
    const places = resourceId === null ? {} : { resources: [{ resourceId, quantity: 1 }] }
    return { ...places, ...(teamId === null ? {} : { teamId }) }
  }, [resourceId, teamId])
  useNewBookingDefaults(defaults)

  const total = read.value?.total ?? 0
  const from = query.offset + 1
  const until = Math.min(total, query.offset + PAGE_ROWS)
  const turn = (by: number) => {
    const offset = query.offset + by * PAGE_ROWS
    if (offset < 0 || offset >= total) return false
    change({ ...query, offset })
    return undefined
  }
  useShortcuts({ PageDown: () => turn(1), PageUp: () => turn(-1) })
  // Within a short window people read down the day; the whole list has the newest first, as it is answered.
  const rows = read.value?.bookings ?? []
  const inOrder = query.from !== null && total <= PAGE_ROWS ? rows.toSorted((a, b) => a.start - b.start) : rows
  return (
    <div className="page booking-page">
      <PageHeader title={t('shell.pages.bookings')} note={t('common.rows', { count: total })}>
        <ListFilters query={query} catalogue={catalogue} onChange={change} />
      </PageHeader>
      <div ref={frame} className="booking-list">
        {read.value === undefined && read.failure !== null ? (
          <ErrorPanel
            what={t('bookings.list.readAs')}
            reasons={
              read.failure.kind === 'refused'
                ? read.failure.refusals.map((each) => explain(each, language, names()))
                : []
            }
            faultId={read.failure.kind === 'fault' ? read.failure.faultId : undefined}
            onRetry={read.retry}
          />
        ) : read.value === undefined ? (
          <SkeletonRows rows={12} />
        ) : (
          <DataTable<Booking>
            label={t('bookings.list.heading')}
            rows={inOrder}
            columns={columns}
            rowKey={(row) => row.id}
            height={Math.max(160, (size?.height ?? 640) - TABLE_HEAD)}
            selectedKey={opened?.drawer === 'booking' ? opened.id : null}
            onOpen={(row) => openDrawer({ drawer: 'booking', id: row.id })}
            rowClass={(row) => (['cancelled', 'rejected', 'noShow'].includes(row.status) ? 'booking-row-gone' : '')}
            empty={<NothingFound query={query} view={view} onClear={() => change({ ...queryOfView('all', today) })} />}
          />
        )}
      </div>
      {total > PAGE_ROWS ? (
        <nav className="list-pages" aria-label={t('bookings.list.heading')}>
          <span className="small secondary">{t('bookings.list.page', { from, until, total })}</span>
          <Button
            size="small"
            icon="chevronLeft"
            keys="PgUp"
            disabledReason={from > 1 ? null : ''}
            onClick={() => turn(-1)}
          >
            {t('bookings.list.previous')}
          </Button>
          <Button size="small" keys="PgDn" disabledReason={until < total ? null : ''} onClick={() => turn(1)}>
            {t('bookings.list.next')}
          </Button>
        </nav>
      ) : null}
    </div>
  )
}

/** What was searched and did not hit, or that there is nothing yet; and the way on. */
function NothingFound({
  query,
  view,
  onClear,
}: {
  query: ListQuery
  view: ReturnType<typeof viewOf>
  onClear: () => void
}) {
  const { t } = useText()
  if (view === 'today')
    return <EmptyState icon="calendar" title={t('bookings.list.emptyToday')} hint={t('bookings.list.emptyTodayHint')} />
  if (view === 'pending') return <EmptyState icon="stamp" title={t('bookings.list.emptyPending')} />
  if (view === 'all')
    return <EmptyState icon="calendar" title={t('bookings.list.empty')} hint={t('bookings.list.emptyTodayHint')} />
  const text = query.text.trim()
  return (
    <EmptyState
      icon="search"
      title={text === '' ? t('bookings.list.emptyFilter') : t('common.noMatch', { text })}
      hint={t(text === '' ? 'bookings.list.emptyFilterHint' : 'common.noMatchHint')}
    >
      <Button onClick={onClear}>{t('common.clearFilter')}</Button>
    </EmptyState>
  )
}
