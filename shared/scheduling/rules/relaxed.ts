import type { RuleRefusal } from '../../refusals.ts'
import { knob } from '../policy.ts'
import type { Situation } from '../situation.ts'
import type { Interval } from '../time.ts'
import { coveredBy } from './windows.ts'

/**
 * True when a rule is set aside because the whole booking lies in hours in which its place relaxes it: nights and weekends (features PQ-11). What is
 * used then still counts in limits of persons and quotas of teams.
 */
export function isRelaxed(refusal: RuleRefusal, time: Interval, { places, policies, zone }: Situation): boolean {
  const resource = places.resources.get(refusal.resourceId)
  if (resource === undefined) return false
  const { rules, windows } = knob(resource, policies, 'relaxed').value
  return (rules as readonly string[]).includes(refusal.code) && coveredBy(windows, time, zone)
}
