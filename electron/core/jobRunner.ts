import type { OperationName } from '../../shared/operations/index.ts'
import type { Job } from '../../shared/operations/reports.ts'
import { done } from '../../shared/result.ts'
import { StorageError, toStorageError } from '../storage/errors.ts'
import type { Actor, JobOrder, Jobs } from './context.ts'
import { jobFacts } from './handlers/jobs.ts'
import { runBackupJob } from './jobs/backup.ts'
import { runExportJob } from './jobs/export/job.ts'
import { runImportJob } from './jobs/import/job.ts'
import { JobFault, JobStopped, type JobControl, type JobDoor, type JobEnd } from './jobs/job.ts'

export type JobRunnerParts = JobDoor & { fault: (operation: string, error: unknown) => string }
export type JobRunner = Jobs & {
  /** Stops what runs and waits until it has let go; what is cut off is marked interrupted. */
  close: () => Promise<void>
}

const PROGRESS_MS = 250
const operationOf: Record<JobOrder['kind'], OperationName> = {
  export: 'exports.start',
  import: 'imports.start',
  backup: 'backups.start',
}
/** The centre itself notes how a job went, so that nobody's undo meets it. */
const centre: Actor = { personId: null, role: null, door: 'desk', tokenHash: null }

/** Runs jobs one after the other beside the calls. Jobs that the last core left behind are marked interrupted. */
export function openJobRunner(parts: JobRunnerParts): JobRunner {
  const { storage, now, transact, fault } = parts
  const waiting: { id: string; order: JobOrder }[] = []
  let running: { id: string; stopped: boolean } | null = null
  let closing = false
  let drained: Promise<void> = Promise.resolve()
  if (!storage.readOnly) storage.write(() => storage.jobs.interrupted(now()))

  /** Notes a step of a job's life, in the journal too, so that screens hear of it. False when it has ended meanwhile. */
  function note(id: string, kind: JobOrder['kind'], change: Partial<Job>): boolean {
    const reply = transact(
      { operation: operationOf[kind], actor: centre, now: now() },
      ({ stores, record, now: at }) => {
        const was = stores.jobs.byId(id)
        if (was === null || (was.status !== 'waiting' && was.status !== 'running')) return done(false)
        const job: Job = { ...was, ...change, updatedAt: at }
        stores.jobs.replace(job)
        record('jobs', id, jobFacts(was), jobFacts(job))
        return done(true)
      },
    )
    return reply.ok && reply.value
  }

  function controlOf(id: string, mark: { stopped: boolean }): JobControl {
    let told = performance.now() - PROGRESS_MS
    const check = () => {
      if (mark.stopped || closing) throw new JobStopped()
    }
    return {
      check,
      progress(progress, total) {
        const moment = performance.now()
        if (moment - told < PROGRESS_MS) return
        told = moment
        storage.write(() => {
          const job = storage.jobs.byId(id)
          if (job?.status === 'running') storage.jobs.replace({ ...job, progress, total, updatedAt: now() })
        })
      },
      async breathe() {
        await new Promise((resolve) => setImmediate(resolve))
        check()
      },
    }
  }

  async function work(id: string, order: JobOrder): Promise<void> {
    if (!note(id, order.kind, { status: 'running' })) return
    const mark = { id, stopped: false }
    running = mark
    try {
      const end = await carryOut(id, order, controlOf(id, mark))
      const { refusals, result } = end
      const job = storage.jobs.byId(id)
      note(id, order.kind, {
        status: refusals.length > 0 ? 'failed' : 'done',
        refusals,
        result,
        ...(end.fileName === undefined ? {} : { fileName: end.fileName }),
        progress: Math.max(1, job?.total ?? 1),
        total: Math.max(1, job?.total ?? 1),
      })
    } catch (error) {
      if (error instanceof JobStopped) note(id, order.kind, { status: 'interrupted' })
      else note(id, order.kind, { status: 'failed', ...reasonOf(order, error) })
    } finally {
      running = null
    }
  }

  function carryOut(id: string, order: JobOrder, control: JobControl): Promise<JobEnd> {
    switch (order.kind) {
      case 'export':
        return runExportJob(parts, order, control)
      case 'import':
        return runImportJob(parts, order, control)
      case 'backup':
        return runBackupJob(parts, control)
    }
  }

  /** A full disk is a reason a person can act on; anything else is a fault of ours. */
  function reasonOf(order: JobOrder, error: unknown): Pick<Job, 'refusals' | 'result'> {
    if (error instanceof JobFault) return { refusals: [], result: { faultId: error.faultId } }
    const known = toStorageError(error)
    const folder = order.kind === 'backup' ? parts.backupsFolder : parts.exportsFolder
    if (known instanceof StorageError && known.kind === 'full')
      return { refusals: [{ code: 'diskFull', folder }], result: null }
    if (known instanceof StorageError && known.kind === 'readOnly')
      return { refusals: [{ code: 'readOnlyStorage', folder }], result: null }
    return { refusals: [], result: { faultId: fault(operationOf[order.kind], error) } }
  }

  /** One after the other until nothing waits. */
  async function drain(): Promise<void> {
    const next = waiting.shift()
    if (next === undefined || closing) return
    try {
      await work(next.id, next.order)
    } catch (error) {
      fault(operationOf[next.order.kind], error)
    }
    return drain()
  }

  let draining = false
  return {
    start(id, order) {
      if (closing) return
      waiting.push({ id, order })
      if (draining) return
      draining = true
      // Not before the call that started it has its answer.
      drained = new Promise<void>((resolve) => setImmediate(resolve)).then(drain).finally(() => {
        draining = false
      })
    },
    cancel(id) {
      const at = waiting.findIndex((each) => each.id === id)
      if (at >= 0) waiting.splice(at, 1)
      if (running?.id === id) running.stopped = true
    },
    async close() {
      closing = true
      await drained
      if (!storage.readOnly) storage.write(() => storage.jobs.interrupted(now()))
    },
  }
}
