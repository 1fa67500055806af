import type { CsvCell } from './csvWriter.ts'
import type { Words } from './words.ts'

/** How a figure is written: hours with one decimal, rates as percentages, whole numbers, text. */
export type Format = 'text' | 'hours' | 'rate' | 'whole' | 'area'
/** One column of an exported table. */
export type Column<Row> = {
  group: keyof Words | null
  title: keyof Words
  format: Format
  /** Width in half-width characters. */
  width: number
  value: (row: Row, index: number) => CsvCell
}

/** Headings that are unique without their groups: 时长 groups repeat words such as 爽约. */
export function headings<Row>(columns: readonly Column<Row>[], words: Words): string[] {
  const titles = columns.map((column) => words[column.title] as string)
  return titles.map((title, index) => {
    if (titles.indexOf(title) === titles.lastIndexOf(title)) return title
    const format = columns[index]!.format
    return format === 'hours' ? `${title} ${words.groupHours}` : `${title} ${words.groupCounts}`
  })
}
