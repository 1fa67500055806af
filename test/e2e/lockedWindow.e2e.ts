import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goToDay, signInByCard } from './support/board.ts'
import { makeCentre, type Centre } from './support/centre.ts'
import { electronFile, openDeskApp, removeFolder, startOf, type Desk } from './support/desk.ts'
import { pictureOnFailure } from './support/pictures.ts'
import { serve } from './support/served.ts'

// The checklist of reliability.md §2.1 asked of the running app, and the hostile addresses of §2.4.
let centre: Centre
let desk: Desk | undefined

const hostile = [
  'file:///etc/passwd',
  'FILE:\\\\host\\share\\x.exe',
  'smb://host/share',
  'javascript:alert(1)',
  'data:text/html,<h1>x</h1>',
  'vbscript:msgbox(1)',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'app://evil/index.html',
  'https://hengtong.attacker.example/',
  'https://hengtong@attacker.example/',
  'https://hengtong%00.attacker.example/',
  'http://[::1]:9229/json',
  '\t javascript:alert(1)',
  `https://attacker.example/${'a'.repeat(1_000_000)}`,
]

type Seen = { requests: string[]; dialogs: string[]; opened: string[]; second: number; focused: number }
/** What the main process keeps for us: every request that was let out, every dialog, every address given away. */
const seen = () => desk!.app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)

beforeAll(async () => {
  centre = await makeCentre()
  desk = await openDeskApp(centre.folder)
  await desk.app.evaluate(({ app, session, dialog, shell, BrowserWindow }) => {
    const kept: Seen = { requests: [], dialogs: [], opened: [], second: 0, focused: 0 }
    ;(globalThis as unknown as { seen: Seen }).seen = kept
    // Not onBeforeRequest: that one is the app's own lock.
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void kept.requests.push(url))
    session.defaultSession.webRequest.onCompleted(({ url }) => void kept.requests.push(url))
    dialog.showMessageBox = ((...given: { detail?: string }[]) => {
      kept.dialogs.push(given.at(-1)?.detail ?? '')
      return Promise.resolve({ response: 1, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
    shell.openExternal = (address) => Promise.resolve(void kept.opened.push(address))
    app.on('second-instance', () => (kept.second += 1))
    const [window] = BrowserWindow.getAllWindows()
    window!.focus = () => void (kept.focused += 1)
  })
})
afterAll(async () => {
  await desk?.close()
  removeFolder(centre.folder)
})
pictureOnFailure(() => desk?.page)

test('a working day asks for nothing outside the app (point 1)', async () => {
  const { page } = desk!
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  await signInByCard(page, '曾乐')
  await goToDay(page, centre.day, () => page.getByRole('button', { name: '后一天' }).click())
  for (const word of ['预约', '停机', '资源', '团队', '人员', '报表', '导入', '日历', '设置']) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    await page.getByRole('link', { name: word, exact: true }).click()
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => page.locator('main').textContent()).not.toBe('')
  }
  const all = [...asked, ...(await seen()).requests]
  expect(all.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(3)
  expect(all.filter((url) => !url.startsWith('app://hengtong/') && !url.startsWith('data:'))).toEqual([])
})

test('the page knows nothing of Node and reaches the named functions alone (points 2, 3, 20)', async () => {
  const found = await desk!.page.evaluate(() => {
    const global = globalThis as Record<string, unknown>
    return {
      node: ['require', 'process', 'module', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in global,
      ),
      bridge: Object.entries(global['hengtong'] as object).map(([name, value]) => `${name} ${typeof value}`),
      frozen: Reflect.set(global['hengtong'] as object, 'call', null) || Reflect.deleteProperty(global, 'hengtong'),
    }
  })
  expect(found.node).toEqual([])
  expect(found.bridge.sort()).toEqual(
    ['call', 'onChange', 'onCoreState', 'saveFile', 'setTheme'].map((name) => `${name} function`),
  )
  expect(found.frozen).toBe(false)
})

test('an inline script and eval are blocked, each reported once (point 7)', async () => {
  const found = await desk!.page.evaluate(async () => {
    const reports: string[] = []
    const listen = (event: SecurityPolicyViolationEvent) =>
      reports.push(`${event.effectiveDirective} ${event.blockedURI}`)
    document.addEventListener('securitypolicyviolation', listen)
    const script = document.createElement('script')
    const global = globalThis as { injected?: string }
    try {
      script.textContent = 'globalThis.injected = "inline"'
    } catch {
      // Trusted types refuse the text itself.
    }
    document.body.append(script)
    const inline = await new Promise<number>((resolve) => setTimeout(() => resolve(reports.length), 50))
    let thrown = ''
    // As code of a page would run it: not through the debugger, which the policy does not bind.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- that it does not run is what is asked
          ;(0, eval)('globalThis.injected = "eval"')
        } catch (error) {
          thrown = (error as Error).name
        }
        resolve()
      })
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    document.removeEventListener('securitypolicyviolation', listen)
    script.remove()
    return { inline, reports, thrown, ran: global.injected ?? null }
  })
  expect(found.ran).toBeNull()
  expect(found.thrown).toBe('EvalError')
  expect(found.inline).toBe(1)
  expect(found.reports).toHaveLength(2)
})

test('nothing is permitted, asked for in earnest (point 5)', async () => {
  const found = await desk!.page.evaluate(async () => {
    const named = async (work: () => Promise<unknown>) => {
      try {
        return String(await work())
      } catch (error) {
        return (error as { name?: string }).name ?? String((error as { code?: number }).code)
      }
    }
    const ask = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)
    return {
      states: await Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(ask),
      ),
      geolocation: await named(
        () =>
          new Promise((done, fail) =>
            navigator.geolocation.getCurrentPosition(done, ({ code }) => fail({ name: String(code) })),
          ),
      ),
      notifications: await named(() => Notification.requestPermission()),
      camera: await named(() => navigator.mediaDevices.getUserMedia({ video: true })),
      midi: await named(() => navigator.requestMIDIAccess({ sysex: true })),
      clipboard: await named(() => navigator.clipboard.readText()),
      screen: await named(() => navigator.mediaDevices.getDisplayMedia()),
    }
  })
  expect(found.states).toEqual(Array.from({ length: 6 }, () => 'denied'))
  // 1: GeolocationPositionError.PERMISSION_DENIED
  expect(found.geolocation).toBe('1')
  expect(found.notifications).toBe('denied')
  for (const refused of [found.camera, found.midi, found.clipboard, found.screen]) {
    expect(refused).toMatch(/NotAllowedError|SecurityError|NotFoundError|AbortError|NotSupportedError/)
  }
})

test.each(['address', 'link', 'window', 'frame'] as const)(
  'no hostile address is reached as %s (points 13, 14)',
  async (way) => {
    const { page, app } = desk!
    const before = page.url()
    const problems = desk!.problems.length
    await page.evaluate(() => ((window as unknown as { kept: boolean }).kept = true))
    // One that cannot be read is another matter as a link: see below.
    for (const address of hostile.filter((each) => way !== 'link' || URL.canParse(each.trim()))) {
      // oxlint-disable-next-line no-await-in-loop -- each must leave the page where it is
      await page.evaluate(
        ([how, to]) => {
          try {
            if (how === 'address') window.location.href = to!
            else if (how === 'window') window.open(to)
            else if (how === 'frame') {
              const frame = document.createElement('iframe')
              frame.src = to!
              document.body.append(frame)
              setTimeout(() => frame.remove(), 20)
            } else {
              const link = document.createElement('a')
              link.href = to!
              document.body.append(link)
              link.click()
              link.target = '_blank'
              link.click()
              link.remove()
            }
          } catch {
            // An address that cannot even be read is refused too.
          }
        },
        [way, address],
      )
    }
    // Both processes have dealt with what was asked of them before this answers.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    const contents = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((each) => each.getURL()),
    )
    expect(contents).toEqual([before])
    expect(page.url()).toBe(before)
    expect(await page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
    const { opened, dialogs, requests } = await seen()
    expect(opened).toEqual([])
    // Only a plain https address may be offered, whole, and only after asking.
    expect(dialogs.filter((detail) => detail !== 'https://hengtong.attacker.example/')).toEqual([])
    expect(requests.filter((url) => !url.startsWith('app://hengtong/') && !url.startsWith('data:'))).toEqual([])
    desk!.problems.length = problems
  },
)

test('a link whose address cannot be read leaves the window on our page, and the person signed in', async () => {
  const { page } = desk!
  await page.evaluate((to) => {
    const link = document.createElement('a')
    link.href = to
    document.body.append(link)
    setTimeout(() => link.click())
  }, 'https://hengtong%00.attacker.example/')
  await page.waitForURL('about:blank#blocked', { waitUntil: 'commit' }).catch(() => {})
  await page.waitForURL(/^app:\/\/hengtong\/index\.html/)
  await page.getByRole('button', { name: /^当前登录：曾乐/ }).waitFor()
})

test('a webview tag never becomes a guest (points 11, 12)', async () => {
  const { page, app } = desk!
  await page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    view.setAttribute('allowpopups', '')
    document.body.append(view)
    return new Promise((resolve) => setTimeout(resolve, 100))
  })
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('a second start brings the first window forward and ends by itself (T-13)', async () => {
  const { args, env } = startOf(centre.folder)
  const second = spawn(electronFile(), args, { env, stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number]
  expect(code).toBe(0)
  await expect.poll(async () => [(await seen()).second, (await seen()).focused]).toEqual([1, 1])
  expect(await desk!.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a folder that another core holds is said so in both languages, and nothing is changed (T-13)', async () => {
  const other = await makeCentre()
  const held = await serve(other.folder)
  const recorder = join(other.folder, 'recorder.cjs')
  // In place before the app begins, and never answered: the dialog stands as it would before a person.
  writeFileSync(
    recorder,
    `const { dialog } = require('electron')
     globalThis.shown = []
     dialog.showMessageBox = (...given) => (globalThis.shown.push(given.at(-1)), new Promise(() => {}))`,
  )
  const refused = await openDeskApp(other.folder, ['-r', recorder])
  try {
    const shown = () =>
      refused.app.evaluate(
        () => (globalThis as unknown as { shown: { message: string; detail: string; buttons: string[] }[] }).shown,
      )
    await expect.poll(async () => (await shown()).length, { timeout: 10_000 }).toBe(1)
    const [{ message, detail, buttons } = { message: '', detail: '', buttons: [] }] = await shown()
    expect(message).toContain('数据暂时打不开')
    expect(detail).toContain(`文件夹 ${other.folder} 正由另一个程序使用`)
    expect(detail).toMatch(/没有改动任何数据[^]*in use/)
    expect(buttons).toHaveLength(2)
    const answer = await fetch(`${held.url}/api/health`)
    expect(answer.status).toBe(200)
  } finally {
    await refused.close()
    await held.close()
    removeFolder(other.folder)
  }
})
