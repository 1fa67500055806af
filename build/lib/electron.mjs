import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronRuntime } from '../electronRuntime/assemble.mjs'
import { root } from './paths.mjs'

const PROBE_MS = 5_000
const DOWNLOAD_MS = 10 * 60_000

/** The folder with an Electron that runs here, in the order the README gives; null when there is none. */
export async function findElectron(say) {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named) return named
  const own = join(root, 'node_modules/electron')
  const downloaded = downloadedBinary(own)
  if (downloaded !== null) return downloaded
  if (await sourceAnswers(own)) {
    say('正在下载 Electron · Downloading Electron')
    if ((await install(own)) && downloadedBinary(own) !== null) return downloadedBinary(own)
  }
  return electronRuntime(say)
}

/** The executable inside a folder found by `findElectron`. */
export function executableIn(folder) {
  if (process.platform === 'win32') return join(folder, 'electron.exe')
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron')
  return join(folder, 'electron')
}

function downloadedBinary(own) {
  const folder = join(own, 'dist')
  return existsSync(join(own, 'path.txt')) && existsSync(executableIn(folder)) ? folder : null
}

/** Asks before downloading whether the source answers at all: without a network nobody should wait for a minute. */
async function sourceAnswers(own) {
  const { version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'))
  const mirror = process.env['ELECTRON_MIRROR'] || 'https://github.com/electron/electron/releases/download/'
  try {
    const url = new URL(`v${version}/SHASUMS256.txt`, mirror.endsWith('/') ? mirror : `${mirror}/`)
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return response.ok
  } catch {
    return Boolean(process.env['HTTPS_PROXY'] || process.env['https_proxy'])
  }
}

function install(own) {
  return new Promise((resolve) => {
    const env = { ...process.env, ELECTRON_GET_USE_PROXY: '1' }
    const child = spawn(process.execPath, [join(own, 'install.js')], { env, stdio: 'ignore', timeout: DOWNLOAD_MS })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
