import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAxis, xOf } from '../../../renderer/board/geometry/axis.ts'
import { closedBands, rowBands } from '../../../renderer/board/geometry/bands.ts'
import { rowBlocks, type Block } from '../../../renderer/board/geometry/blocks.ts'
import { makeLayout, type PlaceRow } from '../../../renderer/board/geometry/layout.ts'
import { actionsFor } from '../../../renderer/board/model/actions.ts'
import { countersOf } from '../../../renderer/board/model/counters.ts'
import { nextStop, sideways, spotAt } from '../../../renderer/board/model/cursor.ts'
import { filterCount, noFilter, passes } from '../../../renderer/board/model/filter.ts'
import { indexBoard } from '../../../renderer/board/model/index.ts'
import { colourOf, iconsOf, kindColours, lookOf } from '../../../renderer/board/model/look.ts'
import { rowState } from '../../../renderer/board/model/rowState.ts'
import {
  changeOf,
  impossibleTimes,
  newProposal,
  placesAfterMove,
  situationOf,
  verdictOf,
} from '../../../renderer/board/model/verdict.ts'
import { makeGround, makeWorld, mayDrag, type BoardData, type World } from '../../../renderer/board/model/world.ts'
import { resourceKinds } from '../../../shared/operations/fields.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { HOUR, MINUTE } from '../../../shared/scheduling/time.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { at, shanghai } from '../../support/situation.ts'
import { catalogue, frontDesk, now, people, plannedBookings, plannedOutages, settings, teams } from './fakeBoard.ts'

const day = '2026-11-24'
const clock = (time: string) => at(day, time)
const onDay = plannedBookings.filter(({ start, end }) => start < clock('23:59') && end > clock('00:00'))
const data: BoardData = {
  zone: shanghai,
  days: [day],
  catalogue,
  bookings: onDay,
  outages: plannedOutages,
  calendar: stateCouncilCalendar,
  settings,
  teams,
  people,
  person: frontDesk,
}
const ground = makeGround(data)
const worldOf = (change: Partial<BoardData> = {}): World => makeWorld(ground, { ...data, ...change }, null)
const world = worldOf()
const axis = makeAxis({ days: [day], from: 480, until: 1260, zone: shanghai, width: 1300, minHour: 72 })
const layout = makeLayout({ catalogue, folds: new Map(), passes: () => true, filtered: false, row: 34, group: 22 })
const within = { start: axis.start, end: axis.end }
const rowOf = (id: string) => layout.rows.find((row) => row.id === id) as PlaceRow
const blocksOf = (id: string, inWorld = world, inLayout = layout) =>
  rowBlocks({
    row: rowOf(id),
    bookings: inWorld.index.bookings.get(id) ?? [],
    layout: inLayout,
    axis,
    world: inWorld,
    now,
  })
const titled = (title: string) => onDay.find((booking) => booking.title === title)!
const bookingBlock = (id: string, title: string) =>
  blocksOf(id).blocks.find((block) => block.kind === 'booking' && block.booking.title === title) as Block

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
  it('awaits those who may check in already', () => {
    expect(state('A108', clock('13:25'))).toEqual({ word: 'awaited', until: clock('13:30') })
  })
})

describe('what may be dropped where', () => {
  it('is judged as the core would judge it, whatever is moved wherever', () => {
    const movable = onDay.filter((booking) => mayDrag(booking, frontDesk) && booking.status !== 'inUse')
    const rows = layout.rows.filter((row) => row.kind === 'place').map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.constantFrom(...movable),
        fc.constantFrom(...rows),
        fc.integer({ min: -40, max: 40 }),
        (booking, toRow, steps) => {
          const from = ground.places.leavesOf.get(booking.resources[0]!.resourceId)![0]!
          const to = { start: booking.start + steps * 15 * MINUTE, end: booking.end + steps * 15 * MINUTE }
          const proposal = changeOf(booking, placesAfterMove(booking, from, toRow, world), to)
          const { refusals, nearest } = verdictOf(proposal, world, now, within)
          const rules = judge(proposal, situationOf(world, now, booking.id)).refusals
          expect(refusals.filter((refusal) => refusal.code !== 'badInput')).toEqual(rules)
          if (nearest !== null) {
            expect(refusals.length).toBeGreaterThan(0)
            expect(judge({ ...proposal, ...nearest }, situationOf(world, now, booking.id)).refusals).toEqual([])
          }
        },
      ),
      { numRuns: 150 },
    )
  })
  it('a hall keeps its parts while it stays in their rows, and becomes another place elsewhere', () => {
    const hall = titled('硅巷早期项目路演（全厅）')
    expect(placesAfterMove(hall, 'A102', 'A103', world)).toBe(hall.resources)
    expect(placesAfterMove(hall, 'A102', 'A104', world)).toEqual([{ resourceId: 'A104', quantity: 1 }])
    const chamber = titled('72 小时湿热试验')
    expect(placesAfterMove(chamber, 'B104', 'B101', world).map(({ resourceId }) => resourceId)).toEqual([
      'B101',
      'YQ-020',
    ])
  })
  it('all reasons at once, with who is in the way (CF-04, CF-05)', () => {
    const proposal = newProposal({ rowId: 'A104', start: clock('06:00'), end: clock('09:00') })
    const codes = verdictOf(proposal, world, now, within).refusals.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['overlaps', 'outsideHours', 'inPast']))
  })
  it('the times shaded in other rows are those in which it could not lie', () => {
    const booking = titled('EDC 系统视频会')
    const proposal = changeOf(booking, booking.resources, booking)
    const shaded = impossibleTimes(proposal, 'A107', 'A106', world, now, within)
    for (let start = clock('08:00'); start <= clock('19:30'); start += 15 * MINUTE) {
      const end = start + (booking.end - booking.start)
      const there = changeOf(booking, [{ resourceId: 'A107', quantity: 1 }], { start, end })
      const codes = judge(there, situationOf(world, now, booking.id)).refusals.map(({ code }) => code)
      const blocked = codes.some((code) =>
        ['overlaps', 'noUnitsLeft', 'outage', 'outsideHours', 'closedDay'].includes(code),
      )
      const meetsShade = shaded.some((each) => each.start < end && each.end > start)
      expect(meetsShade).toBe(blocked)
    }
    expect(impossibleTimes(proposal, 'A101', 'A106', world, now, within)).toEqual([within])
  })
})

describe('colours and marks', () => {
  it('a team keeps its colour, a hidden booking is grey, every kind has one', () => {
    const given = { colouring: 'team' as const, kind: 'lab' as const, teams: ground.teams, now }
    expect(colourOf(titled('周例会'), given)).toBe('teal')
    expect(colourOf({ ...titled('周例会'), teamId: null }, given)).toBe('slate')
    expect(colourOf(titled('周例会'), { ...given, colouring: 'kind' })).toBe(kindColours.lab)
    for (const kind of resourceKinds) expect(kindColours[kind]).toBeDefined()
  })
  it('a lock wins over the state', () => {
    expect(iconsOf({ confidential: true, hidden: false }, 'inUse', true)).toEqual(['lock', 'check', 'link'])
  })
})

describe('the cursor', () => {
  const stops = [
    { key: 'a', start: clock('09:00'), end: clock('10:00') },
    { key: 'b', start: clock('10:00'), end: clock('10:30') },
    { key: 'c', start: clock('14:00'), end: clock('15:00') },
  ]
  it('walks every block of the row from left to right and back, and ends at the ends', () => {
    let spot = spotAt('r', clock('08:00'), stops, 15, shanghai)
    const met = new Set<string>()
    for (let step = 0; step < 60; step += 1) {
      spot = sideways(spot, 1, stops, 15, axis)
      if (spot.key !== null) met.add(spot.key)
    }
    expect([...met]).toEqual(['a', 'b', 'c'])
    expect(spot.at).toBeLessThan(axis.end)
    for (let step = 0; step < 60; step += 1) spot = sideways(spot, -1, stops, 15, axis)
    expect(spot).toEqual({ rowId: 'r', at: axis.start, key: null })
  })
  it('jumps from block to block', () => {
    const spot = { rowId: 'r', at: clock('10:45'), key: null }
    expect(nextStop(spot, 1, stops)?.key).toBe('c')
    expect(nextStop(spot, -1, stops)?.key).toBe('b')
    expect(nextStop({ ...spot, at: clock('14:00'), key: 'c' }, 1, stops)).toBeNull()
  })
})

describe('what can be done to a booking', () => {
  const names = (booking: Booking, instant = now, inWorld = world) =>
    actionsFor(booking, inWorld, instant).map(({ name }) => name)
  it('follows its status and the hour', () => {
    expect(names(titled('版图评审'))).toEqual(['change', 'extend', 'checkOut'])
    expect(names(titled('EDC 系统视频会'))).toEqual(['change', 'cancel'])
    expect(names(titled('EDC 系统视频会'), clock('13:25'))).toContain('checkIn')
    expect(names(titled('EDC 系统视频会'), clock('13:50'))).toContain('noShow')
    expect(names({ ...titled('EDC 系统视频会'), status: 'pending' })).toEqual(['approve', 'change', 'cancel'])
    expect(names(titled('晨间排程'))).toEqual(['open'])
  })
  it('and the role: a member only their own, nobody what is hidden', () => {
    const member = people.find(({ role }) => role === 'member')!
    const theirs = worldOf({ person: member })
    const foreign = { ...titled('版图评审'), bookerId: 'x', occupantId: 'y', teamId: null }
    expect(names(foreign, now, theirs)).toEqual(['open'])
    expect(names({ ...foreign, hidden: true }, now, theirs)).toEqual([])
    expect(names({ ...foreign, occupantId: member.id }, now, theirs)).toContain('checkOut')
  })
})

describe('filter and figures of the day', () => {
  const show = (change: Partial<typeof noFilter>) =>
    catalogue.resources
      .filter((resource) =>
        passes(
          resource,
          { ...noFilter, ...change },
          {
            finds: (text, typed) => text.includes(typed),
            isFree: (each) => each.id === 'A107',
            bookings: world.index.bookings.get(resource.id) ?? [],
            world,
          },
        ),
      )
      .map(({ id }) => id)
  it('finds by seats, equipment, freedom, name and by what is booked there', () => {
    expect(show({ seats: 40 })).toEqual(['A102', 'A102+A103'])
    expect(show({ features: ['视频会议', '白板'] })).toEqual(['A106'])
    expect(show({ freeNow: true })).toEqual(['A107'])
    expect(show({ text: '研讨室' })).toEqual(['A107'])
    expect(show({ text: '版图评审' })).toContain('A106')
    expect(filterCount({ ...noFilter, seats: 4, text: ' ' })).toBe(1)
  })
  it('counts what stands on the day', () => {
    const counters = countersOf(data, now, day)
    expect(counters.when).toBe('today')
    expect(counters.inUse).toBe(
      onDay.filter(
        ({ status, resources }) =>
          status === 'inUse' && ground.places.resources.get(resources[0]!.resourceId)?.kind !== 'office',
      ).length,
    )
    expect(counters.count).toBeGreaterThan(counters.inUse)
    expect(countersOf({ ...data, bookings: [] }, now, day)).toMatchObject({
      count: 0,
      inUse: 0,
      awaited: 0,
      pending: 0,
    })
  })
})
