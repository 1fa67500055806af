import { CsvError, parse } from 'csv-parse/sync'
import { unguardFormula } from './csvWriter.ts'
import { wholeFileFault, type ParsedFile, type ParseOptions } from './foreignRow.ts'
import { MAX_COLUMNS, MAX_LONG_TEXT, MAX_ROWS } from './limits.ts'
import { readTable, type TableRow } from './table.ts'

/** The separator that occurs most often outside quotes in the first lines. Excel writes `;` in countries with a decimal comma, and tabs as "Unicode text". */
export function separatorOf(text: string): string {
  const outside = text.slice(0, 10_000).replace(/"[^"]*"/g, '')
  const lines = outside.split(/\r\n|\r|\n/).slice(0, 10)
  let best = ','
  let most = 0
  for (const candidate of [',', ';', '\t']) {
    const count = lines.reduce((sum, line) => sum + line.split(candidate).length - 1, 0)
    if (count > most) {
      best = candidate
      most = count
    }
  }
  return best
}

/** Reads CSV text (RFC 4180 quoting, any line ends). A broken quote is refused with its line. */
export function readCsv(text: string, options: ParseOptions): ParsedFile {
  const table: TableRow[] = []
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relaxColumnCount: true,
      skipEmptyLines: true,
      info: true,
      maxRecordSize: MAX_COLUMNS * MAX_LONG_TEXT,
      to: MAX_ROWS + 10,
    }) as unknown as { info: { lines: number }; record: string[] }[]
    let line = 1
    for (const { info, record } of records) {
      table.push({
        line: Math.max(line, info['lines'] - breaksIn(record)),
        cells: record.slice(0, MAX_COLUMNS).map(unguardFormula),
      })
      line = info['lines']
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return wholeFileFault('notCsv', Number(error['lines']) || 1, null, error.code)
  }
  return readTable(table, options)
}

/** Line breaks inside quoted fields: a record is named by its first line. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}
