import { needNode } from './lib/node.mjs'

// The benchmarks are TypeScript that Node runs as it is: JSON lines, then a table of ratios.
needNode()
const { run } = await import('../test/bench/run.ts')
process.exitCode = await run(process.argv.slice(2))
