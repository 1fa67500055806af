import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal } from '../../electron/transports/http.ts'
import { tooDeep } from '../../electron/transports/http/body.ts'
import { securityHeaders } from '../../electron/transports/http/headers.ts'
import type { Listening } from '../../electron/transports/http/listen.ts'
import { tokenOf } from '../../electron/transports/sessions.ts'
import { ask, post, raw, type Answer } from '../support/ask.ts'

/** A core that only remembers what reached it: these tests are about what never may. */
const reached: { operation: string; token: string | null }[] = []
const pages = mkdtempSync(join(tmpdir(), 'pages-'))
const portal: Portal = {
  version: '0.0.0',
  call: ({ operation, token, input }) => {
    reached.push({ operation, token })
    if (JSON.stringify(input).includes('explode')) throw new Error('secret path /home/someone')
    return { ok: true, value: { operation } }
  },
  signedIn: (token) => token === 'abcdefghijklmnopqrstuvwx',
  changes: { subscribe: () => () => {}, after: () => [], seq: () => 7 },
  jobFile: async (id) => (id === 'job1' ? { name: '报表 "1".xlsx', body: new Uint8Array([1, 2]) } : null),
  pages,
}
let server: Listening
let port: number

beforeAll(async () => {
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>x</title>')
  writeFileSync(join(pages, 'assets', 'a-1f.js'), 'export {}')
  writeFileSync(join(pages, 'secret.txt'), 'not a page')
  writeFileSync(join(pages, '..', 'outside.html'), 'MARKER')
  symlinkSync('/etc', join(pages, 'etc'))
  const reply = await openPortal(portal, '127.0.0.1', 0)
  if (!('listening' in reply)) throw new Error(JSON.stringify(reply))
  server = reply.listening
  port = server.port
})
afterAll(() => server.close())

const codes = (answer: Answer) => (answer.json() as { refusals: { code: string }[] }).refusals.map((each) => each.code)

describe('where the portal listens', () => {
  it.each(['0.0.0.0', '192.168.1.5', '::', 'example.org', '10.0.0.1', '127.0.0.1.evil.org', ''])(
    'refuses %s',
    async (host) => {
      expect(await openPortal(portal, host, 0)).toEqual({ refusal: { code: 'notLoopback', host } })
    },
  )

  it('refuses a port that another program has', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = (other.address() as { port: number }).port
    expect(await openPortal(portal, '127.0.0.1', taken)).toEqual({
      refusal: { code: 'portInUse', host: '127.0.0.1', port: taken },
    })
    other.close()
  })

  it('closes although a stream is open', async () => {
    const reply = await openPortal(portal, 'localhost', 0)
    if (!('listening' in reply)) throw new Error('refused')
    const open = raw(
      reply.listening.port,
      `GET /api/changes HTTP/1.1\r\nHost: localhost:${reply.listening.port}\r\nAuthorization: Bearer abcdefghijklmnopqrstuvwx\r\n\r\n`,
      5000,
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    await reply.listening.close()
    expect((await open).closed).toBe(true)
  })
})

describe('who may ask', () => {
  it.each([
    'evil.example',
    'evil.example:{port}',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.1.evil.example:{port}',
    'localhost.evil.example:{port}',
    'localhost:{port}@evil.example',
    '0.0.0.0:{port}',
  ])('refuses the Host %j (DNS rebinding)', async (host) => {
    const before = reached.length
    const answer = await post(port, 'centre.status', {}, { headers: { host: host.replace('{port}', String(port)) } })
    expect([400, 403]).toContain(answer.status)
    expect(reached).toHaveLength(before)
    expect((await ask({ port, path: '/', headers: { host: host.replace('{port}', String(port)) } })).status).not.toBe(
      200,
    )
  })

  it.each(['127.0.0.1:{port}', 'localhost:{port}', 'LOCALHOST:{port}', '[::1]:{port}'])(
    'serves the Host %s',
    async (host) => {
      const answer = await post(port, 'centre.status', {}, { headers: { host: host.replace('{port}', String(port)) } })
      expect(answer.status).toBe(200)
    },
  )

  it.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'https://127.0.0.1:{port}' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'http://localhost:{port}' },
    { origin: 'http://127.0.0.1:{port}/path' },
    { origin: 'http://127.0.0.1:{port}', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses a change from %j', async (headers) => {
    const before = reached.length
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('{port}', String(port))]),
    )
    const answer = await post(port, 'centre.status', {}, { headers: filled })
    expect(answer.status).toBe(403)
    expect(codes(answer)).toEqual(['notAllowed'])
    expect(reached).toHaveLength(before)
  })

  it('serves our own pages and scripts', async () => {
    const own = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' }
    expect((await post(port, 'centre.status', {}, { headers: own })).status).toBe(200)
    expect((await post(port, 'centre.status', {})).status).toBe(200)
  })

  it('refuses a request without a Host, or with an empty one', async () => {
    for (const host of ['', 'Host: \r\n']) {
      const before = reached.length
      const head = `POST /api/op/centre.status HTTP/1.0\r\n${host}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`
      expect((await raw(port, head, 2000)).text).toMatch(/^HTTP\/1\.1 (400|403)/)
      expect(reached).toHaveLength(before)
    }
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const answer = await ask({ port, path: '/api/op/centre.status', method })
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe('GET, HEAD, POST')
  })

  it('changes nothing by GET', async () => {
    const before = reached.length
    expect((await ask({ port, path: '/api/op/centre.setUp' })).status).toBe(405)
    expect(reached).toHaveLength(before)
  })
})

describe('what may be asked', () => {
  it.each([
    ['notFound', 404, 'no.such', '{}'],
    ['notFound', 404, 'constructor', '{}'],
    ['notFound', 404, '__proto__', '{}'],
    ['notFound', 404, 'sessions.people', '{}'],
    ['notFound', 404, 'sessions.switch', '{}'],
    ['badInput', 400, 'centre.status', '{"input":'],
    ['badInput', 400, 'centre.status', '[]'],
    ['badInput', 400, 'centre.status', '"x"'],
    ['badInput', 400, 'centre.status', '{"input":{},"extra":1}'],
    ['badInput', 400, 'centre.status', '{"requestId":7}'],
    ['badInput', 400, 'centre.status', `{"requestId":"${'x'.repeat(65)}"}`],
    ['badInput', 400, 'centre.status', `{"input":${'['.repeat(20)}${']'.repeat(20)}}`],
    ['badInput', 400, 'centre.status', `{"input":"${'x'.repeat(64 * 1024)}"}`],
  ])('answers %s (%i) to %s %#', async (code, status, operation, body) => {
    const before = reached.length
    const answer = await ask({
      port,
      path: `/api/op/${operation}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(status)
    expect(codes(answer)).toEqual([code])
    expect(reached).toHaveLength(before)
  })

  it('wants JSON: a form of another site cannot send it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = await ask({
        port,
        path: '/api/op/centre.status',
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      })
      expect(answer.status).toBe(400)
    }
  })

  it('takes eight megabytes only for a file to import, and never keeps what is too much', async () => {
    const big = JSON.stringify({ input: { content: 'A'.repeat(6_000_000) } })
    const send = (operation: string, body: string) =>
      ask({ port, path: `/api/op/${operation}`, method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect((await send('imports.start', big)).status).toBe(200)
    expect((await send('bookings.create', big).catch(() => ({ status: 400 }))).status).toBe(400)
    const huge = JSON.stringify({ input: { content: 'A'.repeat(9_000_000) } })
    expect((await send('imports.start', huge).catch(() => ({ status: 400 }))).status).toBe(400)
  })

  it('stops reading a body that never ends', async () => {
    const head = `POST /api/op/centre.status HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
    const { text } = await raw(port, head + chunk.repeat(4), 3000)
    expect(text).toMatch(/^HTTP\/1\.1 400/)
  })

  it('finds depth without parsing', () => {
    expect(tooDeep('['.repeat(20) + ']'.repeat(20))).toBe(false)
    expect(tooDeep('['.repeat(21))).toBe(true)
    expect(tooDeep('[]'.repeat(100))).toBe(false)
    expect(tooDeep(JSON.stringify('[{'.repeat(100) + '"\\'))).toBe(false)
    expect(tooDeep('['.repeat(5_000_000))).toBe(true)
  })

  it('tells nothing of what went wrong inside', async () => {
    const answer = await post(port, 'centre.status', { explode: true })
    expect(answer.status).toBe(500)
    expect(answer.text).not.toMatch(/Error|home|\bat\b.*:\d+/)
    expect(answer.json()).toMatchObject({ ok: false, faultId: expect.any(String) })
  })
})

describe('answers', () => {
  it('carry the security headers on every route, errors included', async () => {
    const json = { 'content-type': 'application/json' }
    const answers = await Promise.all([
      ask({ port, path: '/' }),
      ask({ port, path: '/assets/a-1f.js' }),
      ask({ port, path: '/nothing.html' }),
      ask({ port, path: '/api/nothing' }),
      ask({ port, path: '/api/health' }),
      ask({ port, path: '/api/operations' }),
      ask({ port, path: '/api/openapi.json' }),
      ask({ port, path: '/api/changes' }),
      ask({ port, path: '/api/files/job1' }),
      ask({ port, path: '/api/op/centre.status' }),
      ask({ port, path: '/api/op/centre.status', method: 'PUT' }),
      ask({ port, path: '/', headers: { host: 'evil.example' } }),
      post(port, 'centre.status', {}),
      post(port, 'centre.status', { explode: true }),
      post(port, 'no.such', {}),
      ask({ port, path: '/api/op/centre.status', method: 'POST', headers: json, body: '{' }),
    ])
    for (const answer of answers) {
      for (const [name, value] of Object.entries(securityHeaders)) {
        if (name === 'cache-control' && answer.headers[name]?.includes('immutable')) continue
        expect(answer.headers[name], `${name} of ${answer.text.slice(0, 40)}`).toBe(value)
      }
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      expect(answer.headers['x-powered-by']).toBeUndefined()
      expect(answer.headers['server']).toBeUndefined()
    }
    expect(securityHeaders['content-security-policy']).toMatch(/default-src 'none'; script-src 'self';/)
  })

  it.each([
    '/../outside.html',
    '/%2e%2e/outside.html',
    '/..%2foutside.html',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/..\\outside.html',
    '/%5c..%5coutside.html',
    '/secret.txt',
    '/index.html%00.js',
    '/%',
    '/assets',
    '/etc/passwd',
    '//etc/hosts.html',
  ])('serve no file for %s', async (path) => {
    const answer = await ask({ port, path })
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('MARKER')
  })

  it('give a finished file its name, to those signed in', async () => {
    expect((await ask({ port, path: '/api/files/job1' })).status).toBe(401)
    const headers = { cookie: 'hengtong_session=abcdefghijklmnopqrstuvwx' }
    const answer = await ask({ port, path: '/api/files/job1', headers })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''%E6%8A%A5%E8%A1%A8%20%221%22.xlsx`)
    expect((await ask({ port, path: '/api/files/other', headers })).status).toBe(404)
  })

  it('describe every operation with its schemas', async () => {
    const { operations } = (await ask({ port, path: '/api/operations' })).json() as {
      operations: { name: string; input: object }[]
    }
    expect(operations.map((each) => each.name)).toContain('bookings.create')
    expect(JSON.stringify(operations.find((each) => each.name === 'bookings.create')?.input)).toContain('resourceId')
    const api = (await ask({ port, path: '/api/openapi.json' })).json() as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(api.openapi).toBe('3.1.0')
    expect(Object.keys(api.paths)).toContain('/api/op/bookings.create')
    expect(Object.keys(api.paths)).not.toContain('/api/op/sessions.switch')
  })
})

describe('slow clients', () => {
  it('are cut off when their headers do not come', { timeout: 20_000 }, async () => {
    const started = performance.now()
    const { closed } = await raw(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `, 15_000)
    expect(closed).toBe(true)
    expect(performance.now() - started).toBeLessThan(13_000)
  })

  it('get no more connections than their share', async () => {
    const sockets = await Promise.all(Array.from({ length: 160 }, () => raw(port, 'GET', 800)))
    const cut = sockets.filter((each) => each.closed).length
    expect(cut).toBeGreaterThanOrEqual(30)
    expect((await ask({ port, path: '/api/health' })).status).toBe(200)
  })
})

describe('the token of a request', () => {
  const token = 'abcdefghijklmnopqrstuvwx'
  it.each([
    [{ authorization: `Bearer ${token}` }, token],
    [{ authorization: `bearer ${token}`, cookie: 'hengtong_session=zzzzzzzzzzzzzzzzzzzz' }, token],
    [{ cookie: `a=b; hengtong_session=${token}; c=d` }, token],
    [{ cookie: `xhengtong_session=${token}` }, null],
    [{ authorization: 'Basic abc' }, null],
    [{ authorization: 'Bearer short' }, null],
    [{ cookie: `hengtong_session=${'x'.repeat(300)}` }, null],
    [{}, null],
  ])('of %#', (headers, expected) => {
    expect(tokenOf(new Headers(headers as Record<string, string>))).toBe(expected)
  })
})
