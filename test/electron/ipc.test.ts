/* oxlint-disable no-await-in-loop -- one case after the other, so that a failure names it */
import type { WebContents } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import type { Call } from '../../electron/core/coreTypes.ts'
import { openDesk, type Desk, type Teller } from '../../electron/transports/ipc.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown
let handlers: Record<string, Handler>
let calls: Call[]
let answer: (call: Call) => unknown
let themes: unknown[]
let saved: unknown[]
let sent: unknown[]
let teller: Teller
const mainFrame = { url: 'app://hengtong/index.html' }
const ours = { mainFrame, isDestroyed: () => false, send: (...args: unknown[]) => sent.push(args) }
const fromOurs = { sender: ours, senderFrame: mainFrame }

beforeEach(() => {
  handlers = {}
  calls = []
  themes = []
  saved = []
  sent = []
  answer = () => ({ ok: true, value: {} })
  const note = (name: string, handler: Handler) => void (handlers[name] = handler)
  teller = openDesk({ handle: note, on: note } as never, {
    contents: () => ours as unknown as WebContents,
    call: (async (call: Call) => {
      calls.push(call)
      return answer(call)
    }) as Desk['call'],
    saveFile: async (...args) => (saved.push(args), true),
    setTheme: (theme) => themes.push(theme),
  })
})

const call = (operation: unknown, input: unknown = {}, requestId: unknown = 'r1', event: unknown = fromOurs) =>
  handlers['hengtong:call']!(event, operation, input, requestId) as Promise<{ ok: boolean } & Record<string, unknown>>

test('a call of our page reaches the core as a call of the desk', async () => {
  expect(await call('centre.status', { x: 1 })).toEqual({ ok: true, value: {} })
  expect(calls).toEqual([{ operation: 'centre.status', input: { x: 1 }, requestId: 'r1', token: null, door: 'desk' }])
})

test('whoever is not the main frame of our window on our page is refused, whatever is asked (§2.1 point 17)', async () => {
  const strangers = [
    { sender: ours, senderFrame: null },
    { sender: ours, senderFrame: { url: 'app://hengtong/index.html' } },
    { sender: { ...ours }, senderFrame: mainFrame },
    { sender: { mainFrame: { url: 'https://attacker.com/' } }, senderFrame: { url: 'https://attacker.com/' } },
  ]
  for (const event of strangers) {
    expect(await call('centre.status', {}, 'r1', event)).toMatchObject({
      ok: false,
      refusals: [{ code: 'notAllowed' }],
    })
    expect(await handlers['hengtong:saveFile']!(event, 'job')).toBe(false)
    handlers['hengtong:setTheme']!(event, { mode: 'dark', background: '#000000', symbols: '#ffffff' })
  }
  const gone = { ...fromOurs, senderFrame: Object.assign(mainFrame, { url: 'https://attacker.com/' }) }
  expect(await call('centre.status', {}, 'r1', gone)).toMatchObject({ ok: false })
  mainFrame.url = 'app://hengtong/index.html'
  expect([calls, saved, themes]).toEqual([[], [], []])
})

test('what is no operation or has no sound request id is refused before the core sees it', async () => {
  for (const name of ['nope', '__proto__', 'constructor', 'toString', 7, null, undefined, {}, 'x'.repeat(10_000)])
    expect(await call(name)).toMatchObject({ ok: false, refusals: [{ code: 'notFound', what: 'operation' }] })
  for (const id of ['', 7, null, {}, 'x'.repeat(65)])
    expect(await call('centre.status', {}, id)).toMatchObject({
      ok: false,
      refusals: [{ code: 'badInput', path: 'requestId' }],
    })
  expect(calls).toEqual([])
})

test('the token of a sign-in stays on this side and goes with every later call, until signing out', async () => {
  answer = ({ operation }) =>
    operation.startsWith('sessions.s') && operation !== 'sessions.signOut'
      ? { ok: true, value: { person: { id: 'p' }, token: `token of ${operation}` } }
      : { ok: true, value: {} }
  expect(await call('sessions.signIn')).toEqual({ ok: true, value: { person: { id: 'p' } } })
  await call('centre.status')
  expect(await call('sessions.switch')).toEqual({ ok: true, value: { person: { id: 'p' } } })
  await call('centre.status')
  await handlers['hengtong:saveFile']!(fromOurs, 'job-1')
  await call('sessions.signOut')
  await call('centre.status')
  expect(calls.map(({ token }) => token)).toEqual([
    null,
    'token of sessions.signIn',
    'token of sessions.signIn',
    'token of sessions.switch',
    'token of sessions.switch',
    null,
  ])
  expect(saved).toEqual([['job-1', 'token of sessions.switch']])
})

test('a session that the core no longer knows is forgotten here too', async () => {
  answer = () => ({ ok: true, value: { token: 't' } })
  await call('sessions.signIn')
  answer = () => ({ ok: false, refusals: [{ code: 'notSignedIn' }] })
  await call('bookings.range')
  await call('centre.status')
  expect(calls.map(({ token }) => token)).toEqual([null, 't', null])
})

test('nothing is thrown across: a broken core is a fault, an absent one is unreachable', async () => {
  answer = () => {
    throw new Error('broken')
  }
  expect(await call('centre.status')).toEqual({ ok: false, faultId: 'desk' })
  answer = () => ({ ok: false, unreachable: true })
  expect(await call('centre.status')).toEqual({ ok: false, unreachable: true })
})

test('only sound colours reach the window', () => {
  const set = (theme: unknown) => handlers['hengtong:setTheme']!(fromOurs, theme)
  set({ mode: 'dark', background: '#191D23', symbols: '#B7BFCB' })
  for (const bad of [
    null,
    {},
    { mode: 'dark' },
    { mode: 'x', background: '#191D23', symbols: '#B7BFCB' },
    { mode: 'dark', background: 'url(x)', symbols: '#B7BFCB' },
  ])
    set(bad)
  expect(themes).toEqual([{ mode: 'dark', background: '#191D23', symbols: '#B7BFCB' }])
})

test('changes and the state of the core are told to the window', () => {
  teller.coreState('restarting')
  expect(sent).toEqual([['hengtong:coreState', 'restarting']])
})
