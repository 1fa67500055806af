import { crc32 } from 'node:zlib'
import { StorageError } from './errors.ts'

export type Value = string | number | null

/**
 * A checksum over the values of a row, kept beside them: SQLite notices damage to its trees, not to the text or number in a cell. It finds damage, not
 * malice; the journal's chain is for that.
 */
export function sealOf(values: readonly Value[]): number {
  let text = ''
  for (const value of values) text += value === null ? '\u0001-' : `\u0001${value}`
  return crc32(text)
}

/** Throws StorageError `corrupt` when a row is not what was written. */
export function assertSeal(table: string, id: string, values: readonly Value[], seal: number): void {
  if (sealOf(values) !== seal) throw new StorageError('corrupt', 'SEAL', `${table} ${id} is damaged`)
}
