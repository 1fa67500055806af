import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../../shared/scheduling/time.ts'
import { checkFile } from './check.ts'
import { applicationId, pragma, type Connection } from './connect.ts'
import { StorageError, toStorageError } from './errors.ts'
import { renamePatiently, syncFile, syncFolder } from './files.ts'

export type BackupKind = 'auto' | 'manual' | 'migration'
/** A backup as its name tells: when, the number and the beginning of the hash at the end of the journal. */
export type BackupInfo = { file: string; kind: BackupKind; at: Instant; seq: number; head: string; bytes: number }

/** `hengtong-auto-20260302T010000Z-s000123-1a2b3c4d.db`; the head anchors the journal outside the database. */
export function backupName(kind: BackupKind, at: Instant, head: { seq: number; hash: string }): string {
  const stamp = new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)
  return `hengtong-${kind}-${stamp}Z-s${String(head.seq).padStart(6, '0')}-${head.hash.slice(0, 8) || '0'}.db`
}

const named = /^hengtong-(auto|manual|migration)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-s(\d+)-([0-9a-f]+)\.db$/

/** The backups in a folder by our names, newest first. A file under such a name was verified before it got it. */
export function listBackups(folder: string): BackupInfo[] {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap((name): BackupInfo[] => {
    const match = named.exec(name)
    if (match === null) return []
    const [, kind, year, month, day, hour, minute, second, seq, head] = match
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
    const file = join(folder, name)
    const bytes = statSync(file).size
    return [{ file, kind: kind as BackupKind, at, seq: Number(seq), head: head!, bytes }]
  })
  return found.sort((one, other) => other.at - one.at || other.seq - one.seq)
}

/** What a backup holds, or why it cannot be trusted. Leaves one file without companions behind. */
export function verifyBackup(file: string): { problems: string[]; seq: number; hash: string; bookings: number } {
  const nothing = { seq: 0, hash: '', bookings: 0 }
  let db: Connection | null = null
  try {
    db = new Database(file, { fileMustExist: true })
    if (pragma(db, 'application_id') !== applicationId) return { problems: ['not a database of ours'], ...nothing }
    db.pragma('journal_mode = DELETE')
    const problems = checkFile(db)
    const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_head').get()!
    const entries = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get()!
    const bookings = db.prepare<[], number>('SELECT count(*) FROM booking').pluck().get()!
    if (entries !== head.seq) problems.push(`journal has ${entries} of ${head.seq} entries`)
    return { problems, ...head, bookings }
  } catch (error) {
    return { problems: [(error as Error).message], ...nothing }
  } finally {
    db?.close()
  }
}

/** Copies everything into `file` while work goes on; the name appears only when the copy was verified and is on the disk. Answers its size. */
export async function backUp(
  db: Connection,
  file: string,
  progress: (done: number, total: number) => void,
): Promise<number> {
  const partial = prepareTarget(file)
  try {
    await db.backup(partial, {
      progress({ totalPages, remainingPages }) {
        progress(totalPages - remainingPages, totalPages)
        return 2_000
      },
    })
    return finish(partial, file)
  } catch (error) {
    drop(partial)
    throw toStorageError(error)
  }
}

/** The same without waiting, for the moment before a migration. */
export function backUpNow(db: Connection, file: string): number {
  const partial = prepareTarget(file)
  try {
    db.prepare('VACUUM INTO ?').run(partial)
    return finish(partial, file)
  } catch (error) {
    drop(partial)
    throw toStorageError(error)
  }
}

function prepareTarget(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  const partial = join(dirname(file), `.${basename(file)}.${process.pid}.part`)
  drop(partial)
  return partial
}

function drop(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

function finish(partial: string, file: string): number {
  const { problems } = verifyBackup(partial)
  if (problems.length > 0) throw new StorageError('corrupt', 'BACKUP', `the copy is not sound: ${problems[0]!}`)
  syncFile(partial)
  const { size } = statSync(partial)
  renamePatiently(partial, file)
  syncFolder(dirname(file))
  return size
}

const day = 86_400_000

/** Which automatic backups may go: the newest of each of the last 7 days, of the last 4 weeks, and every other kind stay. Days and weeks are UTC. */
export function expiredBackups(backups: readonly BackupInfo[]): BackupInfo[] {
  const kept = new Set<string>()
  const newest = backups.filter((each) => each.kind === 'auto').sort((one, other) => other.at - one.at)
  for (const [length, count] of [
    [day, 7],
    [7 * day, 4],
  ] as const) {
    const seen = new Set<number>()
    for (const each of newest) {
      const unit = Math.floor(each.at / length)
      if (seen.has(unit)) continue
      if (seen.size === count) break
      seen.add(unit)
      kept.add(each.file)
    }
  }
  return newest.filter((each) => !kept.has(each.file))
}

/** Deletes what `expiredBackups` names. Answers how many. */
export function tidyBackups(folder: string): number {
  const expired = expiredBackups(listBackups(folder))
  for (const { file } of expired) rmSync(file, { force: true })
  return expired.length
}

/** The newest backup that can be trusted now, or null. */
export function newestSoundBackup(folder: string): string | null {
  for (const { file } of listBackups(folder)) if (verifyBackup(file).problems.length === 0) return file
  return null
}

/** The database of a data folder with everything that belongs to it. */
export const companions = ['', '-wal', '-shm'] as const

/** Moves the database and its companions together out of the way. Answers the new name of the database, null when there was none. */
export function moveAside(database: string, word: string, at: Instant): string | null {
  if (!existsSync(database)) return null
  const stamp = new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)
  const aside = `${database}.${word}-${stamp}`
  for (const end of companions)
    if (existsSync(`${database}${end}`)) renamePatiently(`${database}${end}`, `${aside}${end}`)
  return aside
}

/** Copies a verified backup to its place, whole and synced, under a temporary name first. The place must be empty. */
export function placeBackup(backup: string, database: string): void {
  const partial = `${database}.restoring`
  drop(partial)
  copyFileSync(backup, partial)
  syncFile(partial)
  renamePatiently(partial, database)
  syncFolder(dirname(database))
}
