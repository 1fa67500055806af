import type { Refusal } from '../../shared/refusals.ts'
import { bareNames, explain, type Names } from '../../shared/text/explain.ts'
import type { Language } from '../../shared/text/moments.ts'
import { cli as en } from '../../shared/text/en/cli.ts'
import { cli as zh } from '../../shared/text/zh/cli.ts'

/** How a command ends: 0 done, 1 refused, 2 wrong usage. */
export type Exit = 0 | 1 | 2

/** Where a command writes, in which language, and whether a person watches. */
export type Terminal = {
  language: Language
  json: boolean
  out: (text: string) => void
  err: (text: string) => void
  /** True when stderr is a terminal: progress is drawn only there. */
  watched: boolean
}

type Words = typeof zh
type Phrase = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]

/** The command line's words in the terminal's language. */
export function words(terminal: Terminal): Words {
  return terminal.language === 'zh' ? zh : en
}

/** One phrase with its values filled in. */
export function say(terminal: Terminal, phrase: Phrase, values: Record<string, string | number> = {}): string {
  return words(terminal)[phrase].replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''))
}

const SHOWN = 50

/** Writes every reason to stderr, one sentence a line (JSON with --json), and answers the exit code 1. */
export function refused(terminal: Terminal, refusals: readonly Refusal[], names: Names = bareNames('UTC')): Exit {
  if (terminal.json) {
    terminal.err(JSON.stringify({ ok: false, refusals }))
    return 1
  }
  for (const refusal of refusals.slice(0, SHOWN)) terminal.err(explain(refusal, terminal.language, names))
  if (refusals.length > SHOWN) terminal.err(say(terminal, 'andMore', { count: refusals.length - SHOWN }))
  return 1
}

/** Writes how a command is used and answers the exit code 2. */
export function wrongUsage(terminal: Terminal, reason: string, verb: keyof Words['verbs'] | null): Exit {
  terminal.err(reason)
  terminal.err('')
  terminal.err(verb === null ? words(terminal).usage : words(terminal).verbs[verb])
  return 2
}

const WIDTH = 30

/** Draws `progress` of `total` as a bar on one line of stderr; nothing when nobody watches. */
export function drawProgress(terminal: Terminal, write: (text: string) => void, progress: number, total: number) {
  if (!terminal.watched || terminal.json) return
  const share = total > 0 ? Math.min(1, progress / total) : 0
  const full = Math.round(share * WIDTH)
  write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.round(share * 100)).padStart(3)} %`)
  if (share === 1) write('\n')
}
