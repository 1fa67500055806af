import { useState } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { range } from '../../../shared/text/format.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { useNow, useNowReader, useToday } from '../../api/now.ts'
import { usePerson, useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { openDrawer } from '../../ui/drawers.ts'
import { useText } from '../../ui/text.ts'
import { isTheirs } from '../rights.ts'
import type { Catalogue } from '../useCatalogue.ts'
import { bookingPhrase, lengthText, minutesOf, momentText } from '../words.ts'
import { HandOver } from './HandOver.tsx'
import { SwapWith } from './SwapWith.tsx'
import './life.css'

/** What a booking's life has beyond its steps: a hold to confirm, how far it could go on and who waits, a swap, a hand-over, ways on for a refused one. */
export function LifePanel({ booking, catalogue }: { booking: Booking; catalogue: Catalogue }) {
  const { t, language } = useText()
  const zone = useZone()
  const now = useNow()
  const today = useToday()
  const readNow = useNowReader()
  const names = useNames()
  const person = usePerson()
  const confirm = useWrite('bookings.confirm')
  const extend = useWrite('bookings.extend')
  const [open, setOpen] = useState<'swap' | 'transfer' | null>(null)
  const { id, status } = booking
  const stands = ['tentative', 'pending', 'confirmed', 'inUse'].includes(status)
  const running = stands && booking.end > now - 12 * 60 * MINUTE
  const extension = useRead('bookings.extension', { id }, { enabled: running })
  if (person === null || person.role === 'auditor' || !isTheirs(booking, person)) return null
  if (status === 'rejected') return <WaysOn booking={booking} catalogue={catalogue} />
  if (!stands) return null
  const what = bookingPhrase(booking, zone, language, readNow())
  const guard = { id, expectedVersion: booking.version }
  const { value } = extension
  const waiting = value?.waiting ?? []
  const failed = [confirm, extend].flatMap(({ failure }) => (failure?.kind === 'refused' ? failure.refusals : []))
  const over = status === 'inUse' ? minutesOf(booking.end, now) : 0
  const next = value?.next ?? null
  const soon = next !== null && value?.until === null && next.start <= now + 15 * MINUTE
  const step = value?.stepMinutes ?? 15
  const moment = (at: number) => momentText(at, zone, language, today)
  return (
    <section className="life-panel" aria-label={t('life.panel.heading')}>
      <div className="booking-action-row">
        {status === 'tentative' ? (
          <Button
            kind="primary"
            icon="check"
            pending={confirm.pending}
            onClick={() => void confirm.run(guard, { said: t('life.panel.confirmed', { what }) })}
          >
            {t('life.panel.confirm')}
          </Button>
        ) : null}
        {value === undefined ? null : (
          <Button
            icon="arrowRight"
            pending={extend.pending}
            disabledReason={value.until === null ? t('life.panel.noLonger') : null}
            onClick={() => void extend.run(guard, { said: t('life.panel.extended', { what }) })}
          >
            {t('life.panel.extend', { minutes: step })}
          </Button>
        )}
        {status === 'inUse' ? null : (
          <Button icon="swap" aria-expanded={open === 'swap'} onClick={() => setOpen(open === 'swap' ? null : 'swap')}>
            {t('life.panel.swap')}
          </Button>
        )}
        <Button
          icon="person"
          aria-expanded={open === 'transfer'}
          onClick={() => setOpen(open === 'transfer' ? null : 'transfer')}
        >
          {t('life.panel.transfer')}
        </Button>
      </div>
      {value === undefined ? null : (
        <p className="small secondary life-facts">
          {value.until === null ? null : <span>{t('life.panel.until', { time: moment(value.until) })}</span>}
          {value.next === null ? null : (
            <span>
              {t('life.panel.next', {
                time: moment(value.next.start),
                title: value.next.hidden ? t('bookings.view.hiddenTitle') : value.next.title,
              })}
            </span>
          )}
        </p>
      )}
      {over <= 0 || (waiting.length === 0 && !soon) ? null : (
        // Told only where somebody waits, and to those who can do something about it.
        <p className="small life-waiting" role="status">
          <Icon name="clock" size={14} />
          {t('life.panel.overrun', {
            length: lengthText(over, t, language),
            who: t(soon ? 'life.panel.overrunNext' : 'life.panel.overrunWait'),
          })}
        </p>
      )}
      {waiting.length === 0 ? null : (
        <p className="small life-waiting">
          <Icon name="hourglass" size={14} />
          {waiting.every((each) => each.hidden)
            ? t('life.wait.behind', { count: waiting.length })
            : t('life.wait.behindNames', {
                names: waiting
                  .map((each) =>
                    each.hidden
                      ? t('life.wait.someone')
                      : (catalogue.team(each.teamId)?.shortName ?? catalogue.person(each.personId)?.name ?? each.title),
                  )
                  .join(t('refusals.listJoin')),
              })}
        </p>
      )}
      {failed.map((each) => (
        <p key={JSON.stringify(each)} className="small life-refused" role="alert">
          {explain(each, language, names())}
        </p>
      ))}
      {open === 'swap' ? <SwapWith booking={booking} catalogue={catalogue} onDone={() => setOpen(null)} /> : null}
      {open === 'transfer' ? <HandOver booking={booking} catalogue={catalogue} onDone={() => setOpen(null)} /> : null}
    </section>
  )
}

/** A refused request is answered with what could be instead, each one press away in a new form. */
function WaysOn({ booking, catalogue }: { booking: Booking; catalogue: Catalogue }) {
  const { t, language } = useText()
  const zone = useZone()
  const now = useNow()
  const { title, start, end, teamId, projectId, occupantId, occupantName, headCount, confidential, serviceKind } =
    booking
  const resources = booking.resources.map(({ before: _before, after: _after, ...place }) => place)
  const request = {
    resources,
    title,
    start,
    end,
    teamId,
    projectId,
    occupantId,
    occupantName,
    headCount,
    confidential,
    serviceKind,
  }
  const ways = useRead('bookings.ways', { id: booking.id }, { enabled: start > now }).value?.alternatives ?? []
  if (ways.length === 0) return null
  return (
    <section className="life-panel">
      <h3 className="section-title">{t('life.panel.waysTitle')}</h3>
      <ul className="life-ways">
        {ways.map((way) => (
          <li key={JSON.stringify(way)}>
            <Button
              size="small"
              onClick={() =>
                openDrawer({
                  drawer: 'newBooking',
                  draft: { ...request, start: way.start, end: way.end, resources: way.resources },
                })
              }
            >
              {t('bookings.alternative.line', {
                kind: t(`bookings.alternative.${way.kind}`),
                place: way.resources
                  .map(({ resourceId }) => catalogue.placeName(resourceId))
                  .join(t('refusals.listJoin')),
                time: range(way.start, way.end, zone, language, dateOf(start, zone)),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
