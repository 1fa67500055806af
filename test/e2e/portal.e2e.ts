import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { block, goToDay, grid, pointOf, signInByName, toast } from './support/board.ts'
import { makeCentre, perform, secret, withData, type Centre } from './support/centre.ts'
import { removeFolder } from './support/desk.ts'
import { pictureOnFailure } from './support/pictures.ts'
import { openChromium, serve, type Served } from './support/served.ts'

// The portal as a team uses it: Chromium against the built server, on the folder of a prepared centre.
let centre: Centre
let served: Served
let browser: Browser
let page: Page
const problems: string[] = []

/** A window of its own: other cookies, another person. */
async function openPortal(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const opened = await context.newPage()
  opened.setDefaultTimeout(10_000)
  opened.on('pageerror', (error) => problems.push(error.message))
  opened.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await opened.goto(served.url)
  return { context, page: opened }
}

/** Types into a field that selects what stands in it, and leaves it. */
async function type(field: Locator, text: string): Promise<void> {
  await field.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

const forward = (on: Page) => () => on.getByRole('button', { name: '后一天' }).click()

beforeAll(async () => {
  centre = await makeCentre()
  await withData(centre.folder, async (core) => {
    const other = { name: '曦微光电(示例)', shortName: '曦微光电', kind: 'residentCompany' } as const
    const team = await perform(core, 'teams.save', { team: other })
    const person = { name: '区伟文', role: 'member', login: 'xiwei', secret, teamId: team.id } as const
    await perform(core, 'people.save', { person })
    await perform(core, 'bookings.create', {
      resources: [{ resourceId: centre.ids['A107']! }],
      start: centre.at('09:00'),
      end: centre.at('10:30'),
      title: '客户报价讨论',
      teamId: team.id,
    })
  })
  served = await serve(centre.folder)
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
  removeFolder(centre.folder)
})
pictureOnFailure(() => page)

test('a member sees own bookings, and of other teams only that a place is taken (PR-02)', async () => {
  ;({ page } = await openPortal())
  await signInByName(page, 'tuandui')
  await goToDay(page, centre.day, forward(page))
  await block(page, '会议室2', '13:00', '14:00', '客户视频会').waitFor()
  await block(page, '研讨室', '09:00', '10:30', '已占用').waitFor()
  expect(await page.content()).not.toContain('客户报价讨论')
  // Nor does the answer carry what the page does not show.
  const reply = await page.request.post(`${served.url}/api/op/bookings.day`, {
    headers: { origin: new URL(served.url).origin },
    data: { input: { date: centre.day } },
  })
  const text = await reply.text()
  expect(text).toContain('客户视频会')
  expect(text).not.toContain('客户报价讨论')
})

test('is refused with every reason, takes the first way on with Alt+1, and books it', async () => {
  const free = await pointOf(page, centre.ids['A106']!, '11:05')
  await page.mouse.click(free.x, free.y)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '新建预约' })
  await drawer.getByLabel('标题').fill('算法对齐会')
  await type(drawer.getByLabel('开始', { exact: true }), '13:15')
  await drawer.getByText('这样暂时约不上，共 1 条原因').waitFor()
  await drawer.getByText(/会议室2 .*13:00–14:00 已有「客户视频会」/).waitFor()
  await drawer.getByRole('heading', { name: '可以这样约' }).waitFor()
  const ways = drawer.locator('.booking-way-title')
  expect(await ways.count()).toBeGreaterThanOrEqual(2)
  const first = (await ways.first().textContent())!
  await page.keyboard.press('Alt+1')
  await drawer.getByText('可以预约，已核对全部规则').waitFor()
  await drawer.locator('.drawer-foot .button-primary').click()
  await drawer.waitFor({ state: 'detached' })
  await toast(page, '已预约').waitFor()
  const [, place, from, until] = /：(\S+) .*?(\d\d:\d\d)–(\d\d:\d\d)$/.exec(first)!
  await block(page, place!, from!, until!, '算法对齐会').waitFor()
})

test("another team's browser sees the change at once, without a reload, and only that it is taken", async () => {
  const other = await openPortal()
  await signInByName(other.page, 'xiwei')
  await goToDay(other.page, centre.day, forward(other.page))
  await block(other.page, '研讨室', '09:00', '10:30', '客户报价讨论').waitFor()
  await other.page.evaluate(() => ((window as unknown as { kept: boolean }).kept = true))

  const { x, y } = await pointOf(page, centre.ids['A107']!, '16:00')
  const end = await pointOf(page, centre.ids['A107']!, '17:00')
  await page.mouse.move(x + 3, y)
  await page.mouse.down()
  await page.mouse.move(end.x - 3, y, { steps: 5 })
  await page.mouse.up()
  const drawer = page.getByRole('dialog', { name: '新建预约' })
  await drawer.getByLabel('标题').fill('样品交接')
  await page.keyboard.press('Control+Enter')
  await drawer.waitFor({ state: 'detached' })
  await block(other.page, '研讨室', '16:00', '17:00', '已占用').waitFor()
  await block(page, '研讨室', '16:00', '17:00', '样品交接').click()
  await page.getByRole('button', { name: '取消这次预约' }).click()
  await block(other.page, '研讨室', '16:00', '17:00', '已占用').waitFor({ state: 'detached' })
  expect(await other.page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
  await other.context.close()
})

test('signing out ends the session on the server: its cookie opens nothing any more', async () => {
  expect(problems).toEqual([])
  await page.getByRole('button', { name: /^当前登录：/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('登录名').waitFor()
  expect(await grid(page).count()).toBe(0)
  const reply = await page.request.post(`${served.url}/api/op/bookings.day`, {
    headers: { origin: new URL(served.url).origin },
    data: { input: { date: centre.day } },
  })
  expect(reply.status()).toBe(401)
  // A cookie that was kept from before is worth nothing.
  await signInByName(page, 'tuandui')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: /^当前登录：/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('登录名').waitFor()
  await page.context().addCookies(cookies)
  await page.reload()
  await page.getByLabel('登录名').waitFor()
  expect(await served.close()).toBe(0)
})
