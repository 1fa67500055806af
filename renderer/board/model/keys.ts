import type { Instant } from '../../../shared/scheduling/time.ts'
import type { Held } from './gesture.ts'

/** What a key asks of the board. */
export type KeyCommand =
  | { do: 'sideways'; by: 1 | -1 }
  | { do: 'jump'; by: 1 | -1 }
  | { do: 'row'; by: 1 | -1 }
  | { do: 'group'; by: 1 | -1 }
  | { do: 'edge'; first: boolean }
  | { do: 'nudge'; steps: number; rows: number }
  | { do: 'stretch'; steps: number }
  | { do: 'enter' }
  | { do: 'card' }
  | { do: 'back' }
  | { do: 'cancelBooking' }

type Pressed = { key: string; altKey: boolean; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }

/** Reads a key on the board (UI-05); null when it is not the board's. */
export function commandOf({ key, altKey, shiftKey, ctrlKey, metaKey }: Pressed): KeyCommand | null {
  const mod = ctrlKey || metaKey
  const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : null
  const updown = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
  if (altKey) {
    if (mod) return null
    if (side !== null) return { do: 'nudge', steps: side, rows: 0 }
    return updown === null ? null : { do: 'nudge', steps: 0, rows: updown }
  }
  if (shiftKey) return side !== null && !mod ? { do: 'stretch', steps: side } : null
  if (mod) return side === null ? null : { do: 'jump', by: side }
  if (side !== null) return { do: 'sideways', by: side }
  if (updown !== null) return { do: 'row', by: updown }
  switch (key) {
    case 'PageDown':
      return { do: 'group', by: 1 }
    case 'PageUp':
      return { do: 'group', by: -1 }
    case 'Home':
      return { do: 'edge', first: true }
    case 'End':
      return { do: 'edge', first: false }
    case 'Enter':
      return { do: 'enter' }
    case ' ':
      return { do: 'card' }
    case 'Escape':
      return { do: 'back' }
    case 'Delete':
      return { do: 'cancelBooking' }
    default:
      return null
  }
}

/** A booking as taken hold of by the keys. */
export function heldOf(booking: { id: string; start: Instant; end: Instant }, rowId: string): Held {
  return { bookingId: booking.id, rowId, start: booking.start, end: booking.end }
}
