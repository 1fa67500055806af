import { z } from 'zod'
import { id, instant, period, policy, resourceKind, version } from './fields.ts'
import { managers, operation } from './operation.ts'

/** What a quota counts over. A compound and its parts are different resources. */
export const quotaScope = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('kind'), kind: resourceKind }),
  z.object({ of: z.literal('resource'), resourceId: id }),
])

/**
 * At most so many bookings and minutes of a scope in a period, by all members of a team together (PQ-07). `teamId` null: holds for each team that
 * has no quota of its own for the same scope and period. Null figures are no limit.
 */
export const quota = z.object({
  id,
  teamId: id.nullable(),
  scope: quotaScope,
  per: period,
  count: z.int().min(0).max(100_000).nullable(),
  minutes: z.int().min(0).max(52_560_000).nullable(),
  retired: z.boolean(),
  version,
})
export type Quota = z.infer<typeof quota>
export const quotaDraft = quota.omit({ id: true, retired: true, version: true })
export type QuotaDraft = z.infer<typeof quotaDraft>

/** How far a team is with a quota in the period that holds the moment. */
export const quotaUse = z.object({
  quota,
  teamId: id,
  start: instant,
  end: instant,
  usedCount: z.int(),
  usedMinutes: z.int(),
})
export type QuotaUse = z.infer<typeof quotaUse>

/** Settings as they would be. Left out: as they are. */
export const ruleChange = z.object({
  policy: policy.optional(),
  kindPolicies: z.partialRecord(resourceKind, policy).optional(),
  resource: z.object({ id, policy }).optional(),
  quota: z.object({ id: id.optional(), draft: quotaDraft }).optional(),
  dropQuotaId: id.optional(),
})
export type RuleChange = z.infer<typeof ruleChange>

export const ruleOperations = {
  'quotas.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['settings'],
    input: z.object({ withRetired: z.boolean().default(false) }),
    output: z.object({ quotas: z.array(quota) }),
  }),
  'quotas.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['settings'],
    input: z.object({ quota: quotaDraft.extend({ id: id.optional() }), expectedVersion: version.optional() }),
    output: quota,
  }),
  'quotas.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['settings'],
    input: z.object({ id, retired: z.boolean().default(true) }),
    output: quota,
  }),
  /** What each team has used of its quotas in the period that holds `at` (now when left out). Residents see their own team. */
  'quotas.use': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['settings', 'bookings', 'teams', 'resources'],
    input: z.object({ teamId: id.optional(), at: instant.optional() }),
    output: z.object({ uses: z.array(quotaUse) }),
  }),
  /**
   * Which bookings of the last 90 days and of the future the changed rules would refuse that today's do not (PQ-17). Each is judged as it was when it
   * was made: its booker's role, its moment, and against limits the bookings made before it. `bookings` names at most `limit`, the counts are whole.
   */
  'rules.whatIf': operation({
    kind: 'read',
    who: managers,
    portal: true,
    touches: ['bookings', 'settings', 'resources', 'teams', 'people', 'calendar', 'projects'],
    input: z.object({ change: ruleChange, limit: z.int().min(0).max(500).default(100) }),
    output: z.object({
      judged: z.int(),
      refused: z.int(),
      future: z.int(),
      groups: z.array(z.object({ rule: z.string(), teamId: id.nullable(), bookings: z.int() })),
      bookings: z.array(z.object({ bookingId: id, refusals: z.array(z.unknown()) })),
    }),
  }),
}
