import type { Piece, Understood } from '../../operations/find.ts'

/** Stands where something was understood; no text a person types has it. */
export const COVER = '\uE000'

/** The text while it is read: what was understood is covered, so that nothing is read twice. */
export type Reading = {
  /** Half-width lower case, as long as the text. Covered places hold COVER. */
  plain: string
  pieces: Piece[]
  found: Omit<Understood, 'pieces' | 'title'>
}

/** Covers a stretch and notes what it was. */
export function cover(reading: Reading, kind: Piece['kind'], start: number, end: number, ids: string[] = []): void {
  reading.pieces.push({ kind, start, end, ids })
  reading.plain = reading.plain.slice(0, start) + COVER.repeat(end - start) + reading.plain.slice(end)
}

/** Goes through a pattern's matches in the uncovered text; `take` answers false for a match that means nothing after all. */
export function each(
  reading: Reading,
  pattern: RegExp,
  kind: Piece['kind'],
  take: (match: RegExpMatchArray) => boolean,
): void {
  // The text changes under the matches only where they were, and keeps its length.
  for (const match of reading.plain.matchAll(pattern)) {
    if (match[0].length > 0 && take(match)) cover(reading, kind, match.index, match.index + match[0].length)
  }
}
