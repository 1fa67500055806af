import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core'

export const root = join(import.meta.dirname, '../../..')

/** The desktop app in a real Electron window. */
export type Desk = { app: ElectronApplication; page: Page; problems: string[]; close: () => Promise<void> }

/** The runtime's executable. */
export function electronFile(): string {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist === undefined) throw new Error('ELECTRON_OVERRIDE_DIST_PATH names no Electron')
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')
}

/** Arguments and surroundings of a start on a data folder; what the window remembers lies beside it and goes with it. */
export function startOf(folder: string) {
  // Chromium's sandbox cannot be set up by root; a virtual screen has no GPU, and looking for one may leave the window unpainted.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return {
    args: [root, ...sandbox, '--disable-gpu', '--lang=zh-CN', '--data', folder],
    env: {
      ...(process.env as Record<string, string>),
      TZ: 'Asia/Shanghai',
      LANG: 'zh_CN.UTF-8',
      XDG_CONFIG_HOME: windowFolder(folder),
    },
  }
}

/** Starts the built app on a data folder and waits for its window. What the page complains of is collected. `first`: arguments before the app. */
export async function openDeskApp(folder: string, first: string[] = []): Promise<Desk> {
  const app = await launch(folder, first)
  const page = await app.firstWindow()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.setDefaultTimeout(10_000)
  return { app, page, problems, close: () => app.close() }
}

/** On a busy machine the driver now and then misses the runtime's first words and waits for ever: then the start is made again. */
async function launch(folder: string, first: string[]): Promise<ElectronApplication> {
  const { args, env } = startOf(folder)
  const start = { executablePath: electronFile(), args: [...first, ...args], env }
  for (const timeout of [15_000, 20_000]) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one start after another
      return await _electron.launch({ ...start, timeout })
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
    }
  }
  return _electron.launch({ ...start, timeout: 40_000 })
}

function windowFolder(folder: string): string {
  return `${folder}-window`
}

/** Removes a journey's data folder and what its window kept. */
export function removeFolder(folder: string): void {
  for (const each of [folder, windowFolder(folder)]) rmSync(each, { recursive: true, force: true, maxRetries: 5 })
}
