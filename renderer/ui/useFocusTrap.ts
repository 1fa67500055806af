import { useEffect, type RefObject } from 'react'

/** What Tab stops at. */
export const tabStops =
  'input:not([disabled]),select:not([disabled]),textarea:not([disabled]),button:not([tabindex="-1"]):not([hidden]),a[href],[tabindex="0"]'

/** Keeps Tab inside a layer, from the last stop to the first and back; `arrows`: ↑ ↓ do the same, as in a menu. */
export function useFocusTrap(frame: RefObject<HTMLElement | null>, arrows = false): void {
  useEffect(() => {
    const inside = frame.current
    if (inside === null) return undefined
    const hear = (event: KeyboardEvent) => {
      const back = (event.key === 'Tab' && event.shiftKey) || (arrows && event.key === 'ArrowUp')
      const on = (event.key === 'Tab' && !event.shiftKey) || (arrows && event.key === 'ArrowDown')
      if (!back && !on) return
      const stops = [...inside.querySelectorAll<HTMLElement>(tabStops)]
      const now = stops.indexOf(document.activeElement as HTMLElement)
      event.preventDefault()
      const next = back ? (now <= 0 ? stops.length - 1 : now - 1) : (now + 1) % stops.length
      stops[next]?.focus()
    }
    inside.addEventListener('keydown', hear)
    return () => inside.removeEventListener('keydown', hear)
  }, [frame, arrows])
}
