/* oxlint-disable no-await-in-loop -- one page at a time */
import { inPage, openBrowser } from './lib/browser.ts'
import { median, p95, plainLine, type Line } from './lib/measure.ts'
import { openPages } from './lib/pages.ts'

const ROUNDS = 5
const MS = 2000
const STEP = 120

/** G5: two seconds of the wheel over the week of 200 places, once it has settled: no task may keep the page for 50 ms. */
export async function scroll(): Promise<Line[]> {
  const pages = await openPages()
  const longTasks: number[] = []
  const frames: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const browser = await openBrowser()
      try {
        const found = await inPage(browser, pages.url('ours'), async (page) => {
          await page.evaluate(() => window.draw!('week'))
          await page.waitForTimeout(1000)
          await page.evaluate(() => {
            const seen = { tasks: 0, frames: [] as number[] }
            Object.assign(window, { seen })
            new PerformanceObserver((list) => (seen.tasks += list.getEntries().length)).observe({ type: 'longtask' })
            let last = performance.now()
            const count = (at: number) => {
              seen.frames.push(at - last)
              last = at
              requestAnimationFrame(count)
            }
            requestAnimationFrame(count)
          })
          await page.mouse.move(800, 500)
          const end = performance.now() + MS
          for (let turn = 0; performance.now() < end; turn += 1) {
            await page.mouse.wheel(0, Math.floor(turn / 40) % 2 === 0 ? STEP : -STEP)
          }
          const seen = await page.evaluate(
            () => (window as unknown as { seen: { tasks: number; frames: number[] } }).seen,
          )
          return seen
        })
        longTasks.push(found.tasks)
        frames.push(p95(found.frames.slice(1)))
      } finally {
        await browser.close()
      }
    }
  } finally {
    await pages.close()
  }
  return [plainLine('long tasks, 2 s of wheel', '', 0, longTasks, `frame p95 ${median(frames).toFixed(1)} ms`)]
}
