import { HOUR, MINUTE, type Instant } from '../../shared/scheduling/time.ts'
import type { Storage } from '../storage/stores.ts'
import type { Actor } from './context.ts'
import type { DoorName } from './coreTypes.ts'
import type { Memory } from './memory.ts'
import { hashToken } from './secrets.ts'

/** However busy, a session ends after this; a new working day begins with signing in. */
const LONGEST = 14 * HOUR
/** `seenAt` is written at most this often: each write waits for the disk. */
const TOUCH_EVERY = MINUTE

/** Sweeping waits for the disk like every write, so it is done this often and not at every look. */
const SWEEP_EVERY = HOUR
/** A request is repeated within seconds. Its remembered answer holds titles and names, so it does not stay for long. */
const REMEMBERED = 24 * HOUR

export type Sessions = {
  actorOf: (token: string | null, door: DoorName, now: Instant) => Actor
  sweep: (now: Instant) => void
}

/** Finds who a token speaks for. A session that was idle too long, is too old, or whose person has left, speaks for nobody. */
export function openSessions(storage: Storage, memory: Memory): Sessions {
  const nobody = (door: DoorName): Actor => ({ personId: null, role: null, door, tokenHash: null })
  let swept = -Infinity
  return {
    actorOf(token, door, now) {
      if (token === null) return nobody(door)
      const tokenHash = hashToken(token)
      const session = storage.sessions.find(tokenHash)
      if (session === null || session.door !== door) return nobody(door)
      const idle = memory.settings().idleMinutes * MINUTE
      if (now - session.seenAt > idle || now - session.createdAt > LONGEST) return nobody(door)
      const person = storage.people.person(session.personId)
      if (person === null || person.retired) return nobody(door)
      if (now - session.seenAt >= TOUCH_EVERY && !storage.readOnly)
        storage.write(() => storage.sessions.touch(tokenHash, now))
      return { personId: person.id, role: person.role, door, tokenHash }
    },
    sweep(now) {
      if (storage.readOnly || now - swept < SWEEP_EVERY) return
      swept = now
      storage.write(() => {
        storage.sessions.forgetBefore(now - LONGEST)
        storage.requests.forgetBefore(now - REMEMBERED)
      })
    },
  }
}
