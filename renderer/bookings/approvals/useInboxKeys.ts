import { useRef, type KeyboardEvent, type RefObject } from 'react'
import { isComposing, isEditable } from '../../ui/ime.ts'

type Keys = { frame: RefObject<HTMLOListElement | null>; keys: { onKeyDown: (event: KeyboardEvent) => void } }

/** Keys of a list of requests: ↑ ↓ from one to the next, A approves and R rejects the one that has the focus. */
export function useInboxKeys(): Keys {
  const frame = useRef<HTMLOListElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || isEditable(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-request]') : null
    if (card === null) return
    const act = { a: 'approve', r: 'reject' }[event.key.toLowerCase()]
    const next =
      event.key === 'ArrowDown' ? card.nextElementSibling : event.key === 'ArrowUp' ? card.previousElementSibling : null
    if (act !== undefined) card.querySelector<HTMLElement>(`[data-act="${act}"] button`)?.click()
    else if (next instanceof HTMLElement) next.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { frame, keys: { onKeyDown } }
}
