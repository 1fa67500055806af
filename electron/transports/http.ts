import { Hono, type Context } from 'hono'
import { isOperationName, operations } from '../../shared/operations/index.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { Reply } from '../../shared/result.ts'
import { changeStream, type ChangeSource } from './events.ts'
import { MAX_BODY_BYTES, MAX_IMPORT_BYTES, readBody } from './http/body.ts'
import { describeOperations, openApi } from './http/description.ts'
import { hostAllowed, originAllowed, outsideRefusal } from './http/guards.ts'
import { securityHeaders } from './http/headers.ts'
import { listen, type ListenReply } from './http/listen.ts'
import { pageFile } from './http/pages.ts'
import { statusOf } from './http/status.ts'
import { endedCookie, sessionCookie, tokenOf } from './sessions.ts'

/** What the portal needs of the core. `token` is null for a caller without a session; the core decides who that is. */
export type Portal = {
  version: string
  call: (call: {
    operation: string
    input: unknown
    requestId: string | undefined
    token: string | null
  }) => Reply<unknown> | Promise<Reply<unknown>>
  signedIn: (token: string | null) => boolean
  changes: ChangeSource
  /** The finished file of a job, for the person who started it and for nobody else; null otherwise. */
  jobFile: (jobId: string, token: string | null) => Promise<{ name: string; body: Uint8Array<ArrayBuffer> } | null>
  /** The folder of the built pages; null serves the API alone. */
  pages: string | null
}

const MAX_STREAMS = 64
const JSON_TYPE = 'application/json; charset=utf-8'

/** The portal's answers, without a socket. `port` is what the Host header must name. */
export function portalApp(portal: Portal, port: () => number): Hono {
  const app = new Hono()
  let streams = 0

  app.use('*', async (context, next) => {
    if (!hostAllowed(context.req.header('host'), port()))
      return notDone([outsideRefusal(context.req.path.slice(0, 80))])
    const { method } = context.req
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
      return notDone([{ code: 'badInput', path: 'method', why: 'notAllowedValue' }], 405, { allow: 'GET, HEAD, POST' })
    }
    if (method === 'POST' && !originAllowed(context.req.raw.headers, port())) {
      return notDone([outsideRefusal(context.req.path.slice(0, 80))])
    }
    await next()
    return undefined
  })

  app.post('/api/op/:operation', async (context) => answerCall(portal, context))
  app.get('/api/op/:operation', () =>
    notDone([{ code: 'badInput', path: 'method', why: 'notAllowedValue' }], 405, { allow: 'POST' }),
  )
  app.get('/api/health', () => json({ ok: true, version: portal.version, seq: portal.changes.seq() }))
  app.get('/api/operations', () => json({ operations: describeOperations() }))
  app.get('/api/openapi.json', () => json(openApi(portal.version)))

  app.get('/api/changes', (context) => {
    const token = tokenOf(context.req.raw.headers)
    if (!portal.signedIn(token)) return notDone([{ code: 'notSignedIn' }])
    if (streams >= MAX_STREAMS) return notDone([{ code: 'slowDown', retryAfterMs: 5000 }])
    streams += 1
    const last = context.req.header('last-event-id') ?? context.req.query('after') ?? null
    const body = changeStream(
      portal.changes,
      last,
      () => portal.signedIn(token),
      () => {
        streams -= 1
      },
    )
    return answer(body, 200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' })
  })

  app.get('/api/files/:jobId', async (context) => {
    const token = tokenOf(context.req.raw.headers)
    if (!portal.signedIn(token)) return notDone([{ code: 'notSignedIn' }])
    const file = await portal.jobFile(context.req.param('jobId'), token)
    if (file === null) return notDone([{ code: 'notFound', what: 'file', id: context.req.param('jobId').slice(0, 64) }])
    return answer(file.body, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escapeMark)}`,
    })
  })

  app.get('*', async (context) => {
    const { pathname } = new URL(context.req.url)
    const found = portal.pages === null || pathname.startsWith('/api/') ? null : await pageFile(portal.pages, pathname)
    if (found === null) return notDone([{ code: 'notFound', what: 'file', id: pathname.slice(0, 64) }])
    const kept: Record<string, string> = found.keep ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}
    return answer(found.body, 200, { 'content-type': found.type, ...kept })
  })

  app.notFound((context) => notDone([{ code: 'notFound', what: 'operation', id: context.req.path.slice(0, 64) }]))
  app.onError(() => json({ ok: false, faultId: 'portal' }, 500))
  return app
}

/** Opens the portal on a loopback address; see `listen` for what it refuses. */
export async function openPortal(portal: Portal, host: string, port: number): Promise<ListenReply> {
  let bound = port
  const app = portalApp(portal, () => bound)
  const reply = await listen((request) => app.fetch(request), host, port)
  if ('listening' in reply) bound = reply.listening.port
  return reply
}

async function answerCall(portal: Portal, context: Context): Promise<Response> {
  const operation = context.req.param('operation') ?? ''
  if (!isOperationName(operation) || !operations[operation].portal) {
    return notDone([{ code: 'notFound', what: 'operation', id: operation.slice(0, 64) }])
  }
  const limit = operation === 'imports.start' ? MAX_IMPORT_BYTES : MAX_BODY_BYTES
  const body = await readBody(context.req.raw, limit)
  if (!body.read) return notDone([body.refusal])
  const token = tokenOf(context.req.raw.headers)
  const reply = await portal.call({ operation, input: body.input, requestId: body.requestId, token })
  const status = statusOf(reply)
  const headers: Record<string, string> = {}
  if (reply.ok && operation === 'sessions.signIn') headers['set-cookie'] = sessionCookie(signedInToken(reply.value))
  if (reply.ok && operation === 'sessions.signOut') headers['set-cookie'] = endedCookie()
  if (!reply.ok && 'refusals' in reply) return notDone(reply.refusals, status)
  return json(reply, status, headers)
}

function signedInToken(value: unknown): string {
  return typeof value === 'object' && value !== null && 'token' in value ? String(value.token) : ''
}

function notDone(refusals: Refusal[], status?: number, headers: Record<string, string> = {}): Response {
  const reply = { ok: false, refusals } as const
  const slow = refusals.find((refusal) => refusal.code === 'slowDown')
  const wait: Record<string, string> = slow ? { 'retry-after': String(Math.ceil(slow.retryAfterMs / 1000)) } : {}
  return json(reply, status ?? statusOf(reply), { ...wait, ...headers })
}

function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return answer(JSON.stringify(value), status, { 'content-type': JSON_TYPE, ...headers })
}

function answer(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  status: number,
  headers: Record<string, string>,
): Response {
  return new Response(body, { status, headers: { ...securityHeaders, ...headers } })
}

function escapeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}
