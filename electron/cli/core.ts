/* oxlint-disable no-await-in-loop -- asking again and again is the point */
import type { Input, OperationName, ReplyTo } from '../../shared/operations/index.ts'
import type { Job } from '../../shared/operations/reports.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { drawProgress, refused, say, type Exit, type Terminal } from './terminal.ts'

/** A core on a data folder, worked as the local administrator. */
export type CliCore = {
  perform: <N extends OperationName>(name: N, input: Input<N>) => Promise<ReplyTo<N>>
  /** Where the job's finished file lies. */
  exportsFolder: string
  close: () => Promise<void>
}

/** Opens the core of a folder. `make`: an empty folder becomes a new data folder; otherwise a folder without data is refused. */
export type OpenCore = (folder: string, make: boolean) => Promise<{ core: CliCore } | { refusals: Refusal[] }>

/** Opens, works, closes whatever happens. */
export async function withCore(
  terminal: Terminal,
  open: OpenCore,
  folder: string,
  make: boolean,
  work: (core: CliCore) => Promise<Exit>,
): Promise<Exit> {
  const opened = await open(folder, make)
  if ('refusals' in opened) return refused(terminal, opened.refusals)
  try {
    return await work(opened.core)
  } finally {
    await opened.core.close()
  }
}

/** The value of a reply, or how the command ends: reasons on stderr, or the id of a fault. */
export function valueOf<N extends OperationName>(
  terminal: Terminal,
  reply: ReplyTo<N>,
): { value: Extract<ReplyTo<N>, { ok: true }>['value'] } | { exit: Exit } {
  if (reply.ok) return { value: reply.value }
  if ('refusals' in reply) return { exit: refused(terminal, reply.refusals) }
  terminal.err(terminal.json ? JSON.stringify(reply) : say(terminal, 'fault', { id: reply.faultId }))
  return { exit: 1 }
}

const ASK_AGAIN_MS = 40

/** Waits for a job to end, drawing its progress when somebody watches. */
export async function finished(
  terminal: Terminal,
  core: CliCore,
  job: Job,
  write: (text: string) => void,
): Promise<Job> {
  let now = job
  while (now.status === 'waiting' || now.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
    const reply = await core.perform('jobs.get', { id: job.id })
    if (!reply.ok) return now
    now = reply.value
    drawProgress(terminal, write, now.progress, now.total)
  }
  return now
}

/** The reasons of a job that did not do its work, and the exit code. */
export function jobFailed(terminal: Terminal, job: Job): Exit {
  if (job.refusals.length > 0) return refused(terminal, job.refusals as Refusal[])
  terminal.err(terminal.json ? JSON.stringify({ ok: false, job }) : say(terminal, 'fault', { id: job.id }))
  return 1
}

/** The refusal for a file that cannot be read. */
export function unreadable(terminal: Terminal, file: string): Exit {
  return refused(terminal, [{ code: 'fileUnreadable', file }])
}
