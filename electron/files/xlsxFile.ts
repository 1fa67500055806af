import type ExcelJS from 'exceljs'
import { wholeFileFault, type ParsedFile, type ParseOptions } from './foreignRow.ts'
import { findHeader, missingFields } from './header.ts'
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import { readTable, textOf, type Cell, type TableRow } from './table.ts'
import { checkZip } from './zipDirectory.ts'

/** The flat sheet that our own exports carry beside the printed one. */
const flatSheets = ['明细', 'Details']

/**
 * Reads the sheet that holds the events: our own 明细, else the first visible one with a header we can read.
 * Merged cells give their value to each cell they cover. The zip's directory is checked before anything is unpacked.
 */
export async function readXlsx(bytes: Uint8Array, options: ParseOptions): Promise<ParsedFile> {
  const zip = checkZip(bytes)
  if ('why' in zip) return wholeFileFault(zip.why, null, null, zip.value)
  if (!zip.entries.some((entry) => entry.name === '[Content_Types].xml')) return wholeFileFault('notXlsx')
  // Loading exceljs takes longer than reading any calendar: only spreadsheets pay for it.
  const { default: library } = await import('exceljs')
  const book = new library.Workbook()
  try {
    await book.xlsx.load(bytes.slice().buffer, { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst'] })
  } catch {
    return wholeFileFault('notXlsx')
  }
  const sheets = book.worksheets.filter((sheet) => sheet.state === 'visible')
  const ordered = [
    ...sheets.filter((sheet) => flatSheets.includes(sheet.name)),
    ...sheets.filter((sheet) => !flatSheets.includes(sheet.name)),
  ]
  let first: TableRow[] | null = null
  for (const sheet of ordered) {
    const rows = rowsOf(sheet)
    const header = findHeader(rows, options.columns ?? {}, 5)
    if (header && missingFields(header.columns).length === 0) return readTable(rows, options)
    if (header || first === null) first = rows
  }
  return first === null ? wholeFileFault('emptyFile') : readTable(first, options)
}

function rowsOf(sheet: ExcelJS.Worksheet): TableRow[] {
  const rows: TableRow[] = []
  sheet.eachRow((row, line) => {
    if (rows.length > MAX_ROWS + 10) return
    const cells: Cell[] = []
    row.eachCell((cell, column) => {
      if (column <= MAX_COLUMNS) cells[column - 1] = plainValue(cell.value)
    })
    const dense = Array.from(cells, (cell) => cell ?? null)
    if (dense.some((cell) => textOf(cell) !== '')) rows.push({ line, cells: dense })
  })
  return rows
}

/** A cell's value without its dress: rich text joined, a formula's last result, a link's words; errors are blank. */
function plainValue(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) {
    const ms = value.getTime()
    return Number.isFinite(ms) ? { wallMs: Math.round(ms / 1000) * 1000 } : null
  }
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('text' in value) return plainValue(value.text)
  if ('result' in value) return plainValue(value.result)
  return null
}
