import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../shared/bridge.ts'
import { openDeskApp, removeFolder, type Desk } from './support/desk.ts'

// The desktop shell in real Electron on an empty folder: what crosses the bridge, and how it closes. Its locks: lockedWindow.
type Ours = Window & { hengtong: Bridge }
const base = mkdtempSync(join(tmpdir(), 'hengtong-shell-'))
const folder = join(base, 'data')
let desk: Desk

beforeAll(async () => {
  desk = await openDeskApp(folder)
})
afterAll(async () => {
  await desk.close()
  for (const each of [folder, join(base, 'other'), base]) removeFolder(each)
})

test('the page can fetch nothing from anywhere else (point 1)', async () => {
  const fetched = await desk.page.evaluate(async () => {
    const addresses = ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'app://evil/index.html']
    const tried = await Promise.allSettled(addresses.map((address) => fetch(address)))
    return tried.map(({ status }) => status)
  })
  expect(fetched).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
})

test('signing in gives the page a person and never a token; the whole product answers through the bridge', async () => {
  const seen = await desk.page.evaluate(async () => {
    const { hengtong } = window as unknown as Ours
    const made = (await hengtong.call('centre.demo', {}, 'journey-demo')) as {
      ok: true
      value: { users: { login: string; secret: string }[] }
    }
    const { login, secret } = made.value.users.find((user) => user.login === 'qiantai')!
    const signedIn = await hengtong.call('sessions.signIn', { name: login, secret }, 'journey-in')
    const current = await hengtong.call('sessions.current', {}, 'journey-who')
    return { signedIn: JSON.stringify(signedIn), current: JSON.stringify(current) }
  })
  expect(JSON.parse(seen.signedIn)).toMatchObject({ ok: true, value: { person: { login: 'qiantai' } } })
  expect(seen.signedIn).not.toMatch(/token/)
  expect(JSON.parse(seen.current)).toMatchObject({ ok: true, value: { person: { login: 'qiantai' } } })
})

test('closing the app closes the database: no write-ahead log is left behind', async () => {
  const data = join(base, 'other')
  const own = await openDeskApp(data)
  await own.page.evaluate(() => (window as unknown as Ours).hengtong.call('centre.status', {}, 'journey-last'))
  expect(existsSync(join(data, 'hengtong.db'))).toBe(true)
  await own.app.close()
  await expect.poll(() => existsSync(join(data, 'hengtong.db-wal')), { timeout: 6_000 }).toBe(false)
})
