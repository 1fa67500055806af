import { randomBytes } from 'node:crypto'
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type FaultLog = { note: (operation: string, error: unknown) => string }

const MAX_BYTES = 2 * 1024 * 1024

/**
 * Faults of ours, one JSON line each, in `faults.log`; the user sees the id alone. Messages hold no input: what a person typed never gets into a log. At
 * 2 MB the file is put aside once.
 */
export function openFaultLog(folder: string, now: () => number): FaultLog {
  const file = join(folder, 'faults.log')
  return {
    note(operation, error) {
      const id = randomBytes(5).toString('hex')
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      const line = JSON.stringify({
        id,
        at: now(),
        operation,
        name,
        message: message.slice(0, 500),
        stack: stack?.slice(0, 4000),
      })
      try {
        if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.1`)
        appendFileSync(file, `${line}\n`)
      } catch {
        // A disk that takes no more: the answer with its id must come all the same.
      }
      return id
    },
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
