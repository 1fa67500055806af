import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { openCore } from '../electron/core/core.ts'
import { openPortal } from '../electron/transports/http.ts'
import { toInstant } from '../shared/scheduling/zone.ts'

// The README's pictures, taken from the running app on the demo centre, at a quarter to eleven of its busiest day: `node build/pictures.ts`.
const root = join(import.meta.dirname, '..')
const target = join(import.meta.dirname, 'pictures')
const shown = toInstant({ date: '2026-11-24', minute: 642 }, 'Asia/Shanghai')
const began = Date.now()

mkdirSync(target, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'hengtong-pictures-'))
const opened = await openCore({ folder, make: true, version: '0.1.0', now: () => shown + (Date.now() - began) })
if ('refusals' in opened) throw new Error(JSON.stringify(opened.refusals))
const { core } = opened
const filled = await core.perform('centre.demo', {})
if (!filled.ok) throw new Error(JSON.stringify(filled))
const portal = await openPortal(
  {
    version: core.version,
    call: (call) => core.call({ ...call, door: 'http' }),
    signedIn: core.signedIn,
    changes: core.changes,
    jobFile: core.jobFile,
    pages: join(root, 'dist/renderer'),
  },
  '127.0.0.1',
  0,
)
if ('refusal' in portal) throw new Error(JSON.stringify(portal.refusal))

const browser = await chromium.launch({
  executablePath: process.env['HENGTONG_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
})

type Look = { theme?: 'light' | 'dark'; language?: 'zh' | 'en' }

/** A page signed in as the manager of the demo, in a look. */
async function signedIn({ theme = 'light', language = 'zh' }: Look): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Shanghai' })
  await context.addInitScript(
    (preferences) => localStorage.setItem('hengtong.preferences', JSON.stringify(preferences)),
    { theme, language, scale: 1 },
  )
  const page = await context.newPage()
  await page.goto(`${served.url}/portal.html`)
  const { users } = demo
  const user = users.find((each) => each.login === 'zhuguan')!
  await page.locator('input').first().fill(user.login)
  await page.locator('input[type=password]').fill(user.secret)
  await page.keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  await page.waitForTimeout(1200)
  return page
}
const served = portal.listening
const demo = filled.value
const take = (page: Page, name: string) => page.screenshot({ path: join(target, `${name}.png`) })

const day = await signedIn({})
await take(day, 'board-day')
await day.keyboard.press('n')
await day.getByLabel('标题').fill('注册检验方案讨论')
await day.getByLabel('人数').fill('8')
await day.getByLabel('场地或仪器').click()
await day.keyboard.type('会议室2')
await day.keyboard.press('Enter')
await day.keyboard.press('Escape')
await day.getByLabel('开始').fill('14:00')
// The end follows the start when the field is left; only then is it ours to set.
await day.keyboard.press('Tab')
await day.waitForTimeout(300)
await day.getByLabel('结束').fill('15:30')
await day.keyboard.press('Tab')
await day.getByText('这样暂时约不上').waitFor()
await day.waitForTimeout(800)
await day.locator('.drawer-body').evaluate((body) => body.scrollTo(0, 10_000))
await day.waitForTimeout(300)
await take(day, 'booking-refused')
await day.keyboard.press('Escape')
await day.evaluate("location.hash = '#/reports'")
await day.waitForTimeout(2000)
await take(day, 'report')
await take(await signedIn({ theme: 'dark' }), 'board-day-dark')
const english = await signedIn({ language: 'en' })
await english.evaluate("location.hash = '#/board?view=week'")
await english.waitForTimeout(1500)
await take(english, 'board-week-en')

await browser.close()
await portal.listening.close()
await core.close()
rmSync(folder, { recursive: true, force: true })
