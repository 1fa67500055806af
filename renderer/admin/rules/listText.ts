import type { Policy, WeekWindow } from '../../../shared/operations/fields.ts'
import { duration, timeRange, weekdayNames, type Language } from '../../../shared/text/format.ts'
import type { Translate } from '../../ui/text.ts'
import type { ListKnob } from './ListKnobs.tsx'

/** `周一至周五 14:00–17:00`, `周六、周日 …`. */
export function windowText({ days, from, until }: WeekWindow, t: Translate, language: Language): string {
  const names = weekdayNames(language)
  const run = days.length > 2 && days.every((day, index) => index === 0 || day === days[index - 1]! + 1)
  const said = run
    ? t('admin.hours.span', { from: names[days[0]!]!, until: names[days.at(-1)!]! })
    : days.map((day) => names[day]!).join(t('refusals.listJoin'))
  return `${said} ${timeRange(from, until)}`
}

/** `每周 10 小时、5 次`. */
export function limitText(
  {
    per,
    count,
    minutes,
  }: { per: 'day' | 'week' | 'month' | 'quarter' | 'year'; count: number | null; minutes: number | null },
  t: Translate,
  language: Language,
): string {
  const figures = [
    ...(minutes === null ? [] : [duration(minutes, language)]),
    ...(count === null ? [] : [t('rules.times', { count })]),
  ].join(t('refusals.listJoin'))
  return language === 'zh' ? `${t(`rules.perPeriod.${per}`)} ${figures}` : `${figures} ${t(`rules.perPeriod.${per}`)}`
}

/** A setting that is a list, in one line of words. */
export function listText(knob: ListKnob, policy: Policy, t: Translate, language: Language): string {
  const parts = partsOf(knob, policy, t, language)
  return parts.length === 0 ? t('rules.none') : parts.join(t('refusals.sentenceJoin'))
}

function partsOf(knob: ListKnob, policy: Policy, t: Translate, language: Language): string[] {
  switch (knob) {
    case 'personLimits':
      return policy.personLimits?.map((limit) => limitText(limit, t, language)) ?? []
    case 'blackouts': {
      const count = policy.blackouts?.length ?? 0
      return count === 0 ? [] : [t('rules.blackoutText', { count })]
    }
    case 'quietHours':
      return policy.quietHours?.map((window) => windowText(window, t, language)) ?? []
    case 'blocks':
      return policy.blocks?.map(({ from, until }) => timeRange(from, until)) ?? []
    case 'relaxed': {
      const { rules = [], windows = [] } = policy.relaxed ?? {}
      if (rules.length === 0 || windows.length === 0) return []
      const said = windows.map((window) => windowText(window, t, language)).join(t('refusals.listJoin'))
      return [t('rules.relaxedText', { windows: said, count: rules.length })]
    }
    case 'priority':
      return (
        policy.priority?.map((window) =>
          t('rules.opensText', {
            window: windowText(window, t, language),
            teams: window.teamIds.length,
            opens: duration(window.opensMinutes, language),
          }),
        ) ?? []
      )
    case 'requires': {
      const count = policy.requires?.length ?? 0
      return count === 0 ? [] : [t('rules.open', { count })]
    }
  }
}
