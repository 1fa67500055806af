import type { Instant } from '../../shared/scheduling/time.ts'

/**
 * Slows guessing down (reliability.md §5.2): after five failures of one name through one door each further try waits 1, 5, 15, then 60 minutes; and at
 * most 100 failures in ten minutes altogether. It is per name and door, so that guessing in the portal never locks the desk out.
 */
export type SignInGuard = {
  /** Milliseconds to wait before this may be tried; 0 when it may. */
  wait: (key: string, now: Instant) => number
  failed: (key: string, now: Instant) => void
  passed: (key: string) => void
}

const MINUTE = 60_000
const FREE_TRIES = 5
const WAITS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE)
const WINDOW = 10 * MINUTE
const MOST_IN_WINDOW = 100
const MOST_KEYS = 10_000

/** A guard that remembers failures as long as the core lives. */
export function openSignInGuard(): SignInGuard {
  const failures = new Map<string, { count: number; last: Instant }>()
  let recent: Instant[] = []
  return {
    wait(key, now) {
      recent = recent.filter((at) => at > now - WINDOW)
      if (recent.length >= MOST_IN_WINDOW) return recent[0]! + WINDOW - now
      const found = failures.get(key)
      if (found === undefined || found.count < FREE_TRIES) return 0
      const pause = WAITS[Math.min(found.count - FREE_TRIES, WAITS.length - 1)]!
      return Math.max(0, found.last + pause - now)
    },
    failed(key, now) {
      recent.push(now)
      if (failures.size >= MOST_KEYS) failures.delete(failures.keys().next().value!)
      failures.set(key, { count: (failures.get(key)?.count ?? 0) + 1, last: now })
    },
    passed(key) {
      failures.delete(key)
    },
  }
}
