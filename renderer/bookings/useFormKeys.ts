import type { KeyboardEvent, RefObject } from 'react'
import { flushSync } from 'react-dom'
import { isComposing } from '../ui/ime.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'

/**
 * Keys of a form in a drawer. Ctrl+Enter sends from any field: a half-typed date or time is taken first. Enter alone and the Enter of an
 * input method send nothing.
 */
export function useFormKeys(frame: RefObject<HTMLElement | null>, submit: () => void) {
  const send = () => {
    const active = document.activeElement
    if (active instanceof HTMLElement && frame.current?.contains(active) === true) {
      flushSync(() => active.blur())
      active.focus()
    }
    submit()
  }
  useShortcuts({ 'Mod+Enter': send, 'Mod+s': send })
  return {
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
      event.preventDefault()
      event.stopPropagation()
      send()
    },
  }
}
