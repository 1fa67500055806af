import { useState } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { useNowReader } from '../../api/now.ts'
import { usePerson, useZone } from '../../api/session.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectPerson, SelectTeam } from '../../ui/SelectWho.tsx'
import { useText } from '../../ui/text.ts'
import type { Catalogue } from '../useCatalogue.ts'
import { bookingPhrase } from '../words.ts'

/** 转交: another team or person; place, time, number and history stay. Residents hand over within their team. */
export function HandOver({
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
  const readNow = useNowReader()
  const person = usePerson()
  const transfer = useWrite('bookings.transfer')
  const [teamId, setTeam] = useState(booking.teamId)
  const [bookerId, setBooker] = useState(booking.bookerId)
  const resident = person?.role === 'member' || person?.role === 'teamLead'
  const people = catalogue.people.filter(
    (each) =>
      !each.retired &&
      (resident ? each.teamId === person?.teamId : teamId === null || each.teamId === teamId || each.teamId === null),
  )
  const same = teamId === booking.teamId && bookerId === booking.bookerId
  const failed = transfer.failure?.kind === 'refused' ? transfer.failure.refusals : []
  const send = async () => {
    const what = bookingPhrase(booking, zone, language, readNow())
    const reply = await transfer.run(
      {
        id: booking.id,
        expectedVersion: booking.version,
        ...(teamId === booking.teamId ? {} : { teamId }),
        ...(bookerId === booking.bookerId ? {} : { bookerId }),
      },
      { said: t('life.panel.transferred', { what }) },
    )
    if (reply.ok) onDone()
  }
  return (
    <div className="life-form">
      {resident ? null : (
        <Field label={t('life.panel.transferTo')}>
          {(ids) => (
            <SelectTeam
              {...ids}
              teams={catalogue.teams.filter((each) => !each.retired)}
              value={teamId}
              onChange={setTeam}
            />
          )}
        </Field>
      )}
      <Field label={t('life.panel.transferPerson')} note={t('life.panel.transferNote')}>
        {(ids) => (
          <SelectPerson
            {...ids}
            allowClear={false}
            people={people}
            teams={catalogue.teams}
            value={bookerId}
            onChange={(value) => setBooker(value ?? booking.bookerId)}
          />
        )}
      </Field>
      {failed.map((each) => (
        <p key={JSON.stringify(each)} className="small life-refused" role="alert">
          {explain(each, language, names())}
        </p>
      ))}
      <div className="life-buttons">
        <Button onClick={onDone}>{t('common.back')}</Button>
        <Button
          kind="primary"
          pending={transfer.pending}
          disabledReason={same ? t('life.panel.choose') : null}
          onClick={() => void send()}
        >
          {t('life.panel.transfer')}
        </Button>
      </div>
    </div>
  )
}
