import { range } from '../../../shared/text/format.ts'
import { useNames } from '../../api/names.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { openDrawer } from '../../ui/drawers.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'

const MOST = 100

/** The bookings that now lie on days off: listed for a decision, not changed. */
export function AffectedBookings({ ids }: { ids: readonly string[] }) {
  const { t } = useText()
  if (ids.length === 0) return <p className="secondary">{t('admin.calendar.import.noneAffected')}</p>
  return (
    <section className="admin-part">
      <header className="admin-part-head">
        <h3 className="section-title">{t('admin.calendar.import.affected', { count: ids.length })}</h3>
      </header>
      <p className="secondary small">{t('admin.calendar.import.affectedHint')}</p>
      <ul className="admin-list">
        {ids.slice(0, MOST).map((id) => (
          <AffectedBooking key={id} id={id} />
        ))}
      </ul>
    </section>
  )
}

/** One of them: number, title, time, place and state; opens it. */
export function AffectedBooking({ id }: { id: string }) {
  const { language } = useText()
  const zone = useZone()
  const names = useNames()
  const { value } = useRead('bookings.one', { id })
  const place = names().resource(value?.resources[0]?.resourceId ?? '')
  return (
    <li>
      <span className="admin-list-name">
        <button type="button" className="link-button admin-cut" onClick={() => openDrawer({ drawer: 'booking', id })}>
          {value === undefined ? id : `${value.no} ${value.title}`}
        </button>
        {value === undefined ? null : (
          <small>
            {range(value.start, value.end, zone, language)}
            {place === null ? '' : `　${place}`}
          </small>
        )}
      </span>
      {value === undefined ? null : <StatusChip status={value.status} />}
    </li>
  )
}
