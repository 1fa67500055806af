import type { ColumnMap } from '../../shared/operations/reports.ts'
import type { FileFault, FileWhy } from '../../shared/refusals.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import { MAX_FAULTS, MAX_LONG_TEXT, MAX_TITLE } from './limits.ts'

/** A place as a foreign file names it: a code, a name, or both languages' names. */
export type ForeignPlace = { name: string; quantity: number }

/** One event of a foreign file, in our terms. `line` counts from 1 in the file (the row number in a spreadsheet). */
export type ForeignRow = {
  line: number
  uid: string | null
  places: ForeignPlace[]
  start: Instant
  end: Instant
  title: string
  team: string
  person: string
  headCount: number | null
  note: string
  category: string
  /** The file says that this event was called off. */
  cancelled: boolean
}

/** `zone` reads wall times that carry no zone of their own; `year` completes dates such as 11月24日. */
export type ParseOptions = { zone: string; year: number; columns?: ColumnMap }

/** `faultCount` counts all faults; only the first hundred are listed. With any fault the rows must not be used. */
export type ParsedFile = { rows: ForeignRow[]; faults: FileFault[]; faultCount: number }

/** Collects faults up to the limit and counts the rest. */
export type Faults = { list: FileFault[]; count: number }

/** An empty collection of faults. */
export function noFaults(): Faults {
  return { list: [], count: 0 }
}

/** Notes one fault; the offending value is cut to 80 characters. */
export function addFault(faults: Faults, why: FileWhy, line: number | null, column: string | null, value?: string) {
  faults.count += 1
  if (faults.list.length < MAX_FAULTS) {
    faults.list.push({ line, column, why, value: value === undefined ? null : value.slice(0, 80) })
  }
}

/** A file that could not be read at all, with the one reason. */
export function wholeFileFault(
  why: FileWhy,
  line: number | null = null,
  column: string | null = null,
  value?: string,
): ParsedFile {
  const faults = noFaults()
  addFault(faults, why, line, column, value)
  return { rows: [], faults: faults.list, faultCount: faults.count }
}

/** One line of text: control characters and runs of blanks become one blank. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** Several lines of text without other control characters. */
export function severalLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/**
 * Title and note within a booking's limits: a title over 120 characters is shortened and put whole before the note.
 * Refuses (tooLongText) what even the note cannot hold.
 */
export function fitText(
  title: string,
  note: string,
  faults: Faults,
  at: { line: number; column: string },
): { title: string; note: string } {
  const short = title.length <= MAX_TITLE ? title : `${cut(title, MAX_TITLE - 1)}…`
  const whole = short === title ? note : note === '' ? title : `${title}\n${note}`
  if (whole.length > MAX_LONG_TEXT) addFault(faults, 'tooLongText', at.line, at.column, title)
  return { title: short, note: whole }
}

/** Cuts without leaving half a surrogate pair behind. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}
