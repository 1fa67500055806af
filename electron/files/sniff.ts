import type { FileWhy } from '../../shared/refusals.ts'
import { MAX_FILE_BYTES } from './limits.ts'

export type FileKind = 'ics' | 'csv' | 'xlsx'
export type Sniffed = { kind: FileKind; text: string | null } | { why: FileWhy }

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** Old Excel and encrypted Excel files are both OLE containers; an encrypted one names this stream, in UTF-16. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

/** Which kind of file this is, by its first bytes and only then by its name. Refuses what is empty, too large, encrypted or binary. */
export function sniff(bytes: Uint8Array, fileName: string): Sniffed {
  if (bytes.length === 0) return { why: 'emptyFile' }
  if (bytes.length > MAX_FILE_BYTES) return { why: 'tooLarge' }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { kind: 'xlsx', text: null }
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    return { why: Buffer.from(bytes).includes(ENCRYPTED_STREAM) ? 'encrypted' : 'notXlsx' }
  }
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (extension === 'xlsx' || extension === 'xls') return { why: 'notXlsx' }
  const named: FileWhy = extension === 'ics' ? 'notIcs' : 'notCsv'
  const text = decode(bytes)
  if (text === null || text.includes('\0')) return { why: named }
  if (text.trim() === '') return { why: 'emptyFile' }
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return { kind: 'ics', text }
  return extension === 'ics' ? { why: 'notIcs' } : { kind: 'csv', text }
}

/**
 * Text of a file whose encoding nobody wrote down: a byte order mark decides; else valid UTF-8 is UTF-8; else GB18030,
 * which is what Chinese Excel writes as "CSV". Null when it is none of them.
 */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode(bytes, 'utf-16be')
  return tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030')
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
