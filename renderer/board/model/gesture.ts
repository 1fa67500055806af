import { MINUTE, type Instant, type Interval } from '../../../shared/scheduling/time.ts'

/**
 * A booking that has been taken hold of: where it stood, and in which row. `shift`, ms: by how much that row's part begins and ends other than the
 * booking, so that an edge pulled to a place lies there.
 */
export type Held = Interval & { bookingId: string; rowId: string; shift?: { start: number; end: number } }
export type Edge = 'start' | 'end'

/** What was pressed: nothing (empty time; `closed` to those who may not book), a block's body or edge, a block that cannot be moved. */
export type Target =
  | { kind: 'empty'; closed?: boolean }
  | { kind: 'block'; key: string; held: Held; edge: Edge | null; movable: boolean }

/** Where it would come to lie. */
export type Placement = Interval & { rowId: string }
/** By the pointer, or step by step with the keys. */
export type By = 'pointer' | 'keys'

export type Gesture =
  | { state: 'idle' }
  | { state: 'pressed'; target: Target; x: number; y: number; at: Instant; rowId: string; far: boolean }
  | { state: 'drawing'; by: By; anchor: Instant; to: Placement }
  | { state: 'moving'; by: By; held: Held; from: Instant; to: Placement }
  | { state: 'resizing'; by: By; held: Held; edge: Edge; to: Placement }

export type GestureEvent =
  | { type: 'down'; target: Target; x: number; y: number; at: Instant; rowId: string }
  | { type: 'move'; x: number; y: number; at: Instant; rowId: string; fine: boolean }
  | { type: 'up' }
  | { type: 'cancel' }
  /** Alt+arrows: `steps` in time, or another row. */
  | { type: 'nudge'; held: Held; steps: number; rowId: string }
  /** Shift+arrows on a block: its end (or start) by steps. */
  | { type: 'stretch'; held: Held; edge: Edge; steps: number }
  /** Shift+arrows on empty time: draws from the cursor. */
  | { type: 'extend'; rowId: string; at: Instant; steps: number }

/** What came of it. `click`: pressed and let go without moving. */
export type Done =
  | { kind: 'click'; target: Target; at: Instant; rowId: string }
  | { kind: 'create'; to: Placement }
  | { kind: 'move'; held: Held; to: Placement }
  | { kind: 'resize'; held: Held; to: Placement }

/** What the reducer must know of the rows: their steps in minutes (`fine`: Alt is down), and the grid of the clock. */
export type GestureWorld = {
  stepOf: (rowId: string, fine: boolean) => number
  snap: (instant: Instant, step: number) => Instant
}

export const idle: Gesture = { state: 'idle' }

/** px a pressed pointer may tremble before it drags. */
export const SLACK = 4

/**
 * One step of a gesture. Pure: the component only forwards. While a gesture lasts `to` is always on the grid of its row and at least one step long;
 * `done` is set by the step that ends it with a result. A cancelled gesture has none.
 */
export function gesture(now: Gesture, event: GestureEvent, world: GestureWorld): { next: Gesture; done: Done | null } {
  switch (event.type) {
    case 'cancel':
      return { next: idle, done: null }
    case 'down':
      if (now.state !== 'idle') return { next: now, done: null }
      return { next: { state: 'pressed', far: false, ...without(event) }, done: null }
    case 'move':
      return { next: moved(now, event, world), done: null }
    case 'up':
      return { next: idle, done: doneBy(now) }
    case 'nudge':
      return { next: nudged(now, event, world), done: null }
    case 'stretch':
      return { next: stretched(now, event, world), done: null }
    case 'extend':
      return { next: extended(now, event, world), done: null }
  }
}

function without({ target, x, y, at, rowId }: Extract<GestureEvent, { type: 'down' }>) {
  return { target, x, y, at, rowId }
}

function doneBy(now: Gesture): Done | null {
  switch (now.state) {
    case 'idle':
      return null
    case 'pressed':
      return now.far ? null : { kind: 'click', target: now.target, at: now.at, rowId: now.rowId }
    case 'drawing':
      return { kind: 'create', to: now.to }
    case 'moving': {
      const { held, to } = now
      if (to.rowId === held.rowId && to.start === held.start) return null
      return { kind: 'move', held, to }
    }
    case 'resizing': {
      const { held, to } = now
      return to.start === held.start && to.end === held.end ? null : { kind: 'resize', held, to }
    }
  }
}

type Move = Extract<GestureEvent, { type: 'move' }>

function moved(now: Gesture, event: Move, world: GestureWorld): Gesture {
  if (now.state === 'idle') return now
  if (now.state !== 'pressed') {
    if (now.by === 'keys') return now
    if (now.state === 'drawing') return draw(now.anchor, now.to.rowId, event, world)
    return now.state === 'moving' ? carry(now, event, world) : pull(now, event, world)
  }
  const far = now.far || Math.abs(event.x - now.x) > SLACK || Math.abs(event.y - now.y) > SLACK
  if (!far) return now
  const { target } = now
  if (target.kind === 'empty')
    return target.closed === true ? { ...now, far: true } : draw(now.at, now.rowId, event, world)
  if (!target.movable) return { ...now, far: true }
  const { held, edge } = target
  const to = { rowId: held.rowId, start: held.start, end: held.end }
  if (edge !== null) return pull({ state: 'resizing', by: 'pointer', held, edge, to }, event, world)
  // Held by its row of origin, which is the row under the pointer for a block that spans several.
  return carry({ state: 'moving', by: 'pointer', held: { ...held, rowId: now.rowId }, from: now.at, to }, event, world)
}

function draw(anchor: Instant, rowId: string, event: Move, world: GestureWorld): Gesture {
  const step = world.stepOf(rowId, event.fine)
  const length = step * MINUTE
  const first = floorTo(anchor, step, world)
  const start = Math.min(first, floorTo(event.at, step, world))
  const end = Math.max(first + length, event.at <= first ? 0 : ceilTo(event.at, step, world))
  return { state: 'drawing', by: 'pointer', anchor, to: { rowId, start, end } }
}

function carry(now: Extract<Gesture, { state: 'moving' }>, event: Move, world: GestureWorld): Gesture {
  const { held, from } = now
  const step = world.stepOf(event.rowId, event.fine)
  const wanted = held.start + (event.at - from)
  // Where it came from stays reachable, on the grid or not.
  const start = Math.abs(wanted - held.start) * 2 < step * MINUTE ? held.start : world.snap(wanted, step)
  return { ...now, to: { rowId: event.rowId, start, end: start + (held.end - held.start) } }
}

function pull(now: Extract<Gesture, { state: 'resizing' }>, event: Move, world: GestureWorld): Gesture {
  const { held, edge } = now
  const step = world.stepOf(held.rowId, event.fine)
  const at = world.snap(event.at - (held.shift?.[edge] ?? 0), step)
  const length = step * MINUTE
  const to =
    edge === 'end'
      ? {
          rowId: held.rowId,
          start: held.start,
          end: Math.max(at, held.start + Math.min(length, held.end - held.start)),
        }
      : { rowId: held.rowId, start: Math.min(at, held.end - Math.min(length, held.end - held.start)), end: held.end }
  return { ...now, to }
}

function nudged(now: Gesture, event: Extract<GestureEvent, { type: 'nudge' }>, world: GestureWorld): Gesture {
  const going = now.state === 'moving' && now.by === 'keys' ? now : null
  if (now.state !== 'idle' && going === null) return now
  const held = going?.held ?? event.held
  const at = going?.to ?? held
  const step = world.stepOf(event.rowId, false)
  const start = event.steps === 0 ? at.start : world.snap(at.start + event.steps * step * MINUTE, step)
  const length = held.end - held.start
  return {
    state: 'moving',
    by: 'keys',
    held,
    from: held.start,
    to: { rowId: event.rowId, start, end: start + length },
  }
}

function stretched(now: Gesture, event: Extract<GestureEvent, { type: 'stretch' }>, world: GestureWorld): Gesture {
  const going = now.state === 'resizing' && now.by === 'keys' ? now : null
  if (now.state !== 'idle' && going === null) return now
  const held = going?.held ?? event.held
  const edge = going?.edge ?? event.edge
  const at = going?.to ?? held
  const step = world.stepOf(held.rowId, false)
  const length = Math.min(step * MINUTE, held.end - held.start)
  const by = event.steps * step * MINUTE
  const to =
    edge === 'end'
      ? { rowId: held.rowId, start: at.start, end: Math.max(world.snap(at.end + by, step), at.start + length) }
      : { rowId: held.rowId, start: Math.min(world.snap(at.start + by, step), at.end - length), end: at.end }
  return { state: 'resizing', by: 'keys', held, edge, to }
}

function extended(now: Gesture, event: Extract<GestureEvent, { type: 'extend' }>, world: GestureWorld): Gesture {
  const going = now.state === 'drawing' && now.by === 'keys' ? now : null
  if (now.state !== 'idle' && going === null) return now
  const rowId = going?.to.rowId ?? event.rowId
  const step = world.stepOf(rowId, false)
  const anchor = going?.anchor ?? floorTo(event.at, step, world)
  const length = step * MINUTE
  const at = going?.to ?? { start: anchor, end: anchor + length }
  const by = event.steps * length
  // The end moves; drawn back over the anchor, the start does.
  if (at.start < anchor || (by < 0 && at.end - length <= anchor && going !== null && at.end - at.start <= length)) {
    const start = Math.min(anchor, at.start + by)
    return { state: 'drawing', by: 'keys', anchor, to: { rowId, start, end: anchor + length } }
  }
  const end = Math.max(anchor + length, at.end + by)
  return { state: 'drawing', by: 'keys', anchor, to: { rowId, start: anchor, end } }
}

function floorTo(instant: Instant, step: number, world: GestureWorld): Instant {
  const near = world.snap(instant, step)
  return near > instant ? world.snap(instant - (step * MINUTE) / 2, step) : near
}

function ceilTo(instant: Instant, step: number, world: GestureWorld): Instant {
  const near = world.snap(instant, step)
  return near < instant ? world.snap(instant + (step * MINUTE) / 2, step) : near
}
