import type { Change } from '../../shared/operations/index.ts'
import type { ChangeSource } from '../transports/events.ts'

/** The change stream: what was committed, in the order of the journal. */
export type ChangeFeed = ChangeSource & { publish: (change: Change) => void }

const KEPT = 1000

/** A feed that remembers the last thousand changes; whoever missed more is told to ask for everything again. `at`: the journal's number now. */
export function openChangeFeed(at: number): ChangeFeed {
  const listeners = new Set<(change: Change) => void>()
  const kept: Change[] = []
  const began = at
  let seq = at
  return {
    seq: () => seq,
    publish(change) {
      seq = change.seq
      kept.push(change)
      if (kept.length > KEPT) kept.shift()
      for (const listener of listeners) listener(change)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    after(from) {
      if (from > seq) return null
      const oldest = kept[0]?.from ?? seq + 1
      if (from < began || from + 1 < oldest) return null
      return kept.filter((change) => change.seq > from)
    },
  }
}
