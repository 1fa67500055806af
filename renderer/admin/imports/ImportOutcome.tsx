import { importResult, type ImportResult, type Job } from '../../../shared/operations/reports.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { range } from '../../../shared/text/format.ts'
import { useNames } from '../../api/names.ts'
import { useZone } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Icon } from '../../ui/icons.tsx'
import { navigate } from '../../ui/router.ts'
import { Chip, type ChipTone } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { refusalRows, unlistedFaults, type RefusalRow } from './refusalRows.ts'

type PreviewRow = ImportResult['preview'][number]
const tones: Record<PreviewRow['outcome'], ChipTone> = {
  create: 'ok',
  change: 'primary',
  unchanged: 'off',
  refused: 'danger',
}
const counts = ['found', 'created', 'changed', 'unchanged', 'refused'] as const

/** The result that an import job carries; null for other jobs and while it runs. */
export function resultOf(job: Job): ImportResult | null {
  const read = importResult.safeParse(job.result)
  return read.success ? read.data : null
}

/** What an import did, or a dry run would do: counts, every refusal with line and column, and the rows. */
export function ImportOutcome({ job, zone: fileZone }: { job: Job; zone: string }) {
  const { t, language } = useText()
  const centreZone = useZone()
  const names = useNames()
  const result = resultOf(job)
  const refusals = job.refusals as Refusal[]
  const zone = fileZone === '' ? centreZone : fileZone
  const lines = refusalRows(refusals, language, names())
  const more = unlistedFaults(refusals)
  const ran = result !== null && !result.dryRun && job.status === 'done' && refusals.length === 0

  const refusalColumns: Column<RefusalRow>[] = [
    { key: 'line', title: t('imports.columns.line'), figure: true, width: 64, render: (row) => row.line ?? '—' },
    {
      key: 'column',
      title: t('imports.columns.column'),
      width: 140,
      render: (row) => row.column ?? <span className="tertiary">—</span>,
    },
    { key: 'what', title: t('imports.columns.what'), width: 240, render: (row) => row.what },
    { key: 'why', title: t('imports.columns.why'), render: (row) => row.why },
  ]
  const previewColumns: Column<PreviewRow>[] = [
    { key: 'line', title: t('imports.columns.line'), figure: true, width: 64, render: (row) => row.line ?? '—' },
    {
      key: 'outcome',
      title: t('imports.columns.outcome'),
      width: 96,
      render: (row) => <Chip tone={tones[row.outcome]}>{t(`imports.outcomes.${row.outcome}`)}</Chip>,
    },
    {
      key: 'time',
      title: t('common.time'),
      width: 260,
      render: (row) => <span className="nowrap">{range(row.start, row.end, zone, language)}</span>,
    },
    { key: 'title', title: t('imports.columns.title'), ellipsis: true, render: (row) => row.title },
    { key: 'resource', title: t('common.resource'), width: 220, ellipsis: true, render: (row) => row.resource },
  ]
  return (
    <section className="admin-outcome" aria-label={t('imports.outcome')}>
      {result === null ? null : (
        <dl className="panel admin-counts">
          {counts.map((name) => (
            <div key={name} className={name === 'refused' && result.refused > 0 ? 'is-bad' : undefined}>
              <dt>{t(`imports.counts.${name}`)}</dt>
              <dd>{result[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {ran ? (
        <div className="admin-done" role="status">
          <Icon name="checkCircle" />
          <span className="admin-grow">
            {t('imports.done', { created: result.created, changed: result.changed })}
            <small>{t('imports.undoHint')}</small>
          </span>
          <Button size="small" onClick={() => navigate('bookings')}>
            {t('imports.seeBookings')}
          </Button>
        </div>
      ) : null}
      {result !== null && result.resourcesCreated.length > 0 ? (
        <p className="secondary">
          {t(result.dryRun ? 'imports.wouldCreate' : 'imports.createdPlaces', {
            places: result.resourcesCreated.join(t('refusals.listJoin')),
          })}
        </p>
      ) : null}
      {lines.length === 0 ? null : (
        <>
          <p className="admin-refused" role="alert">
            <Icon name="triangle" />
            {t('imports.refused', { count: lines.length + more })}
          </p>
          <DataTable
            label={t('imports.refusals')}
            density="dense"
            rows={lines}
            columns={refusalColumns}
            rowKey={(row) => row.key}
            {...(lines.length > 12 ? { height: 320 } : {})}
          />
          {more === 0 ? null : <p className="tertiary small">{t('imports.moreFaults', { count: more })}</p>}
        </>
      )}
      {result === null || result.preview.length === 0 ? null : (
        <>
          <h3 className="section-title">
            {t(result.dryRun ? 'imports.preview' : 'imports.rows')}
            <small className="tertiary">
              {result.preview.length < result.found
                ? t('imports.firstRows', { shown: result.preview.length, count: result.found })
                : t('common.rows', { count: result.found })}
            </small>
          </h3>
          <DataTable
            label={t('imports.preview')}
            density="dense"
            rows={result.preview}
            columns={previewColumns}
            rowKey={(row) => `${row.line} ${row.resource} ${row.start} ${row.title}`}
            height={320}
          />
        </>
      )}
    </section>
  )
}
