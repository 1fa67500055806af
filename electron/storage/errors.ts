/** What went wrong below the stores, in the product's terms. `io` and `busy` mean *unknown*: the last write may or may not stand. */
export type StorageErrorKind = 'readOnly' | 'full' | 'busy' | 'corrupt' | 'io' | 'collision'

/** Every failure of the disk or the database that reaches the core. `code` is SQLite's own, for the log. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind
  readonly code: string
  constructor(kind: StorageErrorKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
    this.kind = kind
    this.code = code
  }
}

/** Which kind a code of SQLite or of the file system is; null for mistakes of our own (a wrong statement, a broken CHECK). */
export function kindOfCode(code: string): StorageErrorKind | null {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'readOnly'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'EBUSY') return 'busy'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'corrupt'
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO') return 'io'
  return null
}

/** The code of an error of SQLite or Node, or '' when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Turns an error of SQLite or of the file system into ours; anything else comes back as it was. */
export function toStorageError(error: unknown): unknown {
  if (error instanceof StorageError) return error
  const code = codeOf(error)
  const kind = kindOfCode(code)
  return kind === null ? error : new StorageError(kind, code, (error as Error).message, { cause: error })
}
