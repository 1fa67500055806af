import type { QuotaUse } from '../../../shared/operations/rules.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import { dayLabel } from '../../../shared/text/format.ts'
import { useNames } from '../../api/names.ts'
import { useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { useText, type Translate } from '../../ui/text.ts'
import { limitText } from './listText.ts'
import './rules.css'

/** What a quota counts over, in words. */
export function useScopeText(): (scope: QuotaUse['quota']['scope']) => string {
  const { t } = useText()
  const names = useNames()
  return (scope) =>
    scope.of === 'all'
      ? t('rules.quota.all')
      : scope.of === 'kind'
        ? t(`refusals.kinds.${scope.kind}`)
        : (names().resource(scope.resourceId) ?? scope.resourceId)
}

type Figure = { of: 'count' | 'minutes'; share: number; used: string; rest: string; full: boolean }

function figures({ quota, usedCount, usedMinutes }: QuotaUse, t: Translate): Figure[] {
  const figure = (of: Figure['of'], used: number, limit: number, text: (value: number) => string): Figure => ({
    of,
    share: limit === 0 ? 1 : Math.min(1, used / limit),
    used: t('rules.quota.used', { used: text(used), limit: text(limit) }),
    rest:
      used > limit
        ? t('rules.quota.over', { over: text(used - limit) })
        : t('rules.quota.left', { left: text(limit - used) }),
    full: used >= limit,
  })
  return [
    ...(quota.minutes === null
      ? []
      : [
          figure('minutes', usedMinutes, quota.minutes, (value) =>
            t('rules.hoursText', { count: Math.round(value / 6) / 10 }),
          ),
        ]),
    ...(quota.count === null
      ? []
      : [figure('count', usedCount, quota.count, (value) => t('rules.times', { count: value }))]),
  ]
}

/** How far a team is with each quota: bars with their figures, what is left and the period. */
export function QuotaUseList({ uses, teamName }: { uses: readonly QuotaUse[]; teamName?: (id: string) => string }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const scopeText = useScopeText()
  const day = (instant: number) => dayLabel(dateOf(instant, zone), language, today)
  return (
    <ul className="admin-quotas">
      {uses.map((use) => {
        return (
          <li key={`${use.teamId} ${use.quota.id}`}>
            {figures(use, t).map(({ of, share, used, rest, full }) => {
              const { quota } = use
              const only = of === 'minutes' ? { ...quota, count: null } : { ...quota, minutes: null }
              const name = `${scopeText(quota.scope)} ${limitText(only, t, language)}`
              return (
                <div key={used} className="admin-quota">
                  <span>
                    {teamName === undefined ? null : <b>{teamName(use.teamId)} </b>}
                    {name}
                  </span>
                  <small className="tertiary">
                    {day(use.start)} – {day(use.end - 1)}
                  </small>
                  <span
                    className="admin-quota-bar"
                    data-full={full}
                    role="meter"
                    aria-valuemin={0}
                    aria-valuemax={100}
                    aria-valuenow={Math.round(share * 100)}
                    aria-valuetext={`${used}${t('refusals.sentenceJoin')}${rest}`}
                    aria-label={name}
                  >
                    <span style={{ width: `${share * 100}%` }} />
                  </span>
                  <span className="small secondary">{used}</span>
                  <span className="small">{rest}</span>
                </div>
              )
            })}
          </li>
        )
      })}
    </ul>
  )
}
