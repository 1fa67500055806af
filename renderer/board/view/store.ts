import { useSyncExternalStore } from 'react'

/** A value outside React: what changes with each pointer move is drawn by the layers that ask for it, not by the board. */
export type Store<T> = {
  get: () => T
  set: (next: T) => void
  on: (listener: () => void) => () => void
}

/** Makes a store with its first value. Setting the same value tells nobody. */
export function makeStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a store; the component is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.on, store.get)
}
