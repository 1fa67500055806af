import { DAY, MINUTE } from '../time.ts'
import { dayNumber } from '../civil.ts'
import { knob } from '../policy.ts'
import { wallEdge } from '../zone.ts'
import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the booking touches no stretch in which the place is closed for a reason (works, annual leave).
 * Exempt: a booking that stands there already and asks for no more time.
 * Waived by: manager, administrator.
 */
export const noBlackout: PlaceRule = (asked, proposal, { policies, zone }, found) => {
  const { value, level } = knob(asked.resource, policies, 'blackouts')
  if (value.length === 0 || asked.shrinks) return
  for (const { from, until, reason } of value) {
    const start = wallEdge(dayNumber(from.date) * DAY + from.minute * MINUTE, zone)
    const end = wallEdge(dayNumber(until.date) * DAY + until.minute * MINUTE, zone)
    if (start < proposal.end && end > proposal.start && start < end)
      found.push({ code: 'blackout', start, end, reason, ...origin('blackout', asked.resource.id, level) })
  }
}
