import type { Piece } from '../../operations/find.ts'
import { resourceKinds, type ResourceKind } from '../../operations/fields.ts'
import { pinyinRank } from '../pinyin.ts'
import { plainText } from './plain.ts'
import { cover, type Reading } from './reading.ts'

/** What a phrase may name. */
export type PhraseNames = {
  resources: readonly { id: string; name: string; nameEn: string; code: string; kind: ResourceKind }[]
  teams: readonly { id: string; name: string; shortName: string }[]
  people: readonly { id: string; name: string }[]
  features: readonly string[]
}

const kindWords: Readonly<Partial<Record<ResourceKind, readonly string[]>>> = {
  meetingRoom: ['会议室', '会议间', 'meeting room', 'conference room', 'meeting rooms'],
  seminarRoom: ['研讨室', '研讨间', 'seminar room'],
  talkRoom: ['洽谈室', '洽谈间', '谈话室', 'talk room'],
  roadshowHall: ['路演厅', '路演大厅', '报告厅', 'roadshow hall', 'hall'],
  exhibit: ['展示区', '展厅', 'exhibition area', 'exhibition'],
  lab: ['实验室', '实验间', 'lab', 'laboratory'],
  bench: ['试制工位', '工作台', 'bench', 'workbench'],
  desk: ['办公位', '共享工位', '工位', 'desk', 'hot desk'],
  phoneBooth: ['电话间', '电话亭', 'phone booth'],
  instrument: ['仪器', 'instrument', 'any instrument'],
}
const featureWords: Readonly<Record<string, readonly string[]>> = {
  白板: ['whiteboard', 'white board'],
  视频会议: ['视频', 'video', 'video conference', 'vc'],
  显示屏: ['屏幕', '大屏', 'screen', 'display', 'tv'],
  投影: ['投影仪', 'projector'],
  音响: ['speakers', 'sound system'],
  万级洁净: ['洁净间', '洁净', 'clean room', 'cleanroom'],
  氮气: ['nitrogen'],
  真空: ['vacuum'],
  屏蔽角: ['shielded corner'],
  防静电: ['antistatic', 'esd'],
}

type Entry = { word: string; kind: Piece['kind']; id: string }
const order: readonly Piece['kind'][] = ['resource', 'team', 'person', 'feature', 'kind']

function entriesOf(names: PhraseNames): Entry[] {
  const entries: Entry[] = []
  const taken = [
    ...Object.values(kindWords).flat(),
    ...names.resources.flatMap((each) => [each.name, each.nameEn]),
  ].map(plainText)
  // 路演厅(全厅) is not simply 路演厅 where there is a 路演厅A, nor where the word is that of a kind.
  const short = (word: string) => {
    const cut = withoutBrackets(word)
    return cut === word || taken.some((each) => each !== plainText(word) && each.startsWith(plainText(cut))) ? [] : cut
  }
  const add = (kind: Piece['kind'], id: string, words: readonly string[]) => {
    for (const word of new Set(words.flatMap((each) => [each, ...[short(each)].flat()]).map(plainText))) {
      if (word.trim().length > 1 && word.length <= 60) entries.push({ word: word.trim(), kind, id })
    }
  }
  for (const each of names.resources)
    add('resource', each.id, [each.name, each.nameEn, each.code, ...numbered(each.nameEn)])
  for (const each of names.teams) add('team', each.id, [each.name, each.shortName])
  for (const each of names.people) add('person', each.id, [each.name])
  for (const each of names.features) add('feature', each, [each, ...(featureWords[each] ?? [])])
  for (const kind of resourceKinds) add('kind', kind, kindWords[kind] ?? [])
  return entries
}

/** Meeting room 2 is room 2 as well. */
const numbered = (nameEn: string) => /^\w+ ((?:room|hall|booth) [\w-]{1,4})$/i.exec(nameEn)?.slice(1) ?? []

const withoutBrackets = (name: string) => name.replace(/[(（][^)）]*[)）]/g, '').trim()

const remembered = new WeakMap<PhraseNames, { entries: Entry[]; byLength: Entry[] }>()
function known(names: PhraseNames) {
  const found = remembered.get(names)
  if (found !== undefined) return found
  const entries = entriesOf(names)
  const byLength = entries.toSorted(
    (a, b) => b.word.length - a.word.length || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
  remembered.set(names, { entries, byLength })
  return { entries, byLength }
}

/** Reads what is named in full, the longest names first: places, teams, people, features, kinds. */
export function readFullNames(reading: Reading, names: PhraseNames): void {
  for (const { word, kind, id } of known(names).byLength) {
    let from = 0
    for (;;) {
      const at = reading.plain.indexOf(word, from)
      if (at < 0) break
      from = at + word.length
      if (!standsAlone(reading.plain, at, from)) continue
      // The same name twice in the catalogue is any of them.
      const ids = known(names).entries.flatMap((each) => (each.kind === kind && each.word === word ? each.id : []))
      note(reading, kind, ids.length > 1 ? [...new Set(ids)] : [id], at, from)
    }
  }
}

/** A name in letters or digits is not found inside a longer word or number: 会议室2 is not in 会议室20. */
function standsAlone(text: string, start: number, end: number): boolean {
  const meets = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && ((/[a-z]/.test(a) && /[a-z]/.test(b)) || (/\d/.test(a) && /\d/.test(b)))
  return !meets(text[start - 1], text[start]) && !meets(text[end - 1], text[end])
}

function note(reading: Reading, kind: Piece['kind'], ids: string[], start: number, end: number): void {
  const { found } = reading
  if (kind === 'resource') {
    if (found.places.length >= 6) return
    found.places.push(ids)
  } else if (kind === 'team') found.teamIds.push(...ids.filter((id) => !found.teamIds.includes(id)))
  else if (kind === 'person') found.personIds.push(...ids.filter((id) => !found.personIds.includes(id)))
  else if (kind === 'feature') found.features.push(...ids.filter((id) => !found.features.includes(id)))
  else found.kinds.push(...(ids as ResourceKind[]).filter((id) => !found.kinds.includes(id)))
  cover(reading, kind, start, end, ids)
}

/** A name that fits more things than this says nothing. */
const MOST_MEANT = 4

/** Reads the words left over: a part of a name in 汉字, full pinyin, initials or both mixed, or telling words of an English name. */
export function readPartNames(reading: Reading, names: PhraseNames): void {
  const { entries } = known(names)
  for (let words = 4; words > 1; words -= 1) readWords(reading, entries, words)
  for (const match of reading.plain.matchAll(/[^\s,()\uE000]+/g)) {
    const token = match[0].replace(/[.!?'’:-]+$/, '')
    if (token.length < 2 || token.length > 24) continue
    const meant = meaningOf(token, entries)
    if (meant !== null) note(reading, meant.kind, meant.ids, match.index, match.index + token.length)
  }
}

/** So many English words in a row that stand so in the name of a place: probe station, 3d printer. */
function readWords(reading: Reading, entries: readonly Entry[], count: number): void {
  const pattern = new RegExp(`(?<![a-z\\d])[a-z\\d-]+(?: [a-z\\d-]+){${count - 1}}(?![a-z\\d])`, 'g')
  let match = pattern.exec(reading.plain)
  while (match !== null) {
    const [text] = match
    const found = entries.filter((each) => each.kind === 'resource' && ` ${each.word} `.includes(` ${text} `))
    const ids = [...new Set(found.map((each) => each.id))]
    const telling = text.split(' ').some((word) => word.length > 2 && !common.has(word))
    if (telling && ids.length > 0 && ids.length <= MOST_MEANT)
      note(reading, 'resource', ids, match.index, match.index + text.length)
    // From the next word on: the words in a row overlap.
    else pattern.lastIndex = match.index + text.indexOf(' ') + 1
    match = pattern.exec(reading.plain)
  }
}

function meaningOf(token: string, entries: readonly Entry[]): { kind: Piece['kind']; ids: string[] } | null {
  const han = /\p{Script=Han}/u.test(token)
  if (han ? titles.has(token) : common.has(token)) return null
  // Whole spellings come before parts: hys is 会议室, not the first letters of 会议室1A.
  for (const way of [spelt, begins, within]) {
    for (const kind of order) {
      const found = entries.filter((each) => each.kind === kind && way(each.word, token, kind, han))
      const ids = [...new Set(found.map((each) => each.id))]
      if (ids.length > 0 && ids.length <= MOST_MEANT) return { kind, ids }
    }
  }
  return null
}

type Way = (word: string, token: string, kind: Piece['kind'], han: boolean) => boolean

/** The token spells the whole word: lwyl, huiyishi, 会ys. */
const spelt: Way = (word, token) => {
  if (!/\p{Script=Han}/u.test(word) || token.length < 2 || pinyinRank(word, token) !== 0) return false
  const shorter = Array.from(word).slice(0, -1).join('')
  return shorter !== '' && pinyinRank(shorter, token) === null
}

/** The token begins the word: 理微, liwei, lw yl without its end. Two letters alone could be anything. */
const begins: Way = (word, token, kind, han) => {
  if (han && !/[a-z\d]/.test(token)) return word.startsWith(token) && tells(token, word)
  return /\p{Script=Han}/u.test(word) && token.length >= (kind === 'person' ? 4 : 3) && pinyinRank(word, token) === 0
}

/** The token lies in the word: 探针台, or a telling English word. */
const within: Way = (word, token, kind, han) => {
  if (kind === 'kind' || kind === 'feature') return false
  if (han) return /\p{Script=Han}{2}/u.test(token) && kind !== 'person' && word.includes(token) && tells(token, word)
  if (kind !== 'resource' || token.length < 3) return false
  if (/\p{Script=Han}/u.test(word)) return (pinyinRank(word, token) ?? -1) > 0
  return token.length > 3 && word.split(/[^a-z\d]+/).includes(token)
}

/** Two characters say little of a long name: 评审 is no 评审与商务辅导室. */
const tells = (token: string, word: string) => token.length >= 3 || token.length * 5 >= word.length * 2

/** Words that are what a meeting is about, though places are called after them. */
const titles = new Set(
  '评审 路演 培训 测试 会议 例会 面试 讨论 项目 实验 电话 洽谈 研讨 办公 样机 试制 返修'.split(' '),
)

/** English words of names that tell nothing, and words of phrases. */
const common = new Set(
  'room rooms area hall table test tests testing station machine training meeting review design weekly team with from until till about please book need want next this that have demo visit project group other small large first second and for the any office machine kickoff call sync talk interview workshop lunch dinner prototype sample'.split(
    ' ',
  ),
)
