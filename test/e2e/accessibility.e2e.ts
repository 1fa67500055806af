import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block, goToDay, grid, signInByCard } from './support/board.ts'
import { makeCentre, type Centre } from './support/centre.ts'
import { openDeskApp, removeFolder, type Desk } from './support/desk.ts'
import { pictureOnFailure, takePicture } from './support/pictures.ts'

// What people with a screen reader, a keyboard or weak eyes meet (ui.md §11): axe finds nothing serious, in light and in dark.
let centre: Centre
let desk: Desk | undefined
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

beforeAll(async () => {
  centre = await makeCentre()
  desk = await openDeskApp(centre.folder)
})
afterAll(async () => {
  await desk?.close()
  removeFolder(centre.folder)
})
pictureOnFailure(() => desk?.page)

/** Serious and critical findings on what stands on the screen, each with the elements it is about. */
async function findings(): Promise<string[]> {
  const { page } = desk!
  await page.evaluate(axe)
  // Colours are those at rest: nothing may still be fading in.
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))))
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join('\n')}`,
    )
}

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  beforeAll(async () => {
    const { page } = desk!
    await page.evaluate(
      (chosen) => localStorage.setItem('hengtong.preferences', JSON.stringify({ theme: chosen })),
      theme,
    )
    await page.reload()
  })

  test('sign-in', async () => {
    const { page } = desk!
    await page.getByRole('button', { name: /单晓/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
    expect(await findings()).toEqual([])
    await page.getByRole('button', { name: /单晓/ }).click()
    await page.getByLabel('单晓 的快捷码').waitFor()
    expect(await findings()).toEqual([])
    await takePicture(page, `signIn ${theme}`)
    await page.getByRole('button', { name: '换一个人' }).click()
  })

  test('the board, a card and the booking drawer', async () => {
    const { page } = desk!
    await signInByCard(page, '曾乐')
    await goToDay(page, centre.day, () => page.getByRole('button', { name: '后一天' }).click())
    const booked = block(page, '会议室2', '13:00', '14:00', '客户视频会')
    await booked.waitFor()
    expect(await findings()).toEqual([])
    await booked.click()
    await page.getByRole('dialog', { name: /客户视频会/ }).waitFor()
    expect(await findings()).toEqual([])
    await booked.dblclick()
    await page.getByRole('dialog', { name: /^预约 B/ }).waitFor()
    await takePicture(page, `drawer ${theme}`)
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: '新建预约' }).getByLabel('标题').waitFor()
    expect(await findings()).toEqual([])
    await takePicture(page, `form ${theme}`)
    await page.keyboard.press('Escape')
  })

  test('the report and the lists', async () => {
    const { page } = desk!
    await page.getByRole('link', { name: '报表' }).click()
    await page.getByRole('radio', { name: '本周' }).click()
    await page.getByRole('table').first().waitFor()
    expect(await findings()).toEqual([])
    await takePicture(page, `report ${theme}`)
    for (const word of ['预约', '停机', '资源', '团队', '人员', '导入', '日历', '设置']) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      await page.getByRole('link', { name: word, exact: true }).click()
      // oxlint-disable-next-line no-await-in-loop
      await expect.poll(() => page.locator('main').textContent()).not.toBe('')
      // oxlint-disable-next-line no-await-in-loop
      expect(await findings(), word).toEqual([])
    }
    await page.getByRole('link', { name: '日程' }).click()
    await grid(page).waitFor()
    await page.getByRole('button', { name: /^当前登录：/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
  })
})
