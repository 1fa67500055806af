import { useState } from 'react'
import { explain } from '../../../shared/text/explain.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { useNames } from '../../api/names.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { JobList } from '../imports/JobList.tsx'
import { isRunning, useJob } from '../imports/useJob.ts'
import { useReason } from '../parts/useReason.ts'

/** A backup now, and the jobs of the centre. */
export function BackupSection() {
  const { t, language } = useText()
  const names = useNames()
  const forbidden = useReason('backups.start')
  const start = useWrite('backups.start')
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const running = start.pending || (jobId !== null && (job === null || isRunning(job)))
  const begin = async () => {
    const reply = await start.run({}, { undoable: false })
    if (reply.ok) setJobId(reply.value.id)
  }
  const refusals: readonly Refusal[] =
    start.failure?.kind === 'refused'
      ? start.failure.refusals
      : job?.status === 'failed'
        ? (job.refusals as Refusal[])
        : []
  return (
    <>
      <section className="panel admin-settings-panel">
        <div className="admin-backup">
          <div className="admin-grow">
            <p className="section-title">{t('admin.settings.backup')}</p>
            <p className="secondary small">{t('admin.settings.backupNote')}</p>
          </div>
          {job?.status === 'done' ? (
            <p className="admin-done" role="status">
              <Icon name="checkCircle" />
              {t('admin.settings.backupDone', { file: job.fileName ?? '' })}
            </p>
          ) : null}
          <Button kind="primary" pending={running} disabledReason={forbidden} onClick={() => void begin()}>
            {t(running ? 'admin.settings.backingUp' : 'admin.settings.backUp')}
          </Button>
        </div>
        {refusals.length === 0 && job?.status !== 'failed' ? null : (
          <p className="field-error" role="alert">
            <Icon name="triangle" size={12} />
            {[t('admin.settings.backupFailed'), ...refusals.map((each) => explain(each, language, names()))].join(
              t('refusals.sentenceJoin'),
            )}
          </p>
        )}
      </section>
      <h2 className="section-title admin-section-head">{t('imports.jobs')}</h2>
      <JobList />
    </>
  )
}
