import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { understood } from '../../../shared/operations/find.ts'
import { numberOf, plainText } from '../../../shared/text/phrase/plain.ts'
import { parsePhrase } from '../../../shared/text/phrase/parsePhrase.ts'
import { chinese, english, mixed, type Case } from './cases.ts'
import { names } from './names.ts'

const today = '2026-11-24'
const parse = (text: string) => parsePhrase(text, today, 642, names)
const nothing = {
  dates: null,
  partOfDay: null,
  from: null,
  until: null,
  minutes: null,
  heads: null,
  features: [],
  kinds: [],
  places: [],
  teamIds: [],
  personIds: [],
  title: '',
}

describe('quick phrases (D 15)', () => {
  it.each<Case>([...chinese, ...mixed, ...english])('%s', (text, expected) => {
    const { pieces: _pieces, ...read } = parse(text)
    expect(read).toEqual({ ...nothing, ...expected })
  })
  it('are eighty: forty Chinese, twenty-five mixed with pinyin, fifteen English', () => {
    expect([chinese.length, mixed.length, english.length]).toEqual([40, 25, 15])
  })
  it('say where each piece stands in the text as it was typed, full width or not', () => {
    const text = '明天１４：００　会议室２ 90分 例会'
    const cut = parse(text).pieces.map((piece) => [piece.kind, text.slice(piece.start, piece.end).trim()])
    expect(cut).toEqual([
      ['date', '明天'],
      ['time', '１４：００'],
      ['resource', '会议室２'],
      ['minutes', '90分'],
    ])
  })
  it('keep the words of a title whole', () => {
    for (const title of [
      '早期项目路演',
      '订单评审',
      '三人行讲座',
      '硅基探测器',
      '晚宴彩排',
      '评审',
      '路演',
      '培训',
      'quarterly planning',
    ])
      expect(parse(`明天14:00 会议室2 ${title}`).title).toBe(title)
  })
  it('turn over the year, the month and the week', () => {
    const on = (text: string, day: string) => parsePhrase(text, day, 0, names).dates
    expect(on('1月5日', '2026-12-30')).toEqual({ from: '2027-01-05', to: '2027-01-05' })
    expect(on('3号', '2026-12-30')).toEqual({ from: '2027-01-03', to: '2027-01-03' })
    expect(on('下周一', '2026-12-31')).toEqual({ from: '2027-01-04', to: '2027-01-04' })
    expect(on('周一', '2026-11-29')).toEqual({ from: '2026-11-30', to: '2026-11-30' })
    expect(on('2月30日', '2026-11-29')).toBeNull()
  })
})

const words = [...chinese, ...mixed, ...english].flatMap(([text]) => text.split(/\s+/))
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 8 })
    .map((list) => list.join(' ')),
  fc
    .array(fc.constantFrom(...words.flatMap((word) => Array.from(word))), { maxLength: 40 })
    .map((list) => list.join('')),
)

describe('any text', () => {
  it('is read without fail, the same each time, with pieces inside it that do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parse(text)
        expect(parse(text)).toEqual(read)
        expect(understood.safeParse(read).error).toBeUndefined()
        let end = 0
        for (const piece of read.pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(end)
          expect(piece.end).toBeGreaterThan(piece.start)
          end = piece.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        if (read.from !== null && read.until !== null) expect(read.until).toBeGreaterThan(read.from)
      }),
      { numRuns: 2000 },
    )
  })
  it('half typed with an input method loses nothing that was understood before it', () => {
    for (const half of ["ming'tia", 'h', "hui'yi'sh", 'x', "lw'y", '下', '9', '半'])
      expect(parse(`明天14:00 ${half}`)).toMatchObject({ dates: { from: '2026-11-25' }, from: 840 })
    for (const [text] of [...chinese, ...mixed, ...english])
      for (let length = 0; length < text.length; length += 1) expect(() => parse(text.slice(0, length))).not.toThrow()
  })
  it('keeps its length when made plain, and numerals mean what they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => plainText(text).length === text.length),
    )
    expect(['十', '十二', '二十', '二十五', '九十', '两', '〇', '12'].map(numberOf)).toEqual([
      10, 12, 20, 25, 90, 2, 0, 12,
    ])
    expect(['', '十十', '百', 'x', '二三'].map(numberOf)).toEqual([NaN, NaN, NaN, NaN, NaN])
  })
})
