import type { Booking } from '../../shared/operations/bookings.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { addDays } from '../../shared/scheduling/zone.ts'
import { bookingColumns, type Register } from './bookingsTable.ts'
import type { CsvCell } from './csvWriter.ts'
import type { ReportFacts } from './occupancyFile.ts'
import { fill, periodLabel, type Words } from './words.ts'
import { openWorkbook, writeFlat, writePrinted } from './xlsxSheets.ts'

/** The register of bookings as CSV rows, with what a second import needs to know them again. */
export function bookingsCsvRows(bookings: readonly Booking[], register: Register, words: Words): CsvCell[][] {
  const columns = bookingColumns(register, words, false)
  return [
    columns.map((column) => column.title),
    ...bookings.map((booking, index) => columns.map((column) => column.value(booking, index))),
  ]
}

/** Writes the register of bookings: 报表 to print, 明细 flat. */
export async function writeBookingsFile(
  file: string,
  bookings: readonly Booking[],
  register: Register,
  period: { from: LocalDate; to: LocalDate },
  facts: ReportFacts,
): Promise<void> {
  const { words } = facts
  const book = openWorkbook(file, facts.now)
  const label = periodLabel(period.from, period.to, words)
  writePrinted(
    book,
    words.sheetReport,
    {
      title:
        `${facts.centreName} ${fill(words.bookingsTitle, { period: label })}${facts.demo ? words.demo : ''}`.trim(),
      subtitle: [
        fill(words.period, { from: period.from, to: addDays(period.to, -1) }),
        fill(words.zone, { zone: register.zone }),
      ],
      columns: bookingColumns(register, words, true),
      rows: bookings,
      total: null,
      totalLabel: words.total,
      footer: [words.preparedBy, words.checkedBy, words.seal, fill(words.preparedOn, { date: facts.made })],
      remarks: [],
    },
    words,
  )
  writeFlat(book, words.sheetDetails, bookingColumns(register, words, false), bookings)
  await book.commit()
}
