import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder, root } from './support/desk.ts'
import { runCli, serve } from './support/served.ts'

// The command line as people use it: a real schedule comes in, figures come out, and what cannot be done is said with its code.
let folder: string
let data: string
const schedule = join(root, 'test/fixtures/31c3-rooms.ics')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengtong-cli-'))
  data = join(folder, 'data')
})
afterAll(() => removeFolder(folder))

/** Every file of a folder with what is in it, as one mark. */
function markOf(path: string): Record<string, string> {
  const files = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [file, createHash('sha256').update(readFileSync(file)).digest('hex')]
    }),
  )
}

test('a real schedule is imported whole, and again without any change (IO-02)', async () => {
  const once = await runCli(['import', schedule, '--data', data, '--create-resources'])
  expect(once).toMatchObject({ code: 0, err: '' })
  expect(once.out).toContain('31c3-rooms.ics：138 个事件，新建 138，更新 0，无变化 0')
  const again = await runCli(['import', schedule, '--data', data, '--create-resources', '--json'], 'en')
  expect(again.code).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ found: 138, created: 0, changed: 0, unchanged: 138 })
})

test('the report of those days holds every hour that was imported, and verify finds the data sound', async () => {
  const out = join(folder, 'report.xlsx')
  const days = ['--from', '2014-12-27', '--to', '2015-01-01']
  const written = await runCli(['report', 'occupancy', '--data', data, ...days, '--out', out])
  expect(written).toMatchObject({ code: 0, err: '' })
  const json = join(folder, 'report.json')
  expect((await runCli(['report', 'occupancy', '--data', data, ...days, '--out', json], 'en')).code).toBe(0)
  const report = JSON.parse(readFileSync(json, 'utf8')) as {
    total: { bookings: number; bookedMinutes: number; offHoursBookedMinutes: number }
  }
  const { bookings, bookedMinutes, offHoursBookedMinutes } = report.total
  expect(bookings).toBe(138)
  expect(bookedMinutes + offHoursBookedMinutes).toBe(minutesIn(readFileSync(schedule, 'utf8')))
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(out)
  expect(book.worksheets.map((sheet) => sheet.name)).toContain('报表')
  const verified = await runCli(['verify', '--data', data])
  expect(verified.code).toBe(0)
  expect(verified.out).toMatch(/完好：138 个预约/)
  expect((await runCli(['verify', '--data', data], 'en')).out).toMatch(/Sound: 138 bookings/)
})

/** The length of all events of the file, read line by line and not by our importer. */
function minutesIn(ics: string): number {
  const instants = (name: string) =>
    [...ics.matchAll(new RegExp(`^${name};TZID=Europe/Berlin:(....)(..)(..)T(..)(..)`, 'gm'))].map(
      ([, year, month, day, hour, minute]) => Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!) / 60_000,
    )
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  return sum(instants('DTEND')) - sum(instants('DTSTART'))
}

test('a database of a newer version is refused by every verb, and not one byte of the folder changes (T-11)', async () => {
  const newer = join(folder, 'newer')
  mkdirSync(newer)
  const made = await runCli(['import', schedule, '--data', newer, '--create-resources', '--json'])
  expect(made.code).toBe(0)
  const db = new Database(join(newer, 'hengtong.db'))
  db.pragma('user_version = 9999')
  db.pragma('journal_mode = DELETE')
  db.close()
  const before = markOf(newer)
  const verbs = [
    ['import', schedule],
    ['verify'],
    ['op', 'centre.status'],
    ['serve', '--port', '0'],
    ['user', 'add', '--login', 'xx', '--name', 'x'],
  ]
  for (const verb of verbs) {
    // oxlint-disable-next-line no-await-in-loop -- one process after another, on the same folder
    const refused = await runCli([...verb, '--data', newer])
    expect(refused, verb.join(' ')).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/由较新的版本 .*写成（数据格式 9999，本版支持到 \d+），没有改动它。升级后可打开/)
    expect(markOf(newer), verb.join(' ')).toEqual(before)
  }
  const english = await runCli(['verify', '--data', newer], 'en')
  expect(english.err).toMatch(/newer version/)
})

test('a file that is no database of ours, or damaged, is refused and left as it is', async () => {
  for (const [name, content, sentence] of [
    [
      'foreign',
      'this is a shopping list, not a database, and long enough to be read'.repeat(20),
      /不是亨通预约的数据|已损坏/,
    ],
    ['damaged', readFileSync(join(data, 'hengtong.db')).fill(0x5a, 4096, 20_480), /已损坏/],
  ] as const) {
    const broken = join(folder, name)
    mkdirSync(broken)
    writeFileSync(join(broken, 'hengtong.db'), content)
    const before = markOf(broken)
    // oxlint-disable-next-line no-await-in-loop -- one process after another
    const refused = await runCli(['import', schedule, '--data', broken])
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(sentence)
    expect(markOf(broken)[join(broken, 'hengtong.db')]).toBe(before[join(broken, 'hengtong.db')])
  }
})

test('a folder that is being served is refused to a second core, in both languages; SIGTERM closes cleanly (T-13)', async () => {
  const held = await serve(data)
  const second = await runCli(['import', schedule, '--data', data])
  expect(second.code).toBe(1)
  expect(second.err).toContain(`文件夹 ${data} 正由另一个程序使用`)
  const english = await runCli(['serve', '--data', data, '--port', '0'], 'en')
  expect(english).toMatchObject({ code: 1, out: '' })
  expect(english.err).toMatch(/in use by another program/)
  expect(await held.close()).toBe(0)
  expect(readdirSync(data).filter((name) => /-wal$|-shm$/.test(name))).toEqual([])
  expect((await runCli(['verify', '--data', data])).code).toBe(0)
})

test('a port that is taken is named, and the data are closed again', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const zh = await runCli(['serve', '--data', data, '--port', String(port)])
  expect(zh).toMatchObject({ code: 1, out: '' })
  expect(zh.err.trim()).toBe(`127.0.0.1 的端口 ${port} 已被占用，可换一个端口`)
  const en = await runCli(['serve', '--data', data, '--port', String(port), '--json'], 'en')
  expect(JSON.parse(en.err)).toMatchObject({ ok: false, refusals: [{ code: 'portInUse', port }] })
  other.close()
  expect((await runCli(['verify', '--data', data])).code).toBe(0)
})

test('wrong usage ends with 2 and says how it is meant, in both languages', async () => {
  const zh = await runCli(['ruan', '--data', data])
  expect(zh.code).toBe(2)
  expect(zh.err).toMatch(/^没有这个命令：ruan\n[^]*退出码：0 完成，1 未办成/)
  const en = await runCli(['ruan'], 'en')
  expect(en.code).toBe(2)
  expect(en.err).toMatch(/ruan/)
  expect(en.err).not.toMatch(/[\u4e00-\u9fff]/)
  expect((await runCli([])).code).toBe(2)
  expect((await runCli(['import', '--data', data])).code).toBe(2)
  expect((await runCli(['report', 'occupancy', '--data', data, '--from', 'gestern'])).code).toBe(2)
  expect((await runCli(['import', '--help'])).code).toBe(0)
  const missing = await runCli(['import', join(folder, 'nothing.ics'), '--data', data])
  expect(missing.code).toBe(1)
  expect(missing.err).toContain('读不到')
})
