import type { ReactNode } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { RuleCode } from '../../shared/refusals.ts'
import { placeTime } from '../../shared/scheduling/leaves.ts'
import { MINUTE, type Interval } from '../../shared/scheduling/time.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { range } from '../../shared/text/format.ts'
import { ruleTitle } from '../../shared/text/explain.ts'
import { useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { TeamSquare } from '../ui/SelectWho.tsx'
import { useText } from '../ui/text.ts'
import type { Catalogue } from './useCatalogue.ts'
import { lengthText, minutesOf, momentText, whenLong } from './words.ts'

/** What a booking is, as a list of facts. Only those that it has. */
export function BookingFacts({ booking, catalogue }: { booking: Booking; catalogue: Catalogue }) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const { hidden } = booking
  const at = (instant: number) => momentText(instant, zone, language, today)
  const personName = (id: string) => catalogue.person(id)?.name ?? t('bookings.view.gone')
  const team = catalogue.team(booking.teamId)
  const project = catalogue.project(booking.projectId)
  const decided = booking.status === 'rejected' || booking.decidedById !== null
  return (
    <dl className="booking-facts">
      <Fact name={t('bookings.view.when')}>
        <b>{whenLong(booking.start, booking.end, zone, language)}</b>
        <span className="secondary">{lengthText(minutesOf(booking.start, booking.end), t, language)}</span>
      </Fact>
      <Fact name={t('bookings.view.place')}>
        {booking.resources.map((each) => (
          <span key={each.resourceId} className="booking-fact-line">
            <span>
              {each.quantity === 1
                ? catalogue.placeName(each.resourceId)
                : t('bookings.view.quantity', { place: catalogue.placeName(each.resourceId), count: each.quantity })}
            </span>
            {each.offset === undefined ? null : (
              <span className="secondary">
                {range(
                  placeTime(booking, each).start,
                  placeTime(booking, each).end,
                  zone,
                  language,
                  dateOf(booking.start, zone),
                )}
              </span>
            )}
            <Around time={placeTime(booking, each)} before={each.before} after={each.after} />
          </span>
        ))}
      </Fact>
      {team === null ? null : (
        <Fact name={t('bookings.view.team')}>
          <span>
            <TeamSquare colour={team.colour} />
            {team.name}
          </span>
        </Fact>
      )}
      {hidden ? null : (
        <>
          {booking.occupantName !== '' ? (
            <Fact name={t('bookings.view.who')}>
              {booking.occupantName}
              <span className="secondary">{t('bookings.view.visitorMark')}</span>
            </Fact>
          ) : booking.occupantId !== null ? (
            <Fact name={t('bookings.view.who')}>{personName(booking.occupantId)}</Fact>
          ) : null}
          <Fact name={t('bookings.view.booker')}>
            {personName(booking.bookerId)}
            <span className="secondary">{at(booking.createdAt)}</span>
          </Fact>
        </>
      )}
      {booking.headCount === null ? null : (
        <Fact name={t('bookings.view.people')}>{t('common.people', { count: booking.headCount })}</Fact>
      )}
      {project === null ? null : (
        <Fact name={t('bookings.view.project')}>
          {project.name}
          <span className="secondary">
            {t('bookings.form.projectTerm', { from: project.startOn, until: project.endOn })}
          </span>
        </Fact>
      )}
      {booking.serviceKind === null ? null : (
        <Fact name={t('bookings.view.service')}>{t(`bookings.services.${booking.serviceKind}`)}</Fact>
      )}
      {booking.checkedInAt === null ? null : <Fact name={t('bookings.view.checkedIn')}>{at(booking.checkedInAt)}</Fact>}
      {booking.checkedOutAt === null ? null : (
        <Fact name={t('bookings.view.checkedOut')}>{at(booking.checkedOutAt)}</Fact>
      )}
      {booking.releasedAt === null ? null : <Fact name={t('bookings.view.released')}>{at(booking.releasedAt)}</Fact>}
      {booking.decidedById === null ? null : (
        <Fact name={t('bookings.view.decided')}>{personName(booking.decidedById)}</Fact>
      )}
      {booking.reason === '' ? null : (
        <Fact name={t(decided ? 'bookings.view.comment' : 'bookings.view.reason')}>{booking.reason}</Fact>
      )}
      {booking.waivers.length === 0 ? null : (
        <Fact name={t('bookings.view.waivers')}>
          {booking.waivers.map((each) => (
            <span key={`${each.rule} ${each.resourceId}`} className="booking-fact-line">
              <span>
                {t('bookings.view.waiver', {
                  rule: ruleTitle(each.rule as RuleCode, language) ?? each.rule,
                  place: catalogue.placeName(each.resourceId),
                })}
              </span>
              <span className="secondary">
                {t('bookings.view.waiverBy', { name: personName(each.byId), time: at(each.at), reason: each.reason })}
              </span>
            </span>
          ))}
        </Fact>
      )}
      {booking.note === '' ? null : (
        <Fact name={t('bookings.view.note')}>
          <span className="booking-note">{booking.note}</span>
        </Fact>
      )}
      {hidden ? null : (
        <Fact name={t('bookings.view.source')}>
          {t(booking.sourceUid === null ? 'bookings.view.sourceHere' : 'bookings.view.sourceFile')}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The set-up and strike of a place, and how long it is taken with them. */
function Around({ time, before, after }: { time: Interval; before: number; after: number }) {
  const { t, language } = useText()
  const zone = useZone()
  if (before === 0 && after === 0) return null
  const key = before > 0 && after > 0 ? 'around' : before > 0 ? 'setUp' : 'strike'
  const start = time.start - before * MINUTE
  return (
    <span className="secondary small">
      {t(`bookings.view.${key}`, {
        before: lengthText(before, t, language),
        after: lengthText(after, t, language),
        time: range(start, time.end + after * MINUTE, zone, language, dateOf(start, zone)),
      })}
    </span>
  )
}
