import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { pin, secret } from './centre.ts'

/** Signs in at the desk: a card, then the PIN. */
export async function signInByCard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByLabel(`${name} 的快捷码`).fill(pin)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await grid(page).waitFor()
}

/** Signs in at the portal: login name and secret. */
export async function signInByName(page: Page, login: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('口令', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await grid(page).waitFor()
}

export function grid(page: Page): Locator {
  return page.getByRole('grid')
}

/** The block whose label says place, times and title. */
export function block(page: Page, place: string, from: string, until: string, title: string): Locator {
  return page.getByRole('button', { name: `${place}，${from} 至 ${until}，${title}` })
}

/** Steps from day to day until the board shows the one wanted. */
export async function goToDay(page: Page, day: string, step: () => Promise<void>): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one day after another
    if (page.url().includes(`date=${day}`)) return
    const before = page.url()
    // oxlint-disable-next-line no-await-in-loop
    await step()
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => page.url()).not.toBe(before)
  }
  throw new Error(`${day} was not reached`)
}

/** Where a time of a row lies on the screen. */
export function pointOf(page: Page, rowId: string, time: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([row, at]) => {
      const line = document.querySelector('.axis-hours')!.getBoundingClientRect()
      const hours = [...document.querySelectorAll<HTMLElement>('.axis-hour')].map((each) => ({
        hour: Number.parseInt(each.textContent, 10),
        left: Number.parseFloat(each.style.left),
      }))
      const [first, second] = [hours[1]!, hours[2]!]
      const perHour = (second.left - first.left) / (second.hour - first.hour)
      const [hour, minute] = at!.split(':').map(Number)
      const box = document.querySelector(`[data-row="${row}"]`)!.getBoundingClientRect()
      return { x: line.left + first.left + (hour! + minute! / 60 - first.hour) * perHour, y: box.top + box.height / 2 }
    },
    [rowId, time],
  )
}

/** Presses at one point and goes to another in small steps, still holding. */
export async function hold(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 6 })
}

/** The newest toast that says so. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.locator('.toast').filter({ hasText: text }).last()
}
