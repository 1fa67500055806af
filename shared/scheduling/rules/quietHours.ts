import { knob } from '../policy.ts'
import { origin, type PlaceRule } from './rule.ts'
import { firstTouched } from './windows.ts'

/**
 * Must hold: the booking lies outside the quiet hours of the place (weekday windows; a noisy instrument beside an examination room).
 * Exempt: a booking that stands there already and asks for no more time.
 * Waived by: manager, administrator.
 */
export const isNotQuiet: PlaceRule = (asked, proposal, { policies, zone }, found) => {
  const { value, level } = knob(asked.resource, policies, 'quietHours')
  if (value.length === 0 || asked.shrinks) return
  const touched = firstTouched(value, proposal, zone)
  if (touched === null) return
  const { start, end, window } = touched
  found.push({
    code: 'quietHours',
    start,
    end,
    reason: window.reason,
    ...origin('quietHours', asked.resource.id, level),
  })
}
