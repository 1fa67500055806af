import { parseArgs, type ParseArgsConfig } from 'node:util'
import { isDate } from '../../shared/scheduling/zone.ts'
import type { Language } from '../../shared/text/moments.ts'
import { say, wrongUsage, type Exit, type Terminal } from './terminal.ts'

export type VerbName =
  | 'demo'
  | 'import'
  | 'report'
  | 'export'
  | 'backup'
  | 'restore'
  | 'verify'
  | 'user'
  | 'op'
  | 'serve'
export const verbNames: readonly VerbName[] = [
  'demo',
  'import',
  'report',
  'export',
  'backup',
  'restore',
  'verify',
  'user',
  'op',
  'serve',
]

type Options = NonNullable<ParseArgsConfig['options']>
const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const common = { data: text, json: flag, help: { type: 'boolean', short: 'h' }, lang: text } as const satisfies Options

/** The options of each verb, beside --data, --json, --lang and --help which all have. */
export const optionsOf = {
  demo: { ...common, seed: text, from: text, to: text },
  import: { ...common, 'dry-run': flag, 'create-resources': flag, map: text, zone: text },
  report: {
    ...common,
    from: text,
    to: text,
    out: text,
    resource: { type: 'string', multiple: true },
    team: text,
    'as-of': text,
  },
  export: { ...common, from: text, to: text },
  backup: { ...common, out: text },
  restore: { ...common, preview: flag },
  verify: common,
  user: { ...common, login: text, name: text, role: text, 'secret-stdin': flag },
  op: { ...common, input: text },
  serve: { ...common, port: text, host: text, demo: flag },
} as const satisfies Record<VerbName, Options>

export type Given<V extends VerbName> = {
  values: { [K in keyof (typeof optionsOf)[V]]?: OptionValue<(typeof optionsOf)[V][K]> }
  words: string[]
}
type OptionValue<O> = O extends { multiple: true } ? string[] : O extends { type: 'boolean' } ? boolean : string

/** Reads the arguments of one verb; an unknown option is wrong usage. */
export function readArguments<V extends VerbName>(verb: V, args: readonly string[]): Given<V> | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: optionsOf[verb],
      allowPositionals: true,
      strict: true,
    })
    return { values, words: positionals }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Ends with wrong usage because something is missing. */
export function missing(terminal: Terminal, verb: VerbName, what: string): Exit {
  return wrongUsage(terminal, say(terminal, 'missing', { what }), verb)
}

/** The dates of --from and --to, or how the command ends without them. */
export function readPeriod(
  terminal: Terminal,
  verb: VerbName,
  values: { from?: string; to?: string },
): { from: string; to: string } | { exit: Exit } {
  for (const name of ['from', 'to'] as const) {
    const date = values[name]
    if (date === undefined) return { exit: missing(terminal, verb, `--${name}`) }
    if (!isDate(date))
      return { exit: wrongUsage(terminal, say(terminal, 'wrongDate', { what: `--${name} ${date}` }), verb) }
  }
  return { from: values.from!, to: values.to! }
}

/** --lang, else the terminal's own. */
export function languageOf(given: string | undefined, otherwise: Language): Language {
  return given === 'zh' || given === 'en' ? given : otherwise
}
