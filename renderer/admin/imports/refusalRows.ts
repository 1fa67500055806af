import type { Refusal } from '../../../shared/refusals.ts'
import { explain, explainFault, type Names } from '../../../shared/text/explain.ts'
import type { Language } from '../../../shared/text/moments.ts'

/** One wrong place of a file as a row: where it is, what stands there, why it cannot be. */
export type RefusalRow = { key: string; line: number | null; column: string | null; what: string; why: string }

/** Every fault and every refused row with its own reasons, by line. What concerns the whole file has no line. */
export function refusalRows(refusals: readonly Refusal[], language: Language, names: Names): RefusalRow[] {
  const rows = refusals.flatMap((refusal): Omit<RefusalRow, 'key'>[] => {
    if (refusal.code === 'fileBad')
      return refusal.faults.map((fault) => ({
        line: fault.line,
        column: fault.column,
        what: fault.value ?? '',
        why: explainFault({ ...fault, line: null, column: null, value: null }, language),
      }))
    if (refusal.code === 'rowRefused')
      return refusal.refusals.map((each) => ({
        line: refusal.line,
        column: each.code === 'badInput' ? each.path : null,
        what: refusal.title,
        why: explain(each, language, names),
      }))
    return [{ line: null, column: null, what: '', why: explain(refusal, language, names) }]
  })
  return rows
    .map((row, index) => ({ ...row, key: String(index) }))
    .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
}

/** How many faults a file has beyond those listed. */
export function unlistedFaults(refusals: readonly Refusal[]): number {
  return refusals.reduce(
    (sum, refusal) =>
      refusal.code === 'fileBad' ? sum + Math.max(0, refusal.faultCount - refusal.faults.length) : sum,
    0,
  )
}

/** True when the header was not recognised: the columns have to be named by hand. */
export function needsMapping(refusals: readonly Refusal[]): boolean {
  return refusals.some(
    (refusal) =>
      refusal.code === 'fileBad' && refusal.faults.some(({ why }) => why === 'noHeader' || why === 'missingColumn'),
  )
}
