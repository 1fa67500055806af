/* oxlint-disable no-await-in-loop -- one page at a time */
import type { Page } from 'playwright-core'
import { inPage, openBrowser } from './lib/browser.ts'
import { plainLine, type Line } from './lib/measure.ts'
import { openPages } from './lib/pages.ts'

const ROUNDS = 5
/** 32 ms and one frame. */
const GOAL = 32 + 1000 / 60
const MOVES = 20

type Seen = { moves: number[]; drop: number | null; dropped: number }

/** G6: a booking is dragged an hour later with the mouse, 20 moves; from the release of the button to the painted board. */
export async function drag(): Promise<Line[]> {
  const pages = await openPages()
  const lines: Line[] = []
  try {
    for (const view of ['day', 'week'] as const) {
      const drops: number[] = []
      const worst: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const browser = await openBrowser()
        try {
          const seen = await inPage(browser, pages.url('ours'), (page) => dragOnce(page, view))
          if (seen.drop === null || seen.dropped !== 1)
            throw new Error(`the drag did not land: ${JSON.stringify(seen)}`)
          drops.push(seen.drop)
          worst.push(Math.max(...seen.moves))
        } finally {
          await browser.close()
        }
      }
      const note = `worst move → painted ${worst.map((each) => each.toFixed(0)).join(' ')} ms`
      lines.push(plainLine(`drop → painted, ${view}`, 'ms', Number(GOAL.toFixed(1)), drops, note))
    }
  } finally {
    await pages.close()
  }
  return lines
}

async function dragOnce(page: Page, view: 'day' | 'week'): Promise<Seen> {
  await page.evaluate((name) => window.draw!(name), view)
  await page.waitForTimeout(500)
  const from = await page.evaluate(lastBlockOfADay, view === 'day' ? 10 : 5)
  await page.evaluate(watch)
  // An hour in px, from the width of the days on show: 13 h each.
  const days = view === 'day' ? 1 : 7
  const hour = from.width / (13 * days)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // Out of the row and back: the shadow must follow everywhere.
  for (let move = 1; move <= MOVES; move += 1) {
    const back = Math.sin((Math.PI * move) / MOVES)
    await page.mouse.move(from.x + (hour * move) / MOVES + back * 60, from.y + back * 40)
  }
  await page.mouse.up()
  await page.waitForTimeout(400)
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: Omit<Seen, 'dropped'> }
    return { ...seen, dropped: window.dropped ?? 0 }
  })
}

/** Where the last booking of the first day stands in the fourth row: after it the place is free. */
function lastBlockOfADay(perDay: number): { x: number; y: number; width: number } {
  const rects = [...document.querySelectorAll('.blk')].map((each) => each.getBoundingClientRect())
  const tops = [...new Set(rects.map((each) => each.top))].sort((a, b) => a - b)
  const row = rects.filter((each) => each.top === tops[3]).sort((a, b) => a.left - b.left)
  const block = row[perDay - 1]!
  const axis = document.querySelector('.board-canvas')!.getBoundingClientRect().width - 216
  return { x: block.left + block.width / 2, y: block.top + block.height / 2, width: axis }
}

/** Notes for every move and for the release how long it takes until the frame after it is out. */
function watch(): void {
  const seen = { moves: [] as number[], drop: null as number | null }
  Object.assign(window, { seen })
  const afterFrame = (note: (at: number) => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => note(performance.now()))
      port1.start()
      port2.postMessage(null)
    })
  }
  const options = { capture: true }
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => afterFrame((at) => seen.moves.push(at - timeStamp)),
    options,
  )
  window.addEventListener('pointerup', ({ timeStamp }) => afterFrame((at) => (seen.drop = at - timeStamp)), options)
}
