import type { Settings } from '../../../shared/operations/centre.ts'
import type { Policy } from '../../../shared/operations/fields.ts'
import { fallbackPolicy, type Knob } from '../../../shared/scheduling/policy.ts'

export type SettingName = Exclude<keyof Settings, 'demo' | 'policy' | 'kindPolicies'>
export const settingNames: readonly SettingName[] = [
  'centreName',
  'centreNameEn',
  'zone',
  'language',
  'boardFrom',
  'boardUntil',
  'idleMinutes',
  'offerMinutes',
  'strikeLimit',
]

/** The settings that differ between two states, in the order of the form. */
export function changedSettings(before: Settings, after: Settings): SettingName[] {
  return settingNames.filter((name) => !Object.is(before[name], after[name]))
}

/** The knobs that differ between two policies: set, changed or given back. */
export function changedKnobs(before: Policy, after: Policy): Knob[] {
  return (Object.keys(fallbackPolicy) as Knob[]).filter(
    (knob) => JSON.stringify(before[knob]) !== JSON.stringify(after[knob]),
  )
}
