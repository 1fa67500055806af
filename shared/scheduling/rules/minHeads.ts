import { knob } from '../policy.ts'
import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: a place that is for larger parties (a full hall) is booked for no fewer people than it asks.
 * Exempt: a booking without a head count; a booking that stands there already and asks for no more time.
 * Waived by: front desk, manager, administrator.
 */
export const partyIsLarge: PlaceRule = (asked, { headCount }, { policies }, found) => {
  const { value: minHeads, level } = knob(asked.resource, policies, 'minHeads')
  if (minHeads === 0 || headCount === null || headCount >= minHeads || asked.shrinks) return
  found.push({ code: 'tooFew', minHeads, headCount, ...origin('tooFew', asked.resource.id, level) })
}
