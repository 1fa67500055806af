import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Refusal } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import { moveAside, placeBackup, verifyBackup } from './backup.ts'
import { StorageError, toStorageError } from './errors.ts'
import { takeLease } from './lease.ts'
import { lookAt } from './look.ts'
import { newestVersion } from './migrations/index.ts'

/** `movedTo`: where the former database went, null when there was none. `seq`, `bookings`: what the backup holds. */
export type Restored = { movedTo: string | null; seq: number; bookings: number }

/**
 * Puts a backup in the place of a folder's database. The present one is moved aside together with its log, never deleted. Refuses a folder in use, a file
 * that is not ours, newer or not sound; then nothing was touched.
 */
export function restoreBackup(
  backup: string,
  target: string,
  { version, now }: { version: string; now: Instant },
): { restored: Restored } | { refusals: Refusal[] } {
  const folder = resolve(target)
  const database = join(folder, 'hengtong.db')
  const file = resolve(backup)
  const refuse = (refusal: Refusal) => ({ refusals: [refusal] })
  if (!existsSync(file)) return refuse({ code: 'fileUnreadable', file })
  try {
    const look = lookAt(file, newestVersion)
    if (look.is === 'newer') {
      const { userVersion: found, writtenBy } = look
      return refuse({ code: 'newerDatabase', file, found, supported: newestVersion, writtenBy })
    }
    if (look.is === 'damaged') return refuse({ code: 'damagedDatabase', file, problem: look.problem, backup: null })
    if (look.is !== 'ours') return refuse({ code: 'notOurDatabase', file })
    mkdirSync(folder, { recursive: true })
    const answer = takeLease(folder, version, now)
    if ('holder' in answer) return refuse({ code: 'folderInUse', folder, holder: answer.holder })
    try {
      const { problems, seq, bookings } = verifyBackup(file)
      if (problems.length > 0) return refuse({ code: 'damagedDatabase', file, problem: problems[0]!, backup: null })
      const movedTo = moveAside(database, 'before-restore', now)
      placeBackup(file, database)
      return { restored: { movedTo, seq, bookings } }
    } finally {
      answer.lease.release()
    }
  } catch (error) {
    const known = toStorageError(error)
    if (known instanceof StorageError && known.kind === 'full') return refuse({ code: 'diskFull', folder })
    if (known instanceof StorageError && known.kind === 'readOnly') return refuse({ code: 'readOnlyStorage', folder })
    throw known
  }
}
