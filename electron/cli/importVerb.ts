import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { columnMap, type ColumnMap, type ImportResult } from '../../shared/operations/reports.ts'
import { MAX_FILE_BYTES } from '../files/limits.ts'
import { finished, jobFailed, unreadable, valueOf, withCore, type OpenCore } from './core.ts'
import { refused, say, wrongUsage, type Exit, type Terminal } from './terminal.ts'
import { missing, type Given } from './usage.ts'

/** `import FILE --data DIR`: books every event of the file, or none and says why. */
export async function importVerb(terminal: Terminal, given: Given<'import'>, open: OpenCore): Promise<Exit> {
  const [file] = given.words
  const { values } = given
  if (file === undefined) return missing(terminal, 'import', 'FILE')
  if (values.data === undefined) return missing(terminal, 'import', '--data')
  const columns = values.map === undefined ? {} : await readMap(values.map)
  if (columns === null) return wrongUsage(terminal, say(terminal, 'mapUnreadable', { file: values.map! }), 'import')
  const content = await readFileToImport(file)
  if (content === 'unreadable') return unreadable(terminal, file)
  const fileName = basename(file)
  if (content === 'tooLarge') {
    const fault = { line: null, column: null, why: 'tooLarge', value: null } as const
    return refused(terminal, [{ code: 'fileBad', file: fileName, faults: [fault], faultCount: 1 }])
  }
  return withCore(terminal, open, values.data, true, async (core) => {
    const started = valueOf<'imports.start'>(
      terminal,
      await core.perform('imports.start', {
        fileName,
        content: content.toString('base64'),
        dryRun: values['dry-run'] ?? false,
        createResources: values['create-resources'] ?? false,
        columns,
        ...(values.zone === undefined ? {} : { zone: values.zone }),
      }),
    )
    if ('exit' in started) return started.exit
    const job = await finished(terminal, core, started.value, (text) => process.stderr.write(text))
    if (job.status !== 'done') return jobFailed(terminal, job)
    report(terminal, job.result as ImportResult)
    return 0
  })
}

function report(terminal: Terminal, result: ImportResult) {
  if (terminal.json) {
    terminal.out(JSON.stringify(result))
    return
  }
  const { file, found, created, changed, unchanged, resourcesCreated } = result
  terminal.out(say(terminal, result.dryRun ? 'wouldImport' : 'imported', { file, found, created, changed, unchanged }))
  if (resourcesCreated.length > 0) terminal.out(say(terminal, 'made', { names: resourcesCreated.join(', ') }))
}

async function readMap(file: string): Promise<ColumnMap | null> {
  try {
    const parsed = columnMap.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

async function readFileToImport(file: string): Promise<Buffer | 'unreadable' | 'tooLarge'> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return 'unreadable'
    return found.size > MAX_FILE_BYTES ? 'tooLarge' : await readFile(file)
  } catch {
    return 'unreadable'
  }
}
