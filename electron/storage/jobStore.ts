import type { Job } from '../../shared/operations/reports.ts'
import type { Connection } from './connect.ts'
import type { JobStore } from './stores.ts'

type JobRow = {
  id: string
  kind: string
  status: string
  progress: number
  total: number
  file_name: string | null
  result: string
  refusals: string
  created_at: number
  updated_at: number
  by_id: string | null
}

/** Work that takes time: imports, exports, backups. */
export function openJobStore(db: Connection): JobStore {
  const insert = db.prepare(
    `INSERT INTO job (kind, status, progress, total, file_name, result, refusals, created_at, updated_at, by_id, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const replace = db.prepare(
    `UPDATE job SET kind = ?, status = ?, progress = ?, total = ?, file_name = ?, result = ?, refusals = ?, created_at = ?,
       updated_at = ?, by_id = ? WHERE id = ?`,
  )
  const byId = db.prepare<[string], JobRow>('SELECT * FROM job WHERE id = ?')
  const newest = db.prepare<[number], JobRow>('SELECT * FROM job ORDER BY created_at DESC, id DESC LIMIT ?')
  const cutOff = db
    .prepare<[number], string>(
      `UPDATE job SET status = 'interrupted', updated_at = ? WHERE status IN ('waiting', 'running') RETURNING id`,
    )
    .pluck()
  return {
    insert: (job) => void insert.run(...valuesOf(job)),
    replace: (job) => void replace.run(...valuesOf(job)),
    byId(id) {
      const row = byId.get(id)
      return row === undefined ? null : toJob(row)
    },
    newest: (limit) => newest.all(limit).map(toJob),
    interrupted: (at) => cutOff.all(at),
  }
}

function valuesOf(job: Job): (string | number | null)[] {
  return [
    job.kind,
    job.status,
    job.progress,
    job.total,
    job.fileName,
    JSON.stringify(job.result ?? null),
    JSON.stringify(job.refusals),
    job.createdAt,
    job.updatedAt,
    job.byId,
    job.id,
  ]
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status as Job['status'],
    progress: row.progress,
    total: row.total,
    fileName: row.file_name,
    result: JSON.parse(row.result) as unknown,
    refusals: JSON.parse(row.refusals) as unknown[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    byId: row.by_id,
  }
}
