import { constants, inflateRawSync } from 'node:zlib'
import type { FileWhy } from '../../shared/refusals.ts'
import { MAX_UNZIPPED_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, RATIO_MATTERS_BYTES } from './limits.ts'

export type ZipEntry = { name: string; method: number; flags: number; packed: number; unpacked: number; offset: number }
export type ZipVerdict = { entries: ZipEntry[] } | { why: FileWhy; value: string }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const NOT_A_ZIP: ZipVerdict = { why: 'notXlsx', value: 'zip' }

/**
 * Reads a zip's directory without unpacking anything (PKWARE APPNOTE 4.3.12, 4.3.16) and refuses what could hurt: too many
 * entries, over 50 MB unpacked, a ratio over 100, names that leave the folder, encryption, zip64. Then every entry is
 * unpacked once with the size it promised as the limit, so a directory that lies is found before anyone trusts it.
 */
export function checkZip(bytes: Uint8Array): ZipVerdict {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(data)
  if (end === null) return NOT_A_ZIP
  const count = data.readUInt16LE(end + 10)
  let at = data.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) return { why: 'tooManyEntries', value: 'zip64' }
  if (count > MAX_ZIP_ENTRIES) return { why: 'tooManyEntries', value: String(count) }
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(data, at)
    if (entry === null) return NOT_A_ZIP
    entries.push(entry.entry)
    at = entry.next
  }
  return judge(entries) ?? unpackOnce(data, entries) ?? { entries }
}

function endOfDirectory(data: Buffer): number | null {
  const last = Math.max(0, data.length - 22 - 0xffff)
  for (let at = data.length - 22; at >= last; at -= 1) {
    if (data.readUInt32LE(at) === END) return at
  }
  return null
}

function readEntry(data: Buffer, at: number): { entry: ZipEntry; next: number } | null {
  if (at + 46 > data.length || data.readUInt32LE(at) !== CENTRAL) return null
  const nameLength = data.readUInt16LE(at + 28)
  const next = at + 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  if (next > data.length) return null
  return {
    entry: {
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      flags: data.readUInt16LE(at + 8),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      unpacked: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    },
    next,
  }
}

function judge(entries: readonly ZipEntry[]): ZipVerdict | null {
  let packed = 0
  let unpacked = 0
  for (const entry of entries) {
    if (entry.flags & 1) return { why: 'encrypted', value: entry.name }
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\|\0/i.test(entry.name)) return { why: 'notXlsx', value: entry.name }
    if (entry.method !== 0 && entry.method !== 8) return { why: 'notXlsx', value: entry.name }
    packed += entry.packed
    unpacked += entry.unpacked
  }
  if (unpacked > MAX_UNZIPPED_BYTES) return { why: 'zipBomb', value: `${unpacked} B` }
  if (unpacked > RATIO_MATTERS_BYTES && unpacked > packed * MAX_ZIP_RATIO) {
    return { why: 'zipBomb', value: `1:${Math.round(unpacked / Math.max(1, packed))}` }
  }
  return null
}

/** Finds entries that unpack to more than they promised, or to nothing sensible. */
function unpackOnce(data: Buffer, entries: readonly ZipEntry[]): ZipVerdict | null {
  for (const entry of entries) {
    if (entry.offset + 30 > data.length || data.readUInt32LE(entry.offset) !== LOCAL) return NOT_A_ZIP
    const start = entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28)
    if (start + entry.packed > data.length) return NOT_A_ZIP
    if (entry.method === 0) {
      if (entry.packed !== entry.unpacked) return NOT_A_ZIP
      continue
    }
    try {
      inflateRawSync(data.subarray(start, start + entry.packed), {
        maxOutputLength: Math.max(1, entry.unpacked),
        finishFlush: constants.Z_FINISH,
      })
    } catch (error) {
      const tooLarge = error instanceof RangeError
      return { why: tooLarge ? 'zipBomb' : 'notXlsx', value: entry.name }
    }
  }
  return null
}
