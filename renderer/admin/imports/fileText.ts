/** The largest file that an import takes, in bytes. */
export const MOST_BYTES = 5_000_000

/** A file read in the page: its name, its content in base64 as imports.start takes it, and the columns of a CSV's first filled line. */
export type ChosenFile = { name: string; size: number; content: string; headers: readonly string[] }

/** Reads a chosen file; null when it is larger than may be sent. */
export async function readFile(file: File): Promise<ChosenFile | null> {
  if (file.size > MOST_BYTES) return null
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, size: file.size, content: base64(bytes), headers: headersOf(file.name, bytes) }
}

/** Bytes in base64. In pieces: a call cannot take millions of arguments. */
export function base64(bytes: Uint8Array): string {
  const PIECE = 0x8000
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(binary)
}

// Only a help for the mapping: the file itself is read by the core.
function headersOf(name: string, bytes: Uint8Array): string[] {
  if (!/\.(csv|txt|tsv)$/i.test(name)) return []
  const head = bytes.subarray(0, 65_536)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: head.length === bytes.length }).decode(head)
  } catch {
    text = new TextDecoder('gb18030').decode(head)
  }
  const lines = text.split(/\r?\n/).slice(0, 10)
  const fullest = lines.toSorted((one, other) => cellsOf(other).length - cellsOf(one).length)[0] ?? ''
  const header = lines.find((line) => cellsOf(line).length === cellsOf(fullest).length) ?? ''
  return cellsOf(header).filter((cell) => cell !== '')
}

function cellsOf(line: string): string[] {
  return line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ''))
}
