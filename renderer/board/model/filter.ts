import type { ResourceKind } from '../../../shared/operations/fields.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import type { RowBooking } from './index.ts'
import type { World } from './world.ts'

/** Which rows the board shows. `text` finds places, and places with a booking or team of that name. */
export type Filter = {
  kind: ResourceKind | null
  zoneId: string | null
  features: readonly string[]
  seats: number | null
  freeNow: boolean
  text: string
}

export const noFilter: Filter = { kind: null, zoneId: null, features: [], seats: null, freeNow: false, text: '' }

/** How many conditions are set. */
export function filterCount(filter: Filter): number {
  return (
    Number(filter.kind !== null) +
    Number(filter.zoneId !== null) +
    filter.features.length +
    Number(filter.seats !== null) +
    Number(filter.freeNow) +
    Number(filter.text.trim() !== '')
  )
}

/** Whether `typed` finds `text`: given by the caller, because pinyin is loaded only when somebody types. */
export type Finds = (text: string, typed: string) => boolean

/** Whether a place passes. `isFree`: free at this moment. A pool holds as many people as all its units together. */
export function passes(
  resource: Resource,
  filter: Filter,
  given: {
    finds: Finds
    isFree: (resource: Resource) => boolean
    bookings: readonly RowBooking[]
    world: Pick<World, 'teams'>
  },
): boolean {
  if (filter.kind !== null && resource.kind !== filter.kind) return false
  if (filter.zoneId !== null && resource.zoneId !== filter.zoneId) return false
  if (!filter.features.every((feature) => resource.features.includes(feature))) return false
  if (filter.seats !== null && (resource.capacity ?? 0) * resource.units < filter.seats) return false
  if (filter.freeNow && !(resource.bookable && given.isFree(resource))) return false
  const typed = filter.text.trim()
  if (typed === '') return true
  const words = [resource.name, resource.nameEn, resource.code, ...resource.features]
  if (words.some((word) => given.finds(word, typed))) return true
  return given.bookings.some(({ booking }) => {
    if (booking.hidden) return false
    const team = booking.teamId === null ? undefined : given.world.teams.get(booking.teamId)
    return given.finds(booking.title, typed) || (team !== undefined && given.finds(team.shortName, typed))
  })
}
