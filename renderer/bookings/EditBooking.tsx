import { useCallback, useState } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { useNowReader, useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { BookingEditor } from './BookingEditor.tsx'
import { changeOf, formOf, requestOf, type BookingForm, type FormField } from './form.ts'
import { differing, rebase } from './reworking.ts'
import { useCatalogue } from './useCatalogue.ts'
import { useForm } from './useForm.ts'
import { useReason } from './useReason.ts'
import { bookingPhrase, momentText, titlePhrase, whenLong } from './words.ts'

/** A change that is being written: the form, the booking as it was when the change began, and its version then. */
export type EditDraft = { form: BookingForm; base: BookingForm; version: number }

const named = [
  'title',
  'teamId',
  'occupantId',
  'occupantName',
  'when',
  'headCount',
  'projectId',
  'serviceKind',
  'confidential',
  'note',
] as const

/** The form over a booking that exists. When somebody else changed it meanwhile it says so at once, and what was typed stays. */
export function EditBooking({
  booking,
  draft,
  kept,
  focusOn,
  keep,
  stop,
  close,
}: {
  booking: Booking
  draft: EditDraft
  /** The change was begun before the drawer was closed. */
  kept: boolean
  focusOn?: FormField
  keep: (draft: EditDraft) => void
  /** Back to the booking as it is; what was typed is given up. */
  stop: () => void
  close: () => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const readNow = useNowReader()
  const today = useToday()
  const catalogue = useCatalogue()
  const hindered = useReason('bookings.change')
  const write = useWrite('bookings.change')
  const [{ base, version }, setBase] = useState({ base: draft.base, version: draft.version })
  const onChange = useCallback((form: BookingForm) => keep({ form, base, version }), [keep, base, version])
  const state = useForm(() => draft.form, onChange)
  const { form, change } = state
  const meanwhile = booking.version !== version
  const history = useRead('bookings.history', { id: booking.id }, { enabled: meanwhile })
  const untouched = Object.keys(changeOf(form, base, zone)).length === 0 && form.waived.length === 0

  const save = async (sending: BookingForm) => {
    const changed = changeOf(sending, base, zone)
    const moved = Object.keys(changed).every((name) => name === 'start' || name === 'end')
    const reply = await write.run(
      { id: booking.id, expectedVersion: version, change: changed, waivers: requestOf(sending, zone).waivers },
      {
        said: (saved) =>
          moved
            ? t('bookings.said.moved', {
                title: titlePhrase(saved.title, language),
                time: whenLong(saved.start, saved.end, zone, language),
              })
            : t('bookings.said.changed', { what: bookingPhrase(saved, zone, language, readNow()) }),
      },
    )
    if (!reply.ok) return 'refusals' in reply ? reply.refusals : null
    stop()
    return null
  }

  const newest = formOf(booking, zone)
  const takeNewest = () => {
    const next = rebase(form, base, newest)
    setBase({ base: newest, version: booking.version })
    change({ type: 'become', form: next })
    keep({ form: next, base: newest, version: booking.version })
  }
  const last = history.value?.entries.at(-1)
  const differences = differing(base, newest).flatMap((field) => {
    if (field === 'places') return t('bookings.history.fields.places')
    const known = named.find((each) => each === field)
    return known === undefined ? [] : t(`bookings.history.fields.${known}`)
  })
  return (
    <BookingEditor
      title={t('bookings.view.drawer', { no: booking.no })}
      chip={kept ? <Chip>{t('common.draftKept')}</Chip> : null}
      state={state}
      bookingId={booking.id}
      bookerId={booking.bookerId}
      startFixed={booking.status === 'inUse'}
      hindered={hindered ?? (untouched ? t('bookings.view.nothingChanged') : null)}
      {...(focusOn === undefined ? {} : { focusOn })}
      notice={
        meanwhile ? (
          <section className="booking-meanwhile" role="alert">
            <Icon name="info" />
            <div>
              <p className="section-title">{t('bookings.view.changedTitle')}</p>
              <p className="small">
                {t('bookings.view.changedNote', {
                  name: catalogue.person(last?.byId ?? null)?.name ?? t('bookings.history.byNobody'),
                  time: momentText(booking.updatedAt, zone, language, today),
                  fields:
                    differences.length === 0
                      ? t('bookings.view.changedNothing')
                      : differences.join(t('refusals.listJoin')),
                })}
              </p>
            </div>
            <Button size="small" icon="refresh" onClick={takeNewest}>
              {t('bookings.view.takeNewest')}
            </Button>
          </section>
        ) : null
      }
      quiet={
        <Button kind="quiet" onClick={stop}>
          {t('bookings.action.stopEditing')}
        </Button>
      }
      save={save}
      pending={write.pending}
      close={close}
    />
  )
}
