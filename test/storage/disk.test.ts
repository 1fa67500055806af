import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { kindOfCode, StorageError, toStorageError } from '../../electron/storage/errors.ts'
import { openStorage } from '../../electron/storage/open.ts'
import { makeStorage } from '../../electron/storage/storage.ts'
import type { Storage } from '../../electron/storage/stores.ts'
import { aBooking, aFolder, book, monday, opened, withPlaces } from './make.ts'
import { DAY, HOUR } from '../../shared/scheduling/time.ts'

const mount = (...options: string[]) => spawnSync('mount', options).status === 0
/** Whether this machine lets a test mount file systems. */
const mayMount = (() => {
  const folder = aMount()
  const may = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder.path)
  folder.clear()
  return may
})()

function aMount(): { path: string; clear: () => void } {
  const path = join('/tmp', `hengtong-mount-${process.pid}-${Math.random().toString(36).slice(2)}`)
  mkdirSync(path)
  return {
    path,
    clear() {
      spawnSync('umount', ['-l', path])
      rmSync(path, { recursive: true, force: true })
    },
  }
}

function mounted(size: string): string {
  const folder = aMount()
  onTestFinished(() => folder.clear())
  expect(mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder.path)).toBe(true)
  return folder.path
}

function kindOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof StorageError ? error.kind : String(error)
  }
}

/** Books hour after hour until something is refused. Answers the ids that were acknowledged. */
function bookUntilRefused(storage: Storage, note: string): { ids: string[]; kind: string } {
  const ids: string[] = []
  for (let hour = 0; hour < 100_000; hour += 1) {
    const booking = aBooking({ start: monday + hour * HOUR, end: monday + (hour + 1) * HOUR, note })
    const kind = kindOf(() => book(storage, booking))
    if (kind !== 'done') return { ids, kind }
    ids.push(booking.id)
  }
  return { ids, kind: 'done' }
}

test('T-07: errors of the disk and of SQLite are told apart', () => {
  expect(
    [
      'SQLITE_FULL',
      'SQLITE_READONLY_DBMOVED',
      'SQLITE_BUSY_SNAPSHOT',
      'SQLITE_CORRUPT_VTAB',
      'SQLITE_IOERR_FSYNC',
      'ENOSPC',
      'EROFS',
      'SQLITE_NOTADB',
    ].map(kindOfCode),
  ).toEqual(['full', 'readOnly', 'busy', 'corrupt', 'io', 'full', 'readOnly', 'corrupt'])
  expect(kindOfCode('SQLITE_CONSTRAINT_CHECK')).toBeNull()
  const mistake = new Error('ours')
  expect(toStorageError(mistake)).toBe(mistake)
})

describe('T-08: a full disk', () => {
  test('is said, loses nothing that was acknowledged, and the next booking works once there is room', () => {
    const folder = aFolder()
    opened(folder).close()
    const db = new Database(join(folder, 'hengtong.db'))
    db.pragma('foreign_keys = 1')
    const storage = makeStorage({
      db,
      file: '',
      readOnly: false,
      version: '0',
      now: 0,
      station: 'x',
      release: () => {},
    })
    withPlaces(storage, { a: 1 })
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 30}`)
    const { ids, kind } = bookUntilRefused(storage, 'x'.repeat(1500))
    expect(kind).toBe('full')
    expect(ids.length).toBeGreaterThan(5)
    expect(ids.filter((id) => storage.bookings.byId(id) === null)).toEqual([])
    db.pragma('max_page_count = 100000')
    expect(kindOf(() => book(storage, aBooking({ start: monday - DAY, end: monday - DAY + HOUR })))).toBe('done')
    expect(storage.check()).toEqual([])
    storage.close()
  })

  test.runIf(mayMount)('on a real small disk, the log of SQLite included', () => {
    const folder = mounted('1200k')
    const ballast = join(folder, 'ballast')
    writeFileSync(ballast, Buffer.alloc(200_000))
    const storage = opened(folder)
    withPlaces(storage, { a: 1 })
    const { ids, kind } = bookUntilRefused(storage, 'x'.repeat(1500))
    expect(kind).toBe('full')
    expect(ids.filter((id) => storage.bookings.byId(id) === null)).toEqual([])
    rmSync(ballast)
    expect(kindOf(() => book(storage, aBooking({ start: monday - DAY, end: monday - DAY + HOUR })))).toBe('done')
    storage.close()
    const again = opened(folder, false)
    expect(again.check()).toEqual([])
    expect(ids.filter((id) => again.bookings.byId(id) === null)).toEqual([])
    again.close()
  })
})

describe('T-08: media that cannot be written', () => {
  test.runIf(mayMount).each([true, false])('are opened for reading (closed in good order: %s)', (orderly) => {
    const folder = mounted('8m')
    const booking = aBooking()
    if (orderly) {
      const storage = opened(folder)
      withPlaces(storage, { a: 1 })
      book(storage, booking)
      storage.close()
    } else {
      const storage = opened(folder)
      withPlaces(storage, { a: 1 })
      book(storage, booking)
      // As after a crash: the log stays beside the file.
      const copy = mounted('8m')
      spawnSync('cp', ['-a', ...['hengtong.db', 'hengtong.db-wal'].map((name) => join(folder, name)), copy])
      storage.close()
      spawnSync('sh', ['-c', `rm -f ${folder}/* && cp -a ${copy}/* ${folder}/`])
    }
    expect(mount('-o', 'remount,ro', folder)).toBe(true)
    const answer = openStorage({ folder, make: false, version: '0.1.0', now: () => monday })
    if ('refusals' in answer) throw new Error(JSON.stringify(answer.refusals))
    const { storage } = answer
    expect(storage.readOnly).toBe(true)
    expect(storage.bookings.byId(booking.id)).toEqual(booking)
    expect(storage.read(() => storage.bookings.range({ interval: booking }))).toEqual([booking])
    expect(kindOf(() => book(storage, aBooking()))).toBe('readOnly')
    storage.close()
    expect(openStorage({ folder: join(folder, 'new'), make: true, version: '0', now: () => 0 })).toMatchObject({
      refusals: [{ code: 'readOnlyStorage' }],
    })
  })
})
