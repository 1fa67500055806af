import type { RuleRefusal } from '../../refusals.ts'
import type { Resource } from '../../operations/resources.ts'
import { placeTime } from '../leaves.ts'
import { knob } from '../policy.ts'
import type { Situation } from '../situation.ts'
import { MINUTE, type Instant } from '../time.ts'
import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: time and place of a booking are changed at latest so many minutes before it begins.
 * Exempt: a new booking; a booking that has begun (it may be stretched or ended early); a change of words or people.
 * Waived by: front desk, manager, administrator.
 */
export const isChangedInTime: PlaceRule = (asked, proposal, { policies, now }, found) => {
  const { value: notice, level } = knob(asked.resource, policies, 'changeNoticeMinutes')
  const { was } = proposal
  if (notice === 0 || was === null) return
  const until = was.start - notice * MINUTE
  if (now <= until || now >= was.start) return
  const then = was.resources.find((each) => each.resourceId === asked.resource.id)
  const same = then !== undefined && then.quantity === asked.quantity
  if (same && was.start === proposal.start && was.end === proposal.end) return
  found.push({
    code: 'changeTooLate',
    noticeMinutes: notice,
    until,
    ...origin('changeTooLate', asked.resource.id, level),
  })
}

type Standing = {
  start: Instant
  end: Instant
  resources: readonly { resourceId: string; offset?: { start: number; end: number } | undefined }[]
}

/**
 * Must hold: a booking is cancelled at latest so many minutes before it begins, at each of its places.
 * Exempt: a booking that has begun, which is ended or missed instead.
 * Waived by: front desk, manager, administrator, with the reason of the cancelling.
 */
export function cancelledInTime(
  booking: Standing,
  { places, policies, now }: Pick<Situation, 'places' | 'policies' | 'now'>,
): RuleRefusal[] {
  return booking.resources.flatMap((place) => {
    const resource: Resource | undefined = places.resources.get(place.resourceId)
    if (resource === undefined) return []
    const { value: notice, level } = knob(resource, policies, 'cancelNoticeMinutes')
    const { start } = placeTime(booking, place)
    const until = start - notice * MINUTE
    if (notice === 0 || now <= until || now >= booking.start) return []
    return {
      code: 'cancelTooLate' as const,
      noticeMinutes: notice,
      until,
      ...origin('cancelTooLate', resource.id, level),
    }
  })
}
