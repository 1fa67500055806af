import type { Connection } from './connect.ts'
import { StorageError, toStorageError } from './errors.ts'

export type Transactions = {
  write: <T>(work: () => T) => T
  read: <T>(work: () => T) => T
  /** A savepoint inside whatever runs: what `work` wrote is undone when it throws. */
  part: <T>(work: () => T) => T
  /** How many outermost writes have begun; tells one transaction from the next. */
  count: () => number
}

/** Transactions of one connection. Everything in them is synchronous; a promise is refused, because it would run after COMMIT. */
export function openTransactions(db: Connection, readOnly: boolean): Transactions {
  const beginWrite = db.prepare('BEGIN IMMEDIATE')
  const beginRead = db.prepare('BEGIN DEFERRED')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const save = db.prepare('SAVEPOINT part')
  const release = db.prepare('RELEASE part')
  const undo = db.prepare('ROLLBACK TO part')
  let count = 0
  let writing = false

  function run<T>(work: () => T): T {
    const value = work()
    if (value instanceof Promise) throw new Error('a transaction cannot wait')
    return value
  }

  function outer<T>(begin: typeof beginWrite, work: () => T): T {
    try {
      begin.run()
      const value = run(work)
      commit.run()
      return value
    } catch (error) {
      // After a full disk SQLite may have rolled back by itself.
      if (db.inTransaction) rollback.run()
      throw toStorageError(error)
    } finally {
      writing = false
    }
  }

  function part<T>(work: () => T): T {
    if (!db.inTransaction) return write(work)
    save.run()
    try {
      const value = run(work)
      release.run()
      return value
    } catch (error) {
      if (db.inTransaction) {
        undo.run()
        release.run()
      }
      throw toStorageError(error)
    }
  }

  function write<T>(work: () => T): T {
    if (readOnly) throw new StorageError('readOnly', 'READ_ONLY', 'the database is open for reading only')
    if (db.inTransaction) {
      if (!writing) throw new Error('a read cannot become a write')
      return part(work)
    }
    count += 1
    writing = true
    return outer(beginWrite, work)
  }

  function read<T>(work: () => T): T {
    return db.inTransaction ? run(work) : outer(beginRead, work)
  }

  return { write, read, part, count: () => count }
}
