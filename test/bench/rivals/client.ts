import { Agent, request } from 'node:http'
import type { Event } from './history.ts'

/** What the client process is told: sign in, then one slot after the other. */
export type Order =
  | { kind: 'open'; name: string; port: number; login: string; secret: string; rivals: number }
  | { kind: 'round'; round: number; resourceId: string; start: number; end: number }
export type Report = { kind: 'ready' } | { kind: 'done'; events: Event[] }

type Answer = { status: number; body: { ok: boolean; value?: { id?: string; token?: string } } }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
let open: Extract<Order, { kind: 'open' }> | null = null
let token = ''

function post(operation: string, body: object): Promise<Answer> {
  const text = JSON.stringify(body)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: open!.port,
        path: `/api/op/${operation}`,
        method: 'POST',
        headers,
        agent,
        timeout: 20_000,
      },
      (incoming) => {
        let answer = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => (answer += chunk))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(answer) as Answer['body'] }),
        )
        incoming.on('error', reject)
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')))
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

async function rival(
  index: number,
  { round, resourceId, start, end }: Extract<Order, { kind: 'round' }>,
): Promise<Event[]> {
  const client = `${open!.name}-${index}`
  const op = `rival ${round} ${client}`
  const events: Event[] = []
  const note = (phase: Event['phase'], more: Partial<Event> = {}) =>
    events.push({ t: performance.timeOrigin + performance.now(), client, op, key: round, phase, ...more })
  const ask = async () => {
    note('invoke')
    try {
      const input = { resources: [{ resourceId, quantity: 1 }], start, end, title: op }
      const { status, body } = await post('bookings.create', { input, requestId: op.replaceAll(' ', '-') })
      if (body.ok) note('ok', { id: body.value!.id!, status })
      else note('fail', { status })
    } catch {
      note('info')
    }
  }
  await ask()
  // The winner asks again with the same name: the same booking must come back.
  if (events.at(-1)!.phase === 'ok') await ask()
  return events
}

process.on('message', (order: Order) => {
  void (async () => {
    if (order.kind === 'open') {
      open = order
      const { body } = await post('sessions.signIn', { input: { name: order.login, secret: order.secret } })
      token = body.value!.token!
      process.send!({ kind: 'ready' } satisfies Report)
      return
    }
    const events = await Promise.all(Array.from({ length: open!.rivals }, (_, index) => rival(index, order)))
    process.send!({ kind: 'done', events: events.flat() } satisfies Report)
  })()
})
