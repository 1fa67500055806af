import { afterAll, beforeAll, expect, test } from 'vitest'
import { block, goToDay, hold, pointOf, signInByCard, toast } from './support/board.ts'
import { makeCentre, perform, withData, type Centre } from './support/centre.ts'
import { corePid } from './support/coreOf.ts'
import { openDeskApp, removeFolder, type Desk } from './support/desk.ts'
import { pictureOnFailure } from './support/pictures.ts'

// The core may be killed at any moment: the window says so, nothing acknowledged is lost, nothing is booked twice.
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

async function openForm(from: string, until: string, title: string) {
  const { page } = desk!
  const start = await pointOf(page, centre.ids['A107']!, from)
  const end = await pointOf(page, centre.ids['A107']!, until)
  await hold(page, { x: start.x + 3, y: start.y }, { x: end.x - 3, y: end.y })
  await page.mouse.up()
  const drawer = page.getByRole('dialog', { name: '新建预约' })
  await drawer.getByLabel('标题').fill(title)
  await drawer.getByText('可以预约，已核对全部规则').waitFor()
  return drawer
}

/** Kills the running core and answers when it is gone. */
async function kill() {
  const pid = await expect
    .poll(() => corePid(desk!.app))
    .not.toBeNull()
    .then(() => corePid(desk!.app))
  process.kill(pid!, 'SIGKILL')
  await expect.poll(() => corePid(desk!.app)).not.toBe(pid)
  return pid!
}

test('killed while the window is open: told in a bar, back by itself, what was booked meanwhile stands once', async () => {
  const { page, problems } = desk!
  await signInByCard(page, '单晓')
  await goToDay(page, centre.day, () => page.getByRole('button', { name: '后一天' }).click())
  const before = await openForm('09:00', '10:00', '事前的会')
  await page.keyboard.press('Control+Enter')
  await before.waitFor({ state: 'detached' })
  await block(page, '研讨室', '09:00', '10:00', '事前的会').waitFor()

  const during = await openForm('15:00', '16:00', '期间的会')
  // The second death in a row makes the next start wait half a second: long enough for the bar to be seen.
  const first = await kill()
  expect(await kill()).not.toBe(first)
  await page.getByText('本机服务正在重新启动，内容还在，稍候自动恢复').waitFor()
  await page.keyboard.press('Control+Enter')
  await during.waitFor({ state: 'detached' })
  await toast(page, '本机服务已恢复').waitFor()
  await page.locator('.slim-bar').waitFor({ state: 'detached' })
  await block(page, '研讨室', '09:00', '10:00', '事前的会').waitFor()
  await block(page, '研讨室', '15:00', '16:00', '期间的会').waitFor()

  // The board goes on as before.
  const { y } = await pointOf(page, centre.ids['A107']!, '09:30')
  const from = await pointOf(page, centre.ids['A107']!, '09:30')
  const to = await pointOf(page, centre.ids['A107']!, '11:30')
  await hold(page, from, { x: to.x, y })
  await page.mouse.up()
  await toast(page, '「事前的会」已改到 11:00–12:00').waitFor()
  expect(problems).toEqual([])
})

test('the data hold both, each once, and the journal is unbroken', async () => {
  await desk!.close()
  desk = undefined
  await withData(centre.folder, async (core) => {
    const { bookings } = await perform(core, 'bookings.day', { date: centre.day })
    const standing = bookings
      .filter((each) => each.status === 'confirmed')
      .map(({ title, start }) => ({ title, start }))
    expect(standing.sort((a, b) => a.start - b.start)).toEqual([
      { title: '事前的会', start: centre.at('11:00') },
      { title: '客户视频会', start: centre.at('13:00') },
      { title: '期间的会', start: centre.at('15:00') },
    ])
    expect((await perform(core, 'journal.verify', {})).sound).toBe(true)
  })
})
