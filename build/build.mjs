import { rm } from 'node:fs/promises'
import { ensureBuilt, everything } from './lib/build.mjs'
import { needNode } from './lib/node.mjs'
import { dist } from './lib/paths.mjs'

needNode()
const parts = process.argv.slice(2)
try {
  if (parts.length === 0) await rm(dist, { recursive: true, force: true })
  await ensureBuilt(parts.length === 0 ? everything : parts, (text) => process.stderr.write(`${text}\n`))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
