import { useLayoutEffect, type RefObject } from 'react'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { xOf } from '../geometry/axis.ts'
import { INSET } from '../geometry/blocks.ts'
import type { Spot } from '../model/cursor.ts'
import type { Gesture } from '../model/gesture.ts'
import { mayDrag } from '../model/world.ts'
import { blocksOfBooking } from './dragBoxes.ts'
import { blockId, blockOf, cellId, headRow, placeRow, type Scene } from './scene.ts'
import { useStore, type Store } from './store.ts'

/** The ring around the selected block, or the outline of one step on empty time. Tells the grid which of its parts is the active one. */
export function SelectionLayer({
  scene,
  spot,
  gesture,
  grid,
}: {
  scene: Scene
  spot: Store<Spot | null>
  gesture: Store<Gesture>
  grid: RefObject<HTMLDivElement | null>
}) {
  const at = useStore(spot)
  const moving = useStore(gesture).state
  const dragging = moving === 'moving' || moving === 'resizing'
  useLayoutEffect(() => {
    grid.current?.toggleAttribute('data-dragging', dragging)
  }, [grid, dragging])
  const found = at?.key == null ? null : blockOf(scene, at.key)
  const drawn = found === null ? null : headRow(scene, found.row, found.block)
  const active = drawn !== null ? blockId(drawn.block.key) : at === null ? null : cellId(at.rowId)
  useLayoutEffect(() => {
    // Only what is in the page can be pointed at; scrolled out of view, the focus stays on the grid itself.
    const { current } = grid
    if (active !== null && document.getElementById(active) !== null)
      current?.setAttribute('aria-activedescendant', active)
    else current?.removeAttribute('aria-activedescendant')
  })
  if (at === null || (moving !== 'idle' && moving !== 'pressed')) return null
  if (drawn !== null) {
    const { row, block } = drawn
    const movable = block.kind === 'booking' && mayDrag(block.booking, scene.world.person)
    // All parts of a booking are selected together: what happens to one happens to all.
    const others =
      block.kind === 'booking' && block.linked
        ? blocksOfBooking(block.booking, scene).filter((each) => each.block.key !== block.key)
        : []
    return (
      <>
        <div
          className={movable ? 'ring ring-handles' : 'ring'}
          aria-hidden
          style={{ left: scene.headWidth + block.x, top: row.top + block.y, width: block.width, height: block.height }}
        />
        {others.map((each) => (
          <div key={each.block.key} className="ring" aria-hidden style={each.box} />
        ))}
      </>
    )
  }
  const index = scene.layout.at.get(at.rowId)
  const row = index === undefined ? undefined : scene.layout.rows[index]
  if (row === undefined) return null
  const place = placeRow(scene.layout, at.rowId)
  if (place === null)
    return (
      <div
        className="cursor cursor-group"
        aria-hidden
        style={{ left: 0, top: row.top, width: scene.headWidth, height: row.height }}
      />
    )
  const step = scene.gestures.stepOf(at.rowId, false) * MINUTE
  const x = xOf(scene.axis, at.at)
  return (
    <div
      className="cursor"
      aria-hidden
      style={{
        left: scene.headWidth + x,
        top: row.top + INSET,
        width: Math.max(6, xOf(scene.axis, at.at + step) - x),
        height: row.height - 2 * INSET,
      }}
    />
  )
}
