import { useLayoutEffect, useState, type RefObject } from 'react'

export type Size = { width: number; height: number; narrow: boolean }

/** What the board is drawn for before anything can be measured (a page without layout). */
const usual = { width: 1368, height: 760 }
const NARROW = 1240

/** The inner size of the scroller, known before the first paint and kept. `narrow`: the window is under 1240 px. */
export function useBox(frame: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = () => {
      const width = element.clientWidth || usual.width
      const height = element.clientHeight || usual.height
      const narrow = window.innerWidth > 0 && window.innerWidth < NARROW
      setSize((old) =>
        old !== null && old.width === width && old.height === height && old.narrow === narrow
          ? old
          : { width, height, narrow },
      )
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return size
}
