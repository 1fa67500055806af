import type { CsvCell } from './csvWriter.ts'

/** How a figure is written: hours with one decimal, rates as percentages, whole numbers, text. */
export type Format = 'text' | 'hours' | 'rate' | 'whole' | 'area'
/** One column of an exported table. */
export type Column<Row> = {
  /** The heading above several columns, or null. */
  group: string | null
  title: string
  format: Format
  /** Width in half-width characters. */
  width: number
  /** Left blank in the total: running numbers, and what cannot be added. */
  unsummed?: boolean
  value: (row: Row, index: number) => CsvCell
}
