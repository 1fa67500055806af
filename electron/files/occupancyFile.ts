import type { OccupancyReport } from '../../shared/operations/reports.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { addDays } from '../../shared/scheduling/zone.ts'
import { flatColumns, printedColumns, remarksOf } from './occupancyTable.ts'
import { fill, periodLabel, type Words } from './words.ts'
import { openWorkbook, writeFlat, writePrinted, writeWords } from './xlsxSheets.ts'

/** What a written report needs besides its figures. `definitions`: figure and what it means. */
export type ReportFacts = {
  words: Words
  centreName: string
  demo: boolean
  made: LocalDate
  now: number
  definitions: readonly (readonly [string, string])[]
}

/** Writes the occupancy workbook: 报表 to print and stamp, 明细 to sort, 口径 to know what each figure means. */
export async function writeOccupancyFile(file: string, report: OccupancyReport, facts: ReportFacts): Promise<void> {
  const { words } = facts
  const book = openWorkbook(file, facts.now)
  const period = periodLabel(report.from, report.to, words)
  writePrinted(
    book,
    words.sheetReport,
    {
      title: `${facts.centreName} ${fill(words.occupancyTitle, { period })}${facts.demo ? words.demo : ''}`.trim(),
      subtitle: [fill(words.period, { from: report.from, to: addDays(report.to, -1) }), words.unit],
      columns: printedColumns(words),
      rows: report.rows,
      total: report.total,
      totalLabel: words.total,
      footer: [words.preparedBy, words.checkedBy, words.seal, fill(words.preparedOn, { date: facts.made })],
      remarks: remarksOf(report, words),
    },
    words,
  )
  writeFlat(book, words.sheetDetails, flatColumns(words), report.rows)
  writeWords(book, words.sheetDefinitions, [words.term, words.meaning], facts.definitions)
  await book.commit()
}
