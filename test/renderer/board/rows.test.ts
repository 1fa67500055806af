import { describe, expect, it } from 'vitest'
import { makeAxis, xOf } from '../../../renderer/board/geometry/axis.ts'
import { closedBands, rowBands } from '../../../renderer/board/geometry/bands.ts'
import { type Block } from '../../../renderer/board/geometry/blocks.ts'
import { makeLayout } from '../../../renderer/board/geometry/layout.ts'
import { indexBoard } from '../../../renderer/board/model/index.ts'
import { lookOf } from '../../../renderer/board/model/look.ts'
import { rowState } from '../../../renderer/board/model/rowState.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { HOUR, MINUTE } from '../../../shared/scheduling/time.ts'
import { shanghai } from '../../support/situation.ts'
import { catalogue, now, plannedOutages, settings } from './fakeBoard.ts'
import { clock, onDay, ground, worldOf, world, axis, rowOf, blocksOf, titled, bookingBlock } from './scene.ts'

describe('what stands in the rows', () => {
  it('a hall booked as a whole is one block over the rows of its parts, with its set-up and strike (RS-03)', () => {
    const inA = bookingBlock('A102', '硅巷早期项目路演（全厅）')
    const inB = bookingBlock('A103', '硅巷早期项目路演（全厅）')
    expect(inA).toMatchObject({ head: true, spans: 2, linked: true, height: 34 * 2 - 4 })
    expect(inB).toMatchObject({ head: false, spans: 2, x: inA.x })
    expect(blocksOf('A102').buffers.map(({ side }) => side)).toEqual(['before', 'after'])
    expect(blocksOf('A103').buffers).toEqual([])
  })
  it('a whole whose parts are not under each other is a linked block in each row', () => {
    const apart = makeLayout({
      catalogue: {
        ...catalogue,
        resources: catalogue.resources.map((each) => (each.id === 'A103' ? { ...each, sort: 900 } : each)),
      },
      folds: new Map(),
      passes: () => true,
      filtered: false,
      row: 34,
      group: 22,
    })
    for (const id of ['A102', 'A103']) {
      const block = blocksOf(id, world, apart).blocks.find(
        (each) => each.kind === 'booking' && each.booking.title.includes('全厅'),
      )
      expect(block).toMatchObject({ head: true, spans: 1, linked: true })
    }
  })
  it('a booking over days runs to both edges and says that it goes on', () => {
    expect(bookingBlock('B104', '72 小时湿热试验')).toMatchObject({
      cutLeft: true,
      cutRight: true,
      x: 0,
      width: axis.width,
    })
  })
  it('four benches are lanes in which nobody covers anybody; twelve desks are counted (RS-05)', () => {
    const benches = blocksOf('B105').blocks as Block[]
    expect(benches).toHaveLength(7)
    for (const one of benches)
      for (const other of benches)
        if (one !== other && one.x < other.x + other.width && other.x < one.x + one.width)
          expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true)
    expect(blocksOf('C101').blocks).toMatchObject([
      { kind: 'count', taken: 7, running: true },
      { kind: 'count', taken: 9, running: false },
    ])
  })
  it('a no-show gives way to whoever got its place, and has no buffers', () => {
    const gone = titled('光源选型讨论')
    const after: Booking = {
      ...titled('纱线打样会'),
      id: 'next',
      start: gone.start + 30 * MINUTE,
      end: gone.end + 30 * MINUTE,
    }
    const inWorld = worldOf({ bookings: [gone, after] })
    const [first, second] = blocksOf('A105', inWorld).blocks as Block[]
    expect(first).toMatchObject({ booking: { status: 'noShow' }, end: after.start })
    expect(first!.x + first!.width).toBeLessThanOrEqual(second!.x)
  })
  it('a booking in use runs on past its end until somebody ends it', () => {
    const late: Booking = { ...titled('版图评审'), end: now - 20 * MINUTE }
    const [block] = blocksOf('A106', worldOf({ bookings: [late] })).blocks as Block[]
    expect(block).toMatchObject({ overrun: true, end: now })
    expect(block!.x + block!.width).toBeCloseTo(xOf(axis, now) - 3, 5)
    expect(lookOf(late, now)).toBe('overrun')
  })
  it('keep their lists when another booking changes, so that their rows need not be drawn again', () => {
    const before = world.index
    const moved = onDay.map((booking) =>
      booking.title === '周例会' ? { ...booking, start: booking.start + HOUR } : { ...booking },
    )
    const after = indexBoard({ bookings: moved, outages: plannedOutages, places: ground.places }, before)
    for (const [id, list] of after.bookings) expect(list === before.bookings.get(id)).toBe(id !== 'A104')
    expect(after.outages.get('YQ-014')).toBe(before.outages.get('YQ-014'))
  })
  it('cancelled and rejected bookings stand nowhere', () => {
    const inWorld = worldOf({ bookings: onDay.map((booking) => ({ ...booking, status: 'cancelled' as const })) })
    expect(inWorld.index.byId.size).toBe(0)
  })
  it('a partner of an exclusion is shut while the other is in use, half a hall is not', () => {
    expect(world.index.shuts.get('A111')).toMatchObject([
      { partnerId: 'A102+A103', start: clock('13:00'), end: clock('17:00') },
    ])
    expect(world.index.shuts.has('A102')).toBe(false)
  })
})

describe('closed time', () => {
  const hours = settings.policy.openHours!
  it('is told by its reason: before, after, between, a rest day, a named holiday', () => {
    const reasons = (id: string) =>
      rowBands(rowOf(id), axis, world).flatMap((band) => (band.kind === 'closed' ? [band.reason] : []))
    expect(reasons('A104')).toEqual([{ why: 'before', minute: 510 }])
    expect(reasons('B103')).toContainEqual({ why: 'between', from: 720, until: 780 })
    expect(reasons('C104')).toContainEqual({ why: 'after', minute: 1080 })
    const dayOf = (date: string) =>
      closedBands(
        hours,
        makeAxis({ days: [date], from: 480, until: 1260, zone: shanghai, width: 1300, minHour: 72 }),
        ground,
      )
    expect(dayOf('2026-11-29')[0]!.reason).toMatchObject({ why: 'day', name: null, known: true })
    expect(dayOf('2026-10-01')[0]!.reason).toMatchObject({ why: 'day', name: '国庆节' })
  })
  it('says that a year is not announced yet', () => {
    const far = makeAxis({ days: ['2031-05-03'], from: 480, until: 1260, zone: shanghai, width: 1300, minHour: 72 })
    expect(closedBands(hours, far, ground)[0]!.reason).toMatchObject({ why: 'day', known: false })
  })
  it('an outage names its kind, its end and how many bookings it meets', () => {
    const band = rowBands(rowOf('YQ-014'), axis, world).find(({ kind }) => kind === 'outage')
    expect(band).toMatchObject({ outage: { kind: 'fault' }, affected: 2 })
  })
})

describe('the state in the head of a row', () => {
  const state = (id: string, instant = now) =>
    rowState(ground.places.resources.get(id)!, instant, { start: instant, end: axis.end }, world)
  it('says in use until its end, free until the next set-up, how many of a pool', () => {
    expect(state('A106')).toEqual({ word: 'inUse', until: clock('11:30') })
    expect(state('A102')).toEqual({ word: 'free', until: clock('13:00') })
    expect(state('C101')).toMatchObject({ word: 'pool', taken: 7, units: 12 })
    expect(state('YQ-014')).toMatchObject({ word: 'fault' })
    expect(state('A106', clock('08:00'))).toEqual({ word: 'closed', until: clock('08:30') })
    expect(state('A111', clock('14:00'))).toEqual({ word: 'shut', until: clock('17:00') })
  })
  it('on another day a booking is just a booking: nobody is awaited yet', () => {
    const resource = ground.places.resources.get('A106')!
    const at = clock('13:35')
    const tomorrow = worldOf({ bookings: onDay.filter(({ status }) => status === 'confirmed') })
    expect(rowState(resource, at, { start: at, end: axis.end }, tomorrow, false)).toEqual({
      word: 'booked',
      until: clock('15:00'),
    })
    expect(rowState(resource, at, { start: at, end: axis.end }, tomorrow)).toMatchObject({ word: 'awaited' })
  })
  it('says that a booking runs over, and since when', () => {
    expect(state('A106', clock('13:25'))).toEqual({ word: 'overrun', until: clock('11:30') })
  })
  it('awaits those who may check in already', () => {
    expect(state('A108', clock('13:25'))).toEqual({ word: 'awaited', until: clock('13:30') })
  })
})
