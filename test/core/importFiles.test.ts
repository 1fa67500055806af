import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../shared/refusals.ts'
import { everything, importFile } from '../support/jobs.ts'
import { makeTestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

/** A small calendar of events in Shanghai time. */
function calendar(...events: { uid: string; from: string; until: string; place?: string; zone?: string }[]): string {
  const body = events.flatMap(({ uid, from, until, place = 'A106', zone = 'Asia/Shanghai' }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART;TZID=${zone}:20260303T${from}00`,
    `DTEND;TZID=${zone}:20260303T${until}00`,
    `SUMMARY:${uid}`,
    `LOCATION:${place}`,
    'END:VEVENT',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...body, 'END:VCALENDAR', ''].join('\r\n')
}

async function oneRoom() {
  const test = await makeTestCore()
  const zone = await test.admin.done('zones.save', { zone: { code: 'A', name: '公共区' } })
  const resource = { code: 'A106', name: '会议室2', kind: 'meetingRoom', zoneId: zone.id } as const
  const room = await test.admin.done('resources.save', { resource })
  return { test, room, desk: await test.as('frontDesk') }
}

describe('a file that is not right', () => {
  const good = { uid: 'good', from: '0900', until: '1000' }
  const bad: [string, string, string | Buffer, (refusals: Refusal[]) => unknown, unknown][] = [
    ['ICS cut short', 'a.ics', calendar(good).slice(0, 160), whyAndLine, expect.arrayContaining([expect.anything()])],
    ['CSV without the columns', 'a.csv', 'x,y\n1,2\n', whyAndLine, expect.arrayContaining([['noHeader', 1]])],
    ['XLSX that is none', 'a.xlsx', Buffer.from('PK\u0003\u0004 nothing'), whyAndLine, [['notXlsx', null]]],
    [
      'a zone nobody knows',
      'a.ics',
      calendar(good, { ...good, uid: 'b', zone: 'Mars/Olympus' }),
      whyAndLine,
      [['unknownZone', 13]],
    ],
    [
      'an end before the start',
      'a.ics',
      calendar(good, { uid: 'b', from: '1200', until: '1100' }),
      whyAndLine,
      [['endBeforeStart', 14]],
    ],
    [
      'a place nobody knows',
      'a.ics',
      calendar(good, { ...good, uid: 'b', place: 'Z999' }),
      whyAndLine,
      [['unknownResource', 12]],
    ],
    [
      'rows that overlap',
      'a.ics',
      calendar(good, { uid: 'b', from: '0930', until: '1030' }),
      rowAndCode,
      [[12, ['overlaps']]],
    ],
  ]

  it.each(bad)('%s is refused with its line, and nothing is written', async (_what, name, content, look, expected) => {
    const { test, desk } = await oneRoom()
    const before = await everything(test)
    for (const dryRun of [true, false]) {
      // oxlint-disable-next-line no-await-in-loop
      const job = await importFile(desk, name, { dryRun }, content)
      expect(job.status).toBe('failed')
      expect(look(job.refusals as Refusal[])).toEqual(expected)
    }
    expect(await everything(test)).toEqual(before)
  })

  it('that is no file, too large, or in a zone nobody knows is refused before any job is made', async () => {
    const { desk } = await oneRoom()
    const start = (content: string, zone?: string) =>
      desk.refused('imports.start', { fileName: 'a.csv', content, ...(zone === undefined ? {} : { zone }) })
    expect(await start('%%%')).toEqual([{ code: 'badInput', path: 'content', why: 'badFormat' }])
    expect(await start('')).toMatchObject([{ code: 'fileBad', faults: [{ why: 'emptyFile' }] }])
    expect(await start(Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64'))).toMatchObject([
      { code: 'fileBad', faults: [{ why: 'tooLarge' }] },
    ])
    expect(await start('YQ==', 'Mars/Olympus')).toEqual([
      { code: 'badInput', path: 'zone', why: 'unknownZone', given: 'Mars/Olympus' },
    ])
    expect((await desk.done('jobs.list', {})).jobs).toEqual([])
  })
})

describe('what stands already', () => {
  it('is not booked over, nor is an outage or a place that is down', async () => {
    const { test, room, desk } = await oneRoom()
    const time = { start: at('2026-03-03', '09:30'), end: at('2026-03-03', '10:00') }
    const resources = [{ resourceId: room.id }]
    const booking = await desk.done('bookings.create', { ...time, resources, title: '评审' })
    const job = await importFile(desk, 'a.ics', {}, calendar({ uid: 'a', from: '0900', until: '1000' }))
    expect(job.refusals).toMatchObject([
      { code: 'rowRefused', line: 5, uid: 'a', refusals: [{ code: 'overlaps', bookingId: booking.id }] },
    ])
    await desk.done('bookings.cancel', { id: booking.id })
    await desk.done('outages.add', { ...time, resourceId: room.id, kind: 'fault', reason: '漏水' })
    const met = await importFile(desk, 'a.ics', {}, calendar({ uid: 'a', from: '0900', until: '1000' }))
    expect(rowAndCode(met.refusals as Refusal[])).toEqual([[5, ['outage']]])
    await test.admin.done('resources.setState', { id: room.id, state: 'down', reason: '漏水' })
    const down = await importFile(desk, 'a.ics', {}, calendar({ uid: 'a', from: '1100', until: '1200' }))
    expect(rowAndCode(down.refusals as Refusal[])).toEqual([[5, ['notBookable']]])
  })

  it('follows the file: other times move the bookings, even when two change places', async () => {
    const { desk } = await oneRoom()
    const [a, b] = [
      { from: '0900', until: '1000' },
      { from: '1000', until: '1100' },
    ]
    await importFile(desk, 'a.ics', {}, calendar({ uid: 'a', ...a }, { uid: 'b', ...b }))
    const job = await importFile(desk, 'a.ics', {}, calendar({ uid: 'a', ...b }, { uid: 'b', ...a }))
    expect(job).toMatchObject({ status: 'done', result: { created: 0, changed: 2, unchanged: 0 } })
    const { bookings } = await desk.done('bookings.day', { date: '2026-03-03' })
    expect(bookings.map((each) => each.title)).toEqual(['b', 'a'])
  })

  it('is told to every screen at once, in one change that names every booking', async () => {
    const { test, desk } = await oneRoom()
    const heard: string[][] = []
    test.core.changes.subscribe(({ topics }) => heard.push([...topics]))
    await importFile(
      desk,
      'a.ics',
      {},
      calendar({ uid: 'a', from: '0900', until: '1000' }, { uid: 'b', from: '1000', until: '1100' }),
    )
    expect(heard.filter((topics) => topics.includes('bookings'))).toEqual([['bookings']])
    const after = (await test.admin.done('journal.read', { limit: 500 })).entries.filter(
      (each) => each.operation === 'imports.start',
    )
    expect(after.filter((each) => each.byId === desk.id && each.after?.['no'] !== undefined)).toHaveLength(2)
  })
})

function whyAndLine(refusals: Refusal[]): unknown[] {
  return refusals.flatMap((each): unknown[] =>
    each.code === 'fileBad' ? each.faults.map(({ why, line }) => [why, line]) : [each],
  )
}

function rowAndCode(refusals: Refusal[]): unknown[] {
  return refusals.map((each) =>
    each.code === 'rowRefused' ? [each.line, each.refusals.map((reason) => reason.code)] : each,
  )
}
