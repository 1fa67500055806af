/** ms */
const LONGEST = 60_000
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/** Milliseconds from the beginning of `draw` until what the selector names stands in the page and one more frame has gone by. */
export async function untilPainted(draw: () => void, selector: string): Promise<number> {
  await frame()
  const from = performance.now()
  draw()
  while (document.querySelector(selector) === null) {
    if (performance.now() - from > LONGEST) throw new Error(`${selector} did not appear`)
    // oxlint-disable-next-line no-await-in-loop -- frame by frame is the point
    await frame()
  }
  await frame()
  await frame()
  return performance.now() - from
}

declare global {
  interface Window {
    /** Set by the page: draws the view and answers how long it took. */
    draw?: (view: 'day' | 'week') => Promise<number>
    /** How often the page was told that a booking was put elsewhere. */
    dropped?: number
  }
}
