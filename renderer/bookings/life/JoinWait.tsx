import { DAY, MINUTE } from '../../../shared/scheduling/time.ts'
import { dateOf, dayInterval } from '../../../shared/scheduling/zone.ts'
import { OFFER_MINUTES } from '../../../shared/scheduling/waitlist.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { interval, type BookingForm } from '../form.ts'
import { lengthText, minutesOf } from '../words.ts'
import './life.css'

/** Reasons that time may take away: somebody else is there, or the place is down. */
const passing: readonly Refusal['code'][] = ['overlaps', 'noUnitsLeft', 'outage']

/** 加入候补, under the reasons of a form that is refused because the place is taken. */
export function JoinWait({
  form,
  refusals,
  onJoined,
}: {
  form: BookingForm
  refusals: readonly Refusal[]
  onJoined: () => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const names = useNames()
  const add = useWrite('waitlist.add')
  const minutesOffered = useRead('settings.get', {}).value?.offerMinutes ?? OFFER_MINUTES
  if (form.places.length === 0 || !refusals.some(({ code }) => passing.includes(code))) return null
  const { start, end } = interval(form.when, zone)
  const minutes = minutesOf(start, end)
  const length = lengthText(minutes, t, language)
  const day = dayInterval(dateOf(start, zone), zone)
  const failed = add.failure?.kind === 'refused' ? add.failure.refusals : []
  const join = async (from: number, until: number) => {
    const title = form.title.trim() === '' ? t('life.wait.heading') : form.title.trim()
    const reply = await add.run(
      {
        title,
        teamId: form.teamId,
        projectId: form.projectId,
        resources: form.places,
        from,
        until,
        minutes,
      },
      { said: ({ offer }) => t(offer === null ? 'life.wait.said.joined' : 'life.wait.said.offered', { title }) },
    )
    if (reply.ok) onJoined()
  }
  return (
    <section className="life-join" aria-label={t('life.wait.join')}>
      <p>
        <Icon name="hourglass" size={14} />
        <b>{t('life.wait.joinTitle')}</b>
        <small className="secondary">{t('life.wait.joinNote', { minutes: minutesOffered })}</small>
      </p>
      <div className="life-buttons">
        <Button
          size="small"
          label={`${t('life.wait.join')} ${t('life.wait.joinExact')}`}
          pending={add.pending}
          onClick={() => void join(start, end)}
        >
          {t('life.wait.joinExact')}
        </Button>
        {minutes * MINUTE < DAY / 2 ? (
          <Button
            size="small"
            label={`${t('life.wait.join')} ${t('life.wait.joinDay', { length })}`}
            pending={add.pending}
            onClick={() => void join(day.start, day.end)}
          >
            {t('life.wait.joinDay', { length })}
          </Button>
        ) : null}
      </div>
      {failed.map((each) => (
        <p key={JSON.stringify(each)} className="small life-refused" role="alert">
          {explain(each, language, names())}
        </p>
      ))}
    </section>
  )
}
