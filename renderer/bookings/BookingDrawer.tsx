import { useCallback, useState } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { usePerson, useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { useDraft } from '../ui/drafts.ts'
import { Drawer } from '../ui/Drawer.tsx'
import type { DrawerProps } from '../ui/drawers.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { BookingView } from './BookingView.tsx'
import { EditBooking, type EditDraft } from './EditBooking.tsx'
import { formOf, type FormField } from './form.ts'
import './bookings.css'
import './drawer.css'
import './list.css'

/** One booking: what it is, what can be done with it, how it came about; and the form that changes it. An unfinished change is taken up again. */
export default function BookingDrawer({ id, close }: DrawerProps<'booking'>) {
  const { t, language } = useText()
  const names = useNames()
  const person = usePerson()
  const read = useRead('bookings.one', { id })
  const { value, failure } = read
  if (value !== undefined && person !== null) return <OneBooking key={id} booking={value} close={close} />
  return (
    <Drawer title={t('bookings.view.drawer', { no: '' }).trim()} onClose={close}>
      {failure === null ? (
        <SkeletonRows rows={8} />
      ) : (
        <ErrorPanel
          what={t('bookings.view.drawer', { no: '' }).trim()}
          reasons={failure.kind === 'refused' ? failure.refusals.map((each) => explain(each, language, names())) : []}
          faultId={failure.kind === 'fault' ? failure.faultId : undefined}
          onRetry={read.retry}
        />
      )}
    </Drawer>
  )
}

function OneBooking({ booking, close }: { booking: Booking; close: () => void }) {
  const zone = useZone()
  const { value: draft, set, drop, kept } = useDraft<EditDraft | null>(`booking:${booking.id}`, () => null)
  const [focusOn, setFocusOn] = useState<FormField | undefined>(undefined)
  const [begun, setBegun] = useState(false)
  const stop = useCallback(() => {
    set(null)
    drop()
  }, [set, drop])
  if (draft !== null) {
    return (
      <EditBooking
        booking={booking}
        draft={draft}
        kept={kept && !begun}
        {...(focusOn === undefined ? {} : { focusOn })}
        keep={set}
        stop={stop}
        close={close}
      />
    )
  }
  return (
    <BookingView
      booking={booking}
      close={close}
      onEdit={(field) => {
        const form = formOf(booking, zone)
        setFocusOn(field)
        setBegun(true)
        set({ form, base: form, version: booking.version })
      }}
    />
  )
}
