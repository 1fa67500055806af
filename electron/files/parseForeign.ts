import { readCsv } from './csvFile.ts'
import { wholeFileFault, type ParsedFile, type ParseOptions } from './foreignRow.ts'
import { readIcs } from './icsFile.ts'
import { sniff } from './sniff.ts'
import { readXlsx } from './xlsxFile.ts'

/**
 * Reads a foreign file of events: ICS, CSV or XLSX, by its bytes and then by its name. Never throws for what the file
 * holds: everything wrong comes back as faults with line and column. Run it through `parseApart` outside tests: a hostile
 * file can hang or exhaust whatever parses it.
 */
export async function parseForeign(bytes: Uint8Array, fileName: string, options: ParseOptions): Promise<ParsedFile> {
  const found = sniff(bytes, fileName)
  if ('why' in found) return wholeFileFault(found.why)
  if (found.kind === 'xlsx') return readXlsx(bytes, options)
  const text = found.text ?? ''
  return found.kind === 'ics' ? readIcs(text, options) : readCsv(text, options)
}
