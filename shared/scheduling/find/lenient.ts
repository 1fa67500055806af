import type { Resource } from '../../operations/resources.ts'
import type { Policy } from '../../operations/fields.ts'
import type { RuleCode } from '../../refusals.ts'
import { knob } from '../policy.ts'
import type { Policies, Situation } from '../situation.ts'

/** The knobs that a rule reads, at their mildest: hours in which a place relaxes the rule must not be left out of the search. */
const mildest: Partial<Record<RuleCode, Policy>> = {
  tooShort: { minMinutes: 5 },
  tooLong: { maxMinutes: 525_600 },
  tooSoon: { noticeMinutes: 0 },
  tooFar: { horizonDays: 3650 },
  offStep: { stepMinutes: 5 },
}

/** The place as it is in the hours that ask least of a booking (PQ-11); itself where it relaxes nothing. */
export function lenient(resource: Resource, policies: Policies): Resource {
  const { rules } = knob(resource, policies, 'relaxed').value
  const milder = rules.map((rule) => mildest[rule] ?? {})
  return milder.length === 0 ? resource : { ...resource, policy: Object.assign({}, resource.policy, ...milder) }
}

/** The same situation with one place in other circumstances. */
export function withResource(situation: Situation, resource: Resource): Situation {
  if (situation.places.resources.get(resource.id) === resource) return situation
  const resources = new Map(situation.places.resources).set(resource.id, resource)
  return { ...situation, places: { ...situation.places, resources } }
}

/** True for a place with rules of the hour: what is free and open there must be judged start by start. */
export function isParticular(resource: Resource, policies: Policies): boolean {
  const some = (name: 'blackouts' | 'quietHours' | 'blocks' | 'priority') =>
    knob(resource, policies, name).value.length > 0
  return (
    some('blackouts') ||
    some('quietHours') ||
    some('blocks') ||
    some('priority') ||
    knob(resource, policies, 'gapMinutes').value > 0 ||
    knob(resource, policies, 'minHeads').value > 0 ||
    knob(resource, policies, 'relaxed').value.rules.length > 0
  )
}

/** Reasons against one place alone that another place of the same booking may take away. */
export const healed: ReadonlySet<RuleCode> = new Set(['overCapacity', 'needsAlso'])
