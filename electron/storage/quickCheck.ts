import { existsSync, statSync } from 'node:fs'
import { pragma, type Connection } from './connect.ts'
import { tableNames } from './dump.ts'
import { toStorageError } from './errors.ts'

/** Up to this size everything is checked at the start; it takes about 200 ms. In bytes. */
const wholeUpTo = 64 * 1024 * 1024
/** Tables that grow with the years: in a large file they are left to the check in idle time. */
const large = new Set([
  'booking',
  'booking_resource',
  'booking_words',
  'booking_waiver',
  'series_date',
  'allocation',
  'journal',
  'request',
])

/** The first thing wrong with a file, looked for within a short time; null when nothing was found. */
export function quickProblem(db: Connection, file: string): string | null {
  try {
    const { size } = statSync(file)
    const walSize = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0
    if (size + walSize <= wholeUpTo) return firstOf(db, 'quick_check(1)')
    if (walSize === 0 && Number(pragma(db, 'page_count')) * Number(pragma(db, 'page_size')) > size)
      return 'the file is shorter than it says'
    for (const table of tableNames(db)) {
      const problem = large.has(table) ? null : firstOf(db, `quick_check('${table}')`)
      if (problem !== null) return problem
    }
    return null
  } catch (error) {
    return (toStorageError(error) as Error).message
  }
}

function firstOf(db: Connection, check: string): string | null {
  const [row] = db.pragma(check) as { quick_check: string }[]
  return row === undefined || row.quick_check === 'ok' ? null : row.quick_check
}
