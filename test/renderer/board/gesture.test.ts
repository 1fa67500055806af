import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snap } from '../../../renderer/board/geometry/axis.ts'
import {
  gesture,
  idle,
  SLACK,
  type Done,
  type Gesture,
  type GestureEvent,
  type GestureWorld,
  type Held,
  type Target,
} from '../../../renderer/board/model/gesture.ts'
import { commandOf } from '../../../renderer/board/model/keys.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { toWall } from '../../../shared/scheduling/zone.ts'
import { at, shanghai } from '../../support/situation.ts'

const world: GestureWorld = {
  stepOf: (rowId, fine) => (fine ? 5 : rowId === 'bench' ? 30 : 15),
  snap: (instant, step) => snap(instant, step, shanghai),
}
const ten = at('2026-11-24', '10:00')
const held: Held = { bookingId: 'b', rowId: 'room', start: ten, end: ten + 90 * MINUTE }
const block = (edge: 'start' | 'end' | null = null, movable = true): Target => ({
  kind: 'block',
  key: 'b@room',
  held,
  edge,
  movable,
})
const down = (target: Target, instant: number, rowId = 'room'): GestureEvent => ({
  type: 'down',
  target,
  x: 100,
  y: 100,
  at: instant,
  rowId,
})
const move = (instant: number, rowId = 'room', fine = false, x = 200): GestureEvent => ({
  type: 'move',
  x,
  y: 100,
  at: instant,
  rowId,
  fine,
})

function play(...events: GestureEvent[]): { now: Gesture; done: Done | null } {
  let now: Gesture = idle
  let done: Done | null = null
  for (const event of events) ({ next: now, done } = gesture(now, event, world))
  return { now, done }
}

const minutesAt = (instant: number) => toWall(instant, shanghai).minute
const anyOffset = fc.integer({ min: -300, max: 300 })

describe('a gesture with the pointer', () => {
  it('is a click while it trembles no more than the slack, wherever it was pressed', () => {
    const trembling = move(ten + 40 * MINUTE, 'room', false, 100 + SLACK)
    expect(play(down({ kind: 'empty' }, ten), trembling, { type: 'up' }).done).toMatchObject({ kind: 'click', at: ten })
    expect(play(down(block(), ten), trembling, { type: 'up' }).done).toMatchObject({ kind: 'click' })
  })
  it('draws on empty time: both ends on the grid, never empty, and the row of the press (BK-01)', () => {
    fc.assert(
      fc.property(anyOffset, anyOffset, fc.constantFrom('room', 'bench'), fc.boolean(), (from, to, rowId, fine) => {
        const start = ten + from * MINUTE
        const { now, done } = play(down({ kind: 'empty' }, start, rowId), move(ten + to * MINUTE, 'other', fine), {
          type: 'up',
        })
        expect(now).toEqual(idle)
        expect(done?.kind).toBe('create')
        if (done?.kind !== 'create') return
        const step = world.stepOf(rowId, fine)
        expect(done.to.rowId).toBe(rowId)
        expect(minutesAt(done.to.start) % step).toBe(0)
        expect(minutesAt(done.to.end) % step).toBe(0)
        expect(done.to.end - done.to.start).toBeGreaterThanOrEqual(step * MINUTE)
        expect(done.to.start).toBeLessThanOrEqual(start)
        expect(done.to.end).toBeGreaterThan(start)
      }),
    )
  })
  it('moves across time and rows and keeps the length (UI-02)', () => {
    fc.assert(
      fc.property(anyOffset, fc.constantFrom('room', 'bench', 'hall'), (by, rowId) => {
        const { done } = play(down(block(), ten + 20 * MINUTE), move(ten + (20 + by) * MINUTE, rowId), { type: 'up' })
        if (done === null) {
          expect(rowId).toBe('room')
          return
        }
        expect(done.kind).toBe('move')
        if (done.kind !== 'move') return
        expect(done.to.end - done.to.start).toBe(held.end - held.start)
        expect(done.to.rowId).toBe(rowId)
        if (done.to.start !== held.start) expect(minutesAt(done.to.start) % world.stepOf(rowId, false)).toBe(0)
        expect(Math.abs(done.to.start - (held.start + by * MINUTE))).toBeLessThanOrEqual(
          (world.stepOf(rowId, false) / 2) * MINUTE,
        )
      }),
    )
  })
  it('snaps to five minutes while Alt is down', () => {
    const { done } = play(down(block(), ten), move(ten + 22 * MINUTE, 'room', true), { type: 'up' })
    expect(done).toMatchObject({ kind: 'move', to: { start: ten + 20 * MINUTE } })
  })
  it('comes to nothing when the block is put back where it was', () => {
    expect(play(down(block(), ten), move(ten + 60 * MINUTE), move(ten + 2 * MINUTE), { type: 'up' })).toEqual({
      now: idle,
      done: null,
    })
  })
  it('resizes at an edge: the other edge stays, and a step is left at least', () => {
    fc.assert(
      fc.property(anyOffset, fc.constantFrom('start' as const, 'end' as const), (to, edge) => {
        const { now } = play(down(block(edge), edge === 'end' ? held.end : held.start), move(ten + to * MINUTE))
        expect(now.state).toBe('resizing')
        if (now.state !== 'resizing') return
        expect(edge === 'end' ? now.to.start : now.to.end).toBe(edge === 'end' ? held.start : held.end)
        expect(now.to.end - now.to.start).toBeGreaterThanOrEqual(15 * MINUTE)
        expect(minutesAt(now.to.start) % 15).toBe(0)
      }),
    )
  })
  it('leaves alone what may not be moved: neither a move nor a click comes of it', () => {
    expect(play(down(block(null, false), ten), move(ten + 60 * MINUTE), { type: 'up' })).toEqual({
      now: idle,
      done: null,
    })
  })
  it('is given up with Esc at any moment and leaves nothing behind', () => {
    const anyEvent = fc.oneof(
      anyOffset.map((by) => move(ten + by * MINUTE)),
      fc.constantFrom(down({ kind: 'empty' }, ten), down(block(), ten), down(block('end'), ten)),
    )
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        expect(play(...events, { type: 'cancel' })).toEqual({ now: idle, done: null })
      }),
    )
  })
})

describe('a gesture with the keys (UI-05)', () => {
  it('moves by the step of the row, and every step can be taken back', () => {
    const nudge = (steps: number, rowId = 'room'): GestureEvent => ({ type: 'nudge', held, steps, rowId })
    expect(play(nudge(1), nudge(1), { type: 'up' }).done).toMatchObject({
      kind: 'move',
      to: { start: ten + 30 * MINUTE },
    })
    expect(play(nudge(1), nudge(-1), { type: 'up' }).done).toBeNull()
    expect(play(nudge(0, 'hall'), { type: 'up' }).done).toMatchObject({
      kind: 'move',
      to: { rowId: 'hall', start: ten },
    })
  })
  it('resizes the end, a step at least', () => {
    const stretch = (steps: number): GestureEvent => ({ type: 'stretch', held, edge: 'end', steps })
    expect(play(stretch(2), { type: 'up' }).done).toMatchObject({ kind: 'resize', to: { end: held.end + 30 * MINUTE } })
    const { now } = play(...Array.from({ length: 20 }, () => stretch(-1)))
    expect(now).toMatchObject({ state: 'resizing', to: { start: ten, end: ten + 15 * MINUTE } })
  })
  it('draws from the cursor to both sides and never vanishes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, -1), { minLength: 1, maxLength: 20 }), (steps) => {
        const { now } = play(
          ...steps.map((by): GestureEvent => ({ type: 'extend', rowId: 'room', at: ten, steps: by })),
        )
        expect(now.state).toBe('drawing')
        if (now.state !== 'drawing') return
        expect(now.to.end - now.to.start).toBeGreaterThanOrEqual(15 * MINUTE)
        expect(now.to.start).toBeLessThanOrEqual(ten)
        expect(now.to.end).toBeGreaterThanOrEqual(ten + 15 * MINUTE)
      }),
    )
  })
  it('does not mix with the pointer', () => {
    const { now } = play({ type: 'nudge', held, steps: 1, rowId: 'room' }, move(ten + 200 * MINUTE))
    expect(now).toMatchObject({ state: 'moving', by: 'keys', to: { start: ten + 15 * MINUTE } })
  })
})

describe('keys of the board', () => {
  const press = (key: string, change: Partial<Record<'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) =>
    commandOf({ key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...change })
  it('mean what users bring along: arrows select, Alt moves, Shift resizes, Enter, Esc, Delete', () => {
    expect(press('ArrowRight')).toEqual({ do: 'sideways', by: 1 })
    expect(press('ArrowUp')).toEqual({ do: 'row', by: -1 })
    expect(press('ArrowLeft', { altKey: true })).toEqual({ do: 'nudge', steps: -1, rows: 0 })
    expect(press('ArrowDown', { altKey: true })).toEqual({ do: 'nudge', steps: 0, rows: 1 })
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ do: 'stretch', steps: 1 })
    expect(press('Enter')).toEqual({ do: 'enter' })
    expect(press('Delete')).toEqual({ do: 'cancelBooking' })
    expect(press('PageDown')).toEqual({ do: 'group', by: 1 })
  })
  it('leave the rest to the page', () => {
    expect(press('z', { ctrlKey: true })).toBeNull()
    expect(press('n')).toBeNull()
    expect(press('Tab')).toBeNull()
  })
})
