import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Debian packages that the journeys need: a screen without a screen, a browser, Chinese letters, Electron's libraries. */
export const packages = [
  'chromium',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libsecret-1-0',
  'libatk-bridge2.0-0',
  'libcups2',
]
export const installCommand = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** The first of some programs that is on the PATH; null when none is. */
export function find(...names) {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name)
  }
  return null
}

export const chromium = () => process.env['HENGTONG_CHROMIUM'] || find('chromium', 'chromium-browser', 'google-chrome')
export const hasScreen = () => process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || find('Xvfb') !== null

/** The libraries that an executable misses. */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return (stdout ?? '')
    .split('\n')
    .filter((text) => text.includes('not found'))
    .map((text) => text.trim().split(' ')[0])
}

/** Installs what is missing where that is allowed without asking: as root on Debian. */
export function installParts() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || find('apt-get') === null) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 8 * 60_000 })
  }
}
