import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import type { Refusal } from '../shared/refusals.ts'
import { desktop as en } from '../shared/text/en/desktop.ts'
import { desktop as zh } from '../shared/text/zh/desktop.ts'
import type { OpenCore } from './cli/core.ts'
import { say, words, wrongUsage, type Exit, type Terminal } from './cli/terminal.ts'
import { languageOf, readArguments, verbNames, type VerbName } from './cli/usage.ts'
import { version } from '../package.json'

/** The oldest Node whose Node-API the database speaks; on an older one it would crash without a word. */
const NEEDS = '22.14'

/** The command line's composition root: reads the arguments, opens what the verb needs, sets the exit code. */
async function main(args: readonly string[]): Promise<Exit> {
  const [verb, ...rest] = args
  const terminal: Terminal = {
    language: languageOf(optionOf(rest, '--lang'), isChinese() ? 'zh' : 'en'),
    json: rest.includes('--json'),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    watched: process.stderr.isTTY,
  }
  if (verb === undefined || verb === '--help' || verb === '-h' || verb === 'help') {
    terminal.out(words(terminal).usage)
    return verb === undefined ? 2 : 0
  }
  const name = verbNames.find((each) => each === verb)
  if (name === undefined) return wrongUsage(terminal, say(terminal, 'unknownVerb', { verb }), null)
  const given = readArguments(name, rest)
  if ('problem' in given) return wrongUsage(terminal, given.problem, name)
  if (given.values.help === true) {
    terminal.out(words(terminal).verbs[name])
    return 0
  }
  return run(name, given as never, terminal)
}

async function run(name: VerbName, given: never, terminal: Terminal): Promise<Exit> {
  // Loaded here and not above: with a Node that is too old the sentence about it must come first.
  const { openCore } = await import('./core/core.ts')
  const open: OpenCore = (folder, make) => openCore({ folder, make, version })
  const write = (text: string) => void process.stderr.write(text)
  const moment = { now: Date.now(), version }
  switch (name) {
    case 'demo':
      return (await import('./cli/smallVerbs.ts')).demoVerb(terminal, given, open)
    case 'op':
      return (await import('./cli/smallVerbs.ts')).opVerb(terminal, given, open)
    case 'user':
      return (await import('./cli/smallVerbs.ts')).userVerb(terminal, given, open, readSecret)
    case 'import':
      return (await import('./cli/importVerb.ts')).importVerb(terminal, given, open)
    case 'report':
      return (await import('./cli/writeVerbs.ts')).reportVerb(terminal, given, open)
    case 'export':
      return (await import('./cli/writeVerbs.ts')).exportVerb(terminal, given, open)
    case 'backup':
      return (await import('./cli/dataVerbs.ts')).backupVerb(terminal, given, write)
    case 'restore':
      return (await import('./cli/dataVerbs.ts')).restoreVerb(terminal, given, moment)
    case 'verify':
      return (await import('./cli/dataVerbs.ts')).verifyVerb(terminal, given, moment)
    case 'serve': {
      const built = join(import.meta.dirname, 'renderer')
      const pages = existsSync(built) ? built : null
      return (await import('./cli/serveVerb.ts')).serveVerb(terminal, given, {
        open: openCore,
        version,
        pages,
        ended: askedToEnd(),
      })
    }
  }
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    // For good and not once: Ctrl+C reaches every process of the terminal, and a second one must not cut the closing short.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

async function readSecret(): Promise<string> {
  return (await readAll(process.stdin)).replace(/\r?\n$/, '')
}

function isChinese(): boolean {
  const { env } = process
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale
  return !/^en/i.test(locale)
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) : args[at + 1]
}

function nodeIsTooOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major < 22 || (major === 22 && minor < 14)
}

// The spreadsheet writer's oldest parts still say `Buffer()`: nothing the person at the terminal could do about it.
process.noDeprecation = true

if (nodeIsTooOld()) {
  const refusal = { code: 'nodeTooOld', found: process.versions.node, needs: NEEDS } satisfies Refusal
  const fill = (text: string) => text.replace('{{found}}', refusal.found).replace('{{needs}}', refusal.needs)
  process.stderr.write(`${fill(zh.nodeTooOld)} · ${fill(en.nodeTooOld)}\n`)
  process.exitCode = 1
} else {
  main(process.argv.slice(2)).then(
    (exit) => (process.exitCode = exit),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      process.exitCode = 1
    },
  )
}
