import type { Settings } from '../../../shared/operations/centre.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { checkPolicy } from '../../../shared/scheduling/policy.ts'

type Rules = Pick<Settings, 'policy' | 'kindPolicies'>

/** Resources whose own settings contradict what they would inherit after a change, and did not before: one reason each, naming the resource. */
export function brokenResources(was: Rules, becomes: Rules, resources: readonly Resource[]): Refusal[] {
  const problems = (resource: Resource, { policy, kindPolicies }: Rules) =>
    checkPolicy(resource.policy, 'change.policy', [kindPolicies[resource.kind] ?? {}, policy])
  return resources.flatMap((resource) => {
    if (resource.retired || Object.keys(resource.policy).length === 0) return []
    const found = problems(resource, becomes)[0]
    if (found?.code !== 'badInput' || problems(resource, was).length > 0) return []
    return { ...found, given: resource.code }
  })
}
