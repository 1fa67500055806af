import { closeSync, copyFileSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { codeOf } from './errors.ts'

/** Makes sure a file is on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes sure the names in a folder are on the disk. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const heldByOthers = new Set(['EACCES', 'EPERM', 'EBUSY'])

/** Renames, patiently: on Windows an antivirus or indexer holds a new file for a moment. Blocks for at most about a second. */
export function renamePatiently(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (attempt > 10 || !heldByOthers.has(codeOf(error))) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, attempt * 20)
    }
  }
}

/** Copies a database that cannot be opened where it is, with its log, to a place of its own. Only for media that nobody writes to. */
export function copyForReading(file: string): { file: string; drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'hengtong-reading-'))
  const drop = () => rmSync(folder, { recursive: true, force: true })
  const copy = join(folder, basename(file))
  try {
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    return { file: copy, drop }
  } catch (error) {
    drop()
    throw error
  }
}
