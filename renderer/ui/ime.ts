/** True while an input method is composing: its Enter picks a word and must not submit; its Escape must not close. 229 is what older engines send. */
export function isComposing(event: { nativeEvent?: Event } | KeyboardEvent): boolean {
  const native = (
    'nativeEvent' in event && event.nativeEvent !== undefined ? event.nativeEvent : event
  ) as KeyboardEvent
  return native.isComposing || native.keyCode === 229
}

/** True where typing goes: single-letter shortcuts must keep out. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
