import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { everything, importFile } from '../support/jobs.ts'
import { makeTestCore, type TestCore } from '../support/makeTestCore.ts'

const ics = '31c3-rooms.ics'
const csv = '31c3-rooms.csv'
const berlin = 'Europe/Berlin'
const raw = readFileSync(new URL(`../fixtures/${ics}`, import.meta.url), 'utf8')

/** Hall, start and end of each event, by nothing but the text of the file: in those days Berlin is one hour before UTC. */
const facts = raw
  .split('BEGIN:VEVENT')
  .slice(1)
  .map((event) => {
    const time = (name: string) => {
      const [, y, mo, d, h, mi] = new RegExp(
        `${name};TZID=Europe/Berlin:(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)00`,
      ).exec(event)!
      return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h) - 1, Number(mi))
    }
    return { hall: /LOCATION:(.*)/.exec(event)![1]!.trim(), start: time('DTSTART'), end: time('DTEND') }
  })

/** Hours of a hall from Berlin midnight to midnight. */
function hoursOf(hall: string, from: string, to: string): number {
  const [first, last] = [from, to].map((date) => Date.parse(`${date}T00:00:00+01:00`)) as [number, number]
  const inside = facts
    .filter((each) => each.hall === hall)
    .map((each) => Math.min(each.end, last) - Math.max(each.start, first))
  return inside.filter((ms) => ms > 0).reduce((sum, ms) => sum + ms, 0) / 3_600_000
}

async function congress(): Promise<TestCore> {
  const made = await makeTestCore()
  await made.admin.done('settings.set', { change: { zone: berlin } })
  return made
}

describe('the schedule of 31C3', () => {
  it('is booked whole: 138 events in four halls that it makes, nothing refused', async () => {
    const test = await congress()
    const job = await importFile(test.admin, ics, { createResources: true })
    expect(job.refusals).toEqual([])
    expect(job.status).toBe('done')
    expect(job.result).toMatchObject({ found: 138, created: 138, changed: 0, unchanged: 0, refused: 0, dryRun: false })
    expect(job.result!.resourcesCreated.toSorted()).toEqual(['Saal 1', 'Saal 2', 'Saal 6', 'Saal G'])
    const { bookings } = await test.admin.done('bookings.search', { limit: 500 })
    expect(bookings).toHaveLength(138)
    // What is long past was held as the file says; nobody makes up who came.
    expect(new Set(bookings.map((each) => each.status))).toEqual(new Set(['confirmed']))
    expect(bookings.every((each) => each.checkedInAt === null && each.bookerId === 'local')).toBe(true)
    expect((await test.admin.done('journal.verify', {})).sound).toBe(true)
  })

  it('changes nothing when it comes again, as ICS or as CSV with other uids', async () => {
    const test = await congress()
    await importFile(test.admin, ics, { createResources: true })
    const before = await everything(test)
    for (const file of [ics, csv]) {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      const again = await importFile(test.admin, file, { createResources: true })
      expect(again.refusals).toEqual([])
      expect(again.result).toMatchObject({ found: 138, created: 0, changed: 0, unchanged: 138, refused: 0 })
      expect(again.result!.resourcesCreated).toEqual([])
    }
    expect(await everything(test)).toEqual(before)
  })

  it('says the same when it is only tried, and keeps nothing', async () => {
    const test = await congress()
    const before = await everything(test)
    const tried = await importFile(test.admin, csv, { createResources: true, dryRun: true })
    expect(tried).toMatchObject({ status: 'done', refusals: [] })
    expect(tried.result).toMatchObject({ dryRun: true, found: 138, created: 138, refused: 0 })
    expect(tried.result!.preview).toHaveLength(138)
    expect(await everything(test)).toEqual(before)
    const done = await importFile(test.admin, csv, { createResources: true })
    expect({ ...done.result!, dryRun: true }).toEqual(tried.result)
  })

  it('gives a report whose hours are those of the file, by hall and by day, past midnight too', async () => {
    const test = await congress()
    await importFile(test.admin, ics, { createResources: true })
    const days = ['2014-12-27', '2014-12-28', '2014-12-29', '2014-12-30', '2014-12-31']
    const periods = [[days[0]!, days[4]!], ...days.slice(1).map((day, index) => [days[index]!, day])]
    for (const [from, to] of periods as [string, string][]) {
      // oxlint-disable-next-line no-await-in-loop
      const report = await test.admin.done('reports.occupancy', { from, to })
      expect(report.zone).toBe(berlin)
      expect(report.unknownYears).toEqual([2014])
      const hours = report.rows.map((row) => [row.name, (row.bookedMinutes + row.offHoursBookedMinutes) / 60])
      expect(hours).toEqual(report.rows.map((row) => [row.name, hoursOf(row.name, from, to)]))
      expect(report.rows).toHaveLength(4)
    }
    expect(hoursOf('Saal 1', '2014-12-29', '2014-12-30')).toBeGreaterThan(10)
    const whole = await test.admin.done('reports.occupancy', { from: days[0]!, to: days[4]! })
    expect(whole.total.bookings).toBe(138)
  })

  it('is taken back whole by one undo', async () => {
    const test = await congress()
    const desk = await test.as('manager')
    await desk.done('zones.save', { zone: { code: 'A', name: '公共区' } })
    const zoneId = (await desk.done('resources.list', {})).zones[0]!.id
    for (const name of ['Saal 1', 'Saal 2', 'Saal 6', 'Saal G'])
      // oxlint-disable-next-line no-await-in-loop
      await desk.done('resources.save', { resource: { code: name, name, kind: 'roadshowHall', zoneId } })
    await importFile(desk, ics)
    const taken = await desk.done('undo.apply', {})
    expect(taken.bookingIds).toHaveLength(138)
    const { bookings } = await desk.done('bookings.search', { limit: 500 })
    expect(new Set(bookings.map((each) => each.status))).toEqual(new Set(['cancelled']))
  })
})
