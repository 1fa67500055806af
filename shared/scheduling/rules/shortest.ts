import { knob } from '../policy.ts'
import { MINUTE } from '../time.ts'
import { endsEarly, origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the booking is at least as long as the place asks.
 * Exempt: a booking that does not become shorter; leaving early.
 * Waived by: front desk, manager, administrator.
 */
export const isLongEnough: PlaceRule = (asked, proposal, situation, found) => {
  const { value: limit, level } = knob(asked.resource, situation.policies, 'minMinutes')
  const { start, end, was } = proposal
  const minutes = (end - start) / MINUTE
  if (minutes >= limit || (was !== null && end - start >= was.end - was.start)) return
  if (endsEarly(proposal, situation.now, knob(asked.resource, situation.policies, 'stepMinutes').value)) return
  found.push({
    code: 'tooShort',
    limitMinutes: limit,
    askedMinutes: Math.floor(minutes),
    ...origin('tooShort', asked.resource.id, level),
  })
}
