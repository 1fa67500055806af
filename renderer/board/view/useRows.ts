import { startTransition, useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { rowWindow, type Layout } from '../geometry/layout.ts'
import type { BoardIndex } from '../model/index.ts'

/** Rows drawn beyond the view on each side, and the most blocks on the page at once (ui.md §4). */
const OVER = 8
const MOST_BLOCKS = 1200
const FIRST_OVER = 0
/** Long enough for the first paint to be over, too short to scroll in. */
const FOLLOW_MS = 120

type Range = { first: number; last: number }

function blocksIn(layout: Layout, index: BoardIndex, { first, last }: Range): number {
  let sum = 0
  for (let at = first; at < last; at += 1) sum += index.bookings.get(layout.rows[at]!.id)?.length ?? 0
  return sum
}

/** The rows to draw for a place in the scroll: as many beyond the view as keep the blocks within bounds, two at least. */
export function rowsToDraw(layout: Layout, index: BoardIndex, top: number, height: number, most = OVER): Range {
  let over = most
  let range = rowWindow(layout, top, height, over)
  while (over > 2 && blocksIn(layout, index, range) > MOST_BLOCKS) {
    over -= 2
    range = rowWindow(layout, top, height, over)
  }
  return range
}

/** Which rows are on the page. Drawn again only when the view comes near their edge, not with every scroll event. */
export function useRows(
  layout: Layout,
  index: BoardIndex,
  scroller: RefObject<HTMLElement | null>,
  height: number,
): { range: Range; onScroll: () => void } {
  const [scrollTop, setScrollTop] = useState(0)
  // The first paint is of what is seen; the rows beyond it follow when that is on the screen.
  const [over, setOver] = useState(FIRST_OVER)
  const range = rowsToDraw(layout, index, scrollTop, height, over)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setOver(OVER)), FOLLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  useLayoutEffect(() => {
    const top = scroller.current?.scrollTop ?? 0
    if (top !== scrollTop) setScrollTop(top)
    // Only when the rows themselves change: what was scrolled to may lie elsewhere now.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [layout])
  const onScroll = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0
    const near = rowWindow(layout, top, height, 1)
    if (near.first < range.first || near.last > range.last) setScrollTop(top)
  }, [layout, height, scroller, range.first, range.last])
  return { range, onScroll }
}
