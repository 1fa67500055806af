import { pinyin } from 'pinyin-pro'

/**
 * The key by which people and teams are sorted: full pinyin with the surname's reading at the head (曾乐 zeng le, 单晓 shan xiao), as no collation of the
 * platform gives it (domain facts §4.5). Other scripts stay as they are, lower case.
 */
export function sortKeyOf(name: string): string {
  return pinyin(name.normalize('NFKC'), { toneType: 'none', v: true, surname: 'head', nonZh: 'consecutive' })
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** What text search looks at beside a title: its full pinyin without blanks, and its initials. */
export function titleKeyOf(title: string): string {
  const text = title.normalize('NFKC')
  if (!/\p{Script=Han}/u.test(text)) return text.toLowerCase()
  const syllables = pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'consecutive' })
  const full = syllables.join('').toLowerCase()
  const initials = syllables.map((each) => (/^[a-z]+$/i.test(each) ? each.charAt(0) : each)).join('')
  return `${full} ${initials.toLowerCase()}`
}
