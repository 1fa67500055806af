import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Instant } from '../../../shared/scheduling/time.ts'
import { xOf } from '../geometry/axis.ts'
import { groupId, isQuiet, type Fold } from '../geometry/layout.ts'
import type { Spot } from '../model/cursor.ts'
import type { Scene } from './scene.ts'
import type { Size } from './useBox.ts'

/** What the board is asked to bring into view. A new `token` asks again. `flash`: the row lights up for a moment. */
export type Reveal = { resourceId: string; start: Instant | null; end: Instant | null; flash: boolean; token: string }

type Given = {
  scene: Scene
  scroller: RefObject<HTMLDivElement | null>
  headWidth: number
  axisHeight: number
  size: Size | null
  reveal: Reveal | null
  covered: number
  onFold: (zoneId: string, fold: Fold) => void
}

const MARGIN = 24
const FLASH_MS = 1600

/** Brings spots into view: answers the function for keys, and obeys `reveal`, unfolding the group when the row lies in it. */
export function useReveal(given: Given): (spot: Spot) => void {
  const latest = useRef(given)
  latest.current = given
  const done = useRef<string | null>(null)

  const show = useCallback((spot: Spot) => scrollTo(latest.current, spot.rowId, spot.at, null), [])

  const { scene, reveal, size, covered, onFold } = given
  useEffect(() => {
    if (reveal === null || size === null) return
    // Asked again when a drawer takes its room from the board.
    const token = `${reveal.token} ${covered} ${size.width}`
    if (done.current === token) return
    const rowId = rowOf(scene, reveal.resourceId)
    if (rowId === null) return
    if (!scene.layout.at.has(rowId)) {
      const resource = scene.world.places.resources.get(rowId)
      if (resource !== undefined && scene.layout.at.has(groupId(resource.zoneId)))
        onFold(resource.zoneId, isQuiet(resource) ? 'all' : 'usual')
      return
    }
    done.current = token
    scrollTo(latest.current, rowId, reveal.start, reveal.end)
    if (!reveal.flash) return
    const frame = latest.current.scroller.current
    const timer = setTimeout(() => {
      const element = frame?.querySelector(`[data-row="${CSS.escape(rowId)}"]`)
      element?.classList.add('board-row-flash')
      setTimeout(() => element?.classList.remove('board-row-flash'), FLASH_MS)
    }, 60)
    return () => clearTimeout(timer)
  }, [reveal, scene, size, covered, onFold])
  return show
}

/** The row of a place; of a compound the first of its parts. */
function rowOf(scene: Scene, resourceId: string): string | null {
  return (scene.world.places.leavesOf.get(resourceId) ?? []).find((id) => scene.world.places.resources.has(id)) ?? null
}

function scrollTo(
  { scene, scroller, headWidth, axisHeight, size, covered }: Given,
  rowId: string,
  start: Instant | null,
  end: Instant | null,
): void {
  const frame = scroller.current
  const row = scene.layout.rows[scene.layout.at.get(rowId) ?? -1]
  if (frame === null || row === undefined || size === null) return
  const height = size.height - axisHeight
  if (row.top < frame.scrollTop + 4) frame.scrollTop = Math.max(0, row.top - MARGIN)
  else if (row.top + row.height > frame.scrollTop + height - 4) frame.scrollTop = row.top + row.height - height + MARGIN
  if (start === null || row.kind === 'group') return
  const width = size.width - headWidth - covered
  const left = xOf(scene.axis, start)
  const right = end === null ? left + 40 : xOf(scene.axis, end)
  if (right > frame.scrollLeft + width) frame.scrollLeft = Math.min(left - MARGIN, right - width + MARGIN)
  if (left < frame.scrollLeft) frame.scrollLeft = Math.max(0, left - MARGIN)
}
