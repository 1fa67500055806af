import type { Transactions } from './transactions.ts'

/** Rows held in memory by their key, because they are asked for with every operation and seldom change. */
export type Kept<T> = {
  /** The row that is kept, or the one `read` finds, which is kept when it may be. Nobody may change what comes out. */
  of: (key: string, read: (key: string) => T | null) => T | null
  /** To be called by every write: nothing is kept until the next write begins, because the one that changes rows may still roll back. */
  forget: () => void
}

const MOST = 1000

/** An empty memory of rows. */
export function openKept<T>(transactions: Transactions): Kept<T> {
  const kept = new Map<string, T>()
  let changedIn = -1
  return {
    of(key, read) {
      const known = kept.get(key)
      if (known !== undefined) return known
      const found = read(key)
      if (found === null || transactions.count() === changedIn) return found
      if (kept.size >= MOST) kept.clear()
      kept.set(key, found)
      return found
    },
    forget() {
      kept.clear()
      changedIn = transactions.count()
    },
  }
}
