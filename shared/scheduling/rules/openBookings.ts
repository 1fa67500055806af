import { occupies } from '../leaves.ts'
import { knob } from '../policy.ts'
import { DAY } from '../time.ts'
import { scopeOf } from './personLimit.ts'
import { origin, type WholeRule } from './rule.ts'
import { inScope } from './usage.ts'

/** Bookings further ahead than this are not counted as open: no horizon reaches beyond it. */
const FAR = 3700 * DAY

/**
 * Must hold: a person has at most so many bookings that have not ended, over the places of the level where the limit is set (features PQ-05).
 * Exempt: a change of a booking; a booking for a visitor or made by the desk for nobody in particular.
 * Waived by: front desk, manager, administrator.
 */
export const fewAreOpen: WholeRule = (asked, proposal, situation, found) => {
  const { records, now, places, policies } = situation
  const personId = proposal.party?.personId ?? null
  if (records === undefined || personId === null || proposal.was !== null || proposal.end <= now) return
  const judged = new Set<string>()
  for (const { resource } of asked) {
    const { value: limit, level } = knob(resource, policies, 'openBookings')
    if (limit === 0) continue
    const scope = scopeOf(level, resource)
    const name = JSON.stringify(scope)
    if (judged.has(name)) continue
    judged.add(name)
    const open = records
      .ofPerson(personId, { start: now, end: now + FAR })
      .filter((each) => occupies(each.status) && each.status !== 'completed')
      .filter((each) => each.resources.some((place) => inScope(place.resourceId, scope, places)))
    if (open.length < limit) continue
    const ends = open.map((each) => each.end).sort((a, b) => a - b)
    const freeAgain = ends[open.length - limit] ?? null
    found.push({
      code: 'openLimit',
      personId,
      limit,
      used: open.length,
      freeAgain,
      ...origin('openLimit', resource.id, level),
    })
  }
}
