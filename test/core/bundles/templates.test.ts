import { beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/operations/index.ts'
import { makePlaces, makeTestCore, type Caller, type TestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

let test: TestCore
let desk: Caller
let places: Record<string, string>
const day = '2026-03-03'
type Draft = Input<'bundles.save'>['bundle']

const fixed = (code: string, more: Omit<Partial<Draft['parts'][number]>, 'resourceId'> = {}) => ({
  resourceId: places[code]!,
  ...more,
})
const open = (more: Omit<Partial<Draft['parts'][number]>, 'resourceId'> = {}) => ({ resourceId: null, ...more })
const draft = (parts: Draft['parts'], more: Partial<Draft> = {}): Draft => ({
  name: '路演',
  minutes: 120,
  parts,
  ...more,
})
const refused = (parts: Draft['parts'], more: Partial<Draft> = {}) =>
  test.admin.refused('bundles.save', { bundle: draft(parts, more) })
const taken = (code: string, from: string, until: string) =>
  test.admin.done('bookings.create', {
    resources: [{ resourceId: places[code]! }],
    start: at(day, from),
    end: at(day, until),
    title: '占用',
  })
const fill = (id: string, from = '10:00', until = '12:00') =>
  desk.done('bundles.fill', { id, start: at(day, from), end: at(day, until) })

beforeEach(async () => {
  test = await makeTestCore({ now: at(day, '07:00') })
  places = await makePlaces(test)
  desk = await test.as('frontDesk')
})

describe('a bundle template (BK-04)', () => {
  it('is kept as given, changed with a guard, retired and restored, and stands in the journal', async () => {
    const parts = [fixed('HALL'), fixed('YQ-003', { offset: { start: -30, end: 0 }, optional: true })]
    const made = await test.admin.done('bundles.save', { bundle: draft(parts, { nameEn: 'Roadshow', title: '路演' }) })
    expect(made).toMatchObject({ name: '路演', nameEn: 'Roadshow', title: '路演', minutes: 120, version: 1 })
    expect(made.parts[1]).toMatchObject({ offset: { start: -30, end: 0 }, optional: true, quantity: 1, kinds: [] })
    const changed = await test.admin.done('bundles.save', {
      bundle: draft(parts, { id: made.id, name: '成果路演' }),
      expectedVersion: 1,
    })
    expect(changed).toMatchObject({ id: made.id, name: '成果路演', version: 2 })
    const stale = { bundle: draft(parts, { id: made.id }), expectedVersion: 1 }
    expect(await test.admin.refused('bundles.save', stale)).toEqual([
      { code: 'changedMeanwhile', what: 'bundle', id: made.id, version: 2 },
    ])
    await test.admin.done('bundles.retire', { id: made.id })
    expect((await desk.done('bundles.list', {})).bundles).toEqual([])
    expect((await desk.done('bundles.list', { withRetired: true })).bundles).toHaveLength(1)
    await test.admin.done('bundles.retire', { id: made.id, retired: false })
    expect((await desk.done('bundles.list', {})).bundles).toEqual([{ ...changed, version: 4 }])
    const { entries } = await test.admin.done('journal.read', { after: 0, limit: 500, key: made.id })
    expect(entries.map(({ operation }) => operation)).toEqual([
      'bundles.save',
      'bundles.save',
      'bundles.retire',
      'bundles.retire',
    ])
  })

  it('is refused with every part named that cannot be', async () => {
    await test.admin.done('resources.save', {
      resource: { ...(await aRoom()), bookable: false },
    })
    expect(
      await refused([
        fixed('A106', { offset: { start: 60, end: -60 } }),
        { resourceId: 'nowhere' },
        fixed('YQ-016', { quantity: 3 }),
        fixed('A107'),
      ]),
    ).toEqual([
      { code: 'badInput', path: 'bundle.parts.0.offset', why: 'endBeforeStart' },
      { code: 'notFound', what: 'resource', id: 'nowhere' },
      { code: 'badInput', path: 'bundle.parts.2.quantity', why: 'tooLarge', limit: 2 },
      { code: 'badInput', path: 'bundle.parts.3.resourceId', why: 'notAllowedValue', given: '研讨室' },
    ])
    await test.admin.done('bundles.save', { bundle: draft([fixed('A106')]) })
    expect(await refused([fixed('YQ-003')])).toEqual([
      { code: 'badInput', path: 'bundle.name', why: 'taken', given: '路演' },
    ])
    expect(await desk.refused('bundles.save', { bundle: draft([fixed('A106')], { name: '另一个' }) })).toMatchObject([
      { code: 'notAllowed' },
    ])
    expect(await desk.refused('bundles.fill', { id: 'none', start: 1, end: 2 })).toEqual([
      { code: 'notFound', what: 'bundle', id: 'none' },
    ])
  })

  it('cannot hold a whole and its part, the same place twice, nor places that exclude each other (RS-03)', async () => {
    const first = (await test.admin.done('resources.list', {})).resources.find(({ code }) => code === 'HALL')!
    const { id: wing } = await test.admin.done('resources.save', {
      resource: {
        code: 'WING',
        name: '东翼',
        kind: 'roadshowHall',
        zoneId: first.zoneId,
        partIds: [places['HALL']!, places['A106']!],
      },
    })
    await test.admin.done('exclusions.save', {
      exclusion: { name: '振动', resourceIds: [places['YQ-003']!, places['A107']!] },
    })
    const clash = (given: string) => ({ code: 'badInput', path: 'bundle.parts.1.resourceId', why: 'twice', given })
    expect(await refused([fixed('HALL'), fixed('A102')])).toEqual([clash('路演厅A')])
    expect(await refused([fixed('A103'), { resourceId: wing }])).toEqual([clash('东翼')])
    expect(await refused([{ resourceId: wing }, fixed('HALL', { offset: { start: 180, end: 180 } })])).toEqual([
      clash('路演厅(全厅)'),
    ])
    expect(await refused([fixed('A107'), fixed('A107')])).toEqual([clash('研讨室')])
    expect(await refused([fixed('YQ-003'), fixed('A107')])).toEqual([clash('研讨室')])
    await test.admin.done('bundles.save', { bundle: draft([fixed('A102'), fixed('A103')]) })
  })
})

describe('the places of a bundle at a time', () => {
  it('names the fixed parts with their offsets, and for an open one the first that fits and is free at its own time', async () => {
    const { id } = await test.admin.done('bundles.save', {
      bundle: draft([
        fixed('HALL'),
        open({ kinds: ['seminarRoom', 'meetingRoom'], seats: 5, offset: { start: -60, end: -60 } }),
      ]),
    })
    const hall = { resourceId: places['HALL'], quantity: 1 }
    const offset = { start: -60, end: -60 }
    expect(await fill(id)).toEqual({
      places: [hall, { resourceId: places['A107'], quantity: 1, offset }],
      missing: [],
    })
    await taken('A107', '11:30', '12:00')
    expect((await fill(id)).places[1]!.resourceId).toBe(places['A107'])
    await taken('A107', '09:00', '09:30')
    expect((await fill(id)).places[1]!.resourceId).toBe(places['A106'])
    await taken('A106', '09:00', '11:00')
    // Nothing is free: the first that fits stands there, and judging it tells why not.
    const places2 = (await fill(id)).places
    expect(places2[1]!.resourceId).toBe(places['A107'])
    const request = { resources: places2, start: at(day, '10:00'), end: at(day, '12:00') }
    const { refusals } = await desk.done('bookings.check', { request })
    expect(refusals).toMatchObject([{ code: 'overlaps', resourceId: places['A107'] }])
  })

  it('leaves out what may be left out and what nothing fits, and says which', async () => {
    const { id } = await test.admin.done('bundles.save', {
      bundle: draft([
        fixed('HALL'),
        fixed('YQ-003', { optional: true }),
        open({ kinds: ['phoneBooth'] }),
        open({ features: ['投影'], optional: true }),
      ]),
    })
    expect((await fill(id)).missing).toEqual([2, 3])
    await taken('YQ-003', '10:00', '11:00')
    const filled = await fill(id)
    expect(filled.missing).toEqual([1, 2, 3])
    expect(filled.places).toEqual([{ resourceId: places['HALL'], quantity: 1 }])
  })

  it('gives every open part a place where that is possible, whichever comes first', async () => {
    const either = open({ kinds: ['seminarRoom', 'meetingRoom'] })
    const { id } = await test.admin.done('bundles.save', { bundle: draft([either, open({ kinds: ['meetingRoom'] })]) })
    expect((await fill(id)).places.map(({ resourceId }) => resourceId)).toEqual([places['A107'], places['A106']])
  })

  it('never chooses a place that another part of the bundle already takes', async () => {
    const hall = open({ kinds: ['roadshowHall'] })
    const { id } = await test.admin.done('bundles.save', { bundle: draft([fixed('A103'), hall, hall]) })
    const filled = await fill(id)
    expect(filled.places.map(({ resourceId }) => resourceId)).toEqual([places['A103'], places['A102']])
    expect(filled.missing).toEqual([2])
  })
})

async function aRoom() {
  const room = (await test.admin.done('resources.list', {})).resources.find(({ code }) => code === 'A107')!
  return { id: room.id, code: room.code, name: room.name, kind: room.kind, zoneId: room.zoneId }
}
