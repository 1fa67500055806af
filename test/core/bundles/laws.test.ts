/* oxlint-disable no-await-in-loop -- one case after the other, so that a failure names it */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { HOUR, MINUTE } from '../../../shared/scheduling/time.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

let test: TestCore
let desk: Caller
let places: Record<string, string>
const day = '2026-03-03'
const start = at(day, '10:00')
const end = at(day, '12:00')

/** Every row that holds a place, as the board of that day sees them: which leaf from when to when. */
type Row = { place: string; start: number; end: number }

beforeEach(async () => {
  test = await makeTestCore({ now: at(day, '07:00') })
  places = await makePlaces(test)
  // Buffers, steps and approval have laws of their own: here places and times alone decide.
  const { resources } = await test.admin.done('resources.list', {})
  for (const { id, code, name, kind, zoneId } of resources)
    await test.admin.done('resources.save', {
      resource: {
        id,
        code,
        name,
        kind,
        zoneId,
        policy: { bufferBefore: 0, bufferAfter: 0, approval: false, stepMinutes: 15, minMinutes: 15, maxMinutes: 600 },
      },
    })
  desk = await test.as('frontDesk')
})

/** Leaves that a place takes, written down by hand. */
const leaves: Record<string, string[]> = {
  A106: ['A106'],
  A107: ['A107'],
  A102: ['A102'],
  A103: ['A103'],
  HALL: ['A102', 'A103'],
  'YQ-003': ['YQ-003'],
}
const codes = Object.keys(leaves)
type Part = { code: string; offset: { start: number; end: number } }
const expected = (parts: readonly Part[], from: number, until: number): Row[] =>
  parts
    .flatMap(({ code, offset }) =>
      leaves[code]!.map((place) => ({ place, start: from + offset.start * MINUTE, end: until + offset.end * MINUTE })),
    )
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.start - b.start))

/** What is really taken: a quarter of an hour of a leaf is taken when booking it is refused as taken. Asks the rules, not the rows. */
async function isTaken(place: string, from: number): Promise<boolean> {
  const request = { resources: [{ resourceId: places[place]! }], start: from, end: from + 15 * MINUTE }
  const { refusals } = await desk.done('bookings.check', { request, withAlternatives: false })
  return (refusals as { code: string }[]).some(({ code }) => code === 'overlaps')
}

async function expectTaken(rows: readonly Row[]): Promise<void> {
  for (const place of ['A102', 'A103', 'A106', 'A107', 'YQ-003'])
    for (let from = at(day, '08:00'); from < at(day, '20:00'); from += 30 * MINUTE) {
      const due = rows.some((row) => row.place === place && row.start < from + 15 * MINUTE && row.end > from)
      if ((await isTaken(place, from)) !== due) throw new Error(`${place} at ${new Date(from).toISOString()}: ${!due}`)
    }
}

const quarter = (from: number, to: number) => fc.integer({ min: from, max: to }).map((each) => each * 15)
const bundle = fc
  .uniqueArray(
    fc.record({ code: fc.constantFrom(...codes), offset: fc.record({ start: quarter(-3, 3), end: quarter(-3, 3) }) }),
    { selector: ({ code }) => code, minLength: 2, maxLength: 4 },
  )
  .filter((parts) => {
    const all = parts.flatMap(({ code }) => leaves[code]!)
    return new Set(all).size === all.length
  })
const asked = (parts: readonly Part[]) =>
  parts.map(({ code, offset }) => ({
    resourceId: places[code]!,
    ...(offset.start === 0 && offset.end === 0 ? {} : { offset }),
  }))
const make = (parts: readonly Part[], title = '路演') =>
  desk.done('bookings.create', { resources: asked(parts), start, end, title })
const offsets = ({ resources }: Booking) => resources.map(({ resourceId, offset }) => ({ resourceId, offset }))

describe('one booking over several places (BK-04, D 10)', () => {
  it('takes exactly the time of each part; moving and resizing move every part alike; undo puts all back', async () => {
    await fc.assert(
      fc.asyncProperty(bundle, quarter(-2, 12), quarter(-1, 6), async (parts, by, longer) => {
        // A run that failed must not stand in the way of the next.
        for (const each of (await desk.done('bookings.day', { date: day })).bookings)
          if (each.status === 'confirmed') await desk.done('bookings.cancel', { id: each.id })
        const made = await make(parts)
        await expectTaken(expected(parts, start, end))
        const to = { start: start + by * MINUTE, end: end + by * MINUTE }
        const moved = await desk.send('bookings.move', { id: made.id, start: to.start })
        if (!moved.ok) throw new Error(JSON.stringify(moved))
        expect(moved.value).toMatchObject(to)
        expect(offsets(moved.value)).toEqual(offsets(made))
        await expectTaken(expected(parts, to.start, to.end))
        const sized = await desk.send('bookings.resize', { id: made.id, ...to, end: to.end + longer * MINUTE })
        if (!sized.ok) throw new Error(JSON.stringify(sized))
        expect(offsets(sized.value)).toEqual(offsets(made))
        await expectTaken(expected(parts, to.start, to.end + longer * MINUTE))
        await desk.done('undo.apply', { seq: sized.seq! })
        await desk.done('undo.apply', { seq: moved.seq! })
        await expectTaken(expected(parts, start, end))
        await desk.done('bookings.cancel', { id: made.id })
        await expectTaken([])
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('is made whole or not at all, and every part that fails says why', async () => {
    await fc.assert(
      fc.asyncProperty(bundle, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), async (parts, inTheWay) => {
        const blockers: string[] = []
        const hit = parts.filter((_, index) => inTheWay[index])
        for (const { code, offset } of hit) {
          const from = start + offset.start * MINUTE
          const [leaf] = leaves[code]!
          const request = { resources: [{ resourceId: places[leaf!]! }], start: from, end: from + 15 * MINUTE }
          blockers.push((await desk.done('bookings.create', { ...request, title: '占用' })).id)
        }
        const before = await test.admin.done('journal.read', { after: 0, limit: 1 })
        const reply = await desk.send('bookings.create', { resources: asked(parts), start, end, title: '路演' })
        if (hit.length === 0) {
          if (!reply.ok) throw new Error(JSON.stringify(reply))
          await desk.done('bookings.cancel', { id: reply.value.id })
          return
        }
        if (reply.ok || !('refusals' in reply)) throw new Error('it was accepted')
        const taken = reply.refusals.filter(({ code }) => code === 'overlaps') as { resourceId: string }[]
        expect(new Set(taken.map(({ resourceId }) => resourceId))).toEqual(new Set(hit.map(({ code }) => places[code])))
        expect(await test.admin.done('journal.read', { after: 0, limit: 1 })).toEqual(before)
        const { bookings } = await desk.done('bookings.day', { date: day })
        expect(bookings.filter(({ title, status }) => title === '路演' && status !== 'cancelled')).toEqual([])
        for (const id of blockers) await desk.done('bookings.cancel', { id })
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('is not moved when one part finds no room there, and stays as it was', async () => {
    const parts = [
      { code: 'HALL', offset: { start: 0, end: 0 } },
      { code: 'A107', offset: { start: -30, end: 0 } },
    ]
    const made = await make(parts)
    await desk.done('bookings.create', {
      resources: [{ resourceId: places['A107']! }],
      start: at(day, '13:30'),
      end: at(day, '13:45'),
      title: '占用',
    })
    const refusals = await desk.refused('bookings.move', { id: made.id, start: at(day, '14:00') })
    expect(refusals).toMatchObject([{ code: 'overlaps', resourceId: places['A107'] }])
    expect(await desk.done('bookings.one', { id: made.id })).toEqual(made)
    expect(await desk.done('bookings.move', { id: made.id, start: at(day, '14:15') })).toMatchObject({
      start: at(day, '14:15'),
    })
  })

  it('may change one place for another; the rest keeps its time, and undo brings the old place back', async () => {
    const parts = [
      { code: 'A102', offset: { start: 0, end: 0 } },
      { code: 'A107', offset: { start: -30, end: 15 } },
    ]
    const made = await make(parts)
    const change = { resources: [asked(parts)[0]!, { resourceId: places['A106']!, offset: { start: -30, end: 15 } }] }
    const swapped = await desk.send('bookings.change', { id: made.id, change })
    if (!swapped.ok) throw new Error(JSON.stringify(swapped))
    await expectTaken(expected([parts[0]!, { ...parts[1]!, code: 'A106' }], start, end))
    await desk.done('undo.apply', { seq: swapped.seq! })
    await expectTaken(expected(parts, start, end))
  })

  it('never names a whole and its part together, however their times lie (RS-03)', async () => {
    for (const [whole, part] of [
      ['HALL', 'A102'],
      ['HALL', 'A103'],
    ] as const)
      for (const resources of [
        asked([
          { code: whole, offset: { start: 0, end: -60 } },
          { code: part, offset: { start: 60, end: 0 } },
        ]),
        asked([
          { code: part, offset: { start: 0, end: 0 } },
          { code: whole, offset: { start: 0, end: 0 } },
        ]),
      ])
        expect(await desk.refused('bookings.create', { resources, start, end, title: '路演' })).toMatchObject([
          { code: 'badInput', path: 'resources.1', why: 'twice' },
        ])
    const backwards = asked([{ code: 'A106', offset: { start: 60, end: -60 } }])
    expect(await desk.refused('bookings.create', { resources: backwards, start, end, title: '路演' })).toMatchObject([
      { code: 'badInput', path: 'resources.0.offset', why: 'endBeforeStart' },
    ])
  })

  it('gives the whole of a chain with its reasons: what takes a half stands in the way of the wing that holds the hall', async () => {
    const hall = (await test.admin.done('resources.list', {})).resources.find(({ code }) => code === 'HALL')!
    const { id: wing } = await test.admin.done('resources.save', {
      resource: {
        code: 'WING',
        name: '东翼',
        kind: 'roadshowHall',
        zoneId: hall.zoneId,
        partIds: [hall.id, places['A106']!],
      },
    })
    await make([
      { code: 'A103', offset: { start: 60, end: 0 } },
      { code: 'A107', offset: { start: 0, end: 0 } },
    ])
    const withWing = (offset: { start: number; end: number }) =>
      desk.send('bookings.create', {
        resources: [{ resourceId: wing, offset }, { resourceId: places['YQ-003']! }],
        start: start,
        end: start + 2 * HOUR,
        title: '开放日',
      })
    const refusedNow = await withWing({ start: 0, end: 0 })
    expect(refusedNow).toMatchObject({ ok: false, refusals: [{ code: 'overlaps', resourceId: wing }] })
    expect(await withWing({ start: -60, end: -60 })).toMatchObject({ ok: true })
    for (const code of ['HALL', 'A102', 'A106'])
      expect(
        await desk.refused('bookings.create', {
          resources: [{ resourceId: places[code]! }],
          start: at(day, '09:00'),
          end: at(day, '09:30'),
          title: '占用',
        }),
      ).toMatchObject([{ code: 'overlaps' }])
  })
})
