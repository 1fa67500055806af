/**
 * Half-width lower case, character by character, so that places in the text stay the same: １４：００ becomes 14:00, ＹＱ becomes yq, the wide
 * space a space. What would change its length stays as it is.
 */
export function plainText(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index += 1) {
    const own = text[index]!
    const half = signs[own] ?? own.normalize('NFKC').toLowerCase()
    out += half.length === 1 ? half : own
  }
  return out
}

const signs: Readonly<Record<string, string>> = {
  '　': ' ',
  '\uE000': ' ',
  '\uE001': ' ',
  '\t': ' ',
  '：': ':',
  '∶': ':',
  '，': ',',
  '、': ',',
  '；': ',',
  ';': ',',
  '。': ',',
  '～': '~',
  '〜': '~',
  '—': '-',
  '–': '-',
  '−': '-',
  '‑': '-',
  '（': '(',
  '）': ')',
  點: '点',
  時: '时',
  鐘: '钟',
  號: '号',
}

const digits = '零一二三四五六七八九'

/** The number that digits or Chinese numerals below one hundred say: 十五, 二十, 两, 〇; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const word = text.replace(/两|兩/g, '二').replace(/〇/g, '零').replace(/俩/g, '二').replace(/仨/g, '三')
  if (word.length === 0 || word.length > 3 || !/^[零一二三四五六七八九十]+$/.test(word)) return NaN
  const [tens, ones, ...more] = word.split('十')
  if (more.length > 0) return NaN
  if (ones === undefined) {
    return word.length === 1 ? digits.indexOf(word) : NaN
  }
  if (tens!.length > 1 || ones.length > 1) return NaN
  return (tens === '' ? 1 : digits.indexOf(tens!)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

/** A number in digits or Chinese numerals, for building patterns. */
export const numeral = '(?:\\d{1,3}|[零〇一二两兩三四五六七八九十]{1,3})'
