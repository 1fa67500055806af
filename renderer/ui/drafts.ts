import { useCallback, useState } from 'react'

// Drafts live as long as the window: closing a drawer keeps what was typed (草稿已保留); saving drops it.
const drafts = new Map<string, unknown>()

export type Draft<T> = {
  value: T
  set: (value: T) => void
  /** Takes the draft out of memory, after it was saved. */
  drop: () => void
  /** True when it was found in memory: say 草稿已保留. */
  kept: boolean
}

/** A form's content that outlives its drawer under a key; null as key keeps nothing. */
export function useDraft<T>(key: string | null, start: () => T): Draft<T> {
  const [kept] = useState(() => key !== null && drafts.has(key))
  const [value, setValue] = useState<T>(() => (key !== null && drafts.has(key) ? (drafts.get(key) as T) : start()))
  const set = useCallback(
    (next: T) => {
      setValue(next)
      if (key !== null) drafts.set(key, next)
    },
    [key],
  )
  const drop = useCallback(() => {
    if (key !== null) drafts.delete(key)
  }, [key])
  return { value, set, drop, kept }
}

/** Forgets all drafts: another person sits down. */
export function dropDrafts(): void {
  drafts.clear()
}
