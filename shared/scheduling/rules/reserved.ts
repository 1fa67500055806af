import type { PriorityWindow } from '../../operations/fields.ts'
import { knob } from '../policy.ts'
import { MINUTE } from '../time.ts'
import { origin, type PlaceRule } from './rule.ts'
import { firstTouched } from './windows.ts'

/**
 * Must hold: a window kept for some teams is booked by others only from so many minutes before it begins (domain facts §2.6: weekday 14–17 for two
 * groups, opened to all at 09:00).
 * Exempt: the teams named; a booking that stands there already and asks for no more time.
 * Waived by: manager, administrator.
 */
export const isOpenToTeam: PlaceRule = (asked, proposal, situation, found) => {
  const { value, level } = knob(asked.resource, situation.policies, 'priority')
  const { party } = proposal
  if (value.length === 0 || asked.shrinks || party === undefined) return
  const { now, zone } = situation
  const closed = value.filter(({ teamIds }) => party === null || !teamIds.includes(party.teamId ?? ''))
  let from = proposal.start
  while (from < proposal.end) {
    const touched = firstTouched<PriorityWindow>(closed, { start: from, end: proposal.end }, zone)
    if (touched === null) return
    const { start, end, window } = touched
    const opens = start - window.opensMinutes * MINUTE
    if (now < opens) {
      found.push({
        code: 'reserved',
        teamIds: [...window.teamIds],
        start,
        end,
        opens,
        ...origin('reserved', asked.resource.id, level),
      })
      return
    }
    from = Math.max(end, from + MINUTE)
  }
}
