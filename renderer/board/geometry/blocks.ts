import type { Booking } from '../../../shared/operations/bookings.ts'
import { MINUTE, type Instant, type Interval } from '../../../shared/scheduling/time.ts'
import { timeInRow, type RowBooking } from '../model/index.ts'
import type { World } from '../model/world.ts'
import { stretch, xOf, type Axis } from './axis.ts'
import { assignLanes, countStays } from './lanes.ts'
import { runsOf, type Layout, type PlaceRow } from './layout.ts'

/** px: space above and below a block in its row, and between a block and the next. */
export const INSET = 2
export const GAP = 3

/**
 * A booking as it is drawn in a row. `head`: drawn here; otherwise it belongs to the block of the row above that spans into this one. `own`: when it holds this row, for a
 * part of a bundle other than the booking's time. `end` is the drawn end, later than that when it runs over. px are from the left end of the axis and the top of the row.
 */
export type Block = {
  kind: 'booking'
  key: string
  booking: Booking
  place: RowBooking['place']
  own: Interval
  start: Instant
  end: Instant
  x: number
  width: number
  y: number
  height: number
  cutLeft: boolean
  cutRight: boolean
  head: boolean
  spans: number
  linked: boolean
  half: boolean
  /** As high as its row. */
  whole: boolean
  overrun: boolean
}

/** A stretch of a large pool: how many units are taken, and by which bookings. */
export type CountBlock = {
  kind: 'count'
  key: string
  start: Instant
  end: Instant
  x: number
  width: number
  y: number
  height: number
  taken: number
  bookings: Booking[]
  running: boolean
}

/** Set-up or strike of a block. */
export type Buffer = {
  key: string
  x: number
  width: number
  y: number
  height: number
  side: 'before' | 'after'
  resourceId: string
}

export type RowBlocks = { blocks: (Block | CountBlock)[]; buffers: Buffer[] }

/** What the blocks of a row depend on. */
export type RowGiven = {
  row: PlaceRow
  bookings: readonly RowBooking[]
  layout: Layout
  axis: Axis
  world: Pick<World, 'places'>
  now: Instant
}

/** Blocks and buffers of one row, in order of start. Pure geometry: no text, no colour. */
export function rowBlocks(given: RowGiven): RowBlocks {
  return given.row.lanes === 0 ? countedBlocks(given) : laneBlocks(given)
}

/** The key of a booking's block in a row: the same in every drawing, so that focus and selection stay. */
export function blockKey(bookingId: string, rowId: string): string {
  return `${bookingId}@${rowId}`
}

/** When a booking is over for the eye: one in use runs on past its end until somebody checks out; a part that was to end before it ends. */
export function drawnEnd(stay: RowBooking, now: Instant): Instant {
  const { end } = timeInRow(stay)
  return runsOver(stay, now) ? Math.max(end, now) : end
}

function runsOver(stay: RowBooking, now: Instant): boolean {
  const { status, end } = stay.booking
  return status === 'inUse' && end < now && timeInRow(stay).end >= end
}

function laneBlocks(given: RowGiven): RowBlocks {
  const { row, layout, axis, now } = given
  const shown = given.bookings.filter(
    (stay) =>
      drawnEnd(stay, now) + stay.place.after * MINUTE > axis.start &&
      timeInRow(stay).start - stay.place.before * MINUTE < axis.end,
  )
  const lanes =
    row.lanes > 1
      ? assignLanes(
          shown.map((stay) => ({
            start: timeInRow(stay).start,
            end: drawnEnd(stay, now),
            quantity: stay.booking.status === 'noShow' ? 1 : stay.place.quantity,
          })),
          row.lanes,
        )
      : null
  const laneHeight = row.lanes > 1 ? (row.height - 2 * INSET) / row.lanes : row.height - 2 * INSET
  const result: RowBlocks = { blocks: [], buffers: [] }
  shown.forEach((stay, index) => {
    const { booking, place } = stay
    const span = spanOf(stay, given)
    const own = timeInRow(stay)
    const clash = booking.status === 'noShow' ? freedAt(stay, shown) : drawnEnd(stay, now)
    for (const [piece, run] of (lanes?.[index] ?? [{ lane: 0, lanes: 1 }]).entries()) {
      const y = INSET + run.lane * laneHeight
      const inRow = run.lanes * laneHeight - (row.lanes > 1 ? 2 : 0)
      const height = span.spans > 1 ? spanHeight(layout, span.first, span.spans) : inRow
      if (span.head) {
        for (const side of ['before', 'after'] as const)
          addBuffer(result, stay, side, { y, height }, axis, `${row.id}:${piece}`)
      }
      const at = stretch(axis, own.start, clash)
      if (at === null) continue
      result.blocks.push({
        kind: 'booking',
        key: `${blockKey(booking.id, row.id)}${piece === 0 ? '' : `.${piece}`}`,
        booking,
        place,
        own,
        start: own.start,
        end: clash,
        x: at.x,
        width: Math.max(3, at.width - (at.cutRight ? 0 : GAP)),
        y,
        height,
        cutLeft: at.cutLeft,
        cutRight: at.cutRight,
        head: span.head,
        spans: span.spans,
        linked: span.linked,
        half: inRow < 20,
        whole: row.lanes === 1,
        overrun: runsOver(stay, now),
      })
    }
  })
  result.blocks.sort((a, b) => a.start - b.start || a.y - b.y)
  return result
}

/** How a booking lies over rows: the run of adjacent rows that this row belongs to, and whether there are more of it elsewhere. */
function spanOf({ booking, place }: RowBooking, { row, layout, world }: RowGiven) {
  const alone = { first: 0, spans: 1, head: true, linked: booking.resources.length > 1 }
  const resource = world.places.resources.get(place.resourceId)
  if (resource === undefined || resource.partIds.length === 0) return alone
  const rows = (world.places.leavesOf.get(resource.id) ?? []).flatMap((id) => layout.at.get(id) ?? [])
  const runs = runsOf(rows)
  const mine = layout.at.get(row.id) ?? -1
  const run = runs.find(({ first, count }) => mine >= first && mine < first + count)
  if (run === undefined) return { ...alone, linked: true }
  return { first: run.first, spans: run.count, head: run.first === mine, linked: true }
}

function spanHeight(layout: Layout, first: number, spans: number): number {
  let height = -2 * INSET
  for (let index = first; index < first + spans; index += 1) height += layout.rows[index]?.height ?? 0
  return height
}

/** Until when a no-show is drawn: its place is free, so whoever came after it is drawn instead. */
function freedAt(stay: RowBooking, others: readonly RowBooking[]): Instant {
  const own = timeInRow(stay)
  let { end } = own
  for (const other of others) {
    const there = timeInRow(other)
    if (other.booking.status !== 'noShow' && there.end > own.start && there.start < end)
      end = Math.max(own.start, there.start)
  }
  return end
}

function addBuffer(
  result: RowBlocks,
  stay: RowBooking,
  side: 'before' | 'after',
  box: { y: number; height: number },
  axis: Axis,
  rowKey: string,
): void {
  const { booking, place } = stay
  const own = timeInRow(stay)
  const minutes = side === 'before' ? place.before : place.after
  if (minutes <= 0 || booking.status === 'noShow') return
  const start = side === 'before' ? own.start - minutes * MINUTE : own.end
  const at = stretch(axis, start, start + minutes * MINUTE)
  if (at === null) return
  const key = `${booking.id}:${side}@${rowKey}`
  result.buffers.push({ key, side, resourceId: place.resourceId, x: at.x, width: Math.max(2, at.width - GAP), ...box })
}

function countedBlocks({ row, bookings, axis, now }: RowGiven): RowBlocks {
  const stays = bookings
    .filter(({ booking }) => booking.status !== 'noShow')
    .map((stay) => ({
      start: timeInRow(stay).start,
      end: drawnEnd(stay, now),
      quantity: stay.place.quantity,
      booking: stay.booking,
    }))
  const blocks: CountBlock[] = []
  for (const { start, end, taken, stays: here } of countStays(stays)) {
    const at = stretch(axis, start, end)
    if (at === null) continue
    blocks.push({
      kind: 'count',
      key: `count:${start}@${row.id}`,
      start,
      end,
      x: at.x,
      width: Math.max(3, at.width - GAP),
      y: INSET,
      height: row.height - 2 * INSET,
      taken,
      bookings: here.map(({ booking }) => booking),
      running: start <= now && now < end && here.some(({ booking }) => booking.status === 'inUse'),
    })
  }
  return { blocks, buffers: [] }
}

/** px of a block that lies before now: the darker part of a block in use. */
export function elapsedPx(block: Pick<Block, 'x' | 'width'>, axis: Axis, now: Instant): number {
  return Math.max(0, Math.min(block.width, xOf(axis, now) - block.x))
}
