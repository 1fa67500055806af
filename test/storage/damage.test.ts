import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStorage } from '../../electron/storage/open.ts'
import { StorageError } from '../../electron/storage/errors.ts'
import type { Storage } from '../../electron/storage/stores.ts'
import { DAY, HOUR } from '../../shared/scheduling/time.ts'
import { aBooking, aFolder, book, monday, opened, withPlaces } from './make.ts'
import { numbers } from './rawWall.ts'

/** Everything a reader of the stores can see of bookings, places and journal. */
function answers(storage: Storage): string {
  const bookings = storage.bookings.range({ interval: { start: 0, end: monday + 400 * DAY } })
  const standing = ['a', 'b'].map((leaf) =>
    storage.allocations.touching(leaf, { start: 0, end: monday + 400 * DAY }, null),
  )
  return JSON.stringify([bookings, standing, storage.places.all(), storage.journal.after(0, 1000, null)])
}

function fill(storage: Storage, from: number, count: number): void {
  for (let hour = from; hour < from + count; hour += 1) {
    const resources = [{ resourceId: hour % 2 === 0 ? 'a' : 'b', quantity: 1, before: 0, after: 0 }]
    book(
      storage,
      aBooking({ start: monday + hour * HOUR, end: monday + (hour + 1) * HOUR, resources, title: `评审 ${hour}` }),
    )
  }
}

type Outcome = 'same' | 'refused' | 'found' | 'earlier' | 'silent'

/** Opens a damaged copy and says what a user would meet. `earlier`: states the database truly had before. */
function outcomeOf(folder: string, wanted: string, earlier: ReadonlySet<string> = new Set()): Outcome {
  const opening = openStorage({ folder, make: false, version: '0', now: () => monday })
  if ('refusals' in opening) return 'refused'
  const { storage } = opening
  try {
    const seen = answers(storage)
    if (seen === wanted) return 'same'
    if (storage.check().length > 0) return 'found'
    return earlier.has(seen) ? 'earlier' : 'silent'
  } catch (error) {
    if (error instanceof StorageError || error instanceof SyntaxError) return 'found'
    return /SQLITE_(CORRUPT|NOTADB|ERROR)|malformed|corrupt|no such|JSON/.test(
      `${(error as { code?: string }).code} ${String(error)}`,
    )
      ? 'found'
      : 'silent'
  } finally {
    try {
      storage.close()
    } catch {
      // A damaged file may refuse to be closed in order.
    }
  }
}

function tally(outcomes: readonly Outcome[]): Record<Outcome, number> {
  const counts = { same: 0, refused: 0, found: 0, earlier: 0, silent: 0 }
  for (const each of outcomes) counts[each] += 1
  return counts
}

/** Damages copies of some files in seeded ways: single bits, whole sectors of zeros, a cut-off end. */
function damaged(
  files: readonly string[],
  target: string,
  rounds: number,
  look: (folder: string) => Outcome,
): Outcome[] {
  const below = numbers(1212)
  return Array.from({ length: rounds }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'hengtong-flip-'))
    try {
      for (const file of files) copyFileSync(file, join(folder, file.slice(file.lastIndexOf('/') + 1)))
      const path = join(folder, target)
      const bytes = readFileSync(path)
      const kind = below(10)
      if (kind === 0) writeFileSync(path, bytes.subarray(0, below(bytes.length)))
      else {
        const at = below(bytes.length)
        if (kind === 1) bytes.fill(0, at - (at % 512), at - (at % 512) + 512)
        else bytes[at]! ^= 1 << below(8)
        writeFileSync(path, bytes)
      }
      return look(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

describe('T-12: damage is never a wrong answer that nobody notices', () => {
  test('in the database: refused, found, or of no effect', () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1, b: 1 })
    fill(storage, 0, 120)
    const wanted = answers(storage)
    storage.close()
    const outcomes = tally(
      damaged([join(folder, 'hengtong.db')], 'hengtong.db', 150, (copy) => outcomeOf(copy, wanted)),
    )
    expect(outcomes.silent, JSON.stringify(outcomes)).toBe(0)
    expect(outcomes.refused + outcomes.found, JSON.stringify(outcomes)).toBeGreaterThan(30)
  })

  test('in the log: refused, found, of no effect, or the state before a last write, whole', () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1, b: 1 })
    const states = new Set<string>([answers(storage)])
    storage.checkpoint()
    for (let hour = 0; hour < 40; hour += 1) {
      fill(storage, hour, 1)
      states.add(answers(storage))
    }
    const files = ['hengtong.db', 'hengtong.db-wal'].map((name) => join(folder, name))
    expect(files.every((file) => existsSync(file))).toBe(true)
    const wanted = answers(storage)
    const outcomes = tally(damaged(files, 'hengtong.db-wal', 80, (copy) => outcomeOf(copy, wanted, states)))
    expect(outcomes.silent, JSON.stringify(outcomes)).toBe(0)
    // Only what stands at the very end may go unseen: it cannot be told from a write that a power cut interrupted.
    expect(outcomes.earlier, JSON.stringify(outcomes)).toBeLessThan(40)
    storage.close()
  })

  test('the newest sound backup is named', async () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1, b: 1 })
    fill(storage, 0, 200)
    const sound = join(folder, 'backups', 'hengtong-auto-20260302T010000Z-s000200-ab.db')
    const broken = join(folder, 'backups', 'hengtong-auto-20260303T010000Z-s000200-ab.db')
    await storage.backup(sound, () => {})
    storage.close()
    writeFileSync(broken, readFileSync(sound).subarray(0, 20_000))
    const file = join(folder, 'hengtong.db')
    const bytes = readFileSync(file)
    for (let page = 4; page < 40; page += 1) bytes.fill(0xff, page * 4096, page * 4096 + 100)
    writeFileSync(file, bytes)
    const answer = openStorage({ folder, make: false, version: '0', now: () => monday })
    expect(answer).toMatchObject({ refusals: [{ code: 'damagedDatabase', file, backup: sound }] })
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})
