import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Input } from '../../shared/operations/index.ts'
import { finished, jobFailed, unreadable, valueOf, withCore, type CliCore, type OpenCore } from './core.ts'
import { refused, say, wrongUsage, type Exit, type Terminal } from './terminal.ts'
import { languageOf, missing, readPeriod, type Given } from './usage.ts'

type Order = Input<'exports.start'>

/** `report occupancy --data DIR --from DATE --to DATE --out FILE`. */
export async function reportVerb(terminal: Terminal, given: Given<'report'>, open: OpenCore): Promise<Exit> {
  const { values, words } = given
  if (words[0] !== 'occupancy') {
    const reason = words[0] === undefined ? say(terminal, 'missing', { what: 'KIND' }) : unknownKind(terminal, words[0])
    return wrongUsage(terminal, reason, 'report')
  }
  if (values.data === undefined) return missing(terminal, 'report', '--data')
  if (values.out === undefined) return missing(terminal, 'report', '--out')
  if (values['as-of'] !== undefined) return wrongUsage(terminal, say(terminal, 'notYet', { what: '--as-of' }), 'report')
  const out = values.out
  const format = formatOf(out, ['xlsx', 'csv', 'json'])
  if (format === null) {
    return wrongUsage(terminal, say(terminal, 'wrongFormat', { what: out, known: 'xlsx, csv, json' }), 'report')
  }
  const period = readPeriod(terminal, 'report', values)
  if ('exit' in period) return period.exit
  return withCore(terminal, open, values.data, false, async (core) => {
    const chosen = await choose(terminal, core, values.resource ?? [], values.team)
    if ('exit' in chosen) return chosen.exit
    const language = languageOf(values.lang, terminal.language)
    return write(terminal, core, { kind: 'occupancy', format, language, period: { ...period, ...chosen.filter } }, out)
  })
}

/** `export FILE.(ics|json|csv|xlsx) --data DIR`. Without dates: everything there is. */
export async function exportVerb(terminal: Terminal, given: Given<'export'>, open: OpenCore): Promise<Exit> {
  const [out] = given.words
  const { values } = given
  if (out === undefined) return missing(terminal, 'export', 'FILE')
  if (values.data === undefined) return missing(terminal, 'export', '--data')
  const format = formatOf(out, ['ics', 'json', 'csv', 'xlsx'])
  if (format === null) {
    return wrongUsage(terminal, say(terminal, 'wrongFormat', { what: out, known: 'ics, json, csv, xlsx' }), 'export')
  }
  const whole = values.from === undefined && values.to === undefined
  const period = whole ? { from: '1970-01-02', to: '2200-01-01' } : readPeriod(terminal, 'export', values)
  if ('exit' in period) return period.exit
  const kind = format === 'ics' ? 'ics' : format === 'json' && whole ? 'everything' : 'bookings'
  const language = languageOf(values.lang, terminal.language)
  return withCore(terminal, open, values.data, false, (core) =>
    write(terminal, core, { kind, format, language, period }, out),
  )
}

function unknownKind(terminal: Terminal, kind: string): string {
  return say(terminal, 'wrongFormat', { what: kind, known: 'occupancy' })
}

function formatOf<F extends string>(file: string, known: readonly F[]): F | null {
  return known.find((format) => extname(file).toLowerCase() === `.${format}`) ?? null
}

/** Codes and a team's name to ids; what does not exist is refused. */
async function choose(
  terminal: Terminal,
  core: CliCore,
  codes: readonly string[],
  team: string | undefined,
): Promise<{ filter: { resourceIds?: string[]; teamId?: string } } | { exit: Exit }> {
  const filter: { resourceIds?: string[]; teamId?: string } = {}
  if (codes.length > 0) {
    const catalogue = valueOf<'resources.list'>(terminal, await core.perform('resources.list', { withRetired: true }))
    if ('exit' in catalogue) return catalogue
    filter.resourceIds = []
    for (const code of codes) {
      const found = catalogue.value.resources.find((each) => each.code === code)
      if (!found) return { exit: refused(terminal, [{ code: 'notFound', what: 'resource', id: code }]) }
      filter.resourceIds.push(found.id)
    }
  }
  if (team !== undefined) {
    const list = valueOf<'teams.list'>(terminal, await core.perform('teams.list', { withRetired: true }))
    if ('exit' in list) return list
    const found = list.value.teams.find((each) => each.name === team || each.shortName === team)
    if (!found) return { exit: refused(terminal, [{ code: 'notFound', what: 'team', id: team }]) }
    filter.teamId = found.id
  }
  return { filter }
}

/** Runs the export job, then puts its file where it was asked for, whole or not at all. */
async function write(terminal: Terminal, core: CliCore, order: Order, out: string): Promise<Exit> {
  const started = valueOf<'exports.start'>(terminal, await core.perform('exports.start', order))
  if ('exit' in started) return started.exit
  const job = await finished(terminal, core, started.value, (text) => process.stderr.write(text))
  if (job.status !== 'done' || job.fileName === null) return jobFailed(terminal, job)
  const made = join(core.exportsFolder, job.fileName)
  const temporary = join(dirname(out), `.${job.id}.part`)
  try {
    await copyFile(made, temporary)
    await rename(temporary, out)
    await rm(made, { force: true })
  } catch {
    await rm(temporary, { force: true })
    return unreadable(terminal, out)
  }
  terminal.out(terminal.json ? JSON.stringify({ ok: true, file: out }) : say(terminal, 'written', { file: out }))
  return 0
}
