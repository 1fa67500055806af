import type { Quota } from '../../operations/rules.ts'
import { origin, type WholeRule } from './rule.ts'
import { exceeded, inScope } from './usage.ts'

/** The quotas that hold for a team: its own, and the general ones of a scope and period for which it has none. */
export function quotasFor(teamId: string, quotas: readonly Quota[]): Quota[] {
  const own = quotas.filter((each) => !each.retired && each.teamId === teamId)
  const key = ({ scope, per }: Quota) => `${per} ${JSON.stringify(scope)}`
  const settled = new Set(own.map(key))
  return [...own, ...quotas.filter((each) => !each.retired && each.teamId === null && !settled.has(key(each)))]
}

/**
 * Must hold: all members of a team together stay within its quotas of bookings and hours, whoever of them booked (features PQ-07). Missed bookings
 * count; cancelled and rejected ones do not.
 * Exempt: a booking without a team; a change that asks for no more in that period.
 * Waived by: manager, administrator.
 */
export const teamIsWithinQuota: WholeRule = (asked, proposal, situation, found) => {
  const { records, places } = situation
  const teamId = proposal.party?.teamId ?? null
  if (records === undefined || teamId === null || records.quotas.length === 0) return
  for (const quota of quotasFor(teamId, records.quotas)) {
    const { scope } = quota
    const place = asked.find(({ resource }) => inScope(resource.id, scope, places))
    if (place === undefined) continue
    const over = exceeded(
      quota,
      scope,
      { proposal, was: proposal.was },
      (period) => records.ofTeam(teamId, period),
      situation,
    )
    if (over !== null)
      found.push({
        code: 'teamQuota',
        teamId,
        quotaId: quota.id,
        scope,
        ...over,
        ...origin('teamQuota', place.resource.id, 'team'),
      })
  }
}
