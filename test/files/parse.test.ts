import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { parseForeign } from '../../electron/files/parseForeign.ts'
import { DAY, HOUR } from '../../shared/scheduling/time.ts'

const options = { zone: 'Asia/Shanghai', year: 2026 }
const bytes = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
const csv = (text: string, more = {}) => parseForeign(bytes(text), 'rooms.csv', { ...options, ...more })
const event = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Pitch',
    'LOCATION:Hall',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
const ics = (...lines: string[]) => parseForeign(bytes(event(...lines)), 'rooms.ics', options)
const shanghai = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour - 8, minute)

describe('the real schedule', () => {
  it('is the same 138 events from the calendar and from the table', async () => {
    const calendar = await parseForeign(fixture('31c3-rooms.ics'), '31c3-rooms.ics', options)
    const table = await parseForeign(fixture('31c3-rooms.csv'), '31c3-rooms.csv', options)
    expect(calendar.faults).toEqual([])
    expect(table.faults).toEqual([])
    expect(calendar.rows).toHaveLength(138)
    const comparable = (rows: typeof table.rows) =>
      rows
        .map(({ uid, places, start, end, title, category }) => ({
          uid: uid?.replace('31c3-', ''),
          places,
          start,
          end,
          title,
          category,
        }))
        .sort((a, b) => (a.uid! < b.uid! ? -1 : 1))
    expect(comparable(calendar.rows)).toEqual(comparable(table.rows))
  })

  it('keeps Berlin time past midnight', async () => {
    const { rows } = await parseForeign(fixture('31c3-rooms.ics'), 'x.ics', options)
    const late = rows.filter((row) => new Date(row.start + HOUR).getUTCHours() < 6)
    expect(late.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.end).toBeGreaterThan(row.start)
  })
})

describe('calendars', () => {
  it.each([
    ['UTC', ['DTSTART:20261124T010000Z', 'DTEND:20261124T023000Z']],
    [
      'a named zone without VTIMEZONE',
      ['DTSTART;TZID=Asia/Shanghai:20261124T090000', 'DTEND;TZID=Asia/Shanghai:20261124T103000'],
    ],
    ['a Windows name', ['DTSTART;TZID="China Standard Time":20261124T090000', 'DURATION:PT1H30M']],
    ['a path that ends in a zone', ['DTSTART;TZID=/citadel.org/2019/Asia/Shanghai:20261124T090000', 'DURATION:PT90M']],
    ['floating, in the zone of the centre', ['DTSTART:20261124T090000', 'DTEND:20261124T103000']],
    ['folded lines', ['DTSTART:20261124T09', ' 0000', 'DTEND:2026112', '\t4T103000']],
  ])('reads %s', async (_, lines) => {
    const { rows, faults } = await ics(...lines)
    expect(faults).toEqual([])
    expect(rows).toMatchObject([{ start: shanghai(9), end: shanghai(10, 30), title: 'Pitch', uid: '1' }])
  })

  it('reads floating times in X-WR-TIMEZONE when the file has one', async () => {
    const text = event('DTSTART:20261124T090000', 'DTEND:20261124T100000').replace(
      'VERSION:2.0',
      'VERSION:2.0\r\nX-WR-TIMEZONE:Europe/Berlin',
    )
    const { rows } = await parseForeign(bytes(text), 'a.ics', options)
    expect(rows[0]?.start).toBe(Date.UTC(2026, 10, 24, 8))
  })

  it('reads whole days from midnight to midnight', async () => {
    const one = await ics('DTSTART;VALUE=DATE:20261124')
    expect(one.rows).toMatchObject([{ start: shanghai(0), end: shanghai(24) }])
    const three = await ics('DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261127')
    expect(three.rows[0]!.end - three.rows[0]!.start).toBe(3 * DAY)
  })

  it('reads days of a duration on the wall: a day is 23 hours when the clocks change', async () => {
    const { rows } = await ics('DTSTART;TZID=Europe/Berlin:20260328T200000', 'DURATION:P1D')
    expect(rows[0]!.end - rows[0]!.start).toBe(23 * HOUR)
  })

  it('keeps escaped text, leaves alarms out, marks what was called off', async () => {
    const { rows } = await ics(
      'DTSTART:20261124T090000',
      'DTEND:20261124T100000',
      'STATUS:CANCELLED',
      'DESCRIPTION:one\\ntwo\\, three',
      'BEGIN:VALARM',
      'TRIGGER:-PT5M',
      'DESCRIPTION:wake',
      'END:VALARM',
    )
    expect(rows).toMatchObject([{ note: 'one\ntwo, three', cancelled: true }])
  })

  it.each([
    [
      'recurrenceUnsupported',
      'RRULE',
      9,
      ['DTSTART:20261124T090000', 'DTEND:20261124T100000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ],
    [
      'recurrenceUnsupported',
      'RDATE',
      9,
      ['DTSTART:20261124T090000', 'DTEND:20261124T100000', 'RDATE:20261125T090000'],
    ],
    ['unknownZone', 'DTSTART', 7, ['DTSTART;TZID=Mars/Olympus:20261124T090000', 'DTEND:20261124T100000']],
    ['endBeforeStart', 'DTEND', 8, ['DTSTART:20261124T090000', 'DTEND:20261124T080000']],
    ['endBeforeStart', 'DTEND', 8, ['DTSTART:20261124T090000', 'DTEND:20261124T090000']],
    ['badTime', 'DTSTART', 7, ['DTSTART:20261324T090000', 'DTEND:20261124T080000']],
    ['badTime', 'DURATION', 8, ['DTSTART:20261124T090000', 'DURATION:soon']],
    ['missingValue', 'DTEND', 4, ['DTSTART:20261124T090000']],
    ['missingValue', 'DTSTART', 4, ['DTEND:20261124T090000']],
    ['notIcs', null, 7, ['no property at all']],
    ['notIcs', null, 7, ['BEGIN:VEVENT']],
  ])('refuses %s in %s, naming line %i', async (why, column, line, lines) => {
    const { faults, rows } = await ics(...lines)
    expect(rows).toEqual([])
    expect(faults[0]).toMatchObject({ why, column, line })
  })

  it('refuses the same UID at the same place twice, and a file cut short', async () => {
    const one = event('DTSTART:20261124T090000', 'DTEND:20261124T100000')
    const twice = one.replace('END:VCALENDAR', one.slice(one.indexOf('BEGIN:VEVENT')))
    const { faults } = await parseForeign(bytes(twice), 'a.ics', options)
    expect(faults).toMatchObject([{ why: 'duplicateUid', value: '1', column: 'UID' }])
    const cut = await parseForeign(bytes(one.slice(0, one.indexOf('END:VEVENT'))), 'a.ics', options)
    expect(cut.faults[0]).toMatchObject({ why: 'notIcs' })
  })
})

describe('tables', () => {
  const expected = [
    { start: shanghai(9), end: shanghai(11, 30), title: '评审会', places: [{ name: '路演厅', quantity: 1 }] },
  ]

  it.each([
    ['commas', '会议室,开始时间,结束时间,主题\n路演厅,2026-11-24 9:00,2026-11-24 11:30,评审会\n'],
    [
      'semicolons and a byte order mark',
      '\uFEFF场地;开始;结束;会议主题\n路演厅;2026/11/24 9:00;2026/11/24 11:30;评审会\n',
    ],
    ['tabs', '场地\t日期\t时间\t事由\n路演厅\t2026.11.24\t9：00-11：30\t评审会\n'],
    ['English headers', 'Room,Start,End,Title\n路演厅,2026-11-24T01:00:00Z,2026-11-24T03:30:00Z,评审会\n'],
    [
      'titles above the header',
      '2026年11月会议室使用登记表,,,\n单位：小时,,,\n会议室,日期,时间,主题\n路演厅,11月24日,9：00～11：30,评审会\n合计,,,\n',
    ],
    ['an end with only its time', '会议室,开始时间,结束时间,主题\n路演厅,2026-11-24 9:00,11:30,评审会\n'],
    ['Excel serials', '会议室,开始时间,结束时间,主题\n路演厅,46350.375,46350.479166666664,评审会\n'],
    ['quotes and CRLF', '会议室,开始时间,结束时间,主题\r\n"路演厅","2026-11-24 9:00","2026-11-24 11:30","评审会"\r\n'],
  ])('reads %s', async (_, text) => {
    const { rows, faults } = await csv(text)
    expect(faults).toEqual([])
    expect(rows).toMatchObject(expected)
  })

  it('reads GB18030 and UTF-16, as Chinese Excel writes them', async () => {
    const utf16 = new Uint8Array(
      Buffer.from('\uFEFF会议室\t日期\t时间\t主题\n路演厅\t2026-11-24\t9:00-11:30\t评审会\n', 'utf16le'),
    )
    expect((await parseForeign(utf16, 'a.txt', options)).rows).toMatchObject(expected)
    // 会议室,日期,时间,主题 / A,2026-11-24,9:00-11:30,x in GB18030
    const gb = Uint8Array.from([
      0xbb,
      0xe1,
      0xd2,
      0xe9,
      0xca,
      0xd2,
      0x2c,
      0xc8,
      0xd5,
      0xc6,
      0xda,
      0x2c,
      0xca,
      0xb1,
      0xbc,
      0xe4,
      0x2c,
      0xd6,
      0xf7,
      0xcc,
      0xe2,
      0x0a,
      ...bytes('A,2026-11-24,9:00-11:30,x\n'),
    ])
    expect((await parseForeign(gb, 'a.csv', options)).rows).toMatchObject([
      { start: shanghai(9), end: shanghai(11, 30) },
    ])
  })

  it('takes a map of column names when the header is not ours to know', async () => {
    const text = 'Wo,Von,Bis,Was\nHall,2026-11-24 9:00,2026-11-24 11:30,Pitch\n'
    expect((await csv(text)).faults).toMatchObject([{ why: 'noHeader', line: 1 }])
    const mapped = await csv(text, { columns: { resource: 'Wo', start: 'Von', end: 'Bis', title: 'Was' } })
    expect(mapped.rows).toMatchObject([{ start: shanghai(9), title: 'Pitch' }])
  })

  it.each([
    ['missingColumn', 'resource', 1, 'Start,End,Title\n2026-11-24 9:00,2026-11-24 10:00,x\n'],
    ['missingValue', '会议室', 2, '会议室,日期,时间,主题\n,2026-11-24,9:00-10:00,x\n'],
    ['missingValue', '主题', 2, '会议室,日期,时间,主题\nA,2026-11-24,9:00-10:00,\n'],
    ['badTime', '日期', 3, '会议室,日期,时间,主题\nA,2026-11-24,9:00-10:00,x\nA,2026-02-30,9:00-10:00,x\n'],
    ['badTime', '时间', 2, '会议室,日期,时间,主题\nA,2026-11-24,9:00-25:00,x\n'],
    ['endBeforeStart', '时间', 2, '会议室,日期,时间,主题\nA,2026-11-24,16:00-14:00,x\n'],
    [
      'duplicateUid',
      'id',
      3,
      'id,room,start,end,title\n7,A,2026-11-24 9:00,2026-11-24 10:00,x\n7,A,2026-11-25 9:00,2026-11-25 10:00,x\n',
    ],
    ['tooLongText', 'title', 2, `room,start,end,title\nA,2026-11-24 9:00,2026-11-24 10:00,${'x'.repeat(2001)}\n`],
    ['notCsv', null, 2, 'room,start\n"A"x,b\n'],
  ])('refuses %s in %s, naming line %i', async (why, column, line, text) => {
    const { faults, rows } = await csv(text)
    expect(faults[0]).toMatchObject({ why, column, line })
    expect(rows.length).toBeLessThanOrEqual(2)
  })

  it('names the line a person sees when a field above spans lines', async () => {
    const text = 'room,start,end,title\nA,2026-11-24 9:00,2026-11-24 10:00,"two\nlines"\nA,never,2026-11-24 12:00,x\n'
    expect((await csv(text)).faults).toMatchObject([{ why: 'badTime', line: 4, column: 'start', value: 'never' }])
  })

  it('keeps a long title whole in the note', async () => {
    const title = '题'.repeat(130)
    const { rows } = await csv(`room,start,end,title\nA,2026-11-24 9:00,2026-11-24 10:00,${title}\n`)
    expect(rows[0]?.title).toHaveLength(120)
    expect(rows[0]?.note).toBe(title)
  })
})

describe('spreadsheets', () => {
  async function sheet(fill: (page: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook()
    fill(book.addWorksheet('登记'))
    return new Uint8Array(await book.xlsx.writeBuffer())
  }

  it('reads merged titles, merged rooms, dates as dates, text and serials', async () => {
    const file = await sheet((page) => {
      page.addRow(['2026年11月会议室使用登记表'])
      page.mergeCells('A1:E1')
      page.addRow(['会议室', '日期', '开始时间', '结束时间', '主题'])
      page.addRow(['路演厅', new Date(Date.UTC(2026, 10, 24)), '9：00', '11：30', '评审会'])
      page.addRow(['', '11月24日', 0.5, 0.5625, '午餐会'])
      page.mergeCells('A3:A4')
      page.getCell('B3').numFmt = 'yyyy-mm-dd'
    })
    const { rows, faults } = await parseForeign(file, '登记.xlsx', options)
    expect(faults).toEqual([])
    expect(rows).toMatchObject([
      { line: 3, start: shanghai(9), end: shanghai(11, 30), places: [{ name: '路演厅', quantity: 1 }] },
      { line: 4, start: shanghai(12), end: shanghai(13, 30), places: [{ name: '路演厅', quantity: 1 }] },
    ])
  })

  it('names row and column of a wrong cell', async () => {
    const file = await sheet((page) => {
      page.addRow(['会议室', '日期', '时间', '主题'])
      page.addRow(['A', 'soon', '9:00-10:00', 'x'])
    })
    const { faults } = await parseForeign(file, 'a.xlsx', options)
    expect(faults).toMatchObject([{ line: 2, column: '日期', why: 'badTime', value: 'soon' }])
  })
})
