import { useState } from 'react'
import type { Value } from '../../../shared/operations/index.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { range } from '../../../shared/text/format.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { useNowReader, useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { openDrawer } from '../../ui/drawers.ts'
import { Icon } from '../../ui/icons.tsx'
import { TeamSquare } from '../../ui/TeamSquare.tsx'
import { useText } from '../../ui/text.ts'
import { ReasonBox } from '../ReasonBox.tsx'
import type { Catalogue } from '../useCatalogue.ts'
import { bookingPhrase, momentText, whenLong } from '../words.ts'

export type Request = Value<'approvals.inbox'>['requests'][number]

/** One request: what is asked, who else wants it, whether it can still be, and the decision. */
export function RequestCard({ request, catalogue, first }: { request: Request; catalogue: Catalogue; first: boolean }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const names = useNames()
  const readNow = useNowReader()
  const approve = useWrite('bookings.approve')
  const reject = useWrite('bookings.reject')
  const [asking, setAsking] = useState<'approve' | 'reject' | null>(null)
  const { booking, rivals, waiting, alternatives } = request
  const standing = request.refusals as Refusal[]
  const failed = [approve, reject].flatMap(({ failure }) => (failure?.kind === 'refused' ? failure.refusals : []))
  const refusals = failed.length > 0 ? failed : standing
  const guard = { id: booking.id, expectedVersion: booking.version }
  const what = bookingPhrase(booking, zone, language, readNow())
  const team = catalogue.team(booking.teamId)
  const places = booking.resources.map(({ resourceId }) => catalogue.placeName(resourceId)).join(t('refusals.listJoin'))
  const send = async (which: 'approve' | 'reject', comment: string) => {
    const step = which === 'approve' ? approve : reject
    const said = which === 'approve' ? 'bookings.said.approved' : 'bookings.said.rejected'
    const reply = await step.run({ ...guard, comment }, { said: t(said, { what }) })
    if (reply.ok) setAsking(null)
  }
  const also = [
    ...rivals.map((each) =>
      t('life.inbox.rival', {
        title: each.hidden ? t('bookings.view.hiddenTitle') : each.title,
        status: t(`refusals.statuses.${each.status}`),
      }),
    ),
    ...(waiting.length > 0 ? [t('life.inbox.waits', { count: waiting.length })] : []),
  ]
  return (
    // A card is walked to with the arrows; A and R decide the one that has the focus.
    <li className="request-card" data-request={booking.id} tabIndex={-1} aria-label={what}>
      <div className="request-facts">
        <button
          type="button"
          className="link-button request-title"
          onClick={() => openDrawer({ drawer: 'booking', id: booking.id })}
        >
          {booking.title}
        </button>
        <p>
          <span className="nowrap">{whenLong(booking.start, booking.end, zone, language)}</span> · {places}
          {booking.headCount === null ? null : ` · ${t('common.people', { count: booking.headCount })}`}
        </p>
        <p className="small secondary">
          {team === null ? null : (
            <span className="request-team">
              <TeamSquare colour={team.colour} />
              {team.shortName}
            </span>
          )}
          {t('life.inbox.asked', {
            name: catalogue.person(booking.bookerId)?.name ?? t('bookings.view.gone'),
            time: momentText(booking.createdAt, zone, language, today),
          })}
        </p>
        {also.length === 0 ? null : (
          <p className="small request-also">
            <Icon name="person" size={14} />
            {t('life.inbox.alsoWanted')}
            {also.join(t('refusals.listJoin'))}
          </p>
        )}
        {refusals.length === 0 ? null : (
          <div className="request-cannot" role={failed.length > 0 ? 'alert' : 'note'}>
            <p>
              <Icon name="triangle" size={14} />
              <b>{t('life.inbox.cannot')}</b>
            </p>
            {refusals.map((each) => (
              <p key={JSON.stringify(each)} className="small">
                {explain(each, language, names())}
              </p>
            ))}
            {alternatives.length === 0 ? null : (
              <p className="small">
                {t('life.inbox.ways')}{' '}
                {alternatives
                  .map((each) =>
                    t('bookings.alternative.line', {
                      kind: t(`bookings.alternative.${each.kind}`),
                      place: each.resources
                        .map(({ resourceId }) => catalogue.placeName(resourceId))
                        .join(t('refusals.listJoin')),
                      time: range(each.start, each.end, zone, language, today),
                    }),
                  )
                  .join(t('refusals.sentenceJoin'))}
              </p>
            )}
          </div>
        )}
      </div>
      {asking === null ? (
        <div className="request-decide">
          <span data-act="approve">
            <Button
              kind={first ? 'primary' : 'default'}
              icon="check"
              keys="A"
              pending={approve.pending}
              label={`${t('life.inbox.approve')} ${what}`}
              disabledReason={standing.length > 0 ? t('life.inbox.cannot') : null}
              onClick={() => void send('approve', '')}
            >
              {t('life.inbox.approve')}
            </Button>
          </span>
          <span data-act="reject">
            <Button keys="R" label={`${t('life.inbox.reject')} ${what}`} onClick={() => setAsking('reject')}>
              {t('life.inbox.reject')}
            </Button>
          </span>
          <Button kind="quiet" size="small" onClick={() => setAsking('approve')}>
            {t('life.inbox.comment')}
          </Button>
        </div>
      ) : (
        <div className="request-decide request-reason">
          <ReasonBox
            label={asking === 'reject' ? t('bookings.action.rejectComment') : t('life.inbox.comment')}
            {...(asking === 'reject' ? { hint: t('bookings.action.rejectCommentHint') } : {})}
            required={asking === 'reject'}
            send={t(`life.inbox.${asking}`)}
            back={t('common.back')}
            pending={approve.pending || reject.pending}
            onSend={(comment) => void send(asking, comment)}
            onBack={() => setAsking(null)}
          />
        </div>
      )}
    </li>
  )
}
