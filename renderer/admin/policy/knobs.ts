import { duration, type Language } from '../../../shared/text/format.ts'
import type { OpenHours, Policy, samePersonModes } from '../../../shared/operations/fields.ts'
import type { Knob } from '../../../shared/scheduling/policy.ts'
import type { Translate } from '../../ui/text.ts'
import { isListKnob } from '../rules/ListKnobs.tsx'
import { listText } from '../rules/listText.ts'
import { hoursLines } from './hoursText.ts'

export const stepChoices = [5, 10, 15, 20, 30, 60] as const
export type NumberKnob = {
  [K in Knob]: NonNullable<Policy[K]> extends number ? (K extends 'stepMinutes' ? never : K) : never
}[Knob]

/** The settings in the order in which people think of them; `days` and the others in minutes. */
export const knobGroups: readonly {
  name: 'hours' | 'length' | 'ahead' | 'quota' | 'special' | 'buffers' | 'checkIn'
  knobs: readonly Knob[]
}[] = [
  { name: 'hours', knobs: ['openHours', 'blocks'] },
  {
    name: 'length',
    knobs: ['stepMinutes', 'minMinutes', 'maxMinutes', 'minHeads', 'gapMinutes', 'seriesDates', 'seriesMonths'],
  },
  {
    name: 'ahead',
    knobs: ['noticeMinutes', 'changeNoticeMinutes', 'cancelNoticeMinutes', 'horizonDays', 'approval', 'requires'],
  },
  { name: 'quota', knobs: ['personLimits', 'openBookings', 'samePerson'] },
  { name: 'special', knobs: ['blackouts', 'quietHours', 'priority', 'relaxed'] },
  { name: 'buffers', knobs: ['bufferBefore', 'bufferAfter'] },
  { name: 'checkIn', knobs: ['checkInBefore', 'checkInAfter', 'releaseNoShow', 'releaseOwn'] },
]

/** Settings of which nought means any number. */
const unlimited: readonly Knob[] = ['openBookings', 'seriesDates', 'seriesMonths']

/** A setting's value in words. */
export function knobText(knob: Knob, value: NonNullable<Policy[Knob]>, t: Translate, language: Language): string {
  if (knob === 'openHours') return hoursLines(value as OpenHours, t, language).join(t('refusals.sentenceJoin'))
  if (knob === 'approval') return t(value === true ? 'admin.knobs.needsApproval' : 'admin.knobs.noApproval')
  if (knob === 'releaseNoShow' || knob === 'releaseOwn')
    return t(value === true ? 'admin.knobs.released' : 'admin.knobs.kept')
  if (knob === 'horizonDays') return value === 0 ? t('admin.knobs.sameDay') : t('admin.days', { count: Number(value) })
  if (isListKnob(knob)) return listText(knob, { [knob]: value }, t, language)
  if (knob === 'samePerson') return t(`rules.samePerson.${value as (typeof samePersonModes)[number]}`)
  if (value === 0) return t(unlimited.includes(knob) ? 'rules.noLimit' : 'admin.knobs.nothing')
  if (knob === 'minHeads') return t('rules.people', { count: Number(value) })
  if (knob === 'openBookings') return t('rules.open', { count: Number(value) })
  if (knob === 'seriesMonths') return t('rules.months', { count: Number(value) })
  if (knob === 'seriesDates') return value === 1 ? t('rules.noSeries') : t('rules.times', { count: Number(value) })
  return duration(Number(value), language)
}
