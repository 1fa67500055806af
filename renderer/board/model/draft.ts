import { MINUTE } from '../../../shared/scheduling/time.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import type { BookingDraft } from '../../ui/drawers.ts'
import type { Placement } from './gesture.ts'
import type { World } from './world.ts'

const USUAL_MINUTES = 60

/** The start of a new booking for a place and a time. Without a length (`end` = `start`) it is an hour, or what the place allows. */
export function createDraft(to: Placement, world: Pick<World, 'places' | 'policies' | 'person'>): BookingDraft {
  const resource = world.places.resources.get(to.rowId)
  let { end } = to
  if (end <= to.start && resource !== undefined) {
    const least = knob(resource, world.policies, 'minMinutes').value
    const most = knob(resource, world.policies, 'maxMinutes').value
    end = to.start + Math.max(least, Math.min(USUAL_MINUTES, most)) * MINUTE
  }
  return { resources: [{ resourceId: to.rowId, quantity: 1 }], start: to.start, end }
}
