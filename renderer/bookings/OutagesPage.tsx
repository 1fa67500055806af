import { useCallback, useMemo, useRef } from 'react'
import type { Outage } from '../../shared/operations/outages.ts'
import { explain } from '../../shared/text/explain.ts'
import { range } from '../../shared/text/format.ts'
import { useNames } from '../api/names.ts'
import { useNow, useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { openDrawer, useOpenDrawer } from '../ui/drawers.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { replaceParams, useRoute } from '../ui/router.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { outagePeriod, phaseOf } from './outageForm.ts'
import { PhaseChip } from './PhaseChip.tsx'
import { ResourceStates } from './ResourceStates.tsx'
import { useCatalogue } from './useCatalogue.ts'
import { useReason } from './useReason.ts'
import { useSize } from './useSize.ts'
import { lengthText, minutesOf } from './words.ts'
import './bookings.css'
import './drawer.css'
import './list.css'

/** Outages now and to come, those of the past year, and resources that are not in order. `?past=1` shows the past ones. */
export default function OutagesPage() {
  const { t, language } = useText()
  const zone = useZone()
  const now = useNow()
  const today = useToday()
  const names = useNames()
  const catalogue = useCatalogue()
  const { params } = useRoute()
  const past = params['past'] === '1'
  const opened = useOpenDrawer()
  const hindered = useReason('outages.add')
  const read = useRead('outages.range', outagePeriod(now))
  const phase = useCallback(
    (row: Outage) => phaseOf(row, now, catalogue.resource(row.resourceId)?.state === 'up'),
    [now, catalogue],
  )
  const frame = useRef<HTMLDivElement>(null)
  const width = useSize(frame)?.width ?? 1200
  const roomy = width >= 1000
  const narrow = width < 740
  const all = useMemo<Column<Outage>[]>(
    () => [
      {
        key: 'place',
        title: t('bookings.outage.columns.place'),
        ...(narrow ? {} : { width: roomy ? 220 : 172 }),
        ellipsis: true,
        render: (row) => {
          const resource = catalogue.resource(row.resourceId)
          return (
            <>
              <b>{catalogue.placeName(row.resourceId)}</b> <span className="tertiary">{resource?.code ?? ''}</span>
            </>
          )
        },
      },
      {
        key: 'status',
        title: t('bookings.outage.columns.status'),
        width: roomy ? 120 : 104,
        render: (row) => <PhaseChip phase={phase(row)} />,
      },
      {
        key: 'kind',
        title: t('bookings.outage.columns.kind'),
        width: roomy ? 110 : language === 'zh' ? 84 : 116,
        render: (row) => (
          <Chip tone={row.kind === 'fault' ? 'fault' : 'outage'} icon={row.kind === 'fault' ? 'triangle' : 'wrench'}>
            {t(`refusals.outageKinds.${row.kind}`)}
          </Chip>
        ),
      },
      {
        key: 'when',
        title: t('bookings.outage.columns.when'),
        width: roomy ? 310 : 180,
        render: (row) => (
          <span className={roomy ? 'nowrap' : ''}>{range(row.start, row.end, zone, language, today)}</span>
        ),
      },
      {
        key: 'length',
        title: t('bookings.outage.columns.length'),
        width: 128,
        figure: true,
        render: (row) => lengthText(minutesOf(row.start, row.end), t, language),
      },
      { key: 'reason', title: t('bookings.outage.columns.reason'), ellipsis: true, render: (row) => row.reason },
      {
        key: 'reportedBy',
        title: t('bookings.outage.columns.reportedBy'),
        width: 110,
        ellipsis: true,
        render: (row) => catalogue.person(row.reportedById)?.name ?? t('bookings.view.gone'),
      },
    ],
    [t, language, zone, today, catalogue, phase, roomy, narrow],
  )
  const left = roomy ? [] : narrow ? ['length', 'reportedBy', 'reason'] : ['length', 'reportedBy']
  const columns = all.filter(({ key }) => !left.includes(key))
  const outages = read.value?.outages ?? []
  const isPast = (outage: Outage) => phase(outage) === 'ended' || phase(outage) === 'cancelled'
  const rows = past
    ? outages.filter(isPast).toSorted((a, b) => b.start - a.start)
    : outages.filter((each) => !isPast(each)).toSorted((a, b) => a.start - b.start)
  return (
    <div ref={frame} className="page booking-page">
      <PageHeader title={t('shell.pages.outages')} note={t('bookings.outage.note')}>
        <Segmented
          label={t('bookings.outage.viewsLabel')}
          value={past ? 'past' : 'now'}
          options={(['now', 'past'] as const).map((value) => ({ value, label: t(`bookings.outage.views.${value}`) }))}
          onChange={(value) => replaceParams({ past: value === 'past' ? '1' : null })}
        />
        <span className="page-bar-spring" />
        <Button icon="wrench" disabledReason={hindered} onClick={() => openDrawer({ drawer: 'newOutage', draft: {} })}>
          {t('bookings.outage.add')}
        </Button>
      </PageHeader>
      {read.value === undefined && read.failure !== null ? (
        <ErrorPanel
          what={t('bookings.outage.heading')}
          reasons={
            read.failure.kind === 'refused' ? read.failure.refusals.map((each) => explain(each, language, names())) : []
          }
          faultId={read.failure.kind === 'fault' ? read.failure.faultId : undefined}
          onRetry={read.retry}
        />
      ) : read.value === undefined ? (
        <SkeletonRows rows={8} />
      ) : (
        <DataTable<Outage>
          label={t('bookings.outage.heading')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          selectedKey={opened?.drawer === 'outage' ? opened.id : null}
          onOpen={(row) => openDrawer({ drawer: 'outage', id: row.id })}
          empty={
            past ? (
              <EmptyState icon="wrench" title={t('bookings.outage.emptyPast')} />
            ) : (
              <EmptyState
                icon="wrench"
                title={t('bookings.outage.emptyNow')}
                hint={t('bookings.outage.emptyNowHint')}
              />
            )
          }
        />
      )}
      {past ? null : <ResourceStates catalogue={catalogue} />}
    </div>
  )
}
