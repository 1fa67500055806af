import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made = new Set<string>()

/** A folder that is removed at the end of the run, whichever way it ends. */
export function tempFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hengtong-bench-${name}-`))
  made.add(folder)
  return folder
}

/** Removes one such folder now: the large ones should not wait. */
export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  made.delete(folder)
}

process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))
