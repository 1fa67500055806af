/* oxlint-disable no-underscore-dangle -- Node's list of handles is called that */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../shared/bridge.ts'
import { openDeskApp, removeFolder, type Desk } from './support/desk.ts'

// The desktop shell in real Electron: what the checklist of reliability.md §2.1 promises, asked of the running app.
type Ours = Window & { hengtong: Bridge; violations: string[] }
const root = join(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'hengtong-shell-'))
const folder = join(base, 'data')
let desk: Desk

beforeAll(async () => {
  desk = await openDeskApp(folder)
})
afterAll(async () => {
  await desk.close()
  removeFolder(base)
})

test('the page knows nothing of Node and reaches five named functions (points 2, 3, 20)', async () => {
  const seen = await desk.page.evaluate(() => ({
    url: location.href,
    node: [typeof (globalThis as { require?: unknown }).require, typeof (globalThis as { process?: unknown }).process],
    bridge: Object.entries((window as unknown as Ours).hengtong).map(([name, value]) => `${name}: ${typeof value}`),
  }))
  expect(seen.url).toMatch(/^app:\/\/hengtong\/index\.html/)
  expect(seen.node).toEqual(['undefined', 'undefined'])
  expect(seen.bridge.sort()).toEqual(
    ['call', 'onChange', 'onCoreState', 'saveFile', 'setTheme'].map((name) => `${name}: function`),
  )
})

test('an injected script does not run, and is reported by the policy (point 7)', async () => {
  const seen = await desk.page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { violations, ran: 'injected' in window }
  })
  expect(seen).toEqual({ violations: ['script-src-elem'], ran: false })
})

test('no permission is granted (point 5)', async () => {
  const states = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    const asked = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)),
    )
    return Object.fromEntries(names.map((name, index) => [name, asked[index]]))
  })
  expect(Object.values(states)).toEqual(Array.from({ length: 6 }, () => 'denied'))
})

test('nothing is fetched from anywhere else, and the window goes nowhere (points 1, 12-14)', async () => {
  const { page, app } = desk
  const fetched = await page.evaluate(async () => {
    const addresses = ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'app://evil/index.html']
    const tried = await Promise.allSettled(addresses.map((address) => fetch(address)))
    return tried.map(({ status }) => status)
  })
  expect(fetched).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  const before = page.url()
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:void(0)']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each must leave the page where it is
    await page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
      window.open(to.startsWith('https:') ? 'http://example.com/' : to)
    }, address)
  }
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
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

test('the core may die: the window says so, keeps its session and goes on', async () => {
  const { page, app } = desk
  await page.evaluate(() => {
    const ours = window as unknown as Ours
    ours.violations = []
    ours.hengtong.onCoreState!((state) => ours.violations.push(state))
  })
  const killed = await app.evaluate((_electron) => {
    // Whatever way the core was started, it is the only process with a line of its own to this one.
    const handles = (
      process as unknown as { _getActiveHandles: () => { pid?: number; spawnfile?: string }[] }
    )._getActiveHandles()
    const core = handles.find((handle) => handle.spawnfile !== undefined && handle.pid !== undefined)
    if (core?.pid !== undefined) process.kill(core.pid, 'SIGKILL')
    return core?.pid ?? null
  })
  expect(killed).not.toBeNull()
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Ours).violations), { timeout: 15_000 })
    .toEqual(['restarting', 'ready'])
  const status = await page.evaluate(() =>
    (window as unknown as Ours).hengtong.call('centre.status', {}, 'journey-after'),
  )
  expect(status).toMatchObject({ ok: true, value: { demo: true } })
})

test('a second start brings the first window forward and ends itself (T-13)', async () => {
  const electron = join(process.env['ELECTRON_OVERRIDE_DIST_PATH']!, 'electron')
  const second = spawn(electron, [root, '--no-sandbox', '--data', folder], { stdio: 'ignore' })
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('closing the app closes the database: no write-ahead log is left behind', async () => {
  const data = join(base, 'other')
  const own = await openDeskApp(data)
  await own.page.evaluate(() => (window as unknown as Ours).hengtong.call('centre.status', {}, 'journey-last'))
  expect(existsSync(join(data, 'hengtong.db'))).toBe(true)
  await own.app.close()
  await expect.poll(() => existsSync(join(data, 'hengtong.db-wal')), { timeout: 6_000 }).toBe(false)
})
