import type { Job } from '../../../../shared/operations/reports.ts'
import { done, refuse } from '../../../../shared/result.ts'
import { yearOf } from '../../../../shared/scheduling/civil.ts'
import { dateOf } from '../../../../shared/scheduling/zone.ts'
import { parseApart } from '../../../files/parseApart.ts'
import type { JobOrder } from '../../context.ts'
import { JobFault, type JobControl, type JobDoor, type JobEnd } from '../job.ts'
import { importDoorOf } from './coreDoor.ts'
import { runImport, type ImportAnswer } from './run.ts'

/**
 * Reads the file in a child that can be killed, then books all its rows in one transaction or none. A preview runs the very same and takes everything
 * back. The booking itself cannot pause: one transaction is one piece.
 */
export async function runImportJob(
  { memory, now, transact }: JobDoor,
  { input, actor }: Extract<JobOrder, { kind: 'import' }>,
  control: JobControl,
): Promise<JobEnd> {
  const { fileName: file, columns, createResources, dryRun } = input
  const { zone } = memory.settings()
  const options = { zone: input.zone ?? zone, year: yearOf(dateOf(now(), zone)), columns }
  const parsed = await parseApart(Buffer.from(input.content, 'base64'), file, options)
  if (parsed.faultCount > 0) {
    const { faults, faultCount } = parsed
    return { refusals: [{ code: 'fileBad', file, faults, faultCount }], result: null }
  }
  control.progress(0, parsed.rows.length)
  await control.breathe()
  let answer: ImportAnswer | null = null
  const reply = transact({ operation: 'imports.start', actor, now: now() }, (context) => {
    answer = runImport(importDoorOf(context), parsed.rows, { fileName: file, createResources, dryRun })
    // Refused, and so taken back: with its reasons, or without any because it was only tried.
    return dryRun || answer.refusals.length > 0 ? refuse(...answer.refusals) : done(answer.result)
  })
  if (!reply.ok && 'faultId' in reply) throw new JobFault(reply.faultId)
  const { result, refusals } = answer as unknown as ImportAnswer
  const others = !reply.ok && refusals.length === 0 ? reply.refusals : []
  return { refusals: [...refusals, ...others], result: result satisfies Job['result'] }
}
