import type { Policy } from '../../operations/fields.ts'
import type { Resource } from '../../operations/resources.ts'
import type { Policies } from '../situation.ts'

const names = [
  'blackouts',
  'quietHours',
  'priority',
  'blocks',
  'requires',
  'changeNoticeMinutes',
  'minHeads',
  'gapMinutes',
] as const satisfies readonly (keyof Policy)[]

const known = new WeakMap<Policy, boolean>()

// Settings are never changed in place: what one says is found once.
function sets(policy: Policy | undefined): boolean {
  if (policy === undefined) return false
  let found = known.get(policy)
  if (found === undefined) {
    found = names.some((name) => {
      const value = policy[name]
      return typeof value === 'number' ? value > 0 : (value?.length ?? 0) > 0
    })
    known.set(policy, found)
  }
  return found
}

/** True when some level asks for more of a place than the ordinary rules: most places do not, and are judged as fast as before. */
export function setsMore(resource: Resource, { kinds, centre }: Policies): boolean {
  return sets(resource.policy) || sets(kinds[resource.kind]) || sets(centre)
}
