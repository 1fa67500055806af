import type { Need, WantedPart } from '../../operations/find.ts'
import type { Resource } from '../../operations/resources.ts'
import type { RuleRefusal } from '../../refusals.ts'
import { bookableSpan, freeWindows } from '../freeSlots.ts'
import { common } from '../interval.ts'
import { buffersOf, knob } from '../policy.ts'
import { placeIsBookable } from '../rules/bookable.ts'
import { isParticular, lenient, withResource } from './lenient.ts'
import type { Proposal, Situation } from '../situation.ts'
import { MINUTE, type Interval } from '../time.ts'

/** A place that may serve a part: `starts` are the stretches of starts that are free and open, both ends included. */
export type Candidate = {
  resource: Resource
  quantity: number
  step: number
  /** Has rules of the hour, which only judging it at that hour can tell. */
  particular: boolean
  /** Seats beyond those asked for; 0 where none were asked for. */
  waste: number
  zoneId: string
  leaves: readonly string[]
  free: readonly Interval[]
  starts: readonly Interval[]
}

/** The zone in which people meet the place: an instrument's is that of its room. */
export function zoneOf(resource: Resource, situation: Situation): string {
  const room = resource.roomId === null ? undefined : situation.places.resources.get(resource.roomId)
  return room?.zoneId ?? resource.zoneId
}

/** The places that could serve the part for this length at some time, whether free or not; see `serving`. */
export function suitable(part: WantedPart, need: Need, situation: Situation): Resource[] {
  return serving(part, situation).filter((each) => lengthFits(each, need.minutes, situation))
}

/**
 * The places that could serve the part for some length: of the kind, with the features and the seats, bookable, with enough units. Best fitting first:
 * fewest seats to spare, then the order of the catalogue.
 */
export function serving(part: WantedPart, situation: Situation): Resource[] {
  const named = part.ids.length > 0
  const pool = named
    ? [...new Set(part.ids)].flatMap((id) => situation.places.resources.get(id) ?? [])
    : [...situation.places.resources.values()]
  return pool
    .filter((each) => {
      if (part.kinds.length > 0 && !part.kinds.includes(each.kind)) return false
      if (part.zoneId !== null && zoneOf(each, situation) !== part.zoneId) return false
      if (part.features.some((feature) => !each.features.includes(feature))) return false
      if ((each.capacity ?? Infinity) * part.quantity < (part.seats ?? 0)) return false
      return each.units >= part.quantity && isBookable(each, situation)
    })
    .sort(
      (a, b) =>
        wasteOf(a, part) - wasteOf(b, part) || a.sort - b.sort || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    )
}

/** Seats to spare; 0 where no seats were asked for or the place has no figure. */
export function wasteOf(resource: Resource, part: WantedPart): number {
  if (part.seats === null || resource.capacity === null) return 0
  return resource.capacity * part.quantity - part.seats
}

function isBookable(resource: Resource, situation: Situation): boolean {
  const found: RuleRefusal[] = []
  placeIsBookable({ resource, quantity: 1, before: 0, after: 0, shrinks: false }, nobody, situation, found)
  return found.length === 0
}
const nobody: Proposal = {
  bookingId: null,
  status: 'confirmed',
  resources: [],
  start: 0,
  end: 0,
  headCount: null,
  waivers: [],
  was: null,
}

function lengthFits(given: Resource, minutes: number, { policies }: Situation): boolean {
  const resource = lenient(given, policies)
  return (
    minutes >= knob(resource, policies, 'minMinutes').value &&
    minutes <= knob(resource, policies, 'maxMinutes').value &&
    minutes % knob(resource, policies, 'stepMinutes').value === 0
  )
}

/** Where a place is free and open within the window, remembered: the same question comes with every relaxed condition. */
export type FreeMemory = (resource: Resource, quantity: number) => readonly Interval[]

/** A memory of free stretches over one window. */
export function rememberFree(window: Interval, situation: Situation): FreeMemory {
  const known = new Map<string, readonly Interval[]>()
  return (resource, quantity) => {
    const key = `${quantity} ${resource.id}`
    const found = known.get(key) ?? freeWindows([{ resourceId: resource.id, quantity }], window, situation)
    known.set(key, found)
    return found
  }
}

/** The places for a part with the stretches in which a booking may start, within the windows searched. Places without any are left out. */
export function candidatesFor(
  part: WantedPart,
  need: Need,
  windows: readonly Interval[],
  free: FreeMemory,
  situation: Situation,
): Candidate[] {
  const length = need.minutes * MINUTE
  return suitable(part, need, situation).flatMap((resource) => {
    const place = { resourceId: resource.id, quantity: part.quantity }
    const mild = lenient(resource, situation.policies)
    const span = bookableSpan([place], withResource(situation, mild))
    const all = free(resource, part.quantity)
    const starts = common(all, windows).flatMap((each) => {
      const start = Math.max(each.start, span.start)
      const end = Math.min(each.end - length, span.end - 1)
      return start <= end ? [{ start, end }] : []
    })
    if (starts.length === 0) return []
    return {
      resource,
      quantity: part.quantity,
      step: knob(mild, situation.policies, 'stepMinutes').value,
      particular: isParticular(resource, situation.policies),
      waste: wasteOf(resource, part),
      zoneId: zoneOf(resource, situation),
      leaves: situation.places.leavesOf.get(resource.id) ?? [],
      free: all,
      starts,
    }
  })
}

/** The longest set-up and strike of the centre's places in minutes: how far beyond a booking something may stand in its way. */
export function widestBuffer(situation: Situation): number {
  let widest = 0
  for (const resource of situation.places.resources.values()) {
    const { before, after } = buffersOf(resource, situation.policies)
    widest = Math.max(widest, before, after)
  }
  return widest
}
