import { randomInt } from 'node:crypto'
import { isOperationName, operations, type Input, type OperationName } from '../../shared/operations/index.ts'
import { roles, type Role } from '../../shared/refusals.ts'
import { valueOf, withCore, type OpenCore } from './core.ts'
import { refused, say, wrongUsage, type Exit, type Terminal } from './terminal.ts'
import { missing, type Given } from './usage.ts'

/** `demo --data DIR`: an empty folder becomes the demo centre; its users' secrets are shown once, on stderr. */
export async function demoVerb(terminal: Terminal, given: Given<'demo'>, open: OpenCore): Promise<Exit> {
  const { data, seed, from, to } = given.values
  if (data === undefined) return missing(terminal, 'demo', '--data')
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) {
    return wrongUsage(terminal, say(terminal, 'wrongOption', { what: `--seed ${seed}` }), 'demo')
  }
  return withCore(terminal, open, data, true, async (core) => {
    const reply = valueOf<'centre.demo'>(
      terminal,
      await core.perform('centre.demo', {
        ...(seed === undefined ? {} : { seed: Number(seed) }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }),
    )
    if ('exit' in reply) return reply.exit
    const { bookings, resources, users } = reply.value
    terminal.out(
      terminal.json ? JSON.stringify({ bookings, resources }) : say(terminal, 'demoReady', { bookings, resources }),
    )
    showUsers(terminal, users)
    return 0
  })
}

type DemoUser = { login: string; name: string; secret: string; pin: string }

/** The demo users' secrets on stderr: shown once, stored nowhere. */
export function showUsers(terminal: Terminal, users: readonly DemoUser[]) {
  if (terminal.json) {
    terminal.err(JSON.stringify({ users }))
    return
  }
  terminal.err(say(terminal, 'demoUsers'))
  const width = Math.max(...users.map((user) => user.login.length))
  for (const user of users) terminal.err(`  ${user.login.padEnd(width)}  ${user.secret}  PIN ${user.pin}  ${user.name}`)
}

/** `op NAME --data DIR --input JSON`: one operation as the local administrator. */
export async function opVerb(terminal: Terminal, given: Given<'op'>, open: OpenCore): Promise<Exit> {
  const [name] = given.words
  if (name === undefined) {
    for (const [each, { kind }] of Object.entries(operations)) terminal.out(`${each}\t${kind}`)
    return 0
  }
  if (given.values.data === undefined) return missing(terminal, 'op', '--data')
  if (!isOperationName(name)) return refused(terminal, [{ code: 'notFound', what: 'operation', id: name }])
  let input: unknown
  try {
    input = JSON.parse(given.values.input ?? '{}')
  } catch {
    return wrongUsage(terminal, say(terminal, 'inputNotJson'), 'op')
  }
  return withCore(terminal, open, given.values.data, true, async (core) => {
    const reply = await core.perform(name, input as Input<OperationName>)
    if (reply.ok) {
      terminal.out(JSON.stringify(reply))
      return 0
    }
    const failed = valueOf(terminal, reply)
    return 'exit' in failed ? failed.exit : 1
  })
}

/** `user add|reset`: a person who can sign in, or a new secret for one. */
export async function userVerb(
  terminal: Terminal,
  given: Given<'user'>,
  open: OpenCore,
  readSecret: () => Promise<string>,
): Promise<Exit> {
  const [what] = given.words
  const { data, login, name, role } = given.values
  if (what !== 'add' && what !== 'reset') return missing(terminal, 'user', 'add | reset')
  if (data === undefined) return missing(terminal, 'user', '--data')
  if (login === undefined) return missing(terminal, 'user', '--login')
  if (what === 'add' && name === undefined) return missing(terminal, 'user', '--name')
  if (role !== undefined && !(roles as readonly string[]).includes(role)) {
    return wrongUsage(
      terminal,
      say(terminal, 'wrongFormat', { what: `--role ${role}`, known: roles.join(', ') }),
      'user',
    )
  }
  const chosen = given.values['secret-stdin'] ? await readSecret() : null
  const secret = chosen ?? makeSecret()
  return withCore(terminal, open, data, true, async (core) => {
    const list = valueOf<'people.list'>(terminal, await core.perform('people.list', { withRetired: true }))
    if ('exit' in list) return list.exit
    const known = list.value.people.find((person) => person.login === login)
    if (what === 'reset' && !known) return refused(terminal, [{ code: 'notFound', what: 'person', id: login }])
    if (what === 'add' && known)
      return refused(terminal, [{ code: 'badInput', path: 'login', why: 'taken', given: login }])
    const saved = valueOf<'people.save'>(
      terminal,
      await core.perform('people.save', {
        person: {
          ...(known ? { id: known.id } : {}),
          name: name ?? known?.name ?? login,
          login,
          secret,
          ...(role === undefined ? {} : { role: role as Role }),
        },
      }),
    )
    if ('exit' in saved) return saved.exit
    terminal.out(
      terminal.json
        ? JSON.stringify({ ok: true, id: saved.value.id, login, role: saved.value.role })
        : say(terminal, 'userSaved', { login, role: saved.value.role }),
    )
    if (chosen === null) terminal.err(say(terminal, 'userSecret', { login, secret }))
    return 0
  })
}

/** Twelve characters that cannot be mistaken for one another: 60 bits. */
export function makeSecret(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return Array.from(
    { length: 12 },
    (_, index) => (index > 0 && index % 4 === 0 ? '-' : '') + letters[randomInt(32)],
  ).join('')
}
