import type { Booking } from '../../../shared/operations/bookings.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { openDrawer } from '../../ui/drawers.ts'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import { actionsFor } from '../model/actions.ts'
import { fullTitleOf, rangeOf, speechFor } from '../model/words.ts'
import { placeName, type World } from '../model/world.ts'

/** How many stand in the bar; the others are counted. */
const MOST = 3

/** The bookings a person here may check in now: the longest awaited first. */
export function toCheckIn(bookings: readonly Booking[], world: World, now: number): Booking[] {
  return bookings
    .filter(
      (each) => each.status === 'confirmed' && actionsFor(each, world, now).some(({ name }) => name === 'checkIn'),
    )
    .toSorted((one, other) => one.start - other.start || (one.no < other.no ? -1 : 1))
}

/** 待签到: who is expected now, one press from checked in. Nothing is drawn when nobody is. */
export function CheckInBar({ bookings, world, now }: { bookings: readonly Booking[]; world: World; now: number }) {
  const zone = useZone()
  const today = useToday()
  const { t, language } = useText()
  const checkIn = useWrite('bookings.checkIn')
  const awaited = toCheckIn(bookings, world, now)
  if (awaited.length === 0) return null
  const speech = speechFor({ t, language, zone, today })
  return (
    <section className="check-in-bar" aria-label={t('life.checkIn.label')}>
      <b>
        <Icon name="clock" size={14} /> {t('life.checkIn.bar')}
      </b>
      <ul>
        {awaited.slice(0, MOST).map((booking) => {
          const title = fullTitleOf(booking, speech)
          const first = world.places.resources.get(booking.resources[0]?.resourceId ?? '')
          const place = first === undefined ? '' : placeName(first, language)
          const late = Math.floor((now - booking.start) / MINUTE)
          const words = t('life.checkIn.one', { title, place, time: rangeOf(booking.start, booking.end, speech) })
          return (
            <li key={booking.id}>
              <button
                type="button"
                className="link-button check-in-what"
                title={words}
                onClick={() => openDrawer({ drawer: 'booking', id: booking.id })}
              >
                {words}
              </button>
              {late > 0 ? <span className="small tertiary">{t('life.checkIn.late', { minutes: late })}</span> : null}
              <Button
                size="small"
                icon="check"
                pending={checkIn.pending}
                label={`${t('board.actions.checkIn')} ${words}`}
                onClick={() =>
                  void checkIn.run(
                    { id: booking.id, expectedVersion: booking.version },
                    { said: t('life.checkIn.done', { title }) },
                  )
                }
              >
                {t('board.actions.checkIn')}
              </Button>
            </li>
          )
        })}
      </ul>
      {awaited.length > MOST ? (
        <span className="small secondary">{t('life.checkIn.more', { count: awaited.length - MOST })}</span>
      ) : null}
    </section>
  )
}
