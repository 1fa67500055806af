import type { Instant } from '../../../shared/scheduling/time.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import { snap, type Axis } from '../geometry/axis.ts'
import { rowBlocks, type Block, type CountBlock, type RowBlocks } from '../geometry/blocks.ts'
import type { Layout, PlaceRow } from '../geometry/layout.ts'
import type { GestureWorld } from '../model/gesture.ts'
import type { RowBooking } from '../model/index.ts'
import type { Colouring } from '../model/look.ts'
import type { Speech } from '../model/words.ts'
import type { World } from '../model/world.ts'

/** Everything the layers of the board share in one drawing. A new one for each change of data, size, filter or minute. */
export type Scene = {
  world: World
  layout: Layout
  axis: Axis
  now: Instant
  speech: Speech
  colouring: Colouring
  /** px of the column of row heads. */
  headWidth: number
  /** The reader's text size, 0.9–1.3. */
  scale: number
  /** Blocks of a row, found once per scene. */
  blocksOf: (row: PlaceRow) => RowBlocks
  gestures: GestureWorld
}

const FINE_MINUTES = 5
const none: readonly RowBooking[] = []

/** Joins what is drawn. `blocksOf` remembers, because rows, keys and pointer all ask for the same. */
export function makeScene(given: Omit<Scene, 'blocksOf' | 'gestures'>): Scene {
  const { world, layout, axis, now } = given
  const remembered = new Map<string, RowBlocks>()
  const blocksOf = (row: PlaceRow): RowBlocks => {
    const known = remembered.get(row.id)
    if (known !== undefined) return known
    const bookings = world.index.bookings.get(row.id) ?? none
    const found = rowBlocks({ row, bookings, layout, axis, world, now })
    remembered.set(row.id, found)
    return found
  }
  const gestures: GestureWorld = {
    stepOf: (rowId, fine) => {
      const resource = world.places.resources.get(rowId)
      if (fine || resource === undefined) return FINE_MINUTES
      return knob(resource, world.policies, 'stepMinutes').value
    },
    snap: (instant, step) => snap(instant, step, axis.zone),
  }
  return { ...given, blocksOf, gestures }
}

/** A place row by its id; null for a group or a row that is not on show. */
export function placeRow(layout: Layout, id: string): PlaceRow | null {
  const row = layout.rows[layout.at.get(id) ?? -1]
  return row?.kind === 'place' ? row : null
}

/** A block by its key; null when it is not on the board (any more). */
export function blockOf(scene: Scene, key: string): { row: PlaceRow; block: Block | CountBlock } | null {
  const rowId = key.slice(key.indexOf('@') + 1).replace(/\.\d+$/, '')
  const row = placeRow(scene.layout, rowId)
  if (row === null) return null
  const block = scene.blocksOf(row).blocks.find((each) => each.key === key)
  return block === undefined ? null : { row, block }
}

/** The row in which a block is drawn: the first of those it spans. */
export function headRow(
  scene: Scene,
  row: PlaceRow,
  block: Block | CountBlock,
): { row: PlaceRow; block: Block | CountBlock } {
  if (block.kind === 'count' || block.head) return { row, block }
  let index = scene.layout.at.get(row.id) ?? 0
  while (index > 0) {
    index -= 1
    const above = scene.layout.rows[index]
    if (above?.kind !== 'place') break
    const found = scene
      .blocksOf(above)
      .blocks.find(
        (each) => each.kind === 'booking' && each.booking.id === block.booking.id && each.place === block.place,
      )
    if (found?.kind === 'booking' && found.head) return { row: above, block: found }
  }
  return { row, block }
}

const BLOCK = 'board-block-'

/** The DOM id of a block, for aria-activedescendant and the card. */
export function blockId(key: string): string {
  return BLOCK + key
}

/** The key of the block in which an element lies; undefined outside any. */
export function keyUnder(element: Element): string | undefined {
  return element.closest('.blk[role=button]')?.id.slice(BLOCK.length)
}

/** The DOM id of a row's cell. */
export function cellId(rowId: string): string {
  return `board-cell-${rowId}`
}
