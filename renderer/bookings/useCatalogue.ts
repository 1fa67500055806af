import { useMemo } from 'react'
import type { Person, Project, Team } from '../../shared/operations/people.ts'
import type { Resource, Zone } from '../../shared/operations/resources.ts'
import { defaultPolicies, policiesOf } from '../../shared/scheduling/policy.ts'
import type { Policies } from '../../shared/scheduling/situation.ts'
import { useRead } from '../api/useRead.ts'
import { useText } from '../ui/text.ts'

/** Places, teams, people and projects with their names, as forms and lists want them. Retired ones are known by name but not offered. */
export type Catalogue = {
  zones: readonly Zone[]
  resources: readonly Resource[]
  teams: readonly Team[]
  people: readonly Person[]
  projects: readonly Project[]
  policies: Policies
  resource: (id: string) => Resource | null
  team: (id: string | null) => Team | null
  person: (id: string | null) => Person | null
  project: (id: string | null) => Project | null
  /** A place's name in the reader's language; an unknown id stays an id. */
  placeName: (id: string) => string
  ready: boolean
}

const none: never[] = []

/** Reads once what every form of bookings needs; refreshed by the change stream. */
export function useCatalogue(): Catalogue {
  const { language } = useText()
  const places = useRead('resources.list', { withRetired: true }).value
  const teams = useRead('teams.list', { withRetired: true }).value?.teams ?? none
  const people = useRead('people.list', { withRetired: true }).value?.people ?? none
  const projects = useRead('projects.list', { withRetired: true }).value?.projects ?? none
  const settings = useRead('settings.get', {}).value
  return useMemo(() => {
    const find = <T extends { id: string }>(list: readonly T[]) => {
      const byId = new Map(list.map((each) => [each.id, each]))
      return (id: string | null) => (id === null ? null : (byId.get(id) ?? null))
    }
    const resources = places?.resources ?? none
    const resource = find(resources)
    return {
      zones: places?.zones ?? none,
      resources,
      teams,
      people,
      projects,
      policies: settings === undefined ? defaultPolicies : policiesOf(settings),
      resource,
      team: find(teams),
      person: find(people),
      project: find(projects),
      placeName(id: string) {
        const found = resource(id)
        if (found === null) return id
        return language === 'en' && found.nameEn !== '' ? found.nameEn : found.name
      },
      ready: places !== undefined,
    }
  }, [places, teams, people, projects, settings, language])
}
