import { useEffect } from 'react'
import type { Job } from '../../../shared/operations/reports.ts'
import { useRead } from '../../api/useRead.ts'

const POLL_MS = 500

/** True while a job has not come to an end. */
export function isRunning(job: Job): boolean {
  return job.status === 'waiting' || job.status === 'running'
}

/** A job as it stands: told by the change stream, and asked for while it runs (progress is not journalled). */
export function useJob(id: string | null): Job | null {
  const { value, retry } = useRead('jobs.get', { id: id ?? '-' }, { enabled: id !== null })
  const job = id === null || value?.id !== id ? null : value
  const running = job !== null && isRunning(job)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(retry, POLL_MS)
    return () => clearInterval(timer)
  }, [running, retry])
  return job
}
