import Database from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Refusal } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import { backUpNow, backupName, listBackups, newestSoundBackup } from './backup.ts'
import { prepareConnection, type Connection } from './connect.ts'
import { codeOf, StorageError, toStorageError } from './errors.ts'
import { copyForReading } from './files.ts'
import { takeLease, type Lease } from './lease.ts'
import { lookAt } from './look.ts'
import { migrate } from './migrate.ts'
import { migrations, newestVersion } from './migrations/index.ts'
import { quickProblem } from './quickCheck.ts'
import { makeStorage } from './storage.ts'
import type { Storage } from './stores.ts'
import { walProblem } from './walCheck.ts'

export const databaseName = 'hengtong.db'
export const backupsName = 'backups'

/** `make`: an empty or missing folder becomes a data folder. `station` names a new database's station; left out, one is made. */
export type StorageOptions = {
  folder: string
  make: boolean
  version: string
  memory?: boolean
  now: () => Instant
  station?: string
}
export type OpenedStorage = { storage: Storage } | { refusals: Refusal[] }

/** Carries a reason out of the opening. */
class NotOpened extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/**
 * Opens the database of a data folder for this process alone. Refuses a folder in use, a file that is not ours, newer or damaged (naming the newest sound
 * backup), without changing a byte of it. On media that cannot be written the storage is read only.
 */
export function openStorage(options: StorageOptions): OpenedStorage {
  const folder = resolve(options.folder)
  const file = join(folder, databaseName)
  if (options.memory === true) return { storage: openMemory(options) }
  let lease: Lease | null = null
  try {
    if (!options.make && !existsSync(file)) throw new NotOpened({ code: 'fileUnreadable', file })
    lease = lockFolder(folder, options)
    const storage = openFile(folder, file, options, lease)
    return { storage }
  } catch (error) {
    lease?.release()
    return { refusals: [refusalOf(error, folder, file)] }
  }
}

function openMemory({ version, now, station }: StorageOptions): Storage {
  const db = new Database(':memory:')
  prepareConnection(db, 'memory')
  migrate(db, migrations)
  return makeStorage({ db, file: ':memory:', readOnly: false, version, now: now(), station, release: () => {} })
}

/** The lease, or null where nothing can be written. */
function lockFolder(folder: string, { make, version, now }: StorageOptions): Lease | null {
  try {
    if (make) makeFolder(folder)
    const answer = takeLease(folder, version, now())
    if ('holder' in answer) throw new NotOpened({ code: 'folderInUse', folder, holder: answer.holder })
    return answer.lease
  } catch (error) {
    if (error instanceof NotOpened) throw error
    const known = toStorageError(error)
    if (known instanceof StorageError && (known.kind === 'readOnly' || known.code.startsWith('SQLITE_CANTOPEN')))
      return null
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    // What Node says of a new folder on read-only media.
    if (codeOf(error) === 'ENOENT') throw new StorageError('readOnly', 'ENOENT', (error as Error).message)
    throw error
  }
}

function openFile(folder: string, file: string, options: StorageOptions, lease: Lease | null): Storage {
  const { version, now, station } = options
  const look = lookAt(file, newestVersion)
  if (look.is === 'foreign') throw new NotOpened({ code: 'notOurDatabase', file })
  if (look.is === 'newer') {
    const { userVersion: found, writtenBy } = look
    throw new NotOpened({ code: 'newerDatabase', file, found, supported: newestVersion, writtenBy })
  }
  if (look.is === 'damaged') throw new StorageError('corrupt', 'LOOK', look.problem)
  const lost = look.is === 'ours' ? walProblem(file) : null
  if (lost !== null) throw new StorageError('corrupt', 'WAL', lost)
  const fresh = look.is === 'missing' || look.is === 'empty'
  // A folder that lost its database must not begin again empty as if nothing had been.
  if (fresh && listBackups(join(folder, backupsName)).length > 0)
    throw new StorageError('corrupt', 'LOST', `the database is ${look.is}`)
  if (fresh && !options.make) throw new NotOpened({ code: 'notOurDatabase', file })
  if (lease === null) {
    if (fresh) throw new NotOpened({ code: 'readOnlyStorage', folder })
    return openReading(folder, file, options)
  }
  const db = new Database(file)
  try {
    prepareConnection(db, 'file')
    if (!fresh) {
      const problem = quickProblem(db, file)
      if (problem !== null) throw new StorageError('corrupt', 'QUICK_CHECK', problem)
      if (look.userVersion < newestVersion) backUpBefore(db, folder, now())
    }
    migrate(db, migrations)
    const release = () => lease.release()
    return makeStorage({ db, file, readOnly: false, version, now: now(), station, release })
  } catch (error) {
    db.close()
    const known = toStorageError(error)
    if (!fresh && known instanceof StorageError && known.kind === 'readOnly') {
      lease.release()
      return openReading(folder, file, options)
    }
    throw known
  }
}

function backUpBefore(db: Connection, folder: string, at: Instant): void {
  const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_head').get()
  backUpNow(db, join(folder, backupsName, backupName('migration', at, head ?? { seq: 0, hash: '' })))
}

/** For looking only. A file in WAL mode on media without its companions is read from a copy. */
function openReading(folder: string, file: string, { version, now, station }: StorageOptions): Storage {
  const parts = { file, readOnly: true, version, now: now(), station }
  try {
    return makeStorage({ ...parts, db: connectReading(file), release: () => {} })
  } catch (error) {
    const known = toStorageError(error)
    if (!(known instanceof StorageError) || (known.kind !== 'io' && known.kind !== 'readOnly')) throw known
  }
  const copy = copyForReading(file)
  try {
    return makeStorage({ ...parts, db: connectReading(copy.file), release: copy.drop })
  } catch (error) {
    copy.drop()
    throw error
  }
}

function connectReading(file: string): Connection {
  const db = new Database(file, { readonly: true })
  try {
    prepareConnection(db, 'readOnly')
    const problem = quickProblem(db, file)
    if (problem !== null) throw new StorageError('corrupt', 'QUICK_CHECK', problem)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function refusalOf(error: unknown, folder: string, file: string): Refusal {
  if (error instanceof NotOpened) return error.refusal
  const known = toStorageError(error)
  if (known instanceof StorageError) {
    if (known.kind === 'full') return { code: 'diskFull', folder }
    if (known.kind === 'readOnly') return { code: 'readOnlyStorage', folder }
    if (known.kind === 'busy') return { code: 'folderInUse', folder, holder: '' }
    if (known.kind === 'corrupt') {
      const backup = newestSoundBackup(join(folder, backupsName))
      return { code: 'damagedDatabase', file, problem: known.message, backup }
    }
    return { code: 'fileUnreadable', file }
  }
  if (error instanceof Error && 'code' in error) {
    const code = String(error.code)
    // A statement of ours that fits no table: the schema is not what its number says.
    if (code === 'SQLITE_ERROR' || code === 'SQLITE_SCHEMA')
      return {
        code: 'damagedDatabase',
        file,
        problem: error.message,
        backup: newestSoundBackup(join(folder, backupsName)),
      }
    return { code: 'fileUnreadable', file }
  }
  throw error
}
