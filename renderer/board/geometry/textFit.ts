// Widths in em of the letters of the UI face, a little on the wide side: a text that is cut a character early is better than a clipped one.
const narrow = /[iljtfI.,:;'’|!()[\]]/
const wide = /[mwMW@%]/
const capital = /[A-Z&]/
const full =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
const ELLIPSIS = 0.9

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const plainText = /^[\u0020-\u024f\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*$/

/** The characters of a text as a reader counts them: an emoji of several code points or a letter with its mark is one. */
export function characters(text: string): string[] {
  if (plainText.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

// Asked for some ten thousand characters in one drawing, most of them the same few hundred.
const known = new Float32Array(0x10000)

function widthOfOne(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code > 0xffff) return 1
  const width = known[code]!
  if (width > 0) return width
  const found = measured(character, code)
  known[code] = found
  return found
}

function measured(character: string, code: number): number {
  if (full.test(character) || code === 0) return 1
  if (character === ' ') return 0.3
  if (narrow.test(character)) return 0.34
  if (wide.test(character)) return 0.92
  if (capital.test(character)) return 0.7
  return 0.58
}

/** How wide a text will be in px at a font size, estimated without asking the page. */
export function textWidth(text: string, size: number): number {
  let em = 0
  for (const character of characters(text)) em += widthOfOne(character)
  return em * size
}

/** The text, or as many whole characters of it as fit into `room` px followed by `…`; '' when not even one fits. */
export function cutText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text
  let used = ELLIPSIS * size
  let kept = ''
  for (const character of characters(text)) {
    used += widthOfOne(character) * size
    if (used > room) break
    kept += character
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`
}

/** The first whole characters that fit, at most `most` of them, without `…`: for blocks of half an hour. */
export function headOf(text: string, room: number, size: number, most: number): string {
  let used = 0
  let kept = ''
  for (const character of characters(text).slice(0, most)) {
    used += widthOfOne(character) * size
    if (used > room) break
    kept += character
  }
  return kept.trimEnd()
}
