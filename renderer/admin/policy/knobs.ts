import { duration, type Language } from '../../../shared/text/format.ts'
import type { OpenHours, Policy } from '../../../shared/operations/fields.ts'
import type { Knob } from '../../../shared/scheduling/policy.ts'
import type { Translate } from '../../ui/text.ts'
import { hoursLines } from './hoursText.ts'

export const stepChoices = [5, 10, 15, 20, 30, 60] as const
export type NumberKnob = {
  [K in Knob]: NonNullable<Policy[K]> extends number ? (K extends 'stepMinutes' ? never : K) : never
}[Knob]

/** The settings in the order in which people think of them; `days` and the others in minutes. */
export const knobGroups: readonly {
  name: 'hours' | 'length' | 'ahead' | 'buffers' | 'checkIn'
  knobs: readonly Knob[]
}[] = [
  { name: 'hours', knobs: ['openHours'] },
  { name: 'length', knobs: ['stepMinutes', 'minMinutes', 'maxMinutes'] },
  { name: 'ahead', knobs: ['noticeMinutes', 'horizonDays', 'approval'] },
  { name: 'buffers', knobs: ['bufferBefore', 'bufferAfter'] },
  { name: 'checkIn', knobs: ['checkInBefore', 'checkInAfter', 'releaseNoShow', 'releaseOwn'] },
]

/** A setting's value in words. */
export function knobText(knob: Knob, value: NonNullable<Policy[Knob]>, t: Translate, language: Language): string {
  if (knob === 'openHours') return hoursLines(value as OpenHours, t, language).join(t('refusals.sentenceJoin'))
  if (knob === 'approval') return t(value === true ? 'admin.knobs.needsApproval' : 'admin.knobs.noApproval')
  if (knob === 'releaseNoShow' || knob === 'releaseOwn')
    return t(value === true ? 'admin.knobs.released' : 'admin.knobs.kept')
  if (knob === 'horizonDays') return value === 0 ? t('admin.knobs.sameDay') : t('admin.days', { count: Number(value) })
  if (value === 0) return t('admin.knobs.nothing')
  return duration(Number(value), language)
}
