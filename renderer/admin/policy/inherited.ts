import type { Policy, ResourceKind } from '../../../shared/operations/fields.ts'
import { fallbackPolicy, type Knob } from '../../../shared/scheduling/policy.ts'
import type { Policies } from '../../../shared/scheduling/situation.ts'

/** Where a policy is being edited. */
export type PolicyLevel = 'centre' | 'kind' | 'resource'
/** Where a value that is not set here comes from; `builtIn` is what a centre has that set nothing. */
export type OriginLevel = 'builtIn' | 'centre' | 'kind'
export type Inherited = { [K in Knob]: { value: NonNullable<Policy[K]>; level: OriginLevel } }

/** What would hold at a level if nothing were set there (R-50: centre → kind → resource), each with the level it comes from. */
export function inheritedAt(level: PolicyLevel, kind: ResourceKind, policies: Policies): Inherited {
  const above: [OriginLevel, Policy][] =
    level === 'centre'
      ? []
      : level === 'kind'
        ? [['centre', policies.centre]]
        : [
            ['kind', policies.kinds[kind] ?? {}],
            ['centre', policies.centre],
          ]
  const entries = (Object.keys(fallbackPolicy) as Knob[]).map((knob) => {
    const found = above.find(([, policy]) => policy[knob] !== undefined)
    return [
      knob,
      found === undefined
        ? { value: fallbackPolicy[knob], level: 'builtIn' }
        : { value: found[1][knob], level: found[0] },
    ]
  })
  return Object.fromEntries(entries) as Inherited
}

/** A policy with one setting changed, or taken out so that it is inherited again. */
export function withKnob<K extends Knob>(policy: Policy, knob: K, value: Policy[K] | undefined): Policy {
  const { [knob]: _, ...others } = policy
  return value === undefined ? others : { ...policy, [knob]: value }
}
