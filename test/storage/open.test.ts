import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applicationId, pragma, prepareConnection } from '../../electron/storage/connect.ts'
import { migrate, schemaOf } from '../../electron/storage/migrate.ts'
import { migrations, newestVersion } from '../../electron/storage/migrations/index.ts'
import { openStorage } from '../../electron/storage/open.ts'
import { aBooking, aFolder, book, monday, opened, withPlaces } from './make.ts'

const open = (folder: string, make = false) => openStorage({ folder, make, version: '0.1.0', now: () => monday })
const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const child = (name: string) => join(import.meta.dirname, 'children', name)

describe('a data folder', () => {
  test('is made only when asked, and keeps its station', () => {
    const folder = join(aFolder(), 'new')
    expect(open(folder)).toEqual({ refusals: [{ code: 'fileUnreadable', file: join(folder, 'hengtong.db') }] })
    expect(existsSync(folder)).toBe(false)
    const first = opened(folder)
    const draft = {
      at: 0,
      station: '',
      actor: null,
      operation: 'x',
      topic: 'jobs',
      key: 'k',
      before: null,
      after: null,
    } as const
    first.write(() => first.journal.append(draft))
    first.close()
    const again = opened(folder, false)
    again.write(() => again.journal.append(draft))
    expect(again.journal.after(0, 9, null).map((row) => row.station)).toEqual(['test', 'test'])
  })

  test('that lost its database is not begun again empty', async () => {
    const folder = aFolder()
    const storage = opened(folder)
    const backup = join(folder, 'backups', 'hengtong-auto-20260302T010000Z-s000000-0.db')
    await storage.backup(backup, () => {})
    storage.close()
    rmSync(join(folder, 'hengtong.db'))
    expect(open(folder, true)).toMatchObject({ refusals: [{ code: 'damagedDatabase', backup }] })
    expect(existsSync(join(folder, 'hengtong.db'))).toBe(false)
  })

  test('with a file that is no database, or of another program, is left alone', () => {
    for (const make of [
      (file: string) => writeFileSync(file, 'not a database at all, but long enough to be looked at'.repeat(9)),
      (file: string) => writeFileSync(file, 'x'),
      (file: string) => new Database(file).exec('CREATE TABLE other (a); PRAGMA application_id = 7').close(),
    ]) {
      const folder = aFolder()
      const file = join(folder, 'hengtong.db')
      make(file)
      const before = hash(file)
      expect(open(folder, true)).toEqual({ refusals: [{ code: 'notOurDatabase', file }] })
      expect(hash(file)).toBe(before)
    }
  })

  test('in the way of which something stands says so', () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'hengtong.db'))
    expect(open(folder)).toMatchObject({ refusals: [{ code: 'notOurDatabase' }] })
  })
})

describe('T-11: a database of a newer version', () => {
  test.each([false, true])('is refused with every byte as it was (written by a process that was killed: %s)', (hot) => {
    const folder = aFolder()
    opened(folder).close()
    const file = join(folder, 'hengtong.db')
    const script = `const db = new (require('better-sqlite3'))(process.argv[1]); db.pragma('journal_mode = WAL')
      db.exec("BEGIN; UPDATE about SET value = '9.9.9' WHERE name = 'writtenBy'; PRAGMA user_version = ${newestVersion + 1}; COMMIT")
      ${hot ? "process.kill(process.pid, 'SIGKILL')" : 'db.close()'}`
    spawnSync(process.execPath, ['-e', script, file], { cwd: join(import.meta.dirname, '../..') })
    expect(existsSync(`${file}-wal`)).toBe(hot)
    const before = [hash(file), hot ? hash(`${file}-wal`) : '']
    expect(open(folder)).toEqual({
      refusals: [
        { code: 'newerDatabase', file, found: newestVersion + 1, supported: newestVersion, writtenBy: '9.9.9' },
      ],
    })
    expect([hash(file), hot ? hash(`${file}-wal`) : '']).toEqual(before)
  })
})

describe('T-11: migrations', () => {
  function migrated() {
    const db = new Database(':memory:')
    prepareConnection(db, 'memory')
    migrate(db, migrations)
    return db
  }

  test('lead an empty database to the schema written down in schema.sql', () => {
    const db = migrated()
    expect(schemaOf(db)).toBe(readFileSync(join(import.meta.dirname, '../../electron/storage/schema.sql'), 'utf8'))
    expect(pragma(db, 'user_version')).toBe(newestVersion)
    expect(pragma(db, 'application_id')).toBe(applicationId)
    expect(migrate(db, migrations)).toBe(0)
  })

  test('every table is STRICT', () => {
    const tables = migrated()
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all()
    expect(tables).toEqual(['sqlite_schema'])
  })

  test('have numbers that grow by one', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1))
  })

  test('that fail, or leave broken references, leave the version before and every row', () => {
    const db = migrated()
    const step = { version: newestVersion + 1, name: 'bad', statements: ['CREATE TABLE more (a) STRICT'] }
    for (const statement of ['SELECT 1 FROM nowhere', "INSERT INTO resource_part VALUES ('no', 0, 'none')"]) {
      const before = schemaOf(db)
      const statements = ['CREATE TABLE more (a INTEGER) STRICT', statement]
      expect(() => migrate(db, [...migrations, { ...step, statements }])).toThrow(/no such table|broken/)
      expect(pragma(db, 'user_version')).toBe(newestVersion)
      expect(pragma(db, 'foreign_keys')).toBe(1)
      expect(schemaOf(db)).toBe(before)
    }
  })

  test('a later step keeps what is there and is backed up before', () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1 })
    const booking = aBooking()
    book(storage, booking)
    storage.close()
    // A file as the version before would have left it.
    const old = new Database(join(folder, 'hengtong.db'))
    old.exec('DROP INDEX booking_freed_by_start; PRAGMA user_version = 0')
    old.close()
    const answer = open(folder)
    expect(answer).toMatchObject({ refusals: [{}] })
    const backups = readdirSync(join(folder, 'backups'))
    expect(backups).toHaveLength(1)
    expect(backups[0]).toMatch(/^hengtong-migration-.*-s000001-[0-9a-f]{8}\.db$/)
  })

  test('killed before any statement leave the version before, and the next start ends them', () => {
    const count = migrations[0]!.statements.length
    const file = join(aFolder(), 'hengtong.db')
    // Every third, and both ends: each is a process of its own.
    for (let statement = 0; statement <= count; statement += statement + 3 > count ? 1 : 3) {
      const run = spawnSync(process.execPath, [child('migrateUntil.ts'), file, String(statement)])
      expect(run.signal).toBe('SIGKILL')
      const db = new Database(file)
      expect([pragma(db, 'user_version'), schemaOf(db)]).toEqual([0, '\n'])
      db.close()
    }
    expect(spawnSync(process.execPath, [child('migrateUntil.ts'), file, '-1']).status).toBe(0)
    const db = new Database(file)
    expect(pragma(db, 'user_version')).toBe(newestVersion)
    db.close()
  })

  test('the mutant that writes the number apart is found', () => {
    const file = join(aFolder(), 'hengtong.db')
    spawnSync(process.execPath, [child('migrateUntil.ts'), file, '5', 'outside'])
    const db = new Database(file)
    expect([pragma(db, 'user_version'), schemaOf(db)]).not.toEqual([0, '\n'])
    db.close()
  })
})

describe('T-13: one writer', () => {
  test('a second opening of the same folder is refused and names the holder, in this process too', () => {
    const folder = aFolder()
    const first = opened(folder)
    const second = open(folder)
    expect(second).toMatchObject({ refusals: [{ code: 'folderInUse', folder }] })
    expect(JSON.stringify(second)).toContain(String(process.pid))
    first.close()
    const third = open(folder)
    expect('storage' in third).toBe(true)
    if ('storage' in third) third.storage.close()
  })

  test('the folder is free again after kill -9 of its holder, and not before', async () => {
    const folder = aFolder()
    for (let round = 0; round < 3; round += 1) {
      const holder = spawn(process.execPath, [child('hold.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      // oxlint-disable-next-line no-await-in-loop -- one holder after the other is what is tested
      const said = await new Promise<string>((resolve) =>
        holder.stdout.once('data', (data: Buffer) => resolve(String(data))),
      )
      expect(said).toBe('open\n')
      expect(JSON.stringify(open(folder))).toContain(String(holder.pid))
      const gone = new Promise((resolve) => holder.once('exit', resolve))
      holder.kill('SIGKILL')
      // oxlint-disable-next-line no-await-in-loop -- see above
      await gone
    }
    opened(folder, false).close()
  })
})
