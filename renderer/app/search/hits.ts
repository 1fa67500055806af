import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Value } from '../../../shared/operations/index.ts'
import type { Person, Team } from '../../../shared/operations/people.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import type { Resource } from '../../../shared/operations/resources.ts'

/** One thing that was found. `id` names it among the options. */
export type Hit =
  | { kind: 'booking'; id: string; booking: Booking }
  | { kind: 'resource'; id: string; resource: Resource }
  | { kind: 'team'; id: string; team: Team }
  | { kind: 'person'; id: string; person: Person }
  | { kind: 'all'; id: string }

export type Catalogue = {
  resources: readonly Resource[]
  teams: readonly Team[]
  people: readonly Person[]
}

type Filter = <T>(things: readonly T[], typed: string, words: (thing: T) => readonly string[]) => T[]

type Found = Value<'bookings.search'> | undefined

const MOST = 5

/** What the words find among places, teams and people; each group at most five, those found at the head first. */
export function localHits(catalogue: Catalogue, typed: string, filter: Filter): Hit[] {
  const resources = filter(catalogue.resources, typed, ({ name, nameEn, code }) => [name, nameEn, code])
  const teams = filter(catalogue.teams, typed, ({ name, shortName }) => [name, shortName])
  const people = filter(catalogue.people, typed, ({ name, login }) => [name, login])
  return [
    ...resources.slice(0, MOST).map((resource): Hit => ({ kind: 'resource', id: `resource-${resource.id}`, resource })),
    ...teams.slice(0, MOST).map((team): Hit => ({ kind: 'team', id: `team-${team.id}`, team })),
    ...people.slice(0, MOST).map((person): Hit => ({ kind: 'person', id: `person-${person.id}`, person })),
  ]
}

/**
 * Bookings the core found: those of these weeks first, the nearest to `now` at the head, then others, newest first. What the reader
 * may not see is left out.
 */
export function bookingHits(near: Found, others: Found, now: Instant, most: number): Hit[] {
  const distance = ({ start, end }: Booking) => (end <= now ? now - end : Math.max(0, start - now))
  const nearest = (near?.bookings ?? []).toSorted((one, other) => distance(one) - distance(other))
  const known = new Set(nearest.map(({ id }) => id))
  return [...nearest, ...(others?.bookings ?? []).filter(({ id }) => !known.has(id))]
    .filter((booking) => !booking.hidden)
    .slice(0, most)
    .map((booking): Hit => ({ kind: 'booking', id: `booking-${booking.id}`, booking }))
}
