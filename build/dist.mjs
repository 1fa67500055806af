import { build, Platform } from 'electron-builder'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configuration, isDevelopmentRuntime } from './electronBuilder.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { findElectron } from './lib/electron.mjs'
import { needNode } from './lib/node.mjs'
import { root } from './lib/paths.mjs'

needNode()
const say = (text) => process.stderr.write(`${text}\n`)
const args = process.argv.slice(2)
const directory = args.includes('--dir')
const platform = args.includes('--win') ? Platform.WINDOWS : args.includes('--mac') ? Platform.MAC : Platform.current()

await ensureBuilt(undefined, say)
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
// For another platform the builder must fetch that platform's Electron itself.
const electron = platform === Platform.current() ? await findElectron(say) : null
const development = isDevelopmentRuntime(electron, version)
if (development) {
  say(
    '用的是开发运行环境（Electron 过旧，仅供试用，不可发布） · Packed with the development runtime: to try out, not to ship',
  )
}
const made = await build({
  targets: platform.createTarget(directory ? 'dir' : null),
  projectDir: root,
  config: configuration({ electron, development }),
  publish: 'never',
})
for (const file of made) say(file)
