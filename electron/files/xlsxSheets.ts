import ExcelJS from 'exceljs'
import type { CsvCell } from './csvWriter.ts'
import type { Column, Format } from './columns.ts'
import type { Words } from './words.ts'

/** Everything a printed sheet says besides its rows. */
export type PrintedSheet<Row> = {
  title: string
  /** Under the title: left and right. */
  subtitle: [string, string]
  columns: readonly Column<Row>[]
  rows: Iterable<Row>
  total: Row | null
  totalLabel: string
  footer: readonly string[]
  remarks: readonly string[]
}

const formats: Record<Format, string> = { text: '@', hours: '#,##0.0', rate: '0.0%', whole: '#,##0', area: '#,##0.0' }
const thin = { style: 'thin', color: { argb: 'FF9AA3AF' } } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }
const font = { name: '等线', size: 10.5 }
const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F7' } } as const

/** Opens a workbook that is written to the file row by row: the memory it needs does not grow with the rows. */
export function openWorkbook(file: string, now: number): ExcelJS.stream.xlsx.WorkbookWriter {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false })
  book.creator = 'Hengtong Booking'
  book.created = new Date(now)
  book.modified = new Date(now)
  return book
}

/**
 * The sheet that is printed and stamped (domain-zh.md §4.7, R-80): merged bold title, period and unit below it, merged
 * group headings, numbers as numbers, a total, places for names and date; frozen head, A4 landscape, one page wide.
 */
export function writePrinted<Row>(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  sheet: PrintedSheet<Row>,
  words: Words,
) {
  const { columns } = sheet
  const width = columns.length
  const grouped = columns.some((column) => column.group !== null)
  const head = grouped ? 4 : 3
  const page = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: Math.min(3, width), ySplit: head, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `1:${head}`,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
    },
    headerFooter: { oddFooter: `&C${words.page}` },
  })
  page.columns = columns.map((column) => ({ width: column.width }))

  const title = page.addRow([sheet.title])
  page.mergeCells(1, 1, 1, width)
  title.height = 32
  title.getCell(1).font = { name: '宋体', size: 18, bold: true }
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' }
  title.commit()

  const half = Math.max(1, Math.ceil(width / 2))
  const subtitle = page.addRow([])
  subtitle.getCell(1).value = sheet.subtitle[0]
  if (width > half) {
    subtitle.getCell(half + 1).value = sheet.subtitle[1]
    if (half > 1) page.mergeCells(2, 1, 2, half)
    if (width > half + 1) page.mergeCells(2, half + 1, 2, width)
    subtitle.getCell(half + 1).alignment = { horizontal: 'right' }
  }
  subtitle.font = font
  subtitle.commit()

  writeHead(page, columns, grouped)
  let index = 0
  for (const row of sheet.rows) {
    writeRow(page, columns, row, index)
    index += 1
  }
  if (sheet.total !== null) writeTotal(page, columns, sheet.total, sheet.totalLabel)
  page.addRow([]).commit()
  const footer = page.addRow([])
  sheet.footer.forEach((text, part) => {
    footer.getCell(1 + Math.floor((part * width) / sheet.footer.length)).value = text
  })
  footer.font = font
  footer.commit()
  for (const remark of sheet.remarks) {
    const row = page.addRow([remark])
    row.font = { ...font, size: 9, color: { argb: 'FF6B7280' } }
    row.commit()
  }
  page.commit()
}

function writeHead<Row>(page: ExcelJS.Worksheet, columns: readonly Column<Row>[], grouped: boolean) {
  const dress = (row: ExcelJS.Row) => {
    for (let column = 1; column <= columns.length; column += 1) {
      const cell = row.getCell(column)
      cell.font = { ...font, bold: true }
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
      cell.border = border
      cell.fill = headerFill
    }
    row.height = 22
    row.commit()
  }
  if (grouped) {
    const groups = page.addRow(columns.map((column) => column.group ?? ''))
    let from = 0
    for (let at = 1; at <= columns.length; at += 1) {
      if (at < columns.length && columns[at]!.group === columns[from]!.group) continue
      if (at - from > 1) page.mergeCells(groups.number, from + 1, groups.number, at)
      from = at
    }
    dress(groups)
  }
  dress(page.addRow(columns.map((column) => column.title)))
}

function writeRow<Row>(
  page: ExcelJS.Worksheet,
  columns: readonly Column<Row>[],
  row: Row,
  index: number,
  bold = false,
) {
  const line = page.addRow(columns.map((column) => column.value(row, index)))
  dressRow(line, columns, bold)
  line.commit()
}

function dressRow<Row>(line: ExcelJS.Row, columns: readonly Column<Row>[], bold: boolean) {
  columns.forEach((column, at) => {
    const cell = line.getCell(at + 1)
    cell.numFmt = formats[column.format]
    cell.font = { ...font, bold }
    cell.border = border
    cell.alignment = {
      vertical: 'middle',
      horizontal: column.format === 'text' ? 'left' : 'right',
      wrapText: column.format === 'text',
    }
  })
}

function writeTotal<Row>(page: ExcelJS.Worksheet, columns: readonly Column<Row>[], total: Row, label: string) {
  const summed = (column: Column<Row>): CsvCell =>
    column.format === 'text' || column.unsummed ? null : column.value(total, 0)
  const line = page.addRow(columns.map((column, at) => (at === 0 ? label : summed(column))))
  dressRow(line, columns, true)
  line.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' }
  line.commit()
}

/** The sheet for sorting and pivot tables: one header row, no merged cells, a filter. Text is text and never a formula. */
export function writeFlat<Row>(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
) {
  const page = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = columns.map((column) => ({ width: column.width }))
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const head = page.addRow(columns.map((column) => column.title))
  head.font = { ...font, bold: true }
  head.commit()
  let index = 0
  for (const row of rows) {
    const line = page.addRow(columns.map((column) => column.value(row, index)))
    columns.forEach((column, at) => {
      line.getCell(at + 1).numFmt = formats[column.format]
    })
    line.commit()
    index += 1
  }
  page.commit()
}

/** A plain sheet of wrapped words: what each figure means. */
export function writeWords(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  head: readonly string[],
  rows: Iterable<readonly string[]>,
) {
  const page = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = head.map((_, index) => ({ width: index === 0 ? 22 : 70 }))
  const first = page.addRow([...head])
  first.font = { ...font, bold: true }
  first.commit()
  for (const row of rows) {
    const line = page.addRow([...row])
    line.font = font
    line.alignment = { wrapText: true, vertical: 'top' }
    line.commit()
  }
  page.commit()
}
