import type { Quota, QuotaDraft, QuotaUse } from '../../../shared/operations/rules.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { checkPolicy } from '../../../shared/scheduling/policy.ts'
import { periodAt } from '../../../shared/scheduling/rules/period.ts'
import { quotasFor } from '../../../shared/scheduling/rules/teamQuota.ts'
import { usageOf } from '../../../shared/scheduling/rules/usage.ts'
import { DAY } from '../../../shared/scheduling/time.ts'
import { viewerOf } from '../bookings/rights.ts'
import type { Context, Facts, Handlers } from '../context.ts'
import { changedRules, wouldBeRefused } from '../rules/whatIf.ts'

const facts = (quota: Quota): Facts => ({ ...quota })

/** Mistakes of a quota: a team or resource that is not there, no figure at all, a second one for the same scope and period. */
function checkQuota({ stores, memory }: Context, draft: QuotaDraft, id: string | undefined): Refusal[] {
  const refusals: Refusal[] = []
  const { teamId, scope, per, count, minutes } = draft
  if (teamId !== null && !stores.people.teams().some((each) => each.id === teamId))
    refusals.push({ code: 'notFound', what: 'team', id: teamId })
  if (scope.of === 'resource' && !memory.places().resources.has(scope.resourceId))
    refusals.push({ code: 'notFound', what: 'resource', id: scope.resourceId })
  if (count === null && minutes === null) refusals.push({ code: 'badInput', path: 'quota.minutes', why: 'required' })
  const same = (each: Quota) =>
    each.teamId === teamId && each.per === per && JSON.stringify(each.scope) === JSON.stringify(scope)
  if (memory.quotas().some((each) => !each.retired && each.id !== id && same(each)))
    refusals.push({ code: 'badInput', path: 'quota.per', why: 'taken' })
  return refusals
}

/** Quotas of teams, and what a change of rules would do to the bookings that are there. */
export const ruleHandlers = {
  'quotas.list': ({ memory }, { withRetired }) =>
    done({ quotas: memory.quotas().filter((each) => withRetired || !each.retired) }),

  'quotas.save'(context, { quota: { id, ...draft }, expectedVersion }) {
    const { stores, memory, record } = context
    const was = id === undefined ? null : (memory.quotas().find((each) => each.id === id) ?? null)
    if (id !== undefined && was === null) return refuse({ code: 'notFound', what: 'quota', id })
    if (was !== null && expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'quota', id: was.id, version: was.version })
    const refusals = checkQuota(context, draft, id)
    if (refusals.length > 0) return refuse(...refusals)
    const quota: Quota = {
      ...draft,
      id: was?.id ?? context.newId(),
      retired: false,
      version: (was?.version ?? 0) + 1,
    }
    stores.quotas.save(quota)
    memory.forget('settings')
    record('settings', quota.id, was === null ? null : facts(was), facts(quota))
    return done(quota)
  },

  'quotas.retire'(context, { id, retired }) {
    const { stores, memory, record } = context
    const was = memory.quotas().find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'quota', id })
    if (!retired) {
      const refusals = checkQuota(context, was, id)
      if (refusals.length > 0) return refuse(...refusals)
    }
    const quota = { ...was, retired, version: was.version + 1 }
    stores.quotas.save(quota)
    memory.forget('settings')
    record('settings', id, facts(was), facts(quota))
    return done(quota)
  },

  'quotas.use'(context, { teamId, at }) {
    const { stores, memory, now } = context
    const viewer = viewerOf(context)
    const resident = viewer.role === 'member' || viewer.role === 'teamLead'
    if (resident && teamId !== undefined && teamId !== viewer.teamId)
      return refuse({ code: 'notYours', what: 'team', id: teamId })
    const only = resident ? (viewer.teamId ?? '') : teamId
    const uses: QuotaUse[] = []
    for (const team of stores.people.teams()) {
      if (only === undefined ? team.retired : team.id !== only) continue
      for (const quota of quotasFor(team.id, memory.quotas())) {
        const period = periodAt(at ?? now, quota.per, memory.settings().zone)
        const bookings = stores.quotas.ofTeam(team.id, { start: period.start - DAY, end: period.end + DAY })
        const { count, minutes } = usageOf(bookings, quota.scope, period, memory.places())
        uses.push({ quota, teamId: team.id, ...period, usedCount: count, usedMinutes: Math.ceil(minutes) })
      }
    }
    return done({ uses })
  },

  'rules.whatIf'(context, { change, limit }) {
    const { memory, now } = context
    const { resource } = change
    const places = memory.places().resources
    if (resource !== undefined && !places.has(resource.id))
      return refuse({ code: 'notFound', what: 'resource', id: resource.id })
    const { centre, kinds } = changedRules(change, context).policies
    const mistakes = change.policy === undefined ? [] : checkPolicy(change.policy, 'change.policy')
    for (const [kind, policy] of Object.entries(change.kindPolicies ?? {}))
      mistakes.push(...checkPolicy(policy, `change.kindPolicies.${kind}`, [centre]))
    if (resource !== undefined) {
      const above = [kinds[places.get(resource.id)!.kind] ?? {}, centre]
      mistakes.push(...checkPolicy(resource.policy, 'change.resource.policy', above))
    }
    if (change.quota !== undefined) mistakes.push(...checkQuota(context, change.quota.draft, change.quota.id))
    if (mistakes.length > 0) return refuse(...mistakes)
    const { judged, broken } = wouldBeRefused(context, change)
    const groups = new Map<string, { rule: string; teamId: string | null; bookings: number }>()
    for (const { booking, refusals } of broken)
      for (const rule of new Set(refusals.map((each) => each.code))) {
        const { teamId } = booking
        const name = `${rule} ${teamId}`
        const group = groups.get(name) ?? { rule, teamId, bookings: 0 }
        group.bookings += 1
        groups.set(name, group)
      }
    return done({
      judged,
      refused: broken.length,
      future: broken.filter(({ booking }) => booking.end > now).length,
      groups: [...groups.values()].sort((a, b) => b.bookings - a.bookings),
      bookings: broken
        .toReversed()
        .slice(0, limit)
        .map(({ booking, refusals }) => ({ bookingId: booking.id, refusals })),
    })
  },
} satisfies Partial<Handlers>
