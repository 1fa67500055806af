import type { WantedPart } from '../../shared/operations/find.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import type { Policies } from '../../shared/scheduling/situation.ts'
import { buffersOf } from '../../shared/scheduling/policy.ts'
import type { IconName } from '../ui/icons.tsx'
import type { Language, Translate } from '../ui/text.ts'

/** What the words of this page need to know. */
export type Known = {
  resources: ReadonlyMap<string, Resource>
  policies: Policies
  language: Language
  t: Translate
}

/** A place's name in the reader's language. */
export function placeName(id: string, { resources, language }: Pick<Known, 'resources' | 'language'>): string {
  const found = resources.get(id)
  if (found === undefined) return id
  return language === 'en' && found.nameEn !== '' ? found.nameEn : found.name
}

/** What a part asks for, in a few words: 会议室2, or 任一会议室. */
export function partTitle(part: WantedPart, known: Known): string {
  const { t } = known
  if (part.ids.length > 0) return part.ids.map((id) => placeName(id, known)).join(t('find.kindsJoin'))
  if (part.kinds.length === 0) return t('find.anyPlace')
  const kinds = part.kinds.map((kind) => t(`refusals.kinds.${kind}`)).join(t('find.kindsJoin'))
  return t('find.anyOf', { kinds })
}

/** The facts under it: code, seats, features, buffers. */
export function partFacts(part: WantedPart, known: Known): string {
  const { t, resources, policies } = known
  const facts: string[] = []
  const single = part.ids.length === 1 ? resources.get(part.ids[0]!) : undefined
  if (single !== undefined) facts.push(single.code)
  if (part.seats !== null) facts.push(t('find.seatsAtLeast', { count: part.seats }))
  facts.push(...part.features)
  if (single !== undefined) {
    const { before, after } = buffersOf(single, policies)
    if (before > 0) facts.push(t('find.before', { count: before }))
    if (after > 0) facts.push(t('find.after', { count: after }))
  }
  return facts.join(t('find.factsJoin'))
}

/** The icon of what a part asks for. */
export function partIcon(part: WantedPart, { resources }: Known): IconName {
  const kinds = part.ids.length > 0 ? part.ids.flatMap((id) => resources.get(id)?.kind ?? []) : part.kinds
  return kinds.includes('instrument') ? 'instrument' : 'door'
}
