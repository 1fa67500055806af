import { knob } from '../policy.ts'
import { MINUTE } from '../time.ts'
import { earliestStart, onGrid, origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the booking is made at least so many minutes before it begins.
 * Exempt: a start that stays where it was; what is past already, which `past.ts` refuses.
 * Waived by: front desk, manager, administrator.
 */
export const isInTime: PlaceRule = (asked, proposal, situation, found) => {
  const { value: notice, level } = knob(asked.resource, situation.policies, 'noticeMinutes')
  if (notice === 0) return
  const { start, was } = proposal
  const { now, role, policies, zone } = situation
  if (start >= now + notice * MINUTE || (was !== null && was.start === start)) return
  const step = knob(asked.resource, policies, 'stepMinutes').value
  if (start < earliestStart(now, role, step)) return
  found.push({
    code: 'tooSoon',
    noticeMinutes: notice,
    earliest: onGrid(now + notice * MINUTE, step, zone),
    ...origin('tooSoon', asked.resource.id, level),
  })
}
