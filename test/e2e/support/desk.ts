import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '../../..')

/** The desktop app in a real Electron window. */
export type Desk = { app: ElectronApplication; page: Page; problems: string[]; close: () => Promise<void> }

/** Starts the built app on a data folder and waits for its window. What the page complains of is collected. */
export async function openDeskApp(folder: string, args: string[] = []): Promise<Desk> {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist === undefined) throw new Error('ELECTRON_OVERRIDE_DIST_PATH names no Electron')
  const app = await _electron.launch({
    executablePath: join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron'),
    args: [root, '--no-sandbox', '--lang=zh-CN', '--data', folder, ...args],
    env: { ...(process.env as Record<string, string>), TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
    timeout: 60_000,
  })
  const page = await app.firstWindow()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.setDefaultTimeout(20_000)
  return { app, page, problems, close: () => app.close() }
}

/** Removes a journey's data folder. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
