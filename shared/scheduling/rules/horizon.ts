import { dayNumber } from '../civil.ts'
import { knob } from '../policy.ts'
import { DAY } from '../time.ts'
import { dateOf, wallToInstant } from '../zone.ts'
import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the booking begins at latest on the day that is so many days from today on the wall calendar (0 = today only).
 * Exempt: a booking that does not begin later than it did.
 * Waived by: manager, administrator.
 */
export const isNotTooFar: PlaceRule = (asked, proposal, situation, found) => {
  const { start, was } = proposal
  if (was !== null && start <= was.start) return
  const { value: days, level } = knob(asked.resource, situation.policies, 'horizonDays')
  const { now, zone } = situation
  if (start - now < (days - 1) * DAY) return
  const latest = wallToInstant((dayNumber(dateOf(now, zone)) + days + 1) * DAY, zone)
  if (start < latest) return
  found.push({ code: 'tooFar', horizonDays: days, latest, ...origin('tooFar', asked.resource.id, level) })
}
