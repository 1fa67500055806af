import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  backupName,
  expiredBackups,
  listBackups,
  tidyBackups,
  verifyBackup,
  type BackupInfo,
} from '../../electron/storage/backup.ts'
import { restoreBackup } from '../../electron/storage/restore.ts'
import type { Storage } from '../../electron/storage/stores.ts'
import { DAY, HOUR } from '../../shared/scheduling/time.ts'
import { aBooking, aFolder, book, monday, opened, withPlaces } from './make.ts'

function fill(storage: Storage, from: number, count: number): void {
  for (let hour = from; hour < from + count; hour += 1)
    book(storage, aBooking({ start: monday + hour * HOUR, end: monday + (hour + 1) * HOUR, note: '备注'.repeat(60) }))
}

describe('T-10: backups', () => {
  test('20 made while bookings are written are all sound, and each holds what was acknowledged before it began', async () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1 })
    fill(storage, 0, 400)
    let hour = 400
    for (let index = 0; index < 20; index += 1) {
      const acknowledged = storage.journal.head().seq
      const file = join(folder, 'backups', backupName('auto', monday + index * 1000, storage.journal.head()))
      // One booking at every turn of the copy.
      const seen: number[] = []
      // oxlint-disable-next-line no-await-in-loop -- one backup after the other
      const size = await storage.backup(file, (done, total) => {
        seen.push(done / total)
        fill(storage, hour, 1)
        hour += 1
      })
      const { problems, seq, bookings } = verifyBackup(file)
      expect(problems).toEqual([])
      expect(seq).toBeGreaterThanOrEqual(acknowledged)
      expect(bookings).toBe(seq)
      expect(size).toBeGreaterThan(100_000)
      expect(seen.length).toBeGreaterThan(0)
    }
    expect(hour).toBeGreaterThanOrEqual(420)
    const listed = listBackups(join(folder, 'backups'))
    expect(listed).toHaveLength(20)
    expect(listed[0]!.at).toBe(monday + 19_000)
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('.'))).toEqual([])
    expect(storage.check()).toEqual([])
  })

  test('restore gives back the same content and moves the present database aside with its log', async () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1 })
    fill(storage, 0, 20)
    const file = join(folder, 'backups', 'hand.db')
    await storage.backup(file, () => {})
    const before = storage.dump()
    fill(storage, 20, 5)
    expect(restoreBackup(file, folder, { version: '0', now: monday })).toMatchObject({
      refusals: [{ code: 'folderInUse' }],
    })
    storage.close()
    const answer = restoreBackup(file, folder, { version: '0', now: monday })
    expect(answer).toMatchObject({ restored: { seq: 20, bookings: 20 } })
    const again = opened(folder, false)
    expect(again.dump()).toEqual(before)
    again.close()
    const aside = readdirSync(folder).find((name) => name.includes('before-restore'))!
    const former = aFolder()
    copyFileSync(join(folder, aside), join(former, 'hengtong.db'))
    expect(opened(former, false).journal.head().seq).toBe(25)
  })

  test('a backup that is not sound is refused and nothing is touched', async () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1 })
    fill(storage, 0, 200)
    const file = join(folder, 'backups', 'hand.db')
    await storage.backup(file, () => {})
    storage.close()
    const bytes = readFileSync(file)
    bytes.fill(0x55, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 9000)
    writeFileSync(file, bytes)
    const present = readFileSync(join(folder, 'hengtong.db'))
    expect(restoreBackup(file, folder, { version: '0', now: monday })).toMatchObject({
      refusals: [{ code: 'damagedDatabase' }],
    })
    expect(restoreBackup(join(folder, 'none.db'), folder, { version: '0', now: 0 })).toMatchObject({
      refusals: [{ code: 'fileUnreadable' }],
    })
    expect(readFileSync(join(folder, 'hengtong.db')).equals(present)).toBe(true)
  })

  test('the mutant that copies the file alone loses what is in the log', () => {
    const folder = aFolder()
    const storage = opened(folder)
    withPlaces(storage, { a: 1 })
    storage.checkpoint()
    fill(storage, 0, 3)
    const copy = join(aFolder(), 'copy.db')
    copyFileSync(join(folder, 'hengtong.db'), copy)
    expect(verifyBackup(copy)).toMatchObject({ problems: [], bookings: 0 })
  })

  test('a backup whose place cannot be written leaves nothing behind', async () => {
    const folder = aFolder()
    const storage = opened(folder)
    const inTheWay = join(folder, 'backups', 'taken.db')
    mkdirSync(join(inTheWay, 'sub'), { recursive: true })
    await expect(storage.backup(inTheWay, () => {})).rejects.toThrow(/taken/)
    expect(readdirSync(join(folder, 'backups'))).toEqual(['taken.db'])
  })

  test('names carry the time, the number and the beginning of the hash at the end of the journal', () => {
    expect(backupName('auto', Date.UTC(2026, 2, 2, 1), { seq: 123, hash: '1a2b3c4d5e' })).toBe(
      'hengtong-auto-20260302T010000Z-s000123-1a2b3c4d.db',
    )
  })

  test('seven days, four weeks and everything that was not made by itself stay', () => {
    const info = (at: number, kind: BackupInfo['kind'] = 'auto'): BackupInfo => ({
      file: `${kind} ${at}`,
      kind,
      at,
      seq: 0,
      head: '',
      bytes: 0,
    })
    const daily = Array.from({ length: 60 }, (_, day) => info(monday - day * DAY))
    const twice = daily.map((each) => info(each.at - HOUR))
    const others = [info(monday - 300 * DAY, 'migration'), info(monday - 200 * DAY, 'manual')]
    const expired = new Set(expiredBackups([...daily, ...twice, ...others]).map((each) => each.file))
    const kept = [...daily, ...twice, ...others].filter((each) => !expired.has(each.file))
    expect(kept.filter((each) => each.kind !== 'auto')).toEqual(others)
    const auto = kept.filter((each) => each.kind === 'auto').map((each) => each.at)
    expect(auto.filter((at) => at > monday - 7 * DAY)).toHaveLength(7)
    expect(auto.length).toBeGreaterThanOrEqual(9)
    expect(auto.length).toBeLessThanOrEqual(11)
    const folder = aFolder()
    for (const day of [0, 0.1, 100])
      writeFileSync(join(folder, backupName('auto', monday - day * DAY, { seq: day * 10, hash: 'ab' })), '')
    expect(tidyBackups(folder)).toBe(1)
    expect(existsSync(join(folder, backupName('auto', monday, { seq: 0, hash: 'ab' })))).toBe(true)
  })
})
