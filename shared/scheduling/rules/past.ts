import { knob } from '../policy.ts'
import { earliestStart, endsEarly, onGrid, origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the booking does not begin in the past, and a change does not move or stretch time that is over.
 * Exempt: the desk (front desk, keeper, manager, administrator) from one step back; a start that stays; leaving early; a change of words only.
 * Waived by: manager, administrator.
 */
export const isNotPast: PlaceRule = (asked, proposal, situation, found) => {
  const { now, role, zone } = situation
  const { start, end, was } = proposal
  if (was !== null && was.start === start && was.end === end) return
  const step = knob(asked.resource, situation.policies, 'stepMinutes').value
  const earliest = earliestStart(now, role, step)
  const over = was !== null && was.end < earliest
  const startStays = was !== null && was.start === start
  if (!over && (start >= earliest || (startStays && (end >= now || endsEarly(proposal, now, step))))) return
  found.push({
    code: 'inPast',
    earliest: onGrid(earliest, step, zone),
    ...origin('inPast', asked.resource.id, 'always'),
  })
}
