import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { executableIn, findElectron } from './lib/electron.mjs'
import { needNode } from './lib/node.mjs'
import { defaultDataFolder, root } from './lib/paths.mjs'

needNode()
const say = (text) => process.stderr.write(`${text}\n`)
const args = process.argv.slice(2)

await ensureBuilt(undefined, say)
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  say('没有显示器，改为在本机地址提供同一应用，用浏览器打开下面的地址（Ctrl+C 结束）')
  say('There is no display: the same app is served at the address below, open it in a browser (Ctrl+C ends it)')
  serve()
} else {
  const folder = await findElectron(say)
  if (folder === null) {
    say(
      '没有可用的 Electron：请设 ELECTRON_MIRROR 为可达的镜像，或设 ELECTRON_OVERRIDE_DIST_PATH 为已解压的 Electron 文件夹，然后再次 npm start',
    )
    say(
      'No Electron to be had: set ELECTRON_MIRROR to a mirror that answers, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, then npm start again',
    )
    process.exitCode = 1
  } else {
    // Chromium's sandbox cannot be set up by root.
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
    run(executableIn(folder), [root, ...sandbox, ...args])
  }
}

function serve() {
  const named = args.some((arg) => arg === '--data' || arg.startsWith('--data='))
  run(process.execPath, [
    join(import.meta.dirname, 'run.mjs'),
    'serve',
    ...(named ? [] : ['--data', defaultDataFolder()]),
    ...args,
  ])
}

function run(program, programArgs) {
  const child = spawn(program, programArgs, { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    say(error.message)
    process.exitCode = 1
  })
  child.once('exit', (code, signal) => (process.exitCode = code ?? (signal === 'SIGTERM' ? 0 : 1)))
}
