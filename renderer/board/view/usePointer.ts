import { useEffect, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import { instantAt } from '../geometry/axis.ts'
import { placeRowAt } from '../geometry/layout.ts'
import { gesture as step, idle, type Done, type Edge, type Gesture, type Target } from '../model/gesture.ts'
import { mayBook, mayDrag } from '../model/world.ts'
import type { View } from './DragLayer.tsx'
import { blockOf, keyUnder, type Scene } from './scene.ts'
import type { Store } from './store.ts'

const EDGE_PX = 6
/** px from the edge of the view at which it begins to scroll, and px per frame at most. */
const SCROLL_ZONE = 32
const SCROLL_STEP = 18

type Given = {
  scene: RefObject<Scene>
  gesture: Store<Gesture>
  scroller: RefObject<HTMLDivElement | null>
  view: () => View
  axisHeight: number
  onDone: (done: Done) => void
  onPress: () => void
}

/**
 * Turns pointer events into steps of the gesture. The frame of the scroller is measured once, when the pointer goes down; while it moves nothing is measured and
 * nothing is sent.
 */
export function usePointer(given: Given): { onPointerDown: (event: ReactPointerEvent) => void } {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onPointerDown = (event: ReactPointerEvent) => {
    const { scene, gesture, scroller, onPress } = latest.current
    const frame = scroller.current
    if (event.button !== 0 || frame === null || gesture.get().state !== 'idle') return
    const pressed = event.target as Element
    if (pressed.closest('button,a,input') !== null) return
    const rect = frame.getBoundingClientRect()
    const point = (x: number, y: number) => pointAt(x, y, rect, latest.current)
    const start = point(event.clientX, event.clientY)
    if (start === null || event.clientX - rect.left < scene.current.headWidth) return
    onPress()
    const target = targetAt(pressed, start.x, scene.current)
    const apply = (change: Parameters<typeof step>[1]): Done | null => {
      const { next, done } = step(gesture.get(), change, latest.current.scene.current.gestures)
      gesture.set(next)
      return done
    }
    apply({ type: 'down', target, x: event.clientX, y: event.clientY, at: start.at, rowId: start.rowId })
    let last = { x: event.clientX, y: event.clientY, fine: event.altKey }
    const follow = () => {
      const at = point(last.x, last.y)
      if (at !== null) apply({ type: 'move', x: last.x, y: last.y, at: at.at, rowId: at.rowId, fine: last.fine })
    }
    const scroll = autoScroll(
      frame,
      rect,
      () => last,
      () => gesture.get().state !== 'pressed',
      follow,
    )
    const move = (moved: PointerEvent) => {
      last = { x: moved.clientX, y: moved.clientY, fine: moved.altKey }
      follow()
      scroll.wake()
    }
    const up = () => {
      end()
      const done = apply({ type: 'up' })
      if (done !== null) latest.current.onDone(done)
    }
    const cancel = () => {
      end()
      gesture.set(idle)
    }
    const end = () => {
      scroll.stop()
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('blur', cancel)
      stop.current = null
    }
    stop.current = cancel
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('blur', cancel)
  }
  return { onPointerDown }
}

/** A drag is given up with Esc wherever the focus is. */
export function useGiveUp(gesture: Store<Gesture>, told: () => void): void {
  const latest = useRef(told)
  useEffect(() => {
    latest.current = told
  })
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || gesture.get().state === 'idle') return
      event.preventDefault()
      event.stopPropagation()
      gesture.set(idle)
      latest.current()
    }
    window.addEventListener('keydown', key, true)
    return () => window.removeEventListener('keydown', key, true)
  }, [gesture])
}

function pointAt(clientX: number, clientY: number, rect: DOMRect, { scene, view, axisHeight }: Given) {
  const { axis, layout, headWidth } = scene.current
  const seen = view()
  const x = clientX - rect.left + seen.left - headWidth
  const y = clientY - rect.top + seen.top - axisHeight
  const row = placeRowAt(layout, y)
  return row === null ? null : { x, at: instantAt(axis, x), rowId: row.id }
}

/** What lies under the pointer: the edges of a block that can be moved take hold of its start or end. */
function targetAt(pressed: Element, x: number, scene: Scene): Target {
  const key = keyUnder(pressed)
  const found = key === undefined ? null : blockOf(scene, key)
  if (key === undefined || found === null) return { kind: 'empty', closed: !mayBook(scene.world.person) }
  const { block, row } = found
  if (block.kind === 'count') {
    const held = { bookingId: '', rowId: row.id, start: block.start, end: block.end }
    return { kind: 'block', key, held, edge: null, movable: false }
  }
  const { booking } = block
  const { start, end } = booking
  const { own } = block
  const shift = { start: own.start - start, end: own.end - end }
  const held = { bookingId: booking.id, rowId: row.id, start, end, ...(own === booking ? {} : { shift }) }
  const running = booking.status === 'inUse'
  let edge: Edge | null = null
  if (x - block.x < EDGE_PX && !block.cutLeft && !running && block.width > 3 * EDGE_PX) edge = 'start'
  else if (block.x + block.width - x < EDGE_PX && !block.cutRight && block.width > 2 * EDGE_PX) edge = 'end'
  const movable = mayDrag(booking, scene.world.person) && (edge !== null || !running)
  return { kind: 'block', key, held, edge, movable }
}

function autoScroll(
  frame: HTMLElement,
  rect: DOMRect,
  pointer: () => { x: number; y: number },
  dragging: () => boolean,
  follow: () => void,
): { wake: () => void; stop: () => void } {
  let timer = 0
  const push = (at: number, low: number, high: number) => {
    if (at < low + SCROLL_ZONE) return -Math.min(SCROLL_STEP, (low + SCROLL_ZONE - at) / 2)
    if (at > high - SCROLL_ZONE) return Math.min(SCROLL_STEP, (at - high + SCROLL_ZONE) / 2)
    return 0
  }
  const tick = () => {
    timer = 0
    const { x, y } = pointer()
    const dx = push(x, rect.left, rect.right)
    const dy = push(y, rect.top, rect.bottom)
    if (!dragging() || (dx === 0 && dy === 0)) return
    frame.scrollLeft += dx
    frame.scrollTop += dy
    follow()
    timer = requestAnimationFrame(tick)
  }
  return {
    wake: () => {
      if (timer === 0) timer = requestAnimationFrame(tick)
    },
    stop: () => cancelAnimationFrame(timer),
  }
}
