/* oxlint-disable no-await-in-loop -- one case after the other, so that a failure names it */
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOurs, respond } from '../../electron/appProtocol.ts'

let base: string
let pages: string
const secret = 'a secret outside the pages'

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'hengtong-pages-'))
  pages = join(base, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  mkdirSync(join(base, 'renderer-other'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>ours</title>')
  writeFileSync(join(pages, 'assets/app.js'), 'export {}')
  writeFileSync(join(pages, 'notes.txt'), 'no page')
  writeFileSync(join(base, 'secret.html'), secret)
  writeFileSync(join(base, 'secret.js'), secret)
  writeFileSync(join(base, 'renderer-other/index.html'), secret)
  symlinkSync(join(base, 'secret.html'), join(pages, 'link.html'))
  symlinkSync(base, join(pages, 'up'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const ways = [
  'app://hengtong/../secret.html',
  'app://hengtong/../../etc/passwd',
  'app://hengtong/%2e%2e/secret.html',
  'app://hengtong/%2E%2E/secret.html',
  'app://hengtong/.%2e/secret.html',
  'app://hengtong/%2e./secret.html',
  'app://hengtong/..%2fsecret.html',
  'app://hengtong/..%2Fsecret.html',
  'app://hengtong/%2e%2e%2fsecret.html',
  'app://hengtong/%252e%252e%252fsecret.html',
  'app://hengtong/..%5csecret.html',
  'app://hengtong/..\\secret.html',
  'app://hengtong/assets/../../secret.js',
  'app://hengtong/assets/%2e%2e/%2e%2e/secret.js',
  'app://hengtong/assets/..%2f..%2fsecret.js',
  'app://hengtong/assets//..//..//secret.js',
  'app://hengtong/..;/secret.html',
  'app://hengtong/....//secret.html',
  'app://hengtong//secret.html',
  'app://hengtong/%00/../secret.html',
  'app://hengtong/index.html%00../secret.html',
  'app://hengtong/link.html',
  'app://hengtong/up/secret.html',
  'app://hengtong/up/renderer-other/index.html',
  'app://hengtong/../renderer-other/index.html',
  'app://hengtong/..%c0%afsecret.html',
  'app://hengtong/%ff%fe/secret.html',
  'app://hengtong/C:%5cWindows%5cwin.ini',
  'app://hengtong/%2fetc%2fpasswd',
  'app://evil/secret.html',
  'app://hengtong@evil/index.html',
  'app://hengtong:80/../secret.html',
  'file:///etc/passwd',
]

test('no spelling of an address and no link leads out of the folder of pages (reliability §2.1 point 18)', async () => {
  const answers = await Promise.all(ways.map(async (way) => (await respond(pages, 'GET', way)).text()))
  expect(ways.length).toBeGreaterThanOrEqual(30)
  expect(ways.filter((_, index) => answers[index]!.includes(secret))).toEqual([])
  const statuses = await Promise.all(ways.map(async (way) => (await respond(pages, 'GET', way)).status))
  expect(ways.filter((_, index) => statuses[index] !== 404)).toEqual([])
})

test('our own pages are answered with their type and the policy that lets nothing else in', async () => {
  for (const way of ['app://hengtong/', 'app://hengtong/index.html', 'app://hengtong/assets/../index.html']) {
    const answer = await respond(pages, 'GET', way)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = answer.headers.get('content-security-policy')!
    for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  }
})

test('a file of no known type is not served, nor any other method', async () => {
  expect((await respond(pages, 'GET', 'app://hengtong/notes.txt')).status).toBe(404)
  expect((await respond(pages, 'POST', 'app://hengtong/index.html')).status).toBe(405)
  const head = await respond(pages, 'HEAD', 'app://hengtong/index.html')
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('an address is ours by its parsed parts, never by how its text begins', () => {
  for (const ours of ['app://hengtong/', 'app://hengtong/index.html#/board', 'APP://hengtong/index.html?x=1'])
    expect(isOurs(ours), ours).toBe(true)
  for (const strange of [
    'app://hengtong.evil/',
    'app://hengtong@evil/',
    'app://user@hengtong/',
    'app://evil/hengtong/',
    'https://hengtong/',
    'file:///hengtong/',
    'app:hengtong',
    'javascript:app://hengtong/',
    'about:blank',
    '',
    `app://hengtong/${'a'.repeat(5000)}`,
  ])
    expect(isOurs(strange), strange).toBe(false)
})
