import type { Settings, WorkingCalendar } from '../../../shared/operations/centre.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Person, Team } from '../../../shared/operations/people.ts'
import type { Catalogue, Resource } from '../../../shared/operations/resources.ts'
import { indexCalendar, type CalendarIndex } from '../../../shared/scheduling/calendar.ts'
import { indexPlaces } from '../../../shared/scheduling/leaves.ts'
import { policiesOf } from '../../../shared/scheduling/policy.ts'
import type { Places, Policies, Situation } from '../../../shared/scheduling/situation.ts'
import { lookUp, standingOf } from '../../../shared/scheduling/standing.ts'
import type { Instant, LocalDate } from '../../../shared/scheduling/time.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import type { Names } from '../../../shared/text/explain.ts'
import type { Language } from '../../../shared/text/moments.ts'
import { indexBoard, type BoardIndex } from './index.ts'

/** What the board is drawn from: answers of the core, nothing else. */
export type BoardData = {
  zone: string
  /** The days on show, in order. */
  days: readonly LocalDate[]
  catalogue: Catalogue
  bookings: readonly Booking[]
  outages: readonly Outage[]
  calendar: WorkingCalendar
  settings: Pick<Settings, 'boardFrom' | 'boardUntil' | 'policy' | 'kindPolicies'>
  teams: readonly Team[]
  people: readonly Person[]
  /** Who looks; null shows without letting anyone change. */
  person: Person | null
}

/** Places, rules and calendar, indexed once per change of the catalogue or the settings. */
export type Ground = {
  zone: string
  places: Places
  policies: Policies
  calendar: CalendarIndex
  teams: ReadonlyMap<string, Team>
  people: ReadonlyMap<string, Person>
}

/** Indexes what seldom changes. */
export function makeGround(
  data: Pick<BoardData, 'zone' | 'catalogue' | 'settings' | 'calendar' | 'teams' | 'people'>,
): Ground {
  return {
    zone: data.zone,
    places: indexPlaces(data.catalogue),
    policies: policiesOf(data.settings),
    calendar: indexCalendar(data.calendar),
    teams: new Map(data.teams.map((team) => [team.id, team])),
    people: new Map(data.people.map((person) => [person.id, person])),
  }
}

/** Everything the rows, the rules and the words need. `standing` is built when first asked for: only dragging needs it. */
export type World = Ground & {
  index: BoardIndex
  person: Person | null
  standing: () => Situation['allocations']
}

/** Joins the ground with the bookings on show; lists that did not change are taken over from `before`. */
export function makeWorld(
  ground: Ground,
  data: Pick<BoardData, 'bookings' | 'outages' | 'person'>,
  before: BoardIndex | null,
): World {
  const index = indexBoard({ bookings: data.bookings, outages: data.outages, places: ground.places }, before)
  let standing: Situation['allocations'] | null = null
  return {
    ...ground,
    index,
    person: data.person,
    standing: () => {
      standing ??= lookUp(standingOf(data.bookings, data.outages, ground.places))
      return standing
    },
  }
}

/** A place's name in the reader's language. */
export function placeName(resource: Pick<Resource, 'name' | 'nameEn'>, language: Language): string {
  return language === 'en' && resource.nameEn !== '' ? resource.nameEn : resource.name
}

/** How ids become words on this board, from what it holds. */
export function namesOf(world: World, language: Language, today: LocalDate): Names {
  return {
    zone: world.zone,
    today,
    resource: (id) => {
      const found = world.places.resources.get(id)
      return found === undefined ? null : placeName(found, language)
    },
    booking: (id) => {
      const found = world.index.byId.get(id)
      if (found === undefined || found.hidden) return null
      const team = found.teamId === null ? undefined : world.teams.get(found.teamId)
      return language === 'zh'
        ? `「${found.title}」${team?.shortName ?? ''}`
        : `“${found.title}”${team === undefined ? '' : ` ${team.shortName}`}`
    },
    project: () => null,
  }
}

/** Whether the person here may change a booking: the desk any, a team's lead the team's, a member what they booked or will use. */
export function mayChange(booking: Booking, person: Person | null): boolean {
  if (person === null || !mayBook(person) || booking.hidden) return false
  const mine = booking.bookerId === person.id || booking.occupantId === person.id
  if (person.role === 'member') return mine
  if (person.role === 'teamLead') return mine || (person.teamId !== null && booking.teamId === person.teamId)
  return true
}

/** Whether the person here books at all: auditors look. */
export function mayBook(person: Person | null): boolean {
  return person !== null && person.role !== 'auditor'
}

/** Statuses that still lie ahead or run: their time can be changed. */
export function isOpen(booking: Booking): boolean {
  return ['tentative', 'pending', 'confirmed', 'inUse'].includes(booking.status)
}

/** Whether a block can be taken hold of. A running one keeps its start and its place; its end can be moved. */
export function mayDrag(booking: Booking, person: Person | null): boolean {
  return isOpen(booking) && mayChange(booking, person)
}

/** The date on which an instant falls for this board. */
export function dayOf(world: Pick<Ground, 'zone'>, instant: Instant): LocalDate {
  return dateOf(instant, world.zone)
}
