import type { Team } from '../../shared/operations/people.ts'
import type { Resource } from '../../shared/operations/resources.ts'

/** Names for ids; an id that is not known stays an id rather than vanish. */
export type Names = { resource: (id: string) => string; team: (id: string) => string }

/** Looks names up in what was read. */
export function namesFrom(resources: readonly Resource[], teams: readonly Team[], language: 'zh' | 'en'): Names {
  const places = new Map(
    resources.map(({ id, name, nameEn }) => [id, language === 'en' && nameEn !== '' ? nameEn : name]),
  )
  const groups = new Map(teams.map(({ id, shortName }) => [id, shortName]))
  return { resource: (id) => places.get(id) ?? id, team: (id) => groups.get(id) ?? id }
}
