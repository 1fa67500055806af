import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { needNode } from './lib/node.mjs'
import { root } from './lib/paths.mjs'

// Each file of test/bench is one benchmark and prints JSON lines; Node runs them as they are.
needNode()
const folder = join(root, 'test/bench')
const [wanted] = process.argv.slice(2)
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.bench.ts'))
      .map((name) => name.replace(/\.bench\.ts$/, ''))
  : []
const chosen = names.filter((name) => wanted === undefined || name === wanted)
if (chosen.length === 0) {
  process.stderr.write(`没有这个基准测试 · No such benchmark: ${wanted ?? ''} (${names.join(', ')})\n`)
  process.exitCode = 2
}
for (const name of chosen) {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.bench.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
