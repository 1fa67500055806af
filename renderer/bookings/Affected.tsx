import { useEffect, useState } from 'react'
import type { OutageDecision } from '../../shared/operations/outages.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { range } from '../../shared/text/format.ts'
import { useNowReader } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { openDrawer } from '../ui/drawers.ts'
import { StatusChip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { conflictChoices, outageInterval, type ConflictChoice, type OutageForm } from './outageForm.ts'
import { PlanTable } from './life/PlanTable.tsx'
import type { Catalogue } from './useCatalogue.ts'
import { SETTLE_MS } from './useCheck.ts'

/** Ids of the bookings an outage would meet, asked again as the form settles; null while that is not known. */
export function useAffected(form: OutageForm): readonly string[] | null {
  const zone = useZone()
  const { start, end } = outageInterval(form, zone)
  const wanted =
    form.resourceId === null || end <= start ? null : JSON.stringify({ resourceId: form.resourceId, start, end })
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    if (wanted === settled) return undefined
    const timer = setTimeout(() => setSettled(wanted), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [wanted, settled])
  const input = JSON.parse(settled ?? '{"resourceId":"none","start":0,"end":1}') as {
    resourceId: string
    start: number
    end: number
  }
  const read = useRead('outages.affected', input, { enabled: settled !== null })
  // Their titles are wanted as well as their number.
  const met = (read.value?.bookingIds.length ?? 0) > 0
  useRead(
    'bookings.range',
    { start: input.start, end: input.end, withFreed: false },
    { enabled: settled !== null && met },
  )
  return wanted === null || wanted !== settled ? null : (read.value?.bookingIds ?? null)
}

/** The bookings in the way, each with its time and team, and the three ways to settle it. */
export function Affected({
  form,
  ids,
  catalogue,
  onChoose,
  onDecide,
  outageId,
}: {
  form: OutageForm
  ids: readonly string[] | null
  catalogue: Catalogue
  onChoose: (choice: ConflictChoice) => void
  /** Line by line; undefined: one answer for all again. */
  onDecide: (decisions: OutageDecision[] | undefined) => void
  outageId: string | null
}) {
  const { t, language } = useText()
  const zone = useZone()
  const readNow = useNowReader()
  const { start, end } = outageInterval(form, zone)
  const met = ids !== null && ids.length > 0
  const around = useRead('bookings.range', { start, end, withFreed: false }, { enabled: met })
  if (form.resourceId === null || end <= start) return null
  if (ids === null) return <p className="booking-check">{t('bookings.outage.checking')}</p>
  if (!met) {
    return (
      <p className="booking-check booking-check-fine" role="status">
        {t('bookings.outage.noneAffected')}
      </p>
    )
  }
  const bookings = (around.value?.bookings ?? [])
    .filter(({ id }) => ids.includes(id))
    .toSorted((a, b) => a.start - b.start)
  return (
    <section className="outage-affected" data-field="onConflict">
      <div role="status">
        <h3 className="section-title">{t('bookings.outage.affectedCount', { count: ids.length })}</h3>
      </div>
      <ul>
        {bookings.slice(0, 12).map((booking) => (
          <li key={booking.id}>
            <button
              type="button"
              className="outage-booking"
              onClick={() => openDrawer({ drawer: 'booking', id: booking.id })}
            >
              <span className="nowrap">
                {range(booking.start, booking.end, zone, language, dateOf(readNow(), zone))}
              </span>
              <b>{booking.hidden ? t('bookings.view.hiddenTitle') : booking.title}</b>
              <span className="secondary">{catalogue.team(booking.teamId)?.shortName ?? ''}</span>
            </button>
            <StatusChip status={booking.status} />
          </li>
        ))}
      </ul>
      <fieldset>
        <legend>{t('bookings.outage.choose')}</legend>
        {conflictChoices.map((choice) => (
          <label key={choice} className="outage-choice">
            <input
              type="radio"
              name="onConflict"
              checked={form.decisions === undefined && form.onConflict === choice}
              onChange={() => onChoose(choice)}
            />
            <span>
              {t(`bookings.outage.choices.${choice}`)}
              <small>{t(`bookings.outage.choices.${choice}Note`)}</small>
            </span>
          </label>
        ))}
        <label className="outage-choice">
          <input type="radio" name="onConflict" checked={form.decisions !== undefined} onChange={() => onDecide([])} />
          <span>
            {t('life.plan.use')}
            <small>{t('life.plan.note')}</small>
          </span>
        </label>
      </fieldset>
      {form.decisions === undefined ? null : (
        <PlanTable
          resourceId={form.resourceId}
          start={start}
          end={end}
          outageId={outageId}
          decisions={form.decisions}
          catalogue={catalogue}
          onDecide={onDecide}
        />
      )}
    </section>
  )
}
