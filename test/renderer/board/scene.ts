import { makeAxis } from '../../../renderer/board/geometry/axis.ts'
import { rowBlocks, type Block } from '../../../renderer/board/geometry/blocks.ts'
import { makeLayout, type PlaceRow } from '../../../renderer/board/geometry/layout.ts'
import { makeGround, makeWorld, type BoardData, type World } from '../../../renderer/board/model/world.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { at, shanghai } from '../../support/situation.ts'
import { catalogue, frontDesk, now, people, plannedBookings, plannedOutages, settings, teams } from './fakeBoard.ts'

/* The demo's showcase day as the board holds it, for the tests of its model. */

export const day = '2026-11-24'
export const clock = (time: string) => at(day, time)
export const onDay = plannedBookings.filter(({ start, end }) => start < clock('23:59') && end > clock('00:00'))
export const data: BoardData = {
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
export const ground = makeGround(data)
export const worldOf = (change: Partial<BoardData> = {}): World => makeWorld(ground, { ...data, ...change }, null)
export const world = worldOf()
export const axis = makeAxis({ days: [day], from: 480, until: 1260, zone: shanghai, width: 1300, minHour: 72 })
export const layout = makeLayout({
  catalogue,
  folds: new Map(),
  passes: () => true,
  filtered: false,
  row: 34,
  group: 22,
})
export const within = { start: axis.start, end: axis.end }
export const rowOf = (id: string) => layout.rows.find((row) => row.id === id) as PlaceRow
export const blocksOf = (id: string, inWorld = world, inLayout = layout) =>
  rowBlocks({
    row: rowOf(id),
    bookings: inWorld.index.bookings.get(id) ?? [],
    layout: inLayout,
    axis,
    world: inWorld,
    now,
  })
export const titled = (title: string) => onDay.find((booking) => booking.title === title)!
export const bookingBlock = (id: string, title: string) =>
  blocksOf(id).blocks.find((block) => block.kind === 'booking' && block.booking.title === title) as Block
