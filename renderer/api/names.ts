import { useCallback } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { Value } from '../../shared/operations/index.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import type { Names } from '../../shared/text/explain.ts'
import { useText } from '../ui/text.ts'
import { useClient } from './ApiProvider.tsx'
import type { Client } from './client.ts'
import { useNowReader } from './now.ts'

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it asks for by name
function remembered<T>(client: Client, name: string): T | undefined {
  const found = client.queries.getQueriesData<T>({ queryKey: [name] })
  return found.findLast(([, value]) => value !== undefined)?.[1]
}

function bookingInMemory(client: Client, id: string): Booking | null {
  for (const [key, value] of client.queries.getQueriesData<{ bookings?: Booking[] } | Booking>({
    predicate: (query) => String(query.queryKey[0]).startsWith('bookings.'),
  })) {
    if (value === undefined) continue
    if (key[0] === 'bookings.one' && (value as Booking).id === id) return value as Booking
    const found = (value as { bookings?: Booking[] }).bookings?.find((booking) => booking.id === id)
    if (found !== undefined) return found
  }
  return null
}

/**
 * How ids become words on this screen, from what has been read already: places, teams, bookings. Answers a function, because
 * the words are wanted when a refusal comes, and reading them must not draw the screen again.
 */
export function useNames(): (today?: LocalDate) => Names {
  const client = useClient()
  const { language } = useText()
  const now = useNowReader()
  return useCallback(
    (today) => {
      const zone = remembered<Value<'centre.status'>>(client, 'centre.status')?.zone ?? 'Asia/Shanghai'
      const resources = remembered<Value<'resources.list'>>(client, 'resources.list')?.resources ?? []
      const teams = remembered<Value<'teams.list'>>(client, 'teams.list')?.teams ?? []
      const projects = remembered<Value<'projects.list'>>(client, 'projects.list')?.projects ?? []
      return {
        zone,
        today: today ?? dateOf(now(), zone),
        resource: (id) => {
          const found = resources.find((resource) => resource.id === id)
          if (found === undefined) return null
          return language === 'en' && found.nameEn !== '' ? found.nameEn : found.name
        },
        booking: (id) => {
          const found = bookingInMemory(client, id)
          if (found === null || found.hidden) return null
          const team = teams.find((each) => each.id === found.teamId)
          return language === 'zh'
            ? `「${found.title}」${team?.shortName ?? ''}`
            : `“${found.title}”${team === undefined ? '' : ` ${team.shortName}`}`
        },
        project: (id) => projects.find((project) => project.id === id)?.name ?? null,
        team: (id) => teams.find((team) => team.id === id)?.shortName ?? null,
      }
    },
    [client, language, now],
  )
}
