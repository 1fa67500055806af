import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applicationId, atLeast, oldestSqlite, pragma, prepareConnection } from '../../electron/storage/connect.ts'
import { aFolder, opened } from './make.ts'

const wanted = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  busy_timeout: 5000,
  journal_size_limit: 16_777_216,
  application_id: applicationId,
  recursive_triggers: 1,
  secure_delete: 1,
  mmap_size: 0,
}

/** What a connection to a file that was made and closed before has, prepared as in the product or not. */
function held(prepare: boolean): Record<string, unknown> {
  const folder = aFolder()
  opened(folder).close()
  const db = new Database(join(folder, 'hengtong.db'))
  if (prepare) prepareConnection(db, 'file')
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, pragma(db, name)]))
  db.close()
  return found
}

describe('T-01: on a file that is opened again', () => {
  test('every pragma holds, FULL above all', () => expect(held(true)).toEqual(wanted))

  test('the mutant without the pragmas is found: a file in WAL mode begins with NORMAL', () => {
    const found = held(false)
    expect(found['synchronous']).toBe(1)
    expect(found).not.toEqual(wanted)
  })

  test('SQLite is new enough', () => {
    expect(atLeast(opened(aFolder()).sqliteVersion, oldestSqlite)).toBe(true)
    expect(atLeast('3.51.2', oldestSqlite)).toBe(false)
    expect(atLeast('3.100.0', oldestSqlite)).toBe(true)
  })
})
