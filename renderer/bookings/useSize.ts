import { useLayoutEffect, useState, type RefObject } from 'react'

/** The inner size of an element in CSS px, followed as the window and the drawer beside it change; null before it is known. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const found = element.current
    if (found === null) return undefined
    const measure = () => {
      // No width: not laid out (hidden, or no browser), which says nothing about the room there is.
      if (found.clientWidth > 0) setSize({ width: found.clientWidth, height: found.clientHeight })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(found)
    return () => observer.disconnect()
  }, [element])
  return size
}
