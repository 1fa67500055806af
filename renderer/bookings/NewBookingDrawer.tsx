import { useState } from 'react'
import type { Interval } from '../../shared/scheduling/time.ts'
import { useNowReader } from '../api/now.ts'
import { usePerson, useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { useDraft } from '../ui/drafts.ts'
import { Drawer } from '../ui/Drawer.tsx'
import type { DrawerProps } from '../ui/drawers.ts'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { BookingEditor } from './BookingEditor.tsx'
import { blankForm, overlay, requestOf, type BookingForm } from './form.ts'
import { useRepeats } from './series/useRepeats.tsx'
import { useForm } from './useForm.ts'
import { useOpenTimes } from './useOpenTimes.ts'
import { useReason } from './useReason.ts'
import { bookingPhrase } from './words.ts'

type Props = DrawerProps<'newBooking'>

/** 新建预约. What a page offers (a slot, a copy) is laid over the draft that was kept. */
export default function NewBookingDrawer(props: Props) {
  const { t } = useText()
  const [round, setRound] = useState(0)
  const session = useRead('sessions.current', {})
  const centre = useRead('centre.status', {})
  const open = useOpenTimes(props.draft.resources?.[0]?.resourceId ?? null)
  if (session.value === undefined || centre.value === undefined || open === null) {
    return (
      <Drawer title={t('bookings.form.newTitle')} onClose={props.close}>
        <SkeletonRows rows={6} />
      </Drawer>
    )
  }
  const again = () => setRound(round + 1)
  return (
    <NewBooking
      key={`${round} ${JSON.stringify(props.draft)}`}
      {...props}
      open={open}
      afresh={round > 0}
      again={again}
    />
  )
}

function NewBooking({
  draft: offered,
  close,
  open,
  afresh,
  again,
}: Props & { open: readonly Interval[]; afresh: boolean; again: () => void }) {
  const { t, language } = useText()
  const zone = useZone()
  const person = usePerson()
  const readNow = useNowReader()
  const hindered = useReason('bookings.create')
  const create = useWrite('bookings.create')
  const draft = useDraft<BookingForm>('newBooking', () => blankForm({ now: readNow(), zone, person, open }))
  const kept = draft.kept && !afresh
  const state = useForm(() => overlay(draft.value, offered, zone), draft.set)
  const repeats = useRepeats(state, afresh)
  const finish = () => {
    draft.drop()
    repeats.drop()
    close()
  }
  const save = async (form: BookingForm) => {
    if (repeats.active) return repeats.save(form, finish)
    const reply = await create.run(requestOf(form, zone), {
      said: (booking) => {
        const what = bookingPhrase(booking, zone, language, readNow())
        const key = booking.status === 'pending' ? 'pending' : booking.status === 'tentative' ? 'held' : 'created'
        return t(`bookings.said.${key}`, { what })
      },
    })
    if (!reply.ok) return 'refusals' in reply ? reply.refusals : null
    finish()
    return null
  }
  return (
    <BookingEditor
      title={t('bookings.form.newTitle')}
      chip={kept ? <Chip>{t('common.draftKept')}</Chip> : null}
      state={state}
      bookingId={null}
      bookerId={null}
      hindered={hindered}
      quiet={
        <Button
          kind="quiet"
          onClick={() => {
            draft.drop()
            repeats.drop()
            again()
          }}
        >
          {t('bookings.action.clearForm')}
        </Button>
      }
      save={save}
      pending={create.pending || repeats.pending}
      repeats={repeats}
      close={close}
    />
  )
}
