import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

/** The desktop app as it is built, in real Electron, on a data folder of its own. */
export type Desk = { app: ElectronApplication; page: Page; folder: string; close: () => Promise<void> }

const root = join(import.meta.dirname, '../..')

/** Where the runtime lies: the launcher of the tests finds it (build/test.mjs). */
export function electronFolder(): string {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (folder === undefined) throw new Error('ELECTRON_OVERRIDE_DIST_PATH is not set: run the journeys through npm test')
  return folder
}

/** What starts the app: Chromium's sandbox cannot be set up by root. */
export function deskArguments(folder: string): string[] {
  return [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--data', folder]
}

/** Opens the app; without a folder on a new, empty one, which goes with it. */
export async function openDesk(given?: string): Promise<Desk> {
  const made = given === undefined ? mkdtempSync(join(tmpdir(), 'hengtong-desk-')) : null
  const folder = given ?? join(made!, 'data')
  const app = await _electron.launch({
    executablePath: join(electronFolder(), 'electron'),
    args: deskArguments(folder),
    env: { ...process.env, XDG_CONFIG_HOME: made ?? folder } as Record<string, string>,
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => document.querySelector('#root, main, body > div') !== null)
  return {
    app,
    page,
    folder,
    async close() {
      await app.close()
      if (made !== null) rmSync(made, { recursive: true, force: true })
    },
  }
}
