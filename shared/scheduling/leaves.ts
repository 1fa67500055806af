import { countedStatuses, occupyingStatuses, type BookingStatus } from '../operations/fields.ts'
import type { Catalogue, Exclusion, Resource } from '../operations/resources.ts'
import type { Refusal } from '../refusals.ts'
import type { AllocationKind, Leaf, Places } from './situation.ts'
import { MINUTE, type Instant, type Interval } from './time.ts'

/** A row to be written for a booking or an outage; the store adds whose it is. */
export type AllocationRow = Interval & { leafId: string; quantity: number; kind: AllocationKind }

/** A place as it is booked: `before`/`after` in minutes of set-up and strike. */
export type PlaceAsked = {
  resourceId: string
  quantity: number
  before: number
  after: number
  offset?: { start: number; end: number } | undefined
}

/** When a place of a booking is taken: the booking's own time, moved at both ends by the offset of its bundle (minutes). */
export function placeTime(booking: Interval, place: { offset?: { start: number; end: number } | undefined }): Interval {
  const { offset } = place
  if (offset === undefined) return { start: booking.start, end: booking.end }
  return { start: booking.start + offset.start * MINUTE, end: booking.end + offset.end * MINUTE }
}

/** The id of the virtual leaf that the members of an exclusion share. */
export function exclusionLeafId(exclusionId: string): string {
  return `x:${exclusionId}`
}

/**
 * Indexes the catalogue. A resource without parts is a leaf of its own with `units` as capacity; a compound occupies the leaves of all
 * its parts, through any chain; whoever is (or contains) a member of an exclusion occupies that exclusion's virtual leaf of capacity 1 too.
 * Retired resources keep their leaves, because old bookings stand on them; retired exclusions bind nobody.
 * Never fails: an unknown part is left out and a circle is cut (`checkResource` refuses both before they are stored).
 */
export function indexPlaces(catalogue: Pick<Catalogue, 'resources' | 'exclusions'>): Places {
  const resources = new Map(catalogue.resources.map((each) => [each.id, each]))
  const exclusions = catalogue.exclusions.filter((each) => !each.retired)
  const leaves = new Map<string, Leaf>()
  for (const each of catalogue.resources) {
    if (each.partIds.length === 0)
      leaves.set(each.id, { id: each.id, capacity: each.units, resourceId: each.id, exclusionId: null })
  }
  const shared = new Map<string, string[]>()
  for (const each of catalogue.exclusions) {
    const id = exclusionLeafId(each.id)
    leaves.set(id, { id, capacity: 1, resourceId: null, exclusionId: each.id })
    if (!each.retired) {
      for (const member of each.resourceIds) shared.set(member, [...(shared.get(member) ?? []), id])
    }
  }
  const leavesOf = new Map<string, readonly string[]>()
  for (const each of catalogue.resources) {
    const found = new Set<string>()
    collect(each, resources, shared, found, new Set())
    leavesOf.set(each.id, [...found])
  }
  return { resources, exclusions, leaves, leavesOf }
}

function collect(
  resource: Resource,
  resources: ReadonlyMap<string, Resource>,
  shared: ReadonlyMap<string, readonly string[]>,
  found: Set<string>,
  seen: Set<string>,
): void {
  if (seen.has(resource.id)) return
  seen.add(resource.id)
  if (resource.partIds.length === 0) found.add(resource.id)
  for (const partId of resource.partIds) {
    const part = resources.get(partId)
    if (part) collect(part, resources, shared, found, seen)
  }
  for (const id of shared.get(resource.id) ?? []) found.add(id)
}

/**
 * Whether a resource may be stored among the others: parts exist, none twice, no circle, a compound has at least two parts and one unit,
 * and a pool is in no exclusion (one unit in use would block the rest). `resources` may hold the former version of it.
 */
export function checkResource(
  candidate: Resource,
  resources: readonly Resource[],
  exclusions: readonly Exclusion[],
): Refusal[] {
  const refusals: Refusal[] = []
  const path = 'resource.partIds'
  const byId = new Map(resources.map((each) => [each.id, each]))
  byId.set(candidate.id, candidate)
  if (new Set(candidate.partIds).size < candidate.partIds.length)
    refusals.push({ code: 'badInput', path, why: 'twice' })
  if (candidate.partIds.length === 1) refusals.push({ code: 'badInput', path, why: 'compoundNeedsParts', limit: 2 })
  if (candidate.partIds.length > 0 && candidate.units > 1)
    refusals.push({ code: 'badInput', path: 'resource.units', why: 'tooLarge', limit: 1 })
  for (const id of candidate.partIds) {
    if (!byId.has(id)) refusals.push({ code: 'notFound', what: 'resource', id })
  }
  if (candidate.partIds.includes(candidate.id)) refusals.push({ code: 'badInput', path, why: 'partOfItself' })
  else if (reaches(candidate, candidate.id, byId, new Set())) refusals.push({ code: 'badInput', path, why: 'cycle' })
  const inExclusion = exclusions.find((each) => !each.retired && each.resourceIds.includes(candidate.id))
  if (candidate.units > 1 && inExclusion)
    refusals.push({ code: 'badInput', path: 'resource.units', why: 'poolInExclusion', given: inExclusion.name })
  return refusals
}

function reaches(from: Resource, target: string, byId: ReadonlyMap<string, Resource>, seen: Set<string>): boolean {
  if (seen.has(from.id)) return false
  seen.add(from.id)
  return from.partIds.some((id) => {
    const part = byId.get(id)
    return id === target || (part !== undefined && reaches(part, target, byId, seen))
  })
}

/** Whether an exclusion may be stored: its resources exist, none twice, and none is a pool. */
export function checkExclusion(candidate: Exclusion, resources: readonly Resource[]): Refusal[] {
  const refusals: Refusal[] = []
  const path = 'exclusion.resourceIds'
  const byId = new Map(resources.map((each) => [each.id, each]))
  if (new Set(candidate.resourceIds).size < candidate.resourceIds.length)
    refusals.push({ code: 'badInput', path, why: 'twice' })
  for (const id of new Set(candidate.resourceIds)) {
    const member = byId.get(id)
    if (!member) refusals.push({ code: 'notFound', what: 'resource', id })
    else if (member.units > 1) refusals.push({ code: 'badInput', path, why: 'poolInExclusion', given: member.name })
  }
  return refusals
}

/** Places that one booking cannot name together, because they are the same place twice, whole and part, or exclude each other. */
export function checkNamedOnce(asked: readonly { resourceId: string }[], places: Places): Refusal[] {
  if (asked.length < 2) return []
  const taken = new Set<string>()
  const refusals: Refusal[] = []
  asked.forEach(({ resourceId }, index) => {
    const leaves = places.leavesOf.get(resourceId) ?? []
    if (leaves.some((id) => taken.has(id)))
      refusals.push({ code: 'badInput', path: `resources.${index}`, why: 'twice', given: resourceId })
    for (const id of leaves) taken.add(id)
  })
  return refusals
}

/** True for the statuses that hold their place. */
export function occupies(status: BookingStatus): boolean {
  return (occupyingStatuses as readonly BookingStatus[]).includes(status)
}

/** True for the statuses that count as booked in figures; the other occupying ones are holds. */
export function counts(status: BookingStatus): boolean {
  return (countedStatuses as readonly BookingStatus[]).includes(status)
}

/** Units that booking `quantity` of a resource takes of one of its leaves: a compound takes its parts whole, an exclusion is one. */
export function quantityOn(leaf: Leaf, resource: Resource, quantity: number): number {
  if (leaf.exclusionId !== null) return 1
  return resource.partIds.length > 0 ? leaf.capacity : quantity
}

/**
 * The rows a booking occupies: for each leaf of each place one row of `use` (counted statuses) or `held`, and `buffer` rows before and
 * after it. The booking's own times are not widened. A status that does not occupy gives no rows; unknown resources give none.
 */
export function allocationsFor(
  booking: { resources: readonly PlaceAsked[]; start: Instant; end: Instant; status: BookingStatus },
  places: Places,
): AllocationRow[] {
  const rows: AllocationRow[] = []
  if (!occupies(booking.status)) return rows
  const kind = counts(booking.status) ? 'use' : 'held'
  for (const asked of booking.resources) {
    const { resourceId, quantity, before, after } = asked
    const resource = places.resources.get(resourceId)
    if (!resource) continue
    const { start, end } = placeTime(booking, asked)
    for (const leafId of places.leavesOf.get(resourceId) ?? []) {
      const units = quantityOn(places.leaves.get(leafId)!, resource, quantity)
      if (before > 0) rows.push({ leafId, start: start - before * MINUTE, end: start, quantity: units, kind: 'buffer' })
      rows.push({ leafId, start, end, quantity: units, kind })
      if (after > 0) rows.push({ leafId, start: end, end: end + after * MINUTE, quantity: units, kind: 'buffer' })
    }
  }
  return rows
}

/** The real leaves of a resource: an outage of one member of an exclusion leaves the other members usable. */
export function outageLeaves(resourceId: string, places: Places): Leaf[] {
  return (places.leavesOf.get(resourceId) ?? [])
    .map((id) => places.leaves.get(id)!)
    .filter((leaf) => leaf.exclusionId === null)
}

/** The rows of an outage: the whole capacity of every real leaf. */
export function outageRows(resourceId: string, interval: Interval, places: Places): AllocationRow[] {
  return outageLeaves(resourceId, places).map((leaf) => ({
    leafId: leaf.id,
    start: interval.start,
    end: interval.end,
    quantity: leaf.capacity,
    kind: 'outage',
  }))
}

/**
 * Blocking around what is there (CF-08): the pieces of `interval` with the units still free in each, so that everything together is
 * exactly the capacity. `existing` are the allocations of that leaf that touch the interval.
 */
export function outageFill(
  capacity: number,
  existing: readonly (Interval & { quantity: number })[],
  interval: Interval,
): (Interval & { quantity: number })[] {
  const inside = existing.filter((each) => each.start < interval.end && each.end > interval.start)
  const edges = new Set([interval.start, interval.end])
  for (const each of inside) {
    edges.add(Math.max(each.start, interval.start))
    edges.add(Math.min(each.end, interval.end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  const pieces: (Interval & { quantity: number })[] = []
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const start = sorted[index]!
    const end = sorted[index + 1]!
    let free = capacity
    for (const each of inside) if (each.start <= start && start < each.end) free -= each.quantity
    if (free <= 0) continue
    const last = pieces.at(-1)
    if (last && last.end === start && last.quantity === free) last.end = end
    else pieces.push({ start, end, quantity: free })
  }
  return pieces
}
