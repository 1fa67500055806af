import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionsFor } from '../../../renderer/board/model/actions.ts'
import { countersOf } from '../../../renderer/board/model/counters.ts'
import { nextStop, sideways, spotAt } from '../../../renderer/board/model/cursor.ts'
import { filterCount, noFilter, passes } from '../../../renderer/board/model/filter.ts'
import { colourOf, iconsOf, kindColours } from '../../../renderer/board/model/look.ts'
import {
  changeOf,
  impossibleTimes,
  newProposal,
  placesAfterMove,
  situationOf,
  verdictOf,
} from '../../../renderer/board/model/verdict.ts'
import { mayDrag } from '../../../renderer/board/model/world.ts'
import { resourceKinds } from '../../../shared/operations/fields.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { shanghai } from '../../support/situation.ts'
import { catalogue, frontDesk, now, people } from './fakeBoard.ts'
import { day, clock, onDay, data, ground, worldOf, world, axis, layout, within, titled } from './scene.ts'

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
