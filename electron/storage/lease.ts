import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { codeOf } from './errors.ts'

/** The right to write in a data folder; `release` gives it back. */
export type Lease = { release: () => void }
export type LeaseAnswer = { lease: Lease } | { holder: string }

/**
 * Takes the folder for this process. The lock is an EXCLUSIVE transaction on a small file of its own, which the operating system gives back when the process
 * ends in any way, kill -9 included; a text beside it says who holds it. Throws what the disk throws when nothing can be written there.
 */
export function takeLease(folder: string, version: string, now: number): LeaseAnswer {
  const holderFile = join(folder, 'hengtong.holder')
  const lock = new Database(join(folder, 'hengtong.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (codeOf(error).startsWith('SQLITE_BUSY')) return { holder: readHolder(holderFile) }
    throw error
  }
  const holder = `${hostname()} ${process.pid}`
  try {
    writeFileSync(holderFile, `${JSON.stringify({ holder, version, since: now })}\n`)
  } catch (error) {
    lock.close()
    throw error
  }
  let held = true
  return {
    lease: {
      release() {
        if (!held) return
        held = false
        rmSync(holderFile, { force: true })
        lock.close()
      },
    },
  }
}

function readHolder(file: string): string {
  try {
    const { holder } = JSON.parse(readFileSync(file, 'utf8')) as { holder?: unknown }
    return typeof holder === 'string' ? holder : ''
  } catch {
    return ''
  }
}
