import { useRef, useState } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { explain } from '../../shared/text/explain.ts'
import { useNames } from '../api/names.ts'
import { useNowReader } from '../api/now.ts'
import { useMay, useZone } from '../api/session.ts'
import { useWrite } from '../api/useWrite.ts'
import { Button } from '../ui/Button.tsx'
import { Popup } from '../ui/Popup.tsx'
import { showToast } from '../ui/toasts.ts'
import { useText } from '../ui/text.ts'
import { ReasonBox } from './ReasonBox.tsx'
import { bookingPhrase } from './words.ts'

/** 批准 and 驳回 in the row of a booking that waits, for those who may. It is judged again on approval; why not is said in a toast. */
export function DecideCell({ booking }: { booking: Booking }) {
  const { t, language } = useText()
  const names = useNames()
  const zone = useZone()
  const may = useMay()
  const readNow = useNowReader()
  const approve = useWrite('bookings.approve')
  const reject = useWrite('bookings.reject')
  const [asking, setAsking] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  if (!may('bookings.approve')) return null
  const guard = { id: booking.id, expectedVersion: booking.version }
  const what = bookingPhrase(booking, zone, language, readNow())
  type Sent = Awaited<ReturnType<typeof approve.run>>
  const tell = (reply: Sent) => {
    if (reply.ok || !('refusals' in reply)) return
    const why = reply.refusals.map((each) => explain(each, language, names()))
    showToast([t('common.refusedPlain'), why.join(t('refusals.sentenceJoin'))].join(language === 'zh' ? '：' : ': '), {
      tone: 'failed',
    })
  }
  const send = async (comment: string) => {
    const reply = await reject.run({ ...guard, comment }, { said: t('bookings.said.rejected', { what }) })
    tell(reply)
    if (reply.ok) setAsking(false)
  }
  return (
    // The row opens on a click and on Enter: neither is meant for it here.
    <span ref={anchor} className="list-decide" role="presentation" onClick={(event) => event.stopPropagation()}>
      <Button
        size="small"
        pending={approve.pending}
        label={`${t('bookings.action.approve')} ${what}`}
        onClick={() => void approve.run(guard, { said: t('bookings.said.approved', { what }) }).then(tell)}
      >
        {t('bookings.action.approve')}
      </Button>
      <Button
        size="small"
        kind="quiet"
        label={`${t('bookings.action.reject')} ${what}`}
        aria-expanded={asking}
        onClick={() => setAsking(true)}
      >
        {t('bookings.action.reject')}
      </Button>
      {asking ? (
        <Popup anchor={anchor} align="end" className="list-reject" onClose={() => setAsking(false)}>
          <ReasonBox
            label={t('bookings.action.rejectComment')}
            hint={t('bookings.action.rejectCommentHint')}
            required
            send={t('bookings.action.reject')}
            back={t('common.back')}
            pending={reject.pending}
            onSend={(comment) => void send(comment)}
            onBack={() => setAsking(false)}
          />
        </Popup>
      ) : null}
    </span>
  )
}
