import type { MouseEvent, RefObject } from 'react'
import { instantAt } from '../geometry/axis.ts'
import { placeRowAt } from '../geometry/layout.ts'
import type { Spot } from '../model/cursor.ts'
import type { MenuState } from './ContextMenu.tsx'
import type { View } from './DragLayer.tsx'
import { blockOf, keyUnder, type Scene } from './scene.ts'
import type { Store } from './store.ts'

type Given = {
  scene: Scene
  scroller: RefObject<HTMLDivElement | null>
  view: () => View
  axisHeight: number
  spot: Store<Spot | null>
  onMenu: (menu: MenuState) => void
  onOpen: (bookingId: string) => void
  onOutage: (outageId: string) => void
}

type Handlers = Record<'onClick' | 'onDoubleClick' | 'onContextMenu', (event: MouseEvent) => void>

/** Right button and menu key, double click, and the click on an outage: what is no gesture. */
export function boardMouse({ scene, scroller, view, axisHeight, spot, onMenu, onOpen, onOutage }: Given): Handlers {
  const { axis, layout, headWidth } = scene
  const left = () => scroller.current?.getBoundingClientRect().left ?? 0
  const under = (event: MouseEvent): Spot | null => {
    const key = keyUnder(event.target as Element)
    if (key !== undefined) {
      const found = blockOf(scene, key)
      return found === null ? null : { rowId: found.row.id, at: found.block.start, key }
    }
    const top = scroller.current?.getBoundingClientRect().top ?? 0
    const seen = view()
    const row = placeRowAt(layout, event.clientY - top + seen.top - axisHeight)
    if (row === null) return null
    const at = instantAt(axis, event.clientX - left() + seen.left - headWidth)
    return { rowId: row.id, at: scene.gestures.snap(at, scene.gestures.stepOf(row.id, false)), key: null }
  }
  return {
    onContextMenu: (event) => {
      const byMouse = event.button === 2
      const at = byMouse ? under(event) : spot.get()
      if (at === null || (byMouse && event.clientX - left() < headWidth)) return
      event.preventDefault()
      spot.set(at)
      onMenu({ x: event.clientX, y: event.clientY, spot: at })
    },
    onDoubleClick: (event) => {
      const key = keyUnder(event.target as Element)
      const found = key === undefined ? null : blockOf(scene, key)
      if (found?.block.kind === 'booking' && !found.block.booking.hidden) onOpen(found.block.booking.id)
    },
    onClick: (event) => {
      const target = event.target as Element
      const outage = target.closest<HTMLElement>('[data-outage]')?.dataset['outage']
      if (outage !== undefined && keyUnder(target) === undefined) onOutage(outage)
    },
  }
}
