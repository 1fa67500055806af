import { useEffect, useRef } from 'react'
import type { OutageDecision, PlanLine } from '../../../shared/operations/outages.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import { range } from '../../../shared/text/format.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { useText } from '../../ui/text.ts'
import type { Catalogue } from '../useCatalogue.ts'
import './life.css'

/** The ways a line offers, as decisions, what is proposed among them. */
function choicesOf({ booking, proposed, ways }: PlanLine): OutageDecision[] {
  const bookingId = booking.id
  if (booking.status === 'inUse' || booking.status === 'completed') return [{ bookingId, do: 'keep' }]
  const moves = ways.map(({ start, end, resources }): OutageDecision => ({
    bookingId,
    do: 'move',
    start,
    end,
    resources,
  }))
  const known = moves.some((each) => JSON.stringify(each) === JSON.stringify(proposed))
  return [
    ...(proposed.do === 'move' && !known ? [proposed] : []),
    ...moves,
    { bookingId, do: 'keep' },
    { bookingId, do: 'cancel' },
  ]
}

/** 改期方案: a line for each booking in the way, what is proposed chosen, every line open to another choice. */
export function PlanTable({
  resourceId,
  start,
  end,
  outageId,
  decisions,
  catalogue,
  onDecide,
}: {
  resourceId: string
  start: number
  end: number
  outageId: string | null
  decisions: readonly OutageDecision[]
  catalogue: Catalogue
  onDecide: (decisions: OutageDecision[]) => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const lines = useRead('outages.plan', { resourceId, start, end, outageId }).value?.lines
  const latest = useRef(onDecide)
  useEffect(() => {
    latest.current = onDecide
  })
  const proposed = lines?.map((each) => each.proposed)
  const missing =
    lines !== undefined && lines.some(({ booking }) => decisions.every((each) => each.bookingId !== booking.id))
  useEffect(() => {
    if (missing && lines !== undefined) latest.current(lines.map((each) => each.proposed))
  }, [missing, lines])
  if (lines === undefined || proposed === undefined) return <SkeletonRows rows={2} />
  const words = (line: PlanLine, decision: OutageDecision) => {
    if (decision.do !== 'move') return t(`life.plan.${decision.do}`)
    const way = line.ways.find((each) => each.start === decision.start && each.end === decision.end)
    return t('life.plan.move', {
      kind: t(`bookings.alternative.${way?.kind ?? 'otherTime'}`),
      place: decision.resources.map((each) => catalogue.placeName(each.resourceId)).join(t('refusals.listJoin')),
      time: range(decision.start, decision.end, zone, language, dateOf(line.booking.start, zone)),
    })
  }
  return (
    <section className="plan" aria-label={t('life.plan.heading')}>
      <header className="approvals-head">
        <h3 className="section-title">{t('life.plan.heading')}</h3>
        <small className="tertiary">{t('life.plan.note')}</small>
      </header>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">{t('life.plan.booking')}</th>
            <th scope="col">{t('life.plan.choice')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { booking } = line
            const choices = choicesOf(line)
            const chosen = decisions.find((each) => each.bookingId === booking.id) ?? line.proposed
            const title = booking.hidden ? t('bookings.view.hiddenTitle') : booking.title
            const at = choices.findIndex((each) => JSON.stringify(each) === JSON.stringify(chosen))
            return (
              <tr key={booking.id}>
                <td>
                  <b>{title}</b>
                  <small className="secondary">
                    {range(booking.start, booking.end, zone, language, dateOf(start, zone))}
                  </small>
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={t('life.plan.label', { title })}
                    value={Math.max(at, 0)}
                    onChange={(event) => {
                      const next = choices[Number(event.target.value)]!
                      onDecide(
                        lines.map((each) =>
                          each.booking.id === booking.id
                            ? next
                            : (decisions.find((one) => one.bookingId === each.booking.id) ?? each.proposed),
                        ),
                      )
                    }}
                  >
                    {choices.map((each, index) => (
                      <option key={JSON.stringify(each)} value={index}>
                        {words(line, each)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Button size="small" onClick={() => onDecide(proposed)}>
        {t('life.plan.all')}
      </Button>
    </section>
  )
}
