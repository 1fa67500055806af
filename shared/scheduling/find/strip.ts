import type { Strip } from '../../operations/find.ts'
import { freeUnits } from '../collide.ts'
import { openWithin } from '../openHours.ts'
import { buffersOf, knob } from '../policy.ts'
import type { Allocation, Leaf, Situation } from '../situation.ts'
import type { Interval } from '../time.ts'

type Busy = Strip['busy'][number]

/**
 * A place's opening hours and what stands in it within the window, for drawing beside an answer. A pool is busy only where too few units are left. `label` gives
 * the title of a booking, empty where the reader may not know it.
 */
export function stripOf(
  place: { resourceId: string; quantity: number },
  window: Interval,
  situation: Situation,
  label: (bookingId: string) => string,
): Strip {
  const resource = situation.places.resources.get(place.resourceId)!
  const busy = new Map<string, Busy>()
  for (const leafId of situation.places.leavesOf.get(resource.id) ?? []) {
    const leaf = situation.places.leaves.get(leafId)!
    const standing = situation.allocations(leafId, window)
    const rows = leaf.capacity > 1 ? crowded(standing, leaf, place.quantity, window) : standing
    for (const each of rows) {
      const start = Math.max(window.start, each.start)
      const end = Math.min(window.end, each.end)
      const title = each.bookingId === null || each.kind === 'buffer' ? '' : label(each.bookingId)
      busy.set(`${start} ${end} ${each.kind}`, { start, end, kind: each.kind, label: title })
    }
  }
  return {
    resourceId: resource.id,
    ...buffersOf(resource, situation.policies),
    open: openWithin(window, knob(resource, situation.policies, 'openHours').value, situation.calendar, situation.zone),
    busy: [...busy.values()].sort((a, b) => a.start - b.start),
  }
}

function crowded(standing: readonly Allocation[], leaf: Leaf, quantity: number, window: Interval): Allocation[] {
  const edges = [window.start, window.end, ...standing.flatMap((each) => [each.start, each.end])]
    .filter((each) => each >= window.start && each <= window.end)
    .sort((a, b) => a - b)
  const found: Allocation[] = []
  edges.forEach((start, index) => {
    const end = edges[index + 1] ?? start
    if (end <= start || freeUnits({ start, end }, standing, leaf.capacity) >= quantity) return
    const last = found.at(-1)
    if (last?.end === start) last.end = end
    else found.push({ leafId: leaf.id, start, end, quantity, kind: 'use', bookingId: null, outageId: null })
  })
  return found
}
