import type { Job } from '../../../shared/operations/reports.ts'
import { managers } from '../../../shared/operations/operation.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { done, refuse, type Outcome } from '../../../shared/result.ts'
import { isZone } from '../../../shared/scheduling/zone.ts'
import { MAX_FILE_BYTES } from '../../files/limits.ts'
import type { Actor, Context, Facts, Handlers, JobOrder } from '../context.ts'
import { exportFormatsOf } from '../jobs/export/formats.ts'
import { checkPeriod, MAX_REPORT_DAYS } from '../reports/check.ts'

const leads: readonly (Role | null)[] = managers
/** How many jobs back a person's own are looked for. */
const LOOKED_BACK = 1000

/** What the journal keeps of a job: who started what and how it ended; never the file. */
export const jobFacts = ({ kind, status, byId }: Job): Facts => ({ kind, status, byId })

/** Notes the job and starts it once that is committed. */
function begin(context: Context, order: JobOrder): Outcome<Job> {
  const { now, actor, stores, record, jobs } = context
  const job: Job = {
    id: context.newId(),
    kind: order.kind,
    status: 'waiting',
    progress: 0,
    total: 0,
    fileName: order.kind === 'import' ? order.input.fileName : null,
    result: null,
    refusals: [],
    createdAt: now,
    updatedAt: now,
    byId: actor.personId,
  }
  stores.jobs.insert(job)
  record('jobs', job.id, null, jobFacts(job))
  context.afterCommit(() => jobs.start(job.id, order))
  return done(job)
}

/** A person sees and stops their own jobs; managers and administrators everyone's. */
const mine = (job: Job, { personId, role }: Actor): boolean =>
  leads.includes(role) || (job.byId !== null && job.byId === personId)

function find({ stores, actor }: Context, id: string): { job: Job } | { refusal: Refusal } {
  const job = stores.jobs.byId(id)
  if (job === null) return { refusal: { code: 'notFound', what: 'job', id } }
  return mine(job, actor) ? { job } : { refusal: { code: 'notYours', what: 'job', id } }
}

/** A list says how many rows a file had, not each of them. */
function inList(job: Job): Job {
  const { result } = job
  return typeof result === 'object' && result !== null && 'preview' in result
    ? { ...job, result: { ...result, preview: [] } }
    : job
}

/** Bytes of a base64 text, or why it is none. */
function checkContent(content: string, file: string): Refusal[] {
  if (content.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(content))
    return [{ code: 'badInput', path: 'content', why: 'badFormat' }]
  const why = content === '' ? 'emptyFile' : Buffer.byteLength(content, 'base64') > MAX_FILE_BYTES ? 'tooLarge' : null
  if (why === null) return []
  return [{ code: 'fileBad', file, faults: [{ line: null, column: null, why, value: null }], faultCount: 1 }]
}

/** Work that takes time: files out, files in, backups. */
export const jobHandlers = {
  'exports.start'(context, input) {
    // Only the occupancy report counts every day; a register has the days that its bookings have, and a limit of rows.
    const most = input.kind === 'occupancy' ? MAX_REPORT_DAYS : Number.POSITIVE_INFINITY
    const refusals = checkPeriod(context, input.period, 'period.', most)
    if (!exportFormatsOf[input.kind].includes(input.format))
      refusals.push({ code: 'badInput', path: 'format', why: 'notAllowedValue', given: input.format })
    const { role } = context.actor
    if (input.kind === 'everything' && !leads.includes(role))
      refusals.push({ code: 'notAllowed', operation: 'exports.start', role, needs: [...managers] })
    return refusals.length > 0 ? refuse(...refusals) : begin(context, { kind: 'export', input, actor: context.actor })
  },

  'imports.start'(context, input) {
    const refusals = checkContent(input.content, input.fileName)
    if (input.zone !== undefined && !isZone(input.zone))
      refusals.push({ code: 'badInput', path: 'zone', why: 'unknownZone', given: input.zone })
    const { role } = context.actor
    if (input.createResources && !leads.includes(role))
      refusals.push({ code: 'notAllowed', operation: 'resources.save', role, needs: [...managers] })
    return refusals.length > 0 ? refuse(...refusals) : begin(context, { kind: 'import', input, actor: context.actor })
  },

  'backups.start': (context) => begin(context, { kind: 'backup', actor: context.actor }),

  'jobs.get'(context, { id }) {
    const found = find(context, id)
    return 'refusal' in found ? refuse(found.refusal) : done(found.job)
  },

  'jobs.list'({ stores, actor }, { limit }) {
    const all = leads.includes(actor.role)
      ? stores.jobs.newest(limit)
      : stores.jobs.newest(LOOKED_BACK).filter((job) => mine(job, actor))
    return done({ jobs: all.slice(0, limit).map(inList) })
  },

  /** One that has ended stays as it ended. */
  'jobs.cancel'(context, { id }) {
    const found = find(context, id)
    if ('refusal' in found) return refuse(found.refusal)
    const { job: was } = found
    if (was.status !== 'waiting' && was.status !== 'running') return done(was)
    const job: Job = { ...was, status: 'cancelled', updatedAt: context.now }
    context.stores.jobs.replace(job)
    context.record('jobs', id, jobFacts(was), jobFacts(job))
    context.afterCommit(() => context.jobs.cancel(id))
    return done(job)
  },
} satisfies Partial<Handlers>
