import type { Booking } from '../../shared/operations/bookings.ts'
import { Chip, StatusChip } from '../ui/StatusChip.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { useText } from '../ui/text.ts'
import { BookingActions } from './BookingActions.tsx'
import { BookingFacts } from './BookingFacts.tsx'
import { History } from './History.tsx'
import { LifePanel } from './life/LifePanel.tsx'
import { SeriesSection } from './series/SeriesSection.tsx'
import type { FormField } from './form.ts'
import { useCatalogue } from './useCatalogue.ts'
import { useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { momentText } from './words.ts'

/** A booking as it is: its facts, its steps, its history. One that is hidden from the reader shows the time it takes and nothing else. */
export function BookingView({
  booking,
  close,
  onEdit,
}: {
  booking: Booking
  close: () => void
  onEdit: (field: FormField) => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const catalogue = useCatalogue()
  const { hidden, holdUntil } = booking
  return (
    <Drawer
      title={hidden ? t('bookings.view.hiddenTitle') : t('bookings.view.drawer', { no: booking.no })}
      state={
        <>
          <StatusChip status={booking.status} />
          {booking.status === 'tentative' && holdUntil !== null ? (
            <span className="small secondary nowrap">
              {t('bookings.view.holdUntil', { time: momentText(holdUntil, zone, language, today) })}
            </span>
          ) : null}
        </>
      }
      onClose={close}
    >
      <div className="booking-view">
        <div className="booking-name">
          <h3>{hidden ? t('bookings.view.hiddenTitle') : booking.title}</h3>
          {booking.confidential ? (
            <Chip icon="lock" tone="warn">
              {t('bookings.view.confidential')}
            </Chip>
          ) : null}
        </div>
        {hidden ? <p className="secondary">{t('bookings.view.hiddenNote')}</p> : null}
        {hidden ? null : <BookingActions booking={booking} catalogue={catalogue} onEdit={onEdit} />}
        {hidden ? null : <LifePanel booking={booking} catalogue={catalogue} />}
        <BookingFacts booking={booking} catalogue={catalogue} />
        {hidden || booking.series === undefined ? null : <SeriesSection booking={booking} catalogue={catalogue} />}
        {hidden ? null : <History booking={booking} catalogue={catalogue} />}
      </div>
    </Drawer>
  )
}
