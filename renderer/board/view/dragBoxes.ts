import type { Booking } from '../../../shared/operations/bookings.ts'
import { placeTime } from '../../../shared/scheduling/leaves.ts'
import type { Proposal } from '../../../shared/scheduling/situation.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'
import { stretch } from '../geometry/axis.ts'
import { INSET, type Block } from '../geometry/blocks.ts'
import { runsOf } from '../geometry/layout.ts'
import type { Scene } from './scene.ts'

export type Box = { left: number; top: number; width: number; height: number }
type Place = Proposal['resources'][number]

/** A part of a booking as it would lie, apart from the one in the hand. */
export type PartBox = { key: string; place: Place; time: Interval; box: Box }

/** The other parts of what is dragged, each at its own time in its rows; the run of rows that holds `handRow` is left out. */
export function partBoxes(places: readonly Place[], to: Interval, handRow: string, scene: Scene): PartBox[] {
  const { layout, axis, world, headWidth } = scene
  const hand = layout.at.get(handRow) ?? -1
  return places.flatMap((place) => {
    const time = placeTime(to, place)
    const at = stretch(axis, time.start, time.end)
    if (at === null) return []
    const rows = (world.places.leavesOf.get(place.resourceId) ?? []).flatMap((id) => layout.at.get(id) ?? [])
    return runsOf(rows).flatMap(({ first, count }) => {
      if (hand >= first && hand < first + count) return []
      const lines = layout.rows.slice(first, first + count)
      const height = lines.reduce((sum, row) => sum + row.height, -2 * INSET)
      const top = lines[0]!.top + INSET
      const box = { left: headWidth + at.x, top, width: Math.max(24, at.width - 3), height }
      return { key: `${place.resourceId} ${first}`, place, time, box }
    })
  })
}

/** All blocks in which a booking is drawn on this board, with the boxes they fill in px of the canvas. */
export function blocksOfBooking(booking: Booking, scene: Scene): { block: Block; box: Box }[] {
  const { layout, world, headWidth } = scene
  const rows = new Set(booking.resources.flatMap(({ resourceId }) => world.places.leavesOf.get(resourceId) ?? []))
  return [...rows].flatMap((id) => {
    const row = layout.rows[layout.at.get(id) ?? -1]
    if (row?.kind !== 'place') return []
    return scene.blocksOf(row).blocks.flatMap((block) => {
      if (block.kind !== 'booking' || block.booking.id !== booking.id || !block.head) return []
      const { x, y, width, height } = block
      return { block, box: { left: headWidth + x, top: row.top + y, width, height } }
    })
  })
}
