import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { applicationId, pragma, type Connection } from './connect.ts'
import { codeOf } from './errors.ts'
import { copyForReading } from './files.ts'

/** What a file is, seen without changing a byte of it. */
export type Look =
  | { is: 'missing' }
  | { is: 'empty' }
  | { is: 'ours'; userVersion: number }
  | { is: 'newer'; userVersion: number; writtenBy: string }
  | { is: 'foreign' }
  | { is: 'damaged'; problem: string }

const magic = 'SQLite format 3\0'

/** Looks at the database file; `supported` is the newest schema this program knows. Throws what the file system throws. */
export function lookAt(file: string, supported: number): Look {
  if (!existsSync(file)) return { is: 'missing' }
  if (!statSync(file).isFile()) return { is: 'foreign' }
  const head = readHead(file)
  if (head.length === 0) return { is: 'empty' }
  if (head.toString('latin1', 0, 16) !== magic) return { is: 'foreign' }
  if (head.length < 100) return { is: 'damaged', problem: 'shorter than its header' }
  const ours = head.readUInt32BE(68) === applicationId
  try {
    return lookInside(file, supported)
  } catch (error) {
    const code = codeOf(error)
    // A file in WAL mode on read-only media cannot be opened in the usual way.
    if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) return lookAtCopy(file, supported)
    return ours ? { is: 'damaged', problem: (error as Error).message } : { is: 'foreign' }
  }
}

function lookInside(file: string, supported: number): Look {
  const db = new Database(file, { readonly: true, timeout: 5000 })
  try {
    if (pragma(db, 'application_id') !== applicationId) return { is: 'foreign' }
    const userVersion = Number(pragma(db, 'user_version'))
    return userVersion > supported
      ? { is: 'newer', userVersion, writtenBy: writtenBy(db) }
      : { is: 'ours', userVersion }
  } finally {
    db.close()
  }
}

function lookAtCopy(file: string, supported: number): Look {
  const copy = copyForReading(file)
  try {
    return lookInside(copy.file, supported)
  } catch (error) {
    return { is: 'damaged', problem: (error as Error).message }
  } finally {
    copy.drop()
  }
}

// Before any connection of this process is open: closing a file handle would drop SQLite's locks on it.
function readHead(file: string): Buffer {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(100)
    return head.subarray(0, readSync(handle, head, 0, 100, 0))
  } finally {
    closeSync(handle)
  }
}

function writtenBy(db: Connection): string {
  try {
    return db.prepare<[], string>("SELECT value FROM about WHERE name = 'writtenBy'").pluck().get() ?? ''
  } catch {
    return ''
  }
}
