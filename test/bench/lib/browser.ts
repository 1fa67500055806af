import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

const known = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A headless Chromium of this machine; `CHROMIUM` names another one. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = known.find((file) => file !== '' && existsSync(file))
  if (executablePath === undefined) throw new Error('no Chromium: set CHROMIUM to its executable')
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
  return chromium.launch({ executablePath, headless: true, args })
}

/** Opens a page of its own, 1400×900 in Shanghai time, lets `work` use it, and closes it. A fault in the page is thrown. */
export async function inPage<T>(browser: Browser, url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, timezoneId: 'Asia/Shanghai' })
  try {
    const page = await context.newPage()
    let fault: Error | null = null
    page.on('pageerror', (error) => (fault ??= error))
    await page.goto(url)
    await page.waitForFunction(() => window.draw !== undefined)
    const value = await work(page)
    if (fault !== null) throw fault
    return value
  } finally {
    await context.close()
  }
}
