/* oxlint-disable no-await-in-loop -- one page at a time */
import { inPage, openBrowser } from './lib/browser.ts'
import { ratioLine, type Line, type Round } from './lib/measure.ts'
import { openPages } from './lib/pages.ts'

const ROUNDS = 5
const goals = { day: 0.45, week: 0.08 } as const
const names = { day: 'day board, 60 × 10', week: 'week board, 200 × 35' } as const

/** G1, G2: from the answers of the core in hand to the painted board, against vis-timeline with the same bookings. A browser of its own each time. */
export async function board(): Promise<Line[]> {
  const pages = await openPages()
  const measure = async (page: 'ours' | 'vis', view: 'day' | 'week') => {
    const browser = await openBrowser()
    try {
      return await inPage(browser, pages.url(page), (tab) => tab.evaluate((name) => window.draw!(name), view))
    } finally {
      await browser.close()
    }
  }
  try {
    const lines: Line[] = []
    for (const view of ['day', 'week'] as const) {
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const found = { ours: 0, vis: 0 }
        for (const page of round % 2 === 0 ? (['ours', 'vis'] as const) : (['vis', 'ours'] as const))
          found[page] = await measure(page, view)
        rounds.push({ ours: found.ours, anchor: found.vis })
      }
      lines.push(ratioLine(names[view], 'ms', goals[view], rounds))
    }
    return lines
  } finally {
    await pages.close()
  }
}
