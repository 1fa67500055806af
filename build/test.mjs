/* oxlint-disable no-await-in-loop -- one run of tests after the other */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { add, checks, line, nothing, vitest } from './lib/checks.mjs'
import { executableIn, findElectron } from './lib/electron.mjs'
import { needNode } from './lib/node.mjs'
import { chromium, find, hasScreen, installCommand, installParts, missingLibraries } from './lib/parts.mjs'
import { root } from './lib/paths.mjs'

// Everything: what `npm test` promises. The last line counts it all; in CI what is skipped has failed.
needNode()
const say = (text) => process.stdout.write(`${text}\n`)
/** Where a machine's own time zone must make no difference. */
const zoned = ['scheduling', 'metrics', 'core', 'storage', 'text'].map((name) => `test/${name}`)

/** The stages in their order; `npm test -- journeys` runs only those that are named. */
const stages = {
  async checks() {
    const all = await Promise.all(Object.values(checks).map((check) => check()))
    return all.reduce(add, nothing)
  },
  unit: () => vitest('tests', { env: { TZ: 'Asia/Shanghai' } }),
  async zones() {
    const paths = zoned.filter((path) => existsSync(join(root, path)))
    let counts = nothing
    for (const TZ of ['America/New_York', 'UTC'])
      counts = add(counts, await vitest(`tests of time in ${TZ}`, { paths, env: { TZ } }))
    return counts
  },
  build: built,
  journeys,
}

const asked = process.argv.slice(2)
let counts = nothing
for (const [name, stage] of Object.entries(stages)) {
  if (asked.length === 0 || asked.includes(name)) counts = add(counts, await stage())
}

if (process.env['CI'] === 'true' && counts.skipped > 0) {
  say(`In CI nothing may be skipped; install the missing parts: ${installCommand}`)
  counts = { ...counts, failed: counts.failed + counts.skipped, skipped: 0 }
}
process.exitCode = counts.failed > 0 ? 1 : 0
say(line(counts))

async function built() {
  try {
    await ensureBuilt()
    say('ok   build')
    return { ...nothing, passed: 1 }
  } catch (error) {
    say(`FAIL build\n${error instanceof Error ? error.message : String(error)}`)
    return { ...nothing, failed: 1 }
  }
}

/** Journeys in real Electron and in Chromium; those whose runtime is missing are counted as skipped. */
async function journeys() {
  const folder = join(root, 'test/e2e')
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.e2e.ts'))
    : []
  if (files.length === 0) return nothing
  if (chromium() === null || !hasScreen()) installParts()
  const electron = await findElectron(say)
  const broken = () => electron === null || missingLibraries(executableIn(electron)).length > 0
  if (electron !== null && broken()) installParts()

  const able = { electron: electron !== null && !broken() && hasScreen(), chromium: chromium() !== null }
  const runnable = files.filter((name) => able[needOf(join(folder, name))])
  const left = files.length - runnable.length
  if (left > 0) say(`SKIP ${left} journeys: install what they need with: ${installCommand}`)
  if (runnable.length === 0) return { ...nothing, skipped: left }

  const screen = await openScreen()
  try {
    const env = {
      TZ: 'Asia/Shanghai',
      ...(electron === null ? {} : { ELECTRON_OVERRIDE_DIST_PATH: electron }),
      ...(able.chromium ? { HENGTONG_CHROMIUM: chromium() } : {}),
      ...(screen === null ? {} : { DISPLAY: screen.display }),
    }
    const paths = runnable.map((name) => join('test/e2e', name))
    return add({ ...nothing, skipped: left }, await vitest('journeys', { config: 'vitest.e2e.config.ts', paths, env }))
  } finally {
    screen?.close()
  }
}

/** A journey that drives the desktop app says so by what it imports. */
function needOf(file) {
  return /_electron|support\/desk/.test(readFileSync(file, 'utf8')) ? 'electron' : 'chromium'
}

/** A screen without a screen, where there is none: Xvfb picks a free number itself. */
function openScreen() {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || find('Xvfb') === null) return Promise.resolve(null)
  return new Promise((resolve) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    server.once('error', () => resolve(null))
    server.stdio[3].once('data', (data) =>
      resolve({ display: `:${String(data).trim()}`, close: () => server.kill('SIGTERM') }),
    )
  })
}
