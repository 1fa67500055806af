import { useState } from 'react'
import type { ColumnMap, Job } from '../../shared/operations/reports.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { isZone } from '../../shared/scheduling/zone.ts'
import { useZone } from '../api/session.ts'
import { useNames } from '../api/names.ts'
import { useRead } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalList } from '../ui/RefusalList.tsx'
import { useText } from '../ui/text.ts'
import { ColumnMapping } from './imports/ColumnMapping.tsx'
import { FileBox } from './imports/FileBox.tsx'
import type { ChosenFile } from './imports/fileText.ts'
import { ImportOutcome, resultOf } from './imports/ImportOutcome.tsx'
import { JobList } from './imports/JobList.tsx'
import { needsMapping } from './imports/refusalRows.ts'
import { isRunning, useJob } from './imports/useJob.ts'
import { AdminPage } from './parts/AdminPage.tsx'
import { TextInput, Tick } from './parts/controls.tsx'
import { useReason } from './parts/useReason.ts'

/** Bookings from an ICS, CSV or XLSX file: tried first, and written only when every row can be (IX-02..04). */
export default function ImportPage() {
  const { t } = useText()
  const centreZone = useZone()
  const names = useNames()
  // Read for their names alone: the refusals of a file speak of places and teams.
  useRead('resources.list', { withRetired: true })
  useRead('teams.list', { withRetired: true })
  const forbidden = useReason('imports.start')
  const start = useWrite('imports.start')
  const cancel = useWrite('jobs.cancel')
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [zone, setZone] = useState('')
  const [createResources, setCreateResources] = useState(false)
  const [columns, setColumns] = useState<ColumnMap>({})
  const [mapping, setMapping] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const running = start.pending || (jobId !== null && (job === null || isRunning(job)))
  const result = job === null ? null : resultOf(job)
  const refusals = (job?.refusals ?? []) as Refusal[]
  const showMapping = file !== null && !/\.ics$/i.test(file.name) && (mapping || needsMapping(refusals))
  const badZone = zone !== '' && !isZone(zone)
  // What was tried is what may be run: a changed setting asks for another try.
  const tried =
    job?.status === 'done' && result !== null && result.dryRun && result.refused === 0 && refusals.length === 0

  const change = (apply: () => void) => {
    apply()
    setJobId(null)
    start.clear()
  }
  const begin = async (dryRun: boolean) => {
    if (file === null) return
    const reply = await start.run(
      {
        fileName: file.name,
        content: file.content,
        dryRun,
        createResources,
        columns,
        ...(zone === '' ? {} : { zone }),
      },
      { undoable: false },
    )
    setJobId(reply.ok ? reply.value.id : null)
  }
  const cannot = forbidden ?? (file === null ? t('imports.noFile') : badZone ? t('refusals.whys.unknownZone') : null)
  const notStarted = start.failure?.kind === 'refused' ? start.failure.refusals : []

  return (
    <AdminPage>
      <PageHeader title={t('imports.title')} note={t('imports.note')} />
      <section className="panel admin-import">
        <FileBox file={file} disabledReason={forbidden} onChange={(next) => change(() => setFile(next))} />
        <div className="admin-import-options">
          <Field label={t('imports.zone')} error={badZone ? t('refusals.whys.unknownZone') : undefined}>
            {(ids) => (
              <TextInput
                ids={ids}
                placeholder={centreZone}
                value={zone}
                onChange={(next) => change(() => setZone(next.trim()))}
              />
            )}
          </Field>
          <Tick checked={createResources} onChange={(next) => change(() => setCreateResources(next))}>
            {t('imports.createResources')}
          </Tick>
          {file === null || /\.ics$/i.test(file.name) ? null : (
            <Tick checked={showMapping} onChange={setMapping}>
              {t('imports.mapping')}
            </Tick>
          )}
          <span className="admin-grow" />
          {running && job !== null ? (
            <>
              <Progress job={job} />
              <Button kind="quiet" onClick={() => void cancel.run({ id: job.id }, { undoable: false })}>
                {t('common.cancel')}
              </Button>
            </>
          ) : null}
          <Button
            kind={tried ? 'default' : 'primary'}
            pending={running}
            disabledReason={cannot}
            onClick={() => void begin(true)}
          >
            {t(tried ? 'imports.tryAgain' : 'imports.try')}
          </Button>
          {tried ? (
            <Button
              kind="primary"
              icon="upload"
              pending={running}
              disabledReason={cannot}
              onClick={() => void begin(false)}
            >
              {t('imports.run', { count: result.created + result.changed })}
            </Button>
          ) : null}
        </div>
        {showMapping && file !== null ? (
          <ColumnMapping
            value={columns}
            headers={file.headers}
            onChange={(next) =>
              change(() => {
                setColumns(next)
                // The reason for asking goes with the tried job; the fields stay.
                setMapping(true)
              })
            }
          />
        ) : null}
      </section>
      {notStarted.length === 0 ? null : (
        <RefusalList refusals={notStarted} names={names()} title={t('imports.notStarted')} />
      )}
      {job === null || isRunning(job) ? null : job.status === 'cancelled' || job.status === 'interrupted' ? (
        <p className="secondary" role="status">
          {t(`imports.ended.${job.status}`)}
        </p>
      ) : (
        <ImportOutcome job={job} zone={zone} />
      )}
      <section>
        <h2 className="section-title admin-section-head">{t('imports.jobs')}</h2>
        <JobList />
      </section>
    </AdminPage>
  )
}

function Progress({ job }: { job: Job }) {
  const { t } = useText()
  return (
    <span className="admin-progress" role="status">
      <progress
        aria-label={t('imports.progress')}
        max={Math.max(1, job.total)}
        {...(job.total > 0 ? { value: job.progress } : {})}
      />
      {job.total > 0 ? `${job.progress} / ${job.total}` : t('imports.statuses.running')}
    </span>
  )
}
