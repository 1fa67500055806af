import type { Person } from '../../../shared/operations/people.ts'
import { done, refuse } from '../../../shared/result.ts'
import { maskPhone } from '../../../shared/text/format.ts'
import type { StoredPerson } from '../../storage/stores.ts'
import type { Context, Handlers } from '../context.ts'
import { hashToken } from '../secrets.ts'

/** The person of the cli's local administrator; made when first needed, never signs in. */
export const LOCAL = 'local'

/** A person as everyone may see them: phone masked, e-mail to its first letter, nothing of their secret. */
export function shownPerson({ secretHash, pinHash, ...person }: StoredPerson): Person {
  return {
    ...person,
    phone: maskPhone(person.phone),
    email: person.email === '' ? '' : `${person.email.charAt(0)}***${person.email.slice(person.email.indexOf('@'))}`,
    canSignIn: person.login !== '' && secretHash !== null,
    hasPin: pinHash !== null,
  }
}

/** Opens a session for the person whose secret was right, and ends the one that was here. */
function open(context: Context) {
  const { stores, now, actor, prepared } = context
  const person = prepared.personId === null ? null : stores.people.person(prepared.personId)
  if (person === null || person.retired) return refuse({ code: 'wrongSecret' })
  if (actor.tokenHash !== null) stores.sessions.end(actor.tokenHash)
  const token = context.newToken()
  stores.sessions.open({
    tokenHash: hashToken(token),
    personId: person.id,
    door: actor.door,
    createdAt: now,
    seenAt: now,
  })
  return done({ person: shownPerson(person), token })
}

/** Signing in, switching and signing out. */
export const sessionHandlers = {
  'sessions.signIn': (context) => open(context),
  'sessions.switch': (context) => open(context),

  'sessions.signOut'({ stores, actor }) {
    if (actor.tokenHash !== null) stores.sessions.end(actor.tokenHash)
    return done({})
  },

  'sessions.current'({ stores, actor, memory }) {
    const person = actor.personId === null ? null : stores.people.person(actor.personId)
    return done({
      person: person === null ? null : shownPerson(person),
      door: actor.door,
      idleMinutes: memory.settings().idleMinutes,
    })
  },

  'sessions.people': ({ stores }) =>
    done({
      people: stores.people
        .people()
        .filter((each) => !each.retired && each.login !== '' && each.secretHash !== null)
        .map(({ id, name, role, login, pinHash }) => ({ id, name, role, login, hasPin: pinHash !== null })),
    }),

  'sessions.changeSecret'({ stores, actor, prepared, record }, input) {
    const person = stores.people.person(actor.personId!)
    if (person === null) return refuse({ code: 'notSignedIn' })
    const secretHash = input.secret === undefined ? person.secretHash : prepared.hashes.get(input.secret)!
    const pinHash = input.pin === undefined ? person.pinHash : prepared.hashes.get(input.pin)!
    stores.people.savePerson({ ...person, secretHash, pinHash, version: person.version + 1 })
    record('people', person.id, { version: person.version }, { version: person.version + 1, secretChanged: true })
    return done({})
  },

  'sessions.endAll'({ stores, record }, { personId }) {
    if (personId !== undefined && stores.people.person(personId) === null)
      return refuse({ code: 'notFound', what: 'person', id: personId })
    const ended = stores.sessions.endAll(personId ?? null)
    record('sessions', personId ?? 'all', null, { ended })
    return done({ ended })
  },
} satisfies Partial<Handlers>
