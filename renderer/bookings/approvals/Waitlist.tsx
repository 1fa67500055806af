import type { WaitEntry } from '../../../shared/operations/waitlist.ts'
import { isExact } from '../../../shared/scheduling/waitlist.ts'
import { range } from '../../../shared/text/format.ts'
import { useToday } from '../../api/now.ts'
import { usePerson, useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { openDrawer } from '../../ui/drawers.ts'
import type { Catalogue } from '../useCatalogue.ts'
import { lengthText, momentText } from '../words.ts'

/** Who waits, in order of the queue; one's own offers first, to be answered here. */
export function Waitlist({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useText()
  const person = usePerson()
  const entries = useRead('waitlist.list', {}).value?.entries
  const mine = (each: WaitEntry) => each.status === 'offered' && each.personId === person?.id
  const sorted = entries?.toSorted((one, other) => Number(mine(other)) - Number(mine(one)))
  return (
    <section className="approvals-part" aria-label={t('life.wait.heading')}>
      <header className="approvals-head">
        <h2 className="section-title">{t('life.wait.heading')}</h2>
      </header>
      {sorted === undefined ? null : sorted.length === 0 ? (
        <EmptyState icon="hourglass" title={t('life.wait.none')} hint={t('life.wait.noneHint')} />
      ) : (
        <ul className="request-list">
          {sorted.map((entry) => (
            <WaitCard key={entry.id} entry={entry} own={mine(entry)} catalogue={catalogue} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WaitCard({ entry, own, catalogue }: { entry: WaitEntry; own: boolean; catalogue: Catalogue }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const person = usePerson()
  const accept = useWrite('waitlist.accept')
  const decline = useWrite('waitlist.decline')
  const withdraw = useWrite('waitlist.withdraw')
  const { id, title, any, offer } = entry
  const staff = person?.role !== 'member' && person?.role !== 'teamLead' && person?.role !== 'auditor'
  const answers = own || staff || entry.personId === person?.id
  const where =
    any === null
      ? entry.resources.map(({ resourceId }) => catalogue.placeName(resourceId)).join(t('refusals.listJoin'))
      : [
          t('life.wait.anyOf', {
            kinds: any.kinds.map((kind) => t(`refusals.kinds.${kind}`)).join(t('refusals.listOr')),
          }),
          ...(any.seats === null ? [] : [t('life.wait.seats', { count: any.seats })]),
        ].join(' ')
  const span = range(entry.from, entry.until, zone, language, today)
  const length = lengthText(entry.minutes, t, language)
  return (
    <li className={own ? 'request-card request-own' : 'request-card'}>
      <div className="request-facts">
        <p>
          <b>{entry.hidden ? t('life.wait.someone') : title}</b>{' '}
          <Chip icon="hourglass" {...(offer === null ? {} : { tone: 'warn' as const })}>
            {offer === null
              ? t('life.wait.position', { position: entry.position })
              : own
                ? t('life.wait.offers')
                : t(`life.wait.statuses.${entry.status}`)}
          </Chip>
        </p>
        <p>
          {where} · {isExact(entry) ? span : t('life.wait.within', { range: span, length })}
        </p>
        <p className="small secondary">
          {[catalogue.person(entry.personId)?.name, catalogue.team(entry.teamId)?.shortName]
            .filter((each) => each !== undefined)
            .join(' · ')}
        </p>
        {offer === null ? null : (
          <p className="small request-also">
            {t('life.wait.answerBy', { time: momentText(offer.until, zone, language, today) })}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => openDrawer({ drawer: 'booking', id: offer.bookingId })}
            >
              {t('bookings.refusal.seeBooking')}
            </button>
          </p>
        )}
      </div>
      {!answers ? null : (
        <div className="request-decide">
          {offer === null ? (
            <Button
              pending={withdraw.pending}
              label={`${t('life.wait.withdraw')} ${title}`}
              onClick={() => void withdraw.run({ id }, { said: t('life.wait.said.withdrawn', { title }) })}
            >
              {t('life.wait.withdraw')}
            </Button>
          ) : (
            <>
              <Button
                kind={own ? 'primary' : 'default'}
                icon="check"
                pending={accept.pending}
                label={`${t('life.wait.accept')} ${title}`}
                onClick={() => void accept.run({ id }, { said: t('life.wait.said.accepted', { title }) })}
              >
                {t('life.wait.accept')}
              </Button>
              <Button
                pending={decline.pending}
                label={`${t('life.wait.decline')} ${title}`}
                onClick={() => void decline.run({ id }, { said: t('life.wait.said.declined', { title }) })}
              >
                {t('life.wait.decline')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
