import { describe, expect, it } from 'vitest'
import { blockKey, type Block } from '../../../renderer/board/geometry/blocks.ts'
import { xOf } from '../../../renderer/board/geometry/axis.ts'
import { gesture, idle } from '../../../renderer/board/model/gesture.ts'
import { rowState } from '../../../renderer/board/model/rowState.ts'
import { changeOf, impossibleTimes, placesAfterMove, verdictOf } from '../../../renderer/board/model/verdict.ts'
import { blockLabel, speechFor } from '../../../renderer/board/model/words.ts'
import { blocksOfBooking, partBoxes } from '../../../renderer/board/view/dragBoxes.ts'
import { makeScene } from '../../../renderer/board/view/scene.ts'
import i18next from 'i18next'
import { startText } from '../../../renderer/ui/text.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { HOUR, MINUTE } from '../../../shared/scheduling/time.ts'
import { shanghai } from '../../support/situation.ts'
import { now } from './fakeBoard.ts'
import { axis, blocksOf, clock, day, layout, onDay, titled, within, worldOf } from './scene.ts'

const hall = titled('硅巷早期项目路演（全厅）')
const free = { before: 0, after: 0, quantity: 1 }
/** A roadshow from 18:00 to 20:00 in two rooms; the second from half an hour before until an hour before the end. */
const roadshow: Booking = {
  ...hall,
  id: 'bundle',
  title: '晚间路演',
  status: 'confirmed',
  headCount: null,
  start: clock('18:00'),
  end: clock('20:00'),
  resources: [
    { resourceId: 'A106', ...free },
    { resourceId: 'A107', ...free, offset: { start: -30, end: -60 } },
  ],
}
const others = onDay.filter(({ resources }) => !resources.some(({ resourceId }) => /A10[67]/.test(resourceId)))
const world = worldOf({ bookings: [...others, roadshow] })
startText('zh')
const speech = speechFor({ t: i18next.t, language: 'zh', zone: shanghai, today: day })
const scene = makeScene({ world, layout, axis, now, speech, colouring: 'team', headWidth: 200, scale: 1 })
const block = (row: string) =>
  blocksOf(row, world).blocks.find((each) => each.kind === 'booking' && each.booking.id === 'bundle') as Block

describe('a part of a bundle on the board (BK-04)', () => {
  it('stands in its row at its own time, linked with the others, and is said so', () => {
    expect(block('A106')).toMatchObject({ start: clock('18:00'), end: clock('20:00'), linked: true })
    expect(block('A107')).toMatchObject({ start: clock('17:30'), end: clock('19:00'), linked: true })
    expect(block('A107').x).toBe(xOf(axis, clock('17:30')))
    const place = world.places.resources.get('A107')!
    expect(blockLabel(block('A107'), place, world, now, speech)).toContain('17:30 至 19:00')
    expect(rowState(place, clock('17:40'), within, world, false)).toEqual({ word: 'booked', until: clock('19:00') })
    expect(rowState(place, clock('19:10'), within, world, false).word).toBe('free')
  })

  it('is drawn with all parts while one is dragged, each at its own time, and all are selected together', () => {
    expect(blocksOfBooking(roadshow, scene).map(({ block: each }) => each.key)).toEqual([
      blockKey('bundle', 'A106'),
      blockKey('bundle', 'A107'),
    ])
    const to = { start: clock('19:00'), end: clock('21:00') }
    const [part, ...more] = partBoxes(roadshow.resources, to, 'A106', scene)
    expect(more).toEqual([])
    expect(part).toMatchObject({ place: { resourceId: 'A107' }, time: { start: clock('18:30'), end: clock('20:00') } })
    expect(part!.box.left).toBe(200 + xOf(axis, clock('18:30')))
    expect(part!.box.top).toBe(layout.rows[layout.at.get('A107')!]!.top + 2)
  })

  it('is judged at its own time: what is in the way of one part only is told for that part', () => {
    const blocker: Booking = { ...roadshow, id: 'other', resources: [{ resourceId: 'A107', ...free }] }
    const at = (from: string, until: string) =>
      worldOf({ bookings: [...others, roadshow, { ...blocker, start: clock(from), end: clock(until) }] })
    const to = { start: clock('18:15'), end: clock('20:15') }
    const verdict = (from: string, until: string) =>
      verdictOf(changeOf(roadshow, roadshow.resources, to), at(from, until), now, within).refusals
    expect(verdict('17:15', '17:45')).toEqual([])
    expect(verdict('19:15', '20:15')).toEqual([])
    expect(verdict('17:30', '18:00')).toMatchObject([{ code: 'overlaps', resourceId: 'A107' }])
    expect(verdict('19:00', '19:30')).toMatchObject([{ code: 'overlaps', resourceId: 'A107' }])
  })

  it('shades in its row the times in which that part could not lie', () => {
    const blocker = { ...roadshow, id: 'other', resources: [{ resourceId: 'A106', ...free }] }
    const blocked = worldOf({
      bookings: [...others, roadshow, { ...blocker, start: clock('14:00'), end: clock('20:00') }],
    })
    const proposal = changeOf(roadshow, roadshow.resources, roadshow)
    const shades = impossibleTimes(proposal, 'A107', 'A107', blocked, now, within)
    const shut = (time: string) => shades.some(({ start, end }) => start <= clock(time) && clock(time) < end)
    expect(shut('15:00')).toBe(true)
  })

  it('keeps its offset when it goes to another row', () => {
    expect(placesAfterMove(roadshow, 'A107', 'A104', world)).toEqual([
      roadshow.resources[0],
      { resourceId: 'A104', quantity: 1, offset: { start: -30, end: -60 } },
    ])
  })

  it('has its own edge under the pointer when it is pulled, and the whole booking grows by as much', () => {
    const shift = { start: -30 * MINUTE, end: -60 * MINUTE }
    const held = { bookingId: 'bundle', rowId: 'A107', start: roadshow.start, end: roadshow.end, shift }
    const target = { kind: 'block' as const, key: 'k', held, edge: 'end' as const, movable: true }
    const press = { type: 'down' as const, target, x: 0, y: 0, at: clock('19:00'), rowId: 'A107' }
    const pressed = gesture(idle, press, scene.gestures).next
    const pull = { type: 'move' as const, x: 90, y: 0, at: clock('20:00'), rowId: 'A107', fine: false }
    expect(gesture(pressed, pull, scene.gestures).next).toMatchObject({
      state: 'resizing',
      to: { start: roadshow.start, end: roadshow.end + HOUR },
    })
  })
})
