import { readFileSync } from 'node:fs'
import type { Input } from '../../shared/operations/index.ts'
import type { ImportResult, Job } from '../../shared/operations/reports.ts'
import { join } from 'node:path'
import type { Caller, TestCore } from './makeTestCore.ts'

const running: readonly string[] = ['waiting', 'running']

/** The job when it has ended. */
export async function ended(caller: Caller, { id }: { id: string }): Promise<Job> {
  const job = await caller.done('jobs.get', { id })
  if (!running.includes(job.status)) return job
  await new Promise((resolve) => setTimeout(resolve, 10))
  return ended(caller, { id })
}

type Order = Omit<Input<'imports.start'>, 'content' | 'fileName'>

/** Imports a text, or the file of that name in test/fixtures, to the end. */
export async function importFile(
  caller: Caller,
  fileName: string,
  order: Order = {},
  content: string | Buffer = readFileSync(new URL(`../fixtures/${fileName}`, import.meta.url)),
): Promise<Job & { result: ImportResult | null }> {
  const started = await caller.done('imports.start', {
    fileName,
    content: Buffer.from(content).toString('base64'),
    ...order,
  })
  return (await ended(caller, started)) as Job & { result: ImportResult | null }
}

/** The rows of all tables, those of jobs and of what the journal says of jobs left out. */
export async function everything({ core, admin }: TestCore): Promise<Record<string, unknown[]>> {
  const period = { from: '2026-01-01', to: '2026-01-02' }
  const job = await ended(admin, await admin.done('exports.start', { kind: 'everything', format: 'json', period }))
  const tables = JSON.parse(readFileSync(join(core.exportsFolder, job.fileName!), 'utf8')) as Record<string, unknown[]>
  const journal = (tables['journal'] as { topic: string; key: string }[]).filter(({ topic }) => topic !== 'jobs')
  const { job: _jobs, journal_head: _head, ...rest } = tables
  return { ...rest, journal: journal.map(({ topic, key }) => [topic, key]) }
}
