import { useEffect, useRef } from 'react'
import { isComposing, isEditable } from './ime.ts'

/**
 * `'n'`, `'/'`, `'?'`, `'Mod+z'` (Ctrl, on a Mac ⌘), `'Alt+1'`, `'Shift+ArrowRight'`, `'Escape'`.
 * A handler that answers false lets the key go on to the layer below.
 */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void | boolean>
export type ShortcutOptions = {
  /** False: registered but asleep. */
  enabled?: boolean
  /** True for dialogs: layers below hear nothing. */
  modal?: boolean
}

type Layer = { shortcuts: Shortcuts; modal: boolean }
const layers: Layer[] = []

/** The name of what was pressed, as `Shortcuts` writes it. Shift is named only where it does not make another character. */
export function chordOf(event: KeyboardEvent): string {
  const single = event.key.length === 1
  const key = single && event.key !== ' ' ? event.key.toLowerCase() : event.key === ' ' ? 'Space' : event.key
  const mod = event.ctrlKey || event.metaKey
  const letter = /^[a-z]$/.test(key)
  const shift = event.shiftKey && (!single || letter || mod || event.altKey)
  // Alt+digit gives another character on some layouts (and on a Mac): the code says which key it was.
  const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined
  return `${mod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${digit ?? key}`
}

// An open list of antd closes itself on Escape before the event comes here: whether one was open is asked on the way down.
let escapeOfList = false
function noteList(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null
  const list = '.ant-select [aria-expanded="true"], .ant-select [aria-expanded="true"] *, .ant-popover *'
  escapeOfList = event.key === 'Escape' && target?.matches(list) === true
}

function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event) || escapeOfList) return
  const chord = chordOf(event)
  const typing = isEditable(event.target)
  // In a field, letters and editing keys belong to the field; Escape, function keys and Alt chords do not. Ctrl+Enter submits.
  if (typing && !/^(Escape|F\d+|Alt\+.+|Mod\+(Enter|k|s))$/.test(chord)) return
  for (const layer of layers.toReversed()) {
    const handler = layer.shortcuts[chord]
    if (handler !== undefined && handler(event) !== false) {
      event.preventDefault()
      return
    }
    if (layer.modal) return
  }
}

/** Keys of this component while it is on screen. The newest layer is asked first. Fields, input methods and open lists keep their keys. */
export function useShortcuts(shortcuts: Shortcuts, options: ShortcutOptions = {}): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const enabled = options.enabled !== false
  const modal = options.modal === true
  useEffect(() => {
    if (!enabled) return undefined
    const layer: Layer = {
      modal,
      get shortcuts() {
        return latest.current
      },
    }
    if (layers.length === 0) {
      window.addEventListener('keydown', noteList, true)
      window.addEventListener('keydown', handle)
    }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length > 0) return
      window.removeEventListener('keydown', noteList, true)
      window.removeEventListener('keydown', handle)
    }
  }, [enabled, modal])
}
