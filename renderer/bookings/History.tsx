import type { Booking } from '../../shared/operations/bookings.ts'
import { useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { useText } from '../ui/text.ts'
import { differences, stepName } from './historyWords.ts'
import type { Catalogue } from './useCatalogue.ts'
import { momentText } from './words.ts'

/** Who did what, when, before → after (AU-01), the newest first. */
export function History({ booking, catalogue }: { booking: Booking; catalogue: Catalogue }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const read = useRead('bookings.history', { id: booking.id })
  const teller = { t, language, zone, today, catalogue }
  return (
    <section className="booking-history" aria-label={t('bookings.history.heading')}>
      <h3 className="section-title">{t('bookings.history.heading')}</h3>
      {read.value === undefined ? (
        read.failure === null ? (
          <SkeletonRows rows={3} />
        ) : (
          <ErrorPanel what={t('bookings.history.heading')} onRetry={read.retry} />
        )
      ) : read.value.entries.length === 0 ? (
        <p className="secondary small">{t('bookings.history.empty')}</p>
      ) : (
        <ol>
          {read.value.entries.toReversed().map((entry) => {
            const changed = differences(entry, teller)
            const wordsOnly = changed.length === 0 && entry.before !== null && entry.after !== null
            return (
              <li key={entry.seq}>
                <p className="booking-step">
                  <b>{stepName(entry, t)}</b>
                  <span>{catalogue.person(entry.byId)?.name ?? t('bookings.history.byNobody')}</span>
                  <time dateTime={new Date(entry.at).toISOString()}>{momentText(entry.at, zone, language, today)}</time>
                </p>
                {changed.map((each) => (
                  <p key={each.field} className="small secondary">
                    {t('bookings.history.from', each)}
                  </p>
                ))}
                {wordsOnly ? <p className="small secondary">{t('bookings.history.words')}</p> : null}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
