import type { OperationName, Parsed } from '../../shared/operations/index.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import type { Stores } from '../storage/stores.ts'
import type { Actor } from './context.ts'
import { hashSecret, nobodysHash, secretFits } from './secrets.ts'
import type { SignInGuard } from './signInGuard.ts'

/** What was worked out before the transaction because it takes long: nothing may wait inside one. */
export type Prepared = {
  /** Hashes of secrets and PINs of the input, by their text. */
  hashes: ReadonlyMap<string, string>
  /** The person whose secret or PIN was right, at the moment it was looked at. */
  personId: string | null
}

export const nothingPrepared: Prepared = { hashes: new Map(), personId: null }

export type PreparationDoor = { stores: Stores; guard: SignInGuard; actor: Actor; now: Instant }
export type PreparationReply = { prepared: Prepared } | { refusals: Refusal[] }
type Preparation<N extends OperationName> = (door: PreparationDoor, input: Parsed<N>) => Promise<PreparationReply>

const MOST_AT_ONCE = 8
let working = 0

/** Runs one costly piece of work; when eight are under way the caller is told to come back. */
async function inTurn(work: () => Promise<PreparationReply>): Promise<PreparationReply> {
  if (working >= MOST_AT_ONCE) return { refusals: [{ code: 'slowDown', retryAfterMs: 1000 }] }
  working += 1
  try {
    return await work()
  } finally {
    working -= 1
  }
}

async function hashAll(secrets: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const given = secrets.filter((secret) => secret !== undefined)
  const hashed = await Promise.all(given.map(hashSecret))
  return new Map(given.map((secret, index) => [secret, hashed[index]!]))
}

/** Compares a secret with a stored hash, counts failures under `key` and refuses in the same words and time whoever is meant. */
async function prove(
  { guard, now }: PreparationDoor,
  key: string,
  found: { id: string; hash: string | null } | null,
  secret: string,
): Promise<PreparationReply> {
  const wait = guard.wait(key, now)
  if (wait > 0) return { refusals: [{ code: 'slowDown', retryAfterMs: wait }] }
  return inTurn(async () => {
    const fits = await secretFits(secret, found?.hash ?? nobodysHash)
    if (!fits || found === null || found.hash === null) {
      guard.failed(key, now)
      return { refusals: [{ code: 'wrongSecret' }] }
    }
    guard.passed(key)
    return { prepared: { hashes: new Map(), personId: found.id } }
  })
}

/** The operations whose work with secrets is done before their transaction. */
export const preparations: { [N in OperationName]?: Preparation<N> } = {
  'sessions.signIn': (door, input) => {
    const person = door.stores.people.byLogin(input.name)
    const usable = person !== null && !person.retired
    const key = `${door.actor.door}:${input.name.normalize('NFKC').toLowerCase()}`
    return prove(door, key, usable ? { id: person.id, hash: person.secretHash } : null, input.secret)
  },
  'sessions.switch': (door, input) => {
    const person = door.stores.people.person(input.personId)
    const usable = person !== null && !person.retired
    const key = `${door.actor.door}:pin:${input.personId}`
    return prove(door, key, usable ? { id: person.id, hash: person.pinHash } : null, input.pin)
  },
  'sessions.changeSecret': async (door, input) => {
    const person = door.actor.personId === null ? null : door.stores.people.person(door.actor.personId)
    if (person === null) return { refusals: [{ code: 'notSignedIn' }] }
    const key = `${door.actor.door}:change:${person.id}`
    const proved = await prove(door, key, { id: person.id, hash: person.secretHash }, input.current)
    if ('refusals' in proved) return proved
    const hashes = await hashAll([input.secret, input.pin])
    return { prepared: { hashes, personId: person.id } }
  },
  'people.save': (_door, input) =>
    inTurn(async () => ({
      prepared: { hashes: await hashAll([input.person.secret, input.person.pin]), personId: null },
    })),
  'centre.setUp': (_door, input) =>
    inTurn(async () => ({ prepared: { hashes: await hashAll([input.secret]), personId: null } })),
}
