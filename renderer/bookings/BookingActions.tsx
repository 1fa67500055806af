import { useRef, useState } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { Refusal, Role } from '../../shared/refusals.ts'
import { useNames } from '../api/names.ts'
import { useNow, useNowReader, useToday } from '../api/now.ts'
import { usePerson, useZone } from '../api/session.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { openDrawer } from '../ui/drawers.ts'
import { RefusalList } from '../ui/RefusalList.tsx'
import { useText } from '../ui/text.ts'
import type { FormField } from './form.ts'
import { ReasonBox } from './ReasonBox.tsx'
import { duplicateOf } from './reworking.ts'
import { hindrance, suits, type Act } from './rights.ts'
import { ScopeChoice, type SeriesScope } from './series/ScopeChoice.tsx'
import type { Catalogue } from './useCatalogue.ts'
import { bookingPhrase, momentText, rolesText, titlePhrase } from './words.ts'

/** The steps that a booking's status leaves room for. One that this person, or this moment, does not allow stays with its reason. */
export function BookingActions({
  booking,
  catalogue,
  onEdit,
}: {
  booking: Booking
  catalogue: Catalogue
  onEdit: (field: FormField) => void
}) {
  const { t, language } = useText()
  const names = useNames()
  const zone = useZone()
  const now = useNow()
  const today = useToday()
  const readNow = useNowReader()
  const person = usePerson()
  const steps = {
    checkIn: useWrite('bookings.checkIn'),
    checkOut: useWrite('bookings.checkOut'),
    noShow: useWrite('bookings.noShow'),
    approve: useWrite('bookings.approve'),
    reject: useWrite('bookings.reject'),
    cancel: useWrite('bookings.cancel'),
    cancelSeries: useWrite('series.cancel'),
  }
  const [scope, setScope] = useState<SeriesScope>('this')
  const [asking, setAsking] = useState<'cancel' | 'reject' | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const guard = { id: booking.id, expectedVersion: booking.version }
  const what = bookingPhrase(booking, zone, language, readNow())
  const title = titlePhrase(booking.title, language)

  const reasonOf = (act: Act): string | null => {
    const found = hindrance(act, booking, { person, now, catalogue })
    switch (found?.why) {
      case undefined:
        return null
      case 'role':
        return t('bookings.action.mayNot', { roles: rolesText(found.roles as Role[], t) })
      case 'notYours':
        return t('bookings.action.notYours')
      case 'opens':
        return t('bookings.action.checkInOpens', { time: momentText(found.at, zone, language, today) })
      case 'starts':
        return t('bookings.action.noShowOpens', { time: momentText(found.at, zone, language, today) })
      case 'over':
        return t('bookings.action.checkInOver')
    }
  }
  const show = (act: Act) => suits(act, booking.status)
  const clear = () => {
    for (const step of Object.values(steps)) step.clear()
  }
  const plain = (act: 'checkIn' | 'checkOut' | 'noShow' | 'approve') => {
    clear()
    const said = { checkIn: 'checkedIn', checkOut: 'checkedOut', noShow: 'noShow', approve: 'approved' } as const
    void steps[act].run(guard, { said: t(`bookings.said.${said[act]}`, { title, what }) })
  }
  const ask = (which: 'cancel' | 'reject') => {
    clear()
    setAsking(which)
  }
  const leave = () => {
    setAsking(null)
    opener.current?.focus()
  }
  const cancel = async (reason: string) => {
    const { series } = booking
    if (series !== undefined && scope !== 'this') {
      const which = scope === 'all' ? ({ of: 'all' } as const) : ({ of: 'following', date: series.date } as const)
      const said = ({ dates }: { dates: { state: string }[] }) =>
        t('series.cancelled', { count: dates.filter((each) => each.state === 'cancelled').length })
      const many = await steps.cancelSeries.run({ id: series.id, scope: which, reason }, { said })
      if (many.ok) setAsking(null)
      return
    }
    const reply = await steps.cancel.run({ ...guard, reason }, { said: t('bookings.said.cancelled', { what }) })
    if (reply.ok) setAsking(null)
  }
  const reject = async (comment: string) => {
    const reply = await steps.reject.run({ ...guard, comment }, { said: t('bookings.said.rejected', { what }) })
    if (reply.ok) setAsking(null)
  }
  const refusals: Refusal[] = Object.values(steps).flatMap(({ failure }) =>
    failure?.kind === 'refused' ? failure.refusals : [],
  )
  const main: Act | null = show('approve')
    ? 'approve'
    : show('checkIn')
      ? 'checkIn'
      : show('checkOut')
        ? 'checkOut'
        : null
  return (
    <div className="booking-actions">
      <div className="booking-action-row">
        {show('approve') ? (
          <Button
            kind="primary"
            icon="check"
            pending={steps.approve.pending}
            disabledReason={reasonOf('approve')}
            onClick={() => plain('approve')}
          >
            {t('bookings.action.approve')}
          </Button>
        ) : null}
        {show('reject') ? (
          <Button disabledReason={reasonOf('reject')} aria-expanded={asking === 'reject'} onClick={() => ask('reject')}>
            {t('bookings.action.reject')}
          </Button>
        ) : null}
        {show('checkIn') ? (
          <Button
            kind={main === 'checkIn' ? 'primary' : 'default'}
            icon="check"
            pending={steps.checkIn.pending}
            disabledReason={reasonOf('checkIn')}
            onClick={() => plain('checkIn')}
          >
            {t('bookings.action.checkIn')}
          </Button>
        ) : null}
        {show('checkOut') ? (
          <Button
            kind="primary"
            pending={steps.checkOut.pending}
            disabledReason={reasonOf('checkOut')}
            onClick={() => plain('checkOut')}
          >
            {t('bookings.action.checkOut')}
          </Button>
        ) : null}
        {show('edit') ? (
          <>
            <Button disabledReason={reasonOf('edit')} onClick={() => onEdit('when')}>
              {t('bookings.action.move')}
            </Button>
            <Button disabledReason={reasonOf('edit')} onClick={() => onEdit('title')}>
              {t('bookings.action.edit')}
            </Button>
          </>
        ) : null}
        <Button
          icon="copy"
          disabledReason={reasonOf('duplicate')}
          onClick={() => openDrawer({ drawer: 'newBooking', draft: duplicateOf(booking, readNow(), zone) })}
        >
          {t('bookings.action.duplicate')}
        </Button>
        {show('noShow') ? (
          <Button pending={steps.noShow.pending} disabledReason={reasonOf('noShow')} onClick={() => plain('noShow')}>
            {t('bookings.action.noShow')}
          </Button>
        ) : null}
        {show('cancel') ? (
          <Button
            ref={opener}
            kind="danger"
            disabledReason={reasonOf('cancel')}
            aria-expanded={asking === 'cancel'}
            onClick={() => ask('cancel')}
          >
            {t('bookings.action.cancel')}
          </Button>
        ) : null}
      </div>
      {asking === 'cancel' && booking.series !== undefined ? <ScopeChoice scope={scope} onChange={setScope} /> : null}
      {asking === 'cancel' ? (
        <ReasonBox
          label={t('bookings.action.cancelReason')}
          required={false}
          danger
          send={
            scope === 'this' || booking.series === undefined
              ? t('bookings.action.cancelThis')
              : t(`series.cancelScope.${scope}`)
          }
          back={t('bookings.action.keep')}
          pending={steps.cancel.pending || steps.cancelSeries.pending}
          onSend={(reason) => void cancel(reason)}
          onBack={leave}
        />
      ) : null}
      {asking === 'reject' ? (
        <ReasonBox
          label={t('bookings.action.rejectComment')}
          hint={t('bookings.action.rejectCommentHint')}
          required
          send={t('bookings.action.reject')}
          back={t('common.back')}
          pending={steps.reject.pending}
          onSend={(comment) => void reject(comment)}
          onBack={leave}
        />
      ) : null}
      <RefusalList
        refusals={refusals}
        names={names()}
        title={t('common.refusedPlain')}
        resource={(id) => {
          const found = catalogue.resource(id)
          return found === null ? null : { name: catalogue.placeName(id), kind: found.kind }
        }}
      />
    </div>
  )
}
