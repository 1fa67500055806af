import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser } from 'playwright-core'
import { root } from './desk.ts'

const cli = join(root, 'dist/cli.cjs')

/** How a command ended and what it wrote. */
export type Ran = { code: number | null; out: string; err: string }

/** Runs the built command line to its end, in a terminal of the given language. */
export async function runCli(args: string[], language: 'zh' | 'en' = 'zh'): Promise<Ran> {
  const child = spawn(process.execPath, [cli, ...args], { env: inLanguage(language) })
  let out = ''
  let err = ''
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

function inLanguage(language: 'zh' | 'en'): NodeJS.ProcessEnv {
  const locale = language === 'zh' ? 'zh_CN.UTF-8' : 'en_GB.UTF-8'
  return { ...process.env, LANG: locale, LC_ALL: locale }
}

/** A core and portal on a folder, as `serve` starts them on a free port. */
export type Served = { url: string; pid: number; close: () => Promise<number | null> }

export async function serve(folder: string): Promise<Served> {
  const args = [cli, 'serve', '--data', folder, '--port', '0']
  const child = spawn(process.execPath, args, { env: inLanguage('zh'), stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { listening } = JSON.parse(line) as { listening: string }
  return { url: listening, pid: child.pid!, close: () => end(child) }
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** A browser of the portal's users. */
export function openChromium(): Promise<Browser> {
  const executablePath = process.env['HENGTONG_CHROMIUM']
  if (executablePath === undefined) throw new Error('HENGTONG_CHROMIUM names no Chromium')
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
  return chromium.launch({ executablePath, args })
}
