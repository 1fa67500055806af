import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseApart } from '../../electron/files/parseApart.ts'
import { checkZip } from '../../electron/files/zipDirectory.ts'
import type { ParsedFile } from '../../electron/files/foreignRow.ts'

const options = { zone: 'Asia/Shanghai', year: 2026 }
const bytes = (text: string) => new TextEncoder().encode(text)

type Entry = { name: string; body: Buffer; claims?: number; encrypted?: boolean }

/** A zip written by hand, so that it can lie. */
function zip(entries: Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, body, claims, encrypted } of entries) {
    const packed = deflateRawSync(body)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(claims ?? body.length, 22)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const local = Buffer.concat([head, Buffer.from(name), packed])
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(encrypted ? 1 : 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims ?? body.length, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(offset, 42)
    central.push(Buffer.concat([entry, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

const small = (name: string): Entry => ({ name, body: Buffer.from('<x/>') })
const event = (rule: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\nLOCATION:A\r\nDTSTART:20261124T090000\r\nDTEND:20261124T100000\r\n${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

/** Rules that hang or flood well-known libraries (reliability.md §6). */
const killers = [
  'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30',
  'RRULE:FREQ=SECONDLY',
  'RRULE:FREQ=MINUTELY',
  'RRULE:FREQ=DAILY;COUNT=1000000000',
  'RRULE:FREQ=DAILY;INTERVAL=0',
  'RRULE:FREQ=YEARLY;BYDAY=4TH;BYMONTHDAY=24;BYMONTH=11',
  'EXRULE:FREQ=MINUTELY',
  `RRULE:FREQ=YEARLY;COUNT=1;BYMONTH=${range(1, 12)};BYMONTHDAY=${range(1, 31)};BYHOUR=${range(0, 23)};BYMINUTE=${range(0, 59)};BYSECOND=${range(0, 59)}`,
  `RDATE:${'20261124T090000Z,'.repeat(20_000)}20261125T090000Z`,
]

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).join(',')
}

describe('the zip directory', () => {
  it.each([
    ['zipBomb', [{ name: 'xl/a.xml', body: Buffer.alloc(51 * 1024 * 1024) }]],
    ['zipBomb', [{ name: 'xl/a.xml', body: Buffer.alloc(3 * 1024 * 1024) }]],
    ['zipBomb', [{ name: 'xl/a.xml', body: Buffer.alloc(30 * 1024 * 1024), claims: 1000 }]],
    ['notXlsx', [small('../../etc/passwd')]],
    ['notXlsx', [small('/etc/passwd')]],
    ['notXlsx', [small('C:\\Windows\\x')]],
    ['encrypted', [{ ...small('xl/a.xml'), encrypted: true }]],
  ])('is refused as %s', (why, entries) => {
    expect(checkZip(zip(entries))).toMatchObject({ why })
  })

  it('is refused with too many entries', () => {
    expect(checkZip(zip(Array.from({ length: 1001 }, (_, index) => small(`${index}`))))).toMatchObject({
      why: 'tooManyEntries',
    })
  })

  it('lets an honest file through', () => {
    expect(checkZip(zip([small('[Content_Types].xml'), small('xl/workbook.xml')]))).toHaveProperty('entries')
  })

  it('survives every cut of a good file', () => {
    const good = zip([small('[Content_Types].xml'), small('xl/workbook.xml')])
    for (let length = 0; length < good.length; length += 1) {
      expect(checkZip(good.subarray(0, length))).toHaveProperty('why')
    }
  })
})

describe('a hostile file, read in the child', () => {
  let sheet: Uint8Array
  beforeAll(async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('a').addRow(['会议室', '日期', '时间', '主题'])
    sheet = new Uint8Array(await book.xlsx.writeBuffer())
  })

  async function refused(name: string, content: Uint8Array, why: string[]): Promise<ParsedFile> {
    const started = performance.now()
    const parsed = await parseApart(content, name, options)
    expect(parsed.rows).toEqual([])
    expect(parsed.faultCount).toBeGreaterThan(0)
    expect(why).toContain(parsed.faults[0]!.why)
    expect(performance.now() - started).toBeLessThan(12_000)
    return parsed
  }

  it.each(killers.map((rule) => [rule.slice(0, 60), rule]))('refuses %s before anyone expands it', async (_, rule) => {
    const { faults } = await refused('a.ics', bytes(event(rule)), ['recurrenceUnsupported'])
    expect(faults[0]?.line).toBe(8)
  })

  it('refuses broken and flooding text', async () => {
    await refused('a.csv', bytes('"'.repeat(1_000_001)), ['notCsv'])
    await refused('a.csv', bytes('"'.repeat(1_000_000)), ['notCsv', 'noHeader'])
    await refused('a.csv', bytes(`room,start,end,title\n${','.repeat(4_000_000)}\n`), [
      'notCsv',
      'missingValue',
      'emptyFile',
    ])
    await refused('a.csv', bytes('room,start,end,title\nA\0,1,2,3\n'), ['notCsv'])
    await refused('a.csv', bytes(''), ['emptyFile'])
    await refused('a.csv', bytes('  \n \n'), ['emptyFile'])
    await refused('a.csv', bytes('room,start,end,title\n'), ['emptyFile'])
    await refused('a.csv', new Uint8Array(5 * 1024 * 1024 + 1).fill(0x41), ['tooLarge'])
    await refused('a.csv', Uint8Array.from([0xff, 0x00, 0x81, 0xff]), ['notCsv'])
    await refused('a.csv', bytes(`room,start,end,title\n${'A,2026-11-24 9:00,2026-11-24 10:00,x\n'.repeat(20_001)}`), [
      'tooManyRows',
    ])
  })

  it('refuses broken calendars', async () => {
    await refused('a.ics', bytes('hello'), ['notIcs'])
    await refused('a.ics', bytes('BEGIN:VCALENDAR\r\n'.repeat(50_000)), ['notIcs'])
    await refused('a.ics', bytes('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'), ['emptyFile'])
    await refused('a.ics', bytes('BEGIN:VCALENDAR\r\nEND:VEVENT\r\n'), ['notIcs'])
    await refused('a.ics', bytes(event(`X-A;P="${'a'.repeat(100_000)}:b`)), ['notIcs'])
    await refused('a.ics', bytes(event('').replace('SUMMARY:x', `SUMMARY:${'\\'.repeat(300_000)}`)), ['tooLongText'])
  })

  it('refuses broken spreadsheets', async () => {
    await refused('a.xlsx', bytes('not a zip'), ['notXlsx'])
    await refused('a.xlsx', bytes('PK\u0003\u0004'), ['notXlsx'])
    await refused('a.xlsx', sheet.subarray(0, sheet.length - 30), ['notXlsx'])
    await refused('a.xlsx', zip([small('[Content_Types].xml'), small('xl/workbook.xml')]), ['notXlsx', 'emptyFile'])
    await refused('a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), ['notXlsx'])
    const locked = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')])
    await refused('a.xlsx', new Uint8Array(locked), ['encrypted'])
    await refused('a.xlsx', zip([{ name: '[Content_Types].xml', body: Buffer.alloc(40 * 1024 * 1024) }]), ['zipBomb'])
  })

  it('kills a parser that a merge of the whole sheet keeps busy', { timeout: 20_000 }, async () => {
    const workbook =
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
    const relations =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    const page =
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>room</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    const types =
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
    const file = zip([
      { name: '[Content_Types].xml', body: Buffer.from(types) },
      { name: 'xl/workbook.xml', body: Buffer.from(workbook) },
      { name: 'xl/_rels/workbook.xml.rels', body: Buffer.from(relations) },
      { name: 'xl/worksheets/sheet1.xml', body: Buffer.from(page) },
    ])
    await refused('a.xlsx', file, ['timedOut', 'parserFailed', 'notXlsx', 'noHeader'])
  })

  it.each(['process', 'thread'] as const)('is stopped at its limit in a %s', async (how) => {
    const started = performance.now()
    const parsed = await parseApart(bytes(event('X-A:b')), 'a.ics', options, { how, limitMs: 1 })
    expect(parsed.faults).toMatchObject([{ why: 'timedOut' }])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.each(['process', 'thread'] as const)('reports a parser that dies, in a %s', { timeout: 20_000 }, async (how) => {
    const rows = 'A,2026-11-24 9:00,2026-11-24 10:00,x\n'.repeat(19_000)
    const parsed = await parseApart(bytes(`room,start,end,title\n${rows}`), 'a.csv', options, { how, heapMb: 8 })
    expect(parsed.faults).toMatchObject([{ why: 'parserFailed' }])
  })
})
