import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupName } from '../../storage/backup.ts'
import { JobStopped, type JobControl, type JobDoor, type JobEnd } from './job.ts'

/**
 * Writes a verified backup into the folder of backups. Its name says when it was begun, and the journal's number and head at that moment: the backup
 * holds that and what was written while it was made.
 */
export async function runBackupJob({ storage, backupsFolder, now }: JobDoor, control: JobControl): Promise<JobEnd> {
  const { seq, hash } = storage.journal.head()
  const fileName = backupName('manual', now(), { seq, hash })
  const file = join(backupsFolder, fileName)
  let stopped = false
  let bytes: number
  try {
    bytes = await storage.backup(file, (done, total) => {
      control.progress(done, total)
      try {
        control.check()
      } catch (error) {
        stopped = error instanceof JobStopped
        throw error
      }
    })
    control.check()
  } catch (error) {
    if (!stopped && !(error instanceof JobStopped)) throw error
    await rm(file, { force: true })
    throw new JobStopped()
  }
  return { refusals: [], fileName, result: { bytes, seq, head: hash } }
}
