import { add, checks, line, nothing, vitest } from './lib/checks.mjs'
import { needNode } from './lib/node.mjs'

// For the developer at work, in under a minute: types, lint, format and the quick tests. `npm test` runs everything.
needNode()
const quick = ['shared', 'scheduling', 'metrics', 'text', 'core', 'files', 'electron', 'architecture']
const asked = process.argv.slice(2)
const wanted = Object.keys(checks).filter((name) => asked.length === 0 || asked.includes(name))

let counts = nothing
for (const each of await Promise.all(wanted.map((name) => checks[name]()))) counts = add(counts, each)
if (asked.length === 0) {
  counts = add(
    counts,
    await vitest('quick tests', { paths: quick.map((name) => `test/${name}`), env: { TZ: 'Asia/Shanghai' } }),
  )
}
process.stdout.write(`${line(counts)}\n`)
process.exitCode = counts.failed > 0 ? 1 : 0
