import type { LimitScope } from '../../refusals.ts'
import type { Resource } from '../../operations/resources.ts'
import { knob } from '../policy.ts'
import { origin, type WholeRule } from './rule.ts'
import { exceeded } from './usage.ts'

/** What a limit counts over: the places of the level at which it is set. */
export function scopeOf(level: 'centre' | 'kind' | 'resource', resource: Resource): LimitScope {
  if (level === 'resource') return { of: 'resource', resourceId: resource.id }
  return level === 'kind' ? { of: 'kind', kind: resource.kind } : { of: 'all' }
}

/**
 * Must hold: a person stays within so many bookings and hours a day, week, month, quarter and year, over the places of the level where the limit is
 * set. The person is the occupant, else the resident who booked; missed bookings count (features PQ-04, PQ-06).
 * Exempt: a booking for a visitor or made by the desk for nobody in particular; a change that asks for no more in that period.
 * Waived by: manager, administrator.
 */
export const personIsWithinLimits: WholeRule = (asked, proposal, situation, found) => {
  const { records } = situation
  const personId = proposal.party?.personId ?? null
  if (records === undefined || personId === null) return
  const judged = new Set<string>()
  for (const { resource } of asked) {
    const { value, level } = knob(resource, situation.policies, 'personLimits')
    if (value.length === 0) continue
    const scope = scopeOf(level, resource)
    const name = JSON.stringify(scope)
    if (judged.has(name)) continue
    judged.add(name)
    for (const limit of value) {
      const over = exceeded(
        limit,
        scope,
        { proposal, was: proposal.was },
        (period) => records.ofPerson(personId, period),
        situation,
      )
      if (over !== null)
        found.push({ code: 'personLimit', personId, scope, ...over, ...origin('personLimit', resource.id, level) })
    }
  }
}
