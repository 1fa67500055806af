import { useSyncExternalStore } from 'react'

/** A write that can be taken back: its journal number and what the toast said about it. */
export type UndoEntry = { seq: number; said: string }

const MOST = 50
let entries: readonly UndoEntry[] = []
const listeners = new Set<() => void>()

function become(next: readonly UndoEntry[]): void {
  entries = next
  for (const listener of listeners) listener()
}

/** Remembers a write that was just accepted. */
export function pushUndo(entry: UndoEntry): void {
  become([...entries, entry].slice(-MOST))
}

/** Takes an entry out: the newest, or the one with this number. Null when there is none. */
export function takeUndo(seq?: number): UndoEntry | null {
  const found = seq === undefined ? entries.at(-1) : entries.find((entry) => entry.seq === seq)
  if (found === undefined) return null
  become(entries.filter((entry) => entry !== found))
  return found
}

/** Forgets everything: another person sits down. */
export function clearUndo(): void {
  become([])
}

/** What can be taken back, oldest first. */
export function useUndoStack(): readonly UndoEntry[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
  )
}
