import { useState } from 'react'
import type { RuleChange } from '../../../shared/operations/rules.ts'
import type { RuleCode } from '../../../shared/refusals.ts'
import { ruleTitle } from '../../../shared/text/explain.ts'
import { useRead } from '../../api/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { AffectedBooking } from '../calendar/AffectedBookings.tsx'
import './rules.css'

const MOST = 20

/** What a change of rules would refuse, before it is saved: how many bookings, by rule and team, and each of them on demand (PQ-17). */
export function WhatIf({ change }: { change: RuleChange }) {
  const { t, language } = useText()
  const wanted = JSON.stringify(change)
  const [asked, setAsked] = useState<string | null>(null)
  const [listed, setListed] = useState(false)
  const on = asked === wanted
  const answer = useRead('rules.whatIf', { change, limit: MOST }, { enabled: on })
  const teams = useRead('teams.list', { withRetired: true }).value?.teams ?? []
  const { value } = answer
  if (!on)
    return (
      <div>
        <Button
          size="small"
          icon="search"
          onClick={() => {
            setListed(false)
            setAsked(wanted)
          }}
        >
          {t('rules.whatIf.ask')}
        </Button>
      </div>
    )
  if (value === undefined)
    return (
      <p className="secondary" role="status">
        {t(answer.failure === null ? 'rules.whatIf.asking' : 'rules.whatIf.failed')}
      </p>
    )
  return (
    <section className="admin-what-if" role="status">
      <p className="admin-what-if-head">
        <Icon name={value.refused === 0 ? 'checkCircle' : 'triangle'} size={14} />
        {value.refused === 0
          ? t('rules.whatIf.none', { judged: value.judged })
          : t('rules.whatIf.some', { refused: value.refused, future: value.future })}
      </p>
      <ul className="small">
        {[...new Set(value.groups.map((each) => each.rule))].map((rule) => {
          const groups = value.groups.filter((each) => each.rule === rule)
          const said = groups.map(({ teamId, bookings }) =>
            t('rules.whatIf.team', {
              team: teams.find((each) => each.id === teamId)?.shortName ?? t('rules.whatIf.noTeam'),
              count: bookings,
            }),
          )
          return (
            <li key={rule}>
              {t('rules.whatIf.group', {
                rule: ruleTitle(rule as RuleCode, language),
                count: groups.reduce((sum, each) => sum + each.bookings, 0),
                teams: said.join(t('refusals.listJoin')),
              })}
            </li>
          )
        })}
      </ul>
      <p className="tertiary small">{t('rules.whatIf.note')}</p>
      {value.refused === 0 ? null : (
        <div>
          <Button size="small" kind="quiet" aria-expanded={listed} onClick={() => setListed(!listed)}>
            {t(listed ? 'rules.whatIf.hide' : 'rules.whatIf.list')}
          </Button>
        </div>
      )}
      {listed ? (
        <ul className="admin-list">
          {value.bookings.map(({ bookingId }) => (
            <AffectedBooking key={bookingId} id={bookingId} />
          ))}
        </ul>
      ) : null}
      {listed && value.refused > value.bookings.length ? (
        <p className="tertiary small">{t('rules.whatIf.more', { count: value.refused - value.bookings.length })}</p>
      ) : null}
    </section>
  )
}
