import type { Job } from '../../../shared/operations/reports.ts'
import { moment } from '../../../shared/text/format.ts'
import { useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { Chip, type ChipTone } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { Reading } from '../parts/AdminPage.tsx'
import { resultOf } from './ImportOutcome.tsx'
import { isRunning } from './useJob.ts'

const tones: Record<Job['status'], ChipTone> = {
  waiting: 'outline',
  running: 'primary',
  done: 'ok',
  failed: 'danger',
  cancelled: 'off',
  interrupted: 'warn',
}

/** The jobs of the centre, newest first: imports, exports, backups. A running one can be cancelled. */
export function JobList({ limit = 20, onOpen }: { limit?: number; onOpen?: (job: Job) => void }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const jobs = useRead('jobs.list', { limit })
  const people = useRead('people.list', {})
  const cancel = useWrite('jobs.cancel')
  const kindOf = ({ kind }: Job) =>
    t(`imports.jobKinds.${kind === 'import' || kind === 'export' || kind === 'backup' ? kind : 'other'}`)
  const summary = (job: Job) => {
    const result = resultOf(job)
    if (result === null) return job.refusals.length === 0 ? '' : t('imports.refused', { count: job.refusals.length })
    if (result.refused > 0) return t('imports.summaryRefused', { refused: result.refused })
    return t(result.dryRun ? 'imports.summaryDry' : 'imports.summary', {
      created: result.created,
      changed: result.changed,
      unchanged: result.unchanged,
    })
  }
  const columns: Column<Job>[] = [
    {
      key: 'at',
      title: t('common.time'),
      width: 170,
      render: (job) => <span className="nowrap">{moment(job.createdAt, zone, language, today)}</span>,
    },
    { key: 'kind', title: t('imports.columns.job'), width: 90, render: kindOf },
    {
      key: 'file',
      title: t('imports.columns.file'),
      ellipsis: true,
      render: (job) => job.fileName ?? resultOf(job)?.file ?? '—',
    },
    {
      key: 'status',
      title: t('common.state'),
      width: 150,
      render: (job) => (
        <span className="admin-chips">
          <Chip tone={tones[job.status]}>{t(`imports.statuses.${job.status}`)}</Chip>
          {isRunning(job) && job.total > 0 ? `${job.progress} / ${job.total}` : null}
        </span>
      ),
    },
    { key: 'result', title: t('imports.columns.result'), ellipsis: true, render: summary },
    {
      key: 'by',
      title: t('common.person'),
      width: 110,
      render: (job) => people.value?.people.find((each) => each.id === job.byId)?.name ?? '—',
    },
    {
      key: 'do',
      title: <span className="visually-hidden">{t('imports.columns.actions')}</span>,
      width: 76,
      render: (job) =>
        isRunning(job) ? (
          <Button size="small" kind="quiet" onClick={() => void cancel.run({ id: job.id }, { undoable: false })}>
            {t('common.cancel')}
          </Button>
        ) : null,
    },
  ]
  return (
    <Reading state={jobs} what={t('imports.jobs')}>
      {(value) => (
        <DataTable
          label={t('imports.jobs')}
          density="dense"
          rows={value.jobs}
          columns={columns}
          rowKey={(job) => job.id}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      )}
    </Reading>
  )
}
