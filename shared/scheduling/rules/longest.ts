import { knob } from '../policy.ts'
import { MINUTE } from '../time.ts'
import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the booking is at most as long as the place allows.
 * Exempt: a booking that stands there already and does not become longer.
 * Waived by: manager, administrator.
 */
export const isShortEnough: PlaceRule = (asked, proposal, situation, found) => {
  const { value: limit, level } = knob(asked.resource, situation.policies, 'maxMinutes')
  const { start, end, was } = proposal
  const minutes = (end - start) / MINUTE
  if (minutes <= limit) return
  if (was !== null && end - start <= was.end - was.start && stoodThere(asked.resource.id, was.resources)) return
  found.push({
    code: 'tooLong',
    limitMinutes: limit,
    askedMinutes: Math.ceil(minutes),
    ...origin('tooLong', asked.resource.id, level),
  })
}

function stoodThere(resourceId: string, places: readonly { resourceId: string }[]): boolean {
  return places.some((each) => each.resourceId === resourceId)
}
