import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Refusal } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import { backUp, backupName, companions, listBackups, verifyBackup, type BackupKind } from './backup.ts'
import { prepareConnection, type Connection } from './connect.ts'
import { toStorageError } from './errors.ts'
import { renamePatiently, syncFile, syncFolder } from './files.ts'
import { takeLease } from './lease.ts'
import { lookAt } from './look.ts'
import { newestVersion } from './migrations/index.ts'
import { backupsName, databaseName } from './open.ts'
import { makeStorage } from './storage.ts'

/** Where the journal of a database ends and how much it holds. */
export type Extent = { bookings: number; seq: number; head: string }
type Refused = { refusals: Refusal[] }

/** Copies the database of a folder into a verified file, also while a core works on it. Refuses what is no sound database of ours. */
export async function copyData(
  folder: string,
  out: string,
  progress: (done: number, total: number) => void,
): Promise<Extent | Refused> {
  const file = join(resolve(folder), databaseName)
  const problem = notReadable(file)
  if (problem !== null) return { refusals: [problem] }
  if (existsSync(out)) return { refusals: [{ code: 'fileExists', file: out }] }
  const db = new Database(file, { readonly: true })
  try {
    await backUp(db, resolve(out), progress)
  } catch (error) {
    return { refusals: [refusalOf(error, file, out)] }
  } finally {
    db.close()
  }
  const { bookings, seq, hash } = verifyBackup(out)
  return { bookings, seq, head: hash }
}

export type Verified = Extent & { allocations: number; problems: string[] }

/** Looks at everything in a data folder without writing: the file, the seals, the allocations, the journal's chain. */
export function verifyData(folder: string, version: string, now: Instant): Verified | Refused {
  const file = join(resolve(folder), databaseName)
  const problem = notReadable(file)
  if (problem !== null && problem.code !== 'damagedDatabase') return { refusals: [problem] }
  const nothing = { bookings: 0, seq: 0, head: '', allocations: 0 }
  if (problem !== null) return { ...nothing, problems: [problem.problem] }
  const db = new Database(file, { readonly: true })
  try {
    prepareConnection(db, 'readOnly')
    const storage = makeStorage({ db, file, readOnly: true, version, now, station: undefined, release: () => {} })
    const problems = storage.check()
    return { ...extentOf(db), allocations: count(db, 'allocation'), problems }
  } catch (error) {
    return { ...nothing, problems: [(toStorageError(error) as Error).message] }
  } finally {
    db.close()
  }
}

export type Restoring = Extent & {
  /** When the backup was made, by its name or else by its file. */
  at: Instant
  /** Journal entries and bookings of the present database that the backup does not know. */
  lost: number
  lostBookings: number
}

/** What a restore would bring and what would be lost, without writing. */
export function previewRestore(backup: string, folder: string): Restoring | Refused {
  const source = resolve(backup)
  const problem = notReadable(source)
  if (problem !== null) return { refusals: [problem] }
  const { problems, seq, hash, bookings } = verifyCopy(source)
  if (problems.length > 0)
    return { refusals: [{ code: 'damagedDatabase', file: source, problem: problems[0]!, backup: null }] }
  const named = listBackups(join(source, '..')).find(({ file }) => basename(file) === basename(source))
  const extent = { bookings, seq, head: hash, at: named?.at ?? Math.round(statSync(source).mtimeMs) }
  const present = join(resolve(folder), databaseName)
  if (notReadable(present) !== null) return { ...extent, lost: 0, lostBookings: 0 }
  return { ...extent, ...lostAfter(present, seq, hash) }
}

/**
 * Puts a backup in the place of the database. The old files are kept together in a folder of their own under backups/. Refuses while another
 * program works on the folder; the old database stays in place until the copy is whole and on the disk.
 */
export function restoreData(
  backup: string,
  folder: string,
  version: string,
  now: Instant,
): (Restoring & { kept: string | null }) | Refused {
  const target = resolve(folder)
  const preview = previewRestore(backup, target)
  if ('refusals' in preview) return preview
  const database = join(target, databaseName)
  const partial = `${database}.restoring`
  try {
    mkdirSync(target, { recursive: true })
    const answer = takeLease(target, version, now)
    if ('holder' in answer) return { refusals: [{ code: 'folderInUse', folder: target, holder: answer.holder }] }
    try {
      copyFileSync(resolve(backup), partial)
      syncFile(partial)
      const kept = setAside(target, database, now)
      renamePatiently(partial, database)
      syncFolder(target)
      return { ...preview, kept }
    } finally {
      rmSync(partial, { force: true })
      answer.lease.release()
    }
  } catch (error) {
    return { refusals: [refusalOf(error, database, target)] }
  }
}

/** The name a backup of this moment has in the list of backups. */
export function nameFor(kind: BackupKind, at: Instant, extent: Extent): string {
  return backupName(kind, at, { seq: extent.seq, hash: extent.head })
}

function setAside(folder: string, database: string, now: Instant): string | null {
  if (!existsSync(database)) return null
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)
  const kept = join(folder, backupsName, `replaced-${stamp}`)
  mkdirSync(kept, { recursive: true })
  for (const end of companions)
    if (existsSync(`${database}${end}`)) renamePatiently(`${database}${end}`, join(kept, `${databaseName}${end}`))
  return kept
}

function notReadable(file: string): Refusal | null {
  try {
    const look = lookAt(file, newestVersion)
    if (look.is === 'missing') return { code: 'fileUnreadable', file }
    if (look.is === 'foreign' || look.is === 'empty') return { code: 'notOurDatabase', file }
    if (look.is === 'damaged') return { code: 'damagedDatabase', file, problem: look.problem, backup: null }
    if (look.is === 'ours') return null
    const { userVersion: found, writtenBy } = look
    return { code: 'newerDatabase', file, found, supported: newestVersion, writtenBy }
  } catch {
    return { code: 'fileUnreadable', file }
  }
}

/** A backup is looked at through a copy: looking must not change it, not even its journal mode. */
function verifyCopy(file: string) {
  const copy = `${file}.${process.pid}.looking`
  try {
    copyFileSync(file, copy)
    return verifyBackup(copy)
  } finally {
    for (const end of [...companions, '-journal']) rmSync(`${copy}${end}`, { force: true })
  }
}

function lostAfter(file: string, seq: number, hash: string): { lost: number; lostBookings: number } {
  const db = new Database(file, { readonly: true })
  try {
    const found = db.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq)
    // Another history altogether: nothing of the present one is in the backup.
    const after = seq === 0 || found === hash ? seq : 0
    const lost = db.prepare<[number], number>('SELECT count(*) FROM journal WHERE seq > ?').pluck().get(after) ?? 0
    const lostBookings =
      db
        .prepare<[number], number>("SELECT count(DISTINCT key) FROM journal WHERE seq > ? AND topic = 'bookings'")
        .pluck()
        .get(after) ?? 0
    return { lost, lostBookings }
  } finally {
    db.close()
  }
}

function extentOf(db: Connection): Extent {
  const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_head').get()
  return { bookings: count(db, 'booking'), seq: head?.seq ?? 0, head: head?.hash ?? '' }
}

function count(db: Connection, table: 'booking' | 'allocation'): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
}

function refusalOf(error: unknown, file: string, out: string): Refusal {
  const known = toStorageError(error)
  if ('kind' in (known as object)) {
    const { kind, message } = known as { kind: string; message: string }
    if (kind === 'full') return { code: 'diskFull', folder: out }
    if (kind === 'readOnly') return { code: 'readOnlyStorage', folder: out }
    if (kind === 'corrupt') return { code: 'damagedDatabase', file, problem: message, backup: null }
    if (kind === 'busy') return { code: 'folderInUse', folder: out, holder: '' }
  }
  return { code: 'fileUnreadable', file: out }
}
