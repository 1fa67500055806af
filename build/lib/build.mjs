import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { dist, root } from './paths.mjs'

const processes = ['main', 'preload', 'core', 'cli', 'parser']
/** What a built part is made of. A change anywhere in it builds the part again. */
const sources = {
  renderer: ['renderer', 'shared', 'build/vite.renderer.config.ts', 'build/dateLocales.ts'],
  process: ['electron', 'shared', 'build/vite.electron.config.ts'],
}
export const everything = ['renderer', ...processes]

/** Builds the parts whose sources changed since; silent when nothing did. Two builds at the same time wait for one another. */
export async function ensureBuilt(parts = everything, say = () => {}) {
  if (parts.every(isFresh)) return
  await mkdir(dist, { recursive: true })
  await withLock(join(dist, '.building'), async () => {
    const stale = parts.filter((part) => !isFresh(part))
    if (stale.length === 0) return
    say('正在构建 · Building')
    const { build } = await import('vite')
    const results = await Promise.allSettled(stale.map((part) => buildPart(build, part)))
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  })
}

async function buildPart(build, part) {
  const stamp = stampOf(part)
  const [config, mode] = part === 'renderer' ? ['renderer', 'production'] : ['electron', part]
  await rm(join(dist, `.${part}`), { force: true })
  await build({ configFile: join(root, `build/vite.${config}.config.ts`), mode, logLevel: 'error' })
  await writeFile(join(dist, `.${part}`), stamp)
}

function isFresh(part) {
  const made = join(dist, part === 'renderer' ? 'renderer/index.html' : `${part}.cjs`)
  const noted = join(dist, `.${part}`)
  return existsSync(made) && existsSync(noted) && readFileSync(noted, 'utf8') === stampOf(part)
}

/** Names, sizes and times of the sources: reading them all would take longer than most starts may. */
function stampOf(part) {
  const hash = createHash('sha256')
  const take = (path) => {
    const found = statSync(path)
    if (found.isDirectory()) for (const name of readdirSync(path).sort()) take(join(path, name))
    else hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`)
  }
  for (const path of [...sources[part === 'renderer' ? 'renderer' : 'process'], 'package-lock.json']) {
    const full = join(root, path)
    if (existsSync(full)) take(full)
  }
  return hash.digest('hex')
}
