import { pinyin, polyphonic } from 'pinyin-pro'

/** One character and what may be typed for it: itself, or the spellings of its readings. */
type Sign = { own: string; readings: readonly string[] }

const remembered = new Map<string, readonly Sign[]>()
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[\s'·•.-]/g, '')

function signsOf(text: string): readonly Sign[] {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const characters = Array.from(text)
  const readings = polyphonic(text, { type: 'array', toneType: 'none', v: true })
  // The head of a name has its surname reading: 单 shan, 曾 zeng, 仇 qiu, 区 ou, 尉迟 yuchi.
  const surname = pinyin(characters.slice(0, 4).join(''), { type: 'array', toneType: 'none', v: true, surname: 'head' })
  const signs = characters.flatMap((character, index): Sign[] => {
    if (!/\p{Script=Han}/u.test(character)) {
      const own = plain(character)
      return own === '' ? [] : [{ own, readings: [] }]
    }
    const spellings = new Set((readings[index] ?? []).map(plain))
    if (index < 2 && surname[index] !== undefined) spellings.add(plain(surname[index]))
    return [{ own: character, readings: [...spellings] }]
  })
  if (remembered.size > 5000) remembered.clear()
  remembered.set(text, signs)
  return signs
}

/** True when the whole of `typed` from `at` on can be spelt with the signs from `index` on. */
function spells(signs: readonly Sign[], index: number, typed: string, at: number): boolean {
  if (at === typed.length) return true
  const sign = signs[index]
  if (sign === undefined) return false
  if (typed.startsWith(sign.own, at) && spells(signs, index + 1, typed, at + sign.own.length)) return true
  return sign.readings.some((reading) => {
    let same = 0
    while (same < reading.length && at + same < typed.length && reading[same] === typed[at + same]) same += 1
    // A whole reading, its initial (s or sh), or a part of it when the typing ends there.
    for (let length = same; length > 0; length -= 1) {
      const whole = length === reading.length
      const initial = length === 1 || (length === 2 && /^[zcs]h/.test(reading))
      if ((whole || initial || at + length === typed.length) && spells(signs, index + 1, typed, at + length))
        return true
    }
    return false
  })
}

/**
 * Whether `typed` finds `text`: 汉字, full pinyin (`huiyishi`), initials (`hys`), mixed (`会ys`, `huiys`), `lv` or `lü`,
 * surname readings at the head of names. From any character on. The rank is the place of the first hit (0 = head), null = no hit.
 */
export function pinyinRank(text: string, typed: string): number | null {
  const wanted = plain(typed)
  if (wanted === '') return 0
  const signs = signsOf(text)
  for (let index = 0; index < signs.length; index += 1) if (spells(signs, index, wanted, 0)) return index
  return null
}

/** Whether `typed` finds `text`; see pinyinRank. */
export function pinyinMatches(text: string, typed: string): boolean {
  return pinyinRank(text, typed) !== null
}

/** The things whose words are found by `typed`, those found at the head first; otherwise in the order given. */
export function pinyinFilter<T>(things: readonly T[], typed: string, words: (thing: T) => readonly string[]): T[] {
  const ranked = things.flatMap((thing) => {
    const ranks = words(thing).flatMap((word) => pinyinRank(word, typed) ?? [])
    return ranks.length === 0 ? [] : [{ thing, rank: Math.min(...ranks) }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ thing }) => thing)
}
