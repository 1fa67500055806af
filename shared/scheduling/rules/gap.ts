import { occupies, placeTime } from '../leaves.ts'
import { knob } from '../policy.ts'
import { MINUTE } from '../time.ts'
import { onGrid, origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: between two bookings of one person at the same place lie at least so many minutes, so that others have a turn (features PQ-08).
 * Exempt: a booking that stands there already and asks for no more time; a booking for a visitor or made by the desk for nobody in particular.
 * Waived by: front desk, manager, administrator.
 */
export const leavesAGap: PlaceRule = (asked, proposal, situation, found) => {
  const { value: gap, level } = knob(asked.resource, situation.policies, 'gapMinutes')
  const { records, policies, zone } = situation
  const personId = proposal.party?.personId ?? null
  if (gap === 0 || records === undefined || personId === null || asked.shrinks) return
  const near = { start: proposal.start - gap * MINUTE, end: proposal.end + gap * MINUTE }
  let last = -1
  let bookingId = ''
  for (const booking of records.ofPerson(personId, near)) {
    const place = booking.resources.find((each) => each.resourceId === asked.resource.id)
    if (place === undefined || !occupies(booking.status)) continue
    const { start, end } = placeTime(booking, place)
    if (start >= near.end || end <= near.start || end <= last) continue
    last = end
    bookingId = booking.id
  }
  if (last < 0) return
  found.push({
    code: 'gapTooShort',
    gapMinutes: gap,
    bookingId,
    earliest: onGrid(last + gap * MINUTE, knob(asked.resource, policies, 'stepMinutes').value, zone),
    ...origin('gapTooShort', asked.resource.id, level),
  })
}
