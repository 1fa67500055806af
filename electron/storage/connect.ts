import Database from 'better-sqlite3'
import { StorageError } from './errors.ts'

export type Connection = Database.Database

/** "HTBK": marks a file as a database of this product. */
export const applicationId = 0x4854424b
/** The oldest SQLite without the WAL-reset damage (sqlite.org/wal.html#walresetbug). */
export const oldestSqlite = '3.51.3'
export const journalSizeLimit = 16 * 1024 * 1024

/** True when `found` is at least `needed`; both `major.minor.patch`. */
export function atLeast(found: string, needed: string): boolean {
  const a = found.split('.').map(Number)
  const b = needed.split('.').map(Number)
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

/** One value of a pragma. */
export function pragma(db: Connection, text: string): unknown {
  return db.pragma(text, { simple: true })
}

// `synchronous` comes first in importance: on a file that is in WAL mode already this build of SQLite begins with NORMAL, which loses acknowledged
// bookings at power loss. fullfsync counts on macOS only. secure_delete: erased words are gone from the file.
const wanted: readonly (readonly [name: string, value: number])[] = [
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['busy_timeout', 5000],
  ['journal_size_limit', journalSizeLimit],
  ['recursive_triggers', 1],
  ['secure_delete', 1],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
]

/** Sets what every connection needs and reads it back. Throws StorageError `io` when a setting does not hold. */
export function prepareConnection(db: Connection, kind: 'file' | 'memory' | 'readOnly'): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get()!
  if (!atLeast(version, oldestSqlite)) throw new StorageError('io', 'OLD_SQLITE', `SQLite ${version} < ${oldestSqlite}`)
  if (kind === 'file') {
    const mode = pragma(db, 'journal_mode = WAL')
    if (mode !== 'wal') throw new StorageError('io', 'NO_WAL', `journal_mode is ${String(mode)}`)
  }
  for (const [name, value] of wanted) {
    db.pragma(`${name} = ${value}`)
    const held = pragma(db, name)
    if (held !== value) throw new StorageError('io', 'PRAGMA', `${name} is ${String(held)} instead of ${value}`)
  }
  // 32 MB of pages; no memory map, because a damaged or shortened file would then end the process instead of being reported.
  db.pragma('cache_size = -32000')
  db.pragma('mmap_size = 0')
  db.pragma('temp_store = MEMORY')
}
