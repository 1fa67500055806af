import { afterEach, describe, expect, it } from 'vitest'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { Bridge } from '../../shared/bridge.ts'
import { START_PAGE } from '../../electron/appProtocol.ts'
import type { Call } from '../../electron/core/coreTypes.ts'
import { openPortal } from '../../electron/transports/http.ts'
import { openDesk } from '../../electron/transports/ipc.ts'
import type { Reply } from '../../shared/result.ts'
import { makePlaces, makeTestCore, testSecret, type TestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

const day = '2026-03-02'
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

type Send = (operation: string, input: unknown, requestId: string) => Promise<Reply<unknown>>

/** The window's door without a window: what ipcMain would call, with our page as the sender. */
function throughIpc(test: TestCore): Send {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown>()
  const frame = { url: START_PAGE }
  const contents = { mainFrame: frame, isDestroyed: () => false, send: () => {} } as unknown as WebContents
  openDesk(
    {
      handle: (channel, handler) => void handlers.set(channel, handler),
      on: () => undefined as never,
    },
    {
      contents: () => contents,
      call: (call: Call) => test.core.call(call),
      saveFile: async () => false,
      setTheme: () => {},
    },
  )
  const event = { sender: contents, senderFrame: frame } as unknown as IpcMainInvokeEvent
  return (operation, input, requestId) =>
    handlers.get('hengtong:call')!(event, operation, input, requestId) as ReturnType<Bridge['call']>
}

async function throughHttp(test: TestCore): Promise<Send> {
  const { core } = test
  const opened = await openPortal(
    {
      version: core.version,
      call: (call) => core.call({ ...call, door: 'http' }),
      signedIn: core.signedIn,
      changes: core.changes,
      jobFile: core.jobFile,
      pages: null,
    },
    '127.0.0.1',
    0,
  )
  if ('refusal' in opened) throw new Error(JSON.stringify(opened.refusal))
  closers.push(opened.listening.close)
  let cookie = ''
  return async (operation, input, requestId) => {
    const response = await fetch(`${opened.listening.url}/api/op/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ input, requestId }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return (await response.json()) as Reply<unknown>
  }
}

function throughCore(test: TestCore): Send {
  let token: string | null = null
  return async (operation, input, requestId) => {
    const reply = await test.core.call({ operation, input, requestId, token, door: 'desk' })
    if (reply.ok && operation === 'sessions.signIn') token = (reply.value as { token: string }).token
    return reply
  }
}

/** One working hour of a person, the same for every door, with what is different by nature (ids, tokens) left out. */
async function anHour(test: TestCore, send: Send): Promise<unknown[]> {
  const places = await makePlaces(test)
  await test.admin.done('people.save', {
    person: { name: '单晓', role: 'frontDesk', login: 'qiantai', secret: testSecret },
  })
  const told: unknown[] = []
  let count = 0
  const say = async (operation: string, input: unknown): Promise<Reply<unknown>> => {
    count += 1
    const reply = await send(operation, input, `request-${count}`)
    told.push(
      JSON.parse(
        JSON.stringify(reply, (key, value: unknown) => (key === 'token' || key === 'door' ? undefined : value)),
      ),
    )
    return reply
  }
  await say('bookings.day', { date: day })
  await say('sessions.signIn', { name: 'qiantai', secret: 'wrong-secret' })
  await say('sessions.signIn', { name: 'qiantai', secret: testSecret })
  await say('sessions.current', {})
  const ask = {
    resources: [{ resourceId: places['A106'] }],
    start: at(day, '10:00'),
    end: at(day, '11:00'),
    title: '会',
  }
  const made = await say('bookings.create', ask)
  const { id } = (made as { value: { id: string } }).value
  await say('bookings.create', ask)
  await say('bookings.create', { ...ask, start: 'nine' })
  await say('bookings.move', { id, start: at(day, '14:00') })
  await say('bookings.move', { id, start: at(day, '14:00'), expectedVersion: 1 })
  await say('settings.set', { change: { idleMinutes: 5 } })
  await say('nothing.here', {})
  await say('bookings.day', { date: day })
  await say('undo.apply', {})
  await say('bookings.one', { id })
  await say('sessions.signOut', {})
  await say('bookings.one', { id })
  const ids = new Map<string, string>()
  const named = JSON.stringify(told).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (found) => {
      if (!ids.has(found)) ids.set(found, `id${ids.size}`)
      return ids.get(found)!
    },
  )
  return JSON.parse(named) as unknown[]
}

describe('every door', () => {
  it('gives the same replies to the same calls: direct, over IPC, over HTTP', async () => {
    const direct = await makeTestCore()
    const desk = await makeTestCore()
    const portal = await makeTestCore()
    const expected = await anHour(direct, throughCore(direct))
    expect(await anHour(desk, throughIpc(desk))).toEqual(expected)
    expect(await anHour(portal, await throughHttp(portal))).toEqual(expected)
    const outcomes = expected.map((reply) => ((reply as Reply<unknown>).ok ? 'done' : 'not'))
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(8)
  })
})
