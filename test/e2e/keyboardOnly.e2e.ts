import { afterAll, beforeAll, expect, test } from 'vitest'
import { block, goToDay, grid, toast } from './support/board.ts'
import { makeCentre, perform, pin, withData, type Centre } from './support/centre.ts'
import { openDeskApp, removeFolder, type Desk } from './support/desk.ts'
import { pictureOnFailure } from './support/pictures.ts'

// The desk without a mouse: everything that is done daily, by keys alone (UI-05).
let centre: Centre
let desk: Desk | undefined

beforeAll(async () => {
  centre = await makeCentre()
  desk = await openDeskApp(centre.folder)
})
afterAll(async () => {
  await desk?.close()
  removeFolder(centre.folder)
})
pictureOnFailure(() => desk?.page)

const press = async (...keys: string[]) => {
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- keys follow each other
    await desk!.page.keyboard.press(key)
  }
}

const times = (count: number, key: string) => Array.from({ length: count }, () => key)

/** What has the focus, in words. */
const focused = () =>
  desk!.page.evaluate(() => {
    const found = document.activeElement
    return `${found?.getAttribute('role') ?? ''} ${found?.getAttribute('aria-label') ?? found?.textContent ?? ''}`
  })

/** Presses a key until the focus is on what is wanted. */
async function pressUntil(key: string, wanted: RegExp) {
  for (let presses = 0; presses < 60; presses += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another
    if (wanted.test(await focused())) return
    // oxlint-disable-next-line no-await-in-loop
    await press(key)
  }
  throw new Error(`${key} never led to ${wanted}; the focus is on ${await focused()}`)
}

/** What the board says aloud. */
const said = () => desk!.page.locator('.board > [role=status]').textContent()
async function hear(words: string | RegExp) {
  await expect.poll(said).toMatch(words)
}

test('a whole day by keys: sign in, book, move, resize, cancel, undo, help, English, sign out', async () => {
  const { page, problems } = desk!
  const { day } = centre
  await page.evaluate(() => {
    const seen = window as unknown as { mouse: number }
    seen.mouse = 0
    // Not its moves: a pointer that rests where the window opens is told of once by the system.
    for (const name of ['mousedown', 'mouseup', 'pointerdown', 'wheel', 'contextmenu']) {
      window.addEventListener(name, (event) => (seen.mouse += event.isTrusted ? 1 : 0), true)
    }
  })

  await page.getByRole('button', { name: /单晓/ }).waitFor()
  await pressUntil('ArrowRight', /单晓/)
  await press('Enter')
  await page.getByLabel('单晓 的快捷码').waitFor()
  await page.keyboard.type(pin)
  await press('Enter')
  await grid(page).waitFor()
  await goToDay(page, day, () => press(']'))
  await block(page, '会议室2', '13:00', '14:00', '客户视频会').waitFor()

  // The cursor starts at the first place; a row and a time further on is free time to book.
  await pressUntil('Tab', /^grid /)
  await press('Home', 'ArrowRight')
  await hear(/^会议室2，08:15，空闲$/)
  await press(...times(7, 'ArrowRight'))
  await hear(/^会议室2，10:00，空闲$/)
  await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await hear('会议室2，10:00 至 11:00，可以放')
  await press('Enter')
  const drawer = page.getByRole('dialog', { name: '新建预约' })
  await drawer.waitFor()
  await expect.poll(() => drawer.getByLabel('标题').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('例会')
  await drawer.getByText('可以预约，已核对全部规则').waitFor()
  await press('Control+Enter')
  await drawer.waitFor({ state: 'detached' })
  await block(page, '会议室2', '10:00', '11:00', '例会').waitFor()

  // Back on the board, on the new booking.
  await pressUntil('Tab', /^grid /)
  await press('Home', 'Control+ArrowRight')
  await hear(/^会议室2，10:00 至 11:00，例会/)

  // Onto what is taken: told why, and Esc puts it back.
  await press(...times(9, 'Alt+ArrowRight'))
  await hear(/^会议室2，12:15 至 13:15，不能放：会议室2 .*已有「客户视频会」/)
  await page.locator('.bubble').getByText('Esc 回到原位').waitFor()
  await press('Escape')
  await hear('已回到原位')
  await block(page, '会议室2', '10:00', '11:00', '例会').waitFor()

  // In time and to another row.
  await press('Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowDown')
  await hear('研讨室，10:30 至 11:30，可以放')
  await press('Enter')
  await block(page, '研讨室', '10:30', '11:30', '例会').waitFor()
  await toast(page, '已改到 研讨室 10:30–11:30').waitFor()

  await press('Shift+ArrowRight', 'Shift+ArrowRight')
  await hear('研讨室，10:30 至 12:00，可以放')
  await press('Enter')
  await block(page, '研讨室', '10:30', '12:00', '例会').waitFor()
  await toast(page, '已改为 10:30–12:00').waitFor()

  await press('Delete')
  await block(page, '研讨室', '10:30', '12:00', '例会').waitFor({ state: 'detached' })
  await toast(page, '预约已取消').waitFor()
  await press('Control+z')
  await block(page, '研讨室', '10:30', '12:00', '例会').waitFor()

  await press('?')
  const help = page.getByRole('dialog', { name: '键盘操作' })
  await help.getByText('移动预约').waitFor()
  await press('Escape')
  await help.waitFor({ state: 'detached' })

  await pressUntil('Shift+Tab', /当前登录：单晓/)
  await press('Enter')
  const menu = page.getByRole('dialog', { name: '个人菜单' })
  await menu.waitFor()
  await pressUntil('Tab', /^radio 中文/)
  await press('ArrowRight')
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByRole('grid', { name: /^Schedule/ }).waitFor()
  await pressUntil('Tab', /Sign out/)
  await press('Enter')
  await page.getByRole('heading', { name: 'Choose a person' }).waitFor()

  expect(await page.evaluate(() => (window as unknown as { mouse: number }).mouse)).toBe(0)
  expect(problems).toEqual([])
})

test('what the keys did is what the data say', async () => {
  await desk!.close()
  desk = undefined
  const { bookings } = await withData(centre.folder, (core) => perform(core, 'bookings.day', { date: centre.day }))
  const standing = bookings.filter((each) => each.status === 'confirmed' && each.title === '例会')
  expect(standing).toMatchObject([{ start: centre.at('10:30'), end: centre.at('12:00') }])
  expect(standing[0]!.resources[0]!.resourceId).toBe(centre.ids['A107'])
})
