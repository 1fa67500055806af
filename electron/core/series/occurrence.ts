import type { SeriesDate } from '../../../shared/operations/series.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Context } from '../context.ts'
import { saveDate } from './facts.ts'

const over: readonly StoredBooking['status'][] = ['cancelled', 'rejected']
/** From the check-in on a booking's time says how it went, not what was wished. */
const running: readonly StoredBooking['status'][] = ['inUse', 'completed', 'noShow']

/**
 * A person did something to one booking of a series by itself: its date is from then on that person's own, and no edit of the series touches it (BK-08).
 * What a series does to its own dates it writes itself.
 */
export function noteOccurrence(context: Context, was: StoredBooking, booking: StoredBooking): void {
  if (was.series === undefined || context.operation.startsWith('series.')) return
  const row = context.stores.series.date(was.series.id, was.series.date)
  if (row === null || row.bookingId !== booking.id) return
  const next = ownState(row, was, booking)
  if (next !== null) saveDate(context, row, { ...row, ...next, own: true })
}

function ownState(
  row: SeriesDate,
  was: StoredBooking,
  booking: StoredBooking,
): Pick<SeriesDate, 'state' | 'why' | 'day'> | null {
  if (over.includes(booking.status) && !over.includes(was.status))
    return { state: 'cancelled', why: 'person', day: null }
  if (running.includes(booking.status) || over.includes(booking.status)) return null
  const same = (Object.keys(wishes(was)) as (keyof ReturnType<typeof wishes>)[]).every(
    (name) => JSON.stringify(wishes(was)[name]) === JSON.stringify(wishes(booking)[name]),
  )
  return same ? null : { state: 'changed', why: row.why, day: row.day }
}

function wishes(booking: StoredBooking) {
  const { start, end, resources, title, teamId, projectId, occupantId, occupantName } = booking
  const { headCount, confidential, serviceKind, note } = booking
  return {
    start,
    end,
    resources: resources.map(({ resourceId, quantity, offset }) => ({ resourceId, quantity, offset })),
    title,
    teamId,
    projectId,
    occupantId,
    occupantName,
    headCount,
    confidential,
    serviceKind,
    note,
  }
}
