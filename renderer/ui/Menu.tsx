import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { Popup, type PopupSide } from './Popup.tsx'

export type MenuEntry =
  | {
      type: 'item'
      label: string
      icon?: IconName
      mark?: ReactNode
      checked?: boolean
      stay?: boolean
      run: () => void
    }
  | { type: 'group'; label: string }
  | { type: 'line' }

/** A menu beside its button: arrows move, Enter chooses, Esc returns to the button, letters jump. */
export function Menu({
  anchor,
  label,
  entries,
  side = 'below',
  align = 'start',
  head,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>
  label: string
  entries: readonly MenuEntry[]
  side?: PopupSide
  align?: 'start' | 'end'
  head?: ReactNode
  onClose: () => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])]
  useEffect(() => items()[0]?.focus(), [])
  const move = (event: KeyboardEvent) => {
    const all = items()
    const now = all.indexOf(document.activeElement as HTMLElement)
    const steps: Record<string, number> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    }
    let next = steps[event.key]
    if (next === undefined && event.key.length === 1 && event.key !== ' ') {
      const found = all.findIndex((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))
      if (found !== -1) next = found
    }
    if (event.key === 'Tab') onClose()
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    all[next % all.length]?.focus()
  }
  return (
    <Popup anchor={anchor} side={side} align={align} onClose={onClose}>
      {head}
      <div ref={list} className="menu" role="menu" tabIndex={-1} aria-label={label} onKeyDown={move}>
        {entries.map((entry, index) => {
          if (entry.type === 'line') return <div key={index} className="menu-line" role="separator" />
          if (entry.type === 'group') {
            return (
              <div key={index} className="menu-group" role="presentation">
                {entry.label}
              </div>
            )
          }
          const checkable = entry.checked !== undefined
          return (
            <button
              key={index}
              type="button"
              tabIndex={-1}
              className="menu-item"
              role={checkable ? 'menuitemradio' : 'menuitem'}
              {...(checkable ? { 'aria-checked': entry.checked } : {})}
              onClick={() => {
                if (entry.stay !== true) {
                  onClose()
                  anchor.current?.focus()
                }
                entry.run()
              }}
            >
              {entry.icon === undefined ? null : <Icon name={entry.icon} />}
              {entry.label}
              {entry.mark === undefined ? null : <span className="menu-mark">{entry.mark}</span>}
              {entry.checked === true ? <Icon name="check" className="menu-mark" /> : null}
            </button>
          )
        })}
      </div>
    </Popup>
  )
}
