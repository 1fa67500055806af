import { useId, useState } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import { range } from '../../../shared/text/format.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { usePerson, useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../../ui/text.ts'
import { isTheirs } from '../rights.ts'
import type { Catalogue } from '../useCatalogue.ts'
import { titlePhrase } from '../words.ts'

/** 对调: this booking and another one of its day exchange places or times in one step. */
export function SwapWith({
  booking,
  catalogue,
  onDone,
}: {
  booking: Booking
  catalogue: Catalogue
  onDone: () => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const names = useNames()
  const person = usePerson()
  const id = useId()
  const swap = useWrite('bookings.swap')
  const date = dateOf(booking.start, zone)
  const day = useRead('bookings.day', { date }).value?.bookings ?? []
  const others = day.filter(
    (each) =>
      each.id !== booking.id &&
      !each.hidden &&
      ['tentative', 'pending', 'confirmed'].includes(each.status) &&
      person !== null &&
      isTheirs(each, person),
  )
  const [otherId, setOther] = useState('')
  const other = others.find((each) => each.id === otherId)
  const failed = swap.failure?.kind === 'refused' ? swap.failure.refusals : []
  const send = async (exchange: 'places' | 'times') => {
    if (other === undefined) return
    const [one, another] = [titlePhrase(booking.title, language), titlePhrase(other.title, language)]
    const reply = await swap.run(
      { id: booking.id, otherId, exchange },
      { said: t('life.panel.swapped', { one, other: another }) },
    )
    if (reply.ok) onDone()
  }
  const none = other === undefined ? t('life.panel.choose') : null
  if (others.length === 0) return <p className="small secondary">{t('life.panel.noSwap')}</p>
  return (
    <div className="life-form">
      <label htmlFor={id}>{t('life.panel.swapWith')}</label>
      <select id={id} className="input" value={otherId} onChange={(event) => setOther(event.target.value)}>
        <option value="">{t('life.panel.choose')}</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {[
              range(each.start, each.end, zone, language, date),
              each.resources.map(({ resourceId }) => catalogue.placeName(resourceId)).join(t('refusals.listJoin')),
              each.title,
            ].join(' · ')}
          </option>
        ))}
      </select>
      {failed.map((each) => (
        <p key={JSON.stringify(each)} className="small life-refused" role="alert">
          {explain(each, language, names())}
        </p>
      ))}
      <div className="life-buttons">
        <Button onClick={onDone}>{t('common.back')}</Button>
        <Button pending={swap.pending} disabledReason={none} onClick={() => void send('times')}>
          {t('life.panel.swapTimes')}
        </Button>
        <Button kind="primary" pending={swap.pending} disabledReason={none} onClick={() => void send('places')}>
          {t('life.panel.swapPlaces')}
        </Button>
      </div>
    </div>
  )
}
