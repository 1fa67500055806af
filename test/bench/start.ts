/* oxlint-disable no-await-in-loop -- one window at a time */
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { makeCentre } from './lib/centre.ts'
import { dropFolder, tempFolder } from './lib/folders.ts'
import { ratioLine, type Line, type Round } from './lib/measure.ts'
import { openScreen } from './lib/screen.ts'

const ROUNDS = 7
const root = join(import.meta.dirname, '../..')

/** From the start of the program to the first screen of ours that can be used (who signs in), against an empty window of the same Electron. */
export async function start(): Promise<Line[]> {
  // Named by a variable: the build scripts have no types.
  const finder = '../../build/lib/electron.mjs'
  const { executableIn, findElectron } = (await import(finder)) as {
    executableIn: (folder: string) => string
    findElectron: (say: (text: string) => void) => Promise<string | null>
  }
  const found = await findElectron((text) => process.stderr.write(`${text}\n`))
  if (found === null) throw new Error('no Electron is to be had here')
  const executablePath = executableIn(found)
  const screen = await openScreen()
  const centre = await makeCentre(tempFolder('start'), 1)
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const open = async (app: string, more: string[]) => {
    const config = tempFolder('window')
    const from = performance.now()
    const window = await _electron.launch({
      executablePath,
      args: [app, ...sandbox, '--disable-gpu', `--user-data-dir=${config}`, ...more],
      env: { ...screen.env, XDG_CONFIG_HOME: config },
      timeout: 60_000,
    })
    try {
      const page = await window.firstWindow()
      await page.waitForFunction(() => {
        // Something to press: the screen is there, not its skeleton.
        return document.querySelector('button:not([disabled]), input') !== null
      })
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      return performance.now() - from
    } finally {
      await window.close()
      dropFolder(config)
    }
  }
  const rounds: Round[] = []
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      const measure = {
        ours: () => open(root, ['--data', centre.folder]),
        anchor: () => open(join(import.meta.dirname, 'emptyApp'), []),
      }
      const times = { ours: 0, anchor: 0 }
      for (const which of round % 2 === 0 ? (['ours', 'anchor'] as const) : (['anchor', 'ours'] as const))
        times[which] = await measure[which]()
      if (round >= 0) rounds.push(times)
    }
  } finally {
    screen.close()
    dropFolder(centre.folder)
  }
  return [ratioLine('start to first screen', 'ms', 1.5, rounds)]
}
