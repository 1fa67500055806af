import { useSyncExternalStore } from 'react'

const NARROW = '(width < 1360px)'

/** True where the window is so narrow that the search shrinks to 200 px (ui.md §2). */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
