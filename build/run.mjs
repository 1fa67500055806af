import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { needNode } from './lib/node.mjs'
import { dist } from './lib/paths.mjs'

// The command line from a checkout: builds what it needs when the sources changed, then runs the same file that is shipped.
needNode()
const args = process.argv.slice(2)
const parts = args[0] === 'serve' ? ['cli', 'parser', 'renderer'] : ['cli', 'parser']
await ensureBuilt(parts, (text) => process.stderr.write(`${text}\n`))

const child = spawn(process.execPath, [join(dist, 'cli.cjs'), ...args], { stdio: 'inherit' })
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)
})
