import { useEffect, useState } from 'react'
import type { OccupancyInput } from '../../shared/operations/reports.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { useMay } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { fill } from './fill.ts'
import { saveJobFile } from './saveFile.ts'
import { useReportWords } from './words.ts'

const running: readonly string[] = ['waiting', 'running']

/** Writes the report on screen to a file: the job's progress, then the file to save; a refusal in words. */
export function ExportButtons({ period }: { period: OccupancyInput }) {
  const { words, language } = useReportWords()
  const may = useMay()
  const start = useWrite('exports.start')
  const cancel = useWrite('jobs.cancel')
  const [jobId, setJobId] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const found = useRead('jobs.get', { id: jobId ?? '-' }, { enabled: jobId !== null })
  const job = jobId === null ? undefined : found.value
  const names = useNames()
  const forbidden = may('exports.start') ? null : words.exportForbidden
  const busy = start.pending || (job !== undefined && running.includes(job.status))

  useEffect(() => {
    if (job?.status !== 'done' || saved === job.id) return
    setSaved(job.id)
    void saveJobFile(job.id, job.fileName ?? '')
  }, [job, saved])

  const begin = async (format: 'xlsx' | 'csv') => {
    setJobId(null)
    const reply = await start.run({ kind: 'occupancy', format, language, period }, { undoable: false })
    if (reply.ok) setJobId(reply.value.id)
  }
  const refusals =
    start.failure?.kind === 'refused' ? start.failure.refusals : job?.status === 'failed' ? job.refusals : null

  return (
    <>
      <Button
        icon="download"
        label={words.exportCsvLabel}
        pending={busy}
        disabledReason={forbidden}
        onClick={() => void begin('csv')}
      >
        {words.exportCsv}
      </Button>
      <Button
        kind="primary"
        icon="download"
        pending={busy}
        disabledReason={forbidden}
        onClick={() => void begin('xlsx')}
      >
        {words.exportExcel}
      </Button>
      <span className={`report-export ${refusals === null ? '' : 'is-refused'}`} role="status">
        {busy ? (
          <>
            <progress max={job?.total || 1} value={job && job.total > 0 ? job.progress : undefined} />
            {job && job.total > 0
              ? fill(words.exporting, { done: job.progress, total: job.total })
              : words.exportingShort}
            {job === undefined ? null : (
              <Button size="small" onClick={() => void cancel.run({ id: job.id }, { undoable: false })}>
                {words.cancelExport}
              </Button>
            )}
          </>
        ) : null}
        {job?.status === 'done' ? (
          <>
            {fill(words.exported, { file: job.fileName ?? '' })}
            <Button size="small" onClick={() => void saveJobFile(job.id, job.fileName ?? '')}>
              {words.saveFile}
            </Button>
          </>
        ) : null}
        {job?.status === 'cancelled' ? words.exportCancelled : null}
        {job?.status === 'interrupted' ? words.exportFailed : null}
        {refusals === null
          ? null
          : refusals.length === 0
            ? words.exportFailed
            : fill(words.exportRefused, {
                reasons: refusals.map((refusal) => explain(refusal as Refusal, language, names())).join(words.noteMark),
              })}
      </span>
    </>
  )
}
