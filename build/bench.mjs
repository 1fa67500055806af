import { ensureBuilt } from './lib/build.mjs'
import { needNode } from './lib/node.mjs'

// The benchmarks: npm run bench, or npm run bench -- NAME…
needNode()
const say = (text) => process.stderr.write(`${text}\n`)
await ensureBuilt(undefined, say)
const { run } = await import('../test/bench/run.ts')
process.exit(await run(process.argv.slice(2)))
