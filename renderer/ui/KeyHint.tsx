const onMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')
const macNames: Record<string, string> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }

/** `Ctrl+Z` as this machine's keyboard names it. */
export function keyName(keys: string): string {
  if (!onMac) return keys
  return keys
    .split('+')
    .map((key) => macNames[key] ?? key)
    .join('')
}

/** The key that does the same as what it stands beside. Hidden from screen readers: the help dialog lists all keys in words. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <kbd className="key-hint" aria-hidden>
      {keyName(keys)}
    </kbd>
  )
}
