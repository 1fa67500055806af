import type { ResourceKind } from '../../../../shared/operations/fields.ts'
import type { Resource } from '../../../../shared/operations/resources.ts'

/** Names as they are compared: half-width, lower case, blanks as one. */
export function placeKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Finds a place by its code, its name or its English name, in that order; retired ones only when nothing else has the name. */
export function placeFinder(resources: readonly Resource[]): (name: string) => Resource | null {
  const found = new Map<string, Resource>()
  const inUse = [...resources.filter((each) => !each.retired), ...resources.filter((each) => each.retired)]
  for (const field of ['code', 'name', 'nameEn'] as const) {
    for (const resource of inUse) {
      const key = placeKey(resource[field])
      if (key !== '' && !found.has(key)) found.set(key, resource)
    }
  }
  return (name) => found.get(placeKey(name)) ?? null
}

/** Words by which a place's name tells its kind; the first that fits. */
const kindWords: [ResourceKind, RegExp][] = [
  ['roadshowHall', /路演|报告厅|礼堂|大厅|会堂|saal|\bhall\b|auditorium|theat(er|re)|forum|stage/i],
  ['seminarRoom', /研讨|教室|培训|seminar|workshop|classroom|training/i],
  ['talkRoom', /洽谈|接待室|talk room/i],
  ['phoneBooth', /电话间|phone/i],
  ['exhibit', /展示|展厅|展区|exhibit|showroom/i],
  ['lab', /实验|测试间|洁净|\blab(or|\b)/i],
  ['bench', /试制|工作台|bench/i],
  ['desk', /工位|联合办公|desk|co-?working/i],
  ['office', /办公室|office|büro/i],
  ['instrument', /仪|显微镜|示波器|打印机|microscope|analy[sz]er|oscilloscope|printer|spectrometer/i],
  ['meetingRoom', /会议|会商|室$|meeting|conference|board ?room|\broom\b|raum|zimmer/i],
]

/** The kind that a place's name suggests; `other` when it suggests none. A person can set it right later. */
export function kindOfName(name: string): ResourceKind {
  return kindWords.find(([, words]) => words.test(name))?.[0] ?? 'other'
}

/** A code of at most 24 characters that no place has yet: the name itself, else IMP-n. */
export function freshCode(name: string, taken: (code: string) => boolean): string {
  if (name.length <= 24 && !taken(name)) return name
  let number = 1
  while (taken(`IMP-${number}`)) number += 1
  return `IMP-${number}`
}
