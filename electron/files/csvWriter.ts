export type CsvCell = string | number | null

/**
 * Text that a spreadsheet would compute, made harmless (reliability.md §6, OWASP CSV injection): a leading `'` before
 * = + - @, tab, CR, LF and their full-width forms, also behind blanks, and before a `'` of the text's own that stands there. Numbers are not text and stay numbers.
 */
export function guardFormula(text: string): string {
  return /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? `'${text}` : text
}

/** Takes the guard off again: for any text, `unguardFormula(guardFormula(text))` is that text. */
export function unguardFormula(text: string): string {
  return /^'+(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) ? text.slice(1) : text
}

function field(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = guardFormula(cell)
  return /["\r\n,;\t]|^\s|\s$|^'/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV as Chinese Excel opens it without garbling: UTF-8 with byte order mark, CRLF, RFC 4180 quoting, formulas guarded. */
export function csvText(rows: Iterable<readonly CsvCell[]>): string {
  let text = '\uFEFF'
  for (const row of rows) text += `${row.map(field).join(',')}\r\n`
  return text
}
