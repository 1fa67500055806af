import type { Booking } from '../../shared/operations/bookings.ts'
import type { Team } from '../../shared/operations/people.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import type { Column, Format } from './columns.ts'
import { uidOf } from './icsWriter.ts'
import type { Words } from './words.ts'

/** What a register of bookings looks up. People are left out: exports carry no personal data unless asked (R-71). */
export type Register = {
  zone: string
  resources: ReadonlyMap<string, Resource>
  teams: ReadonlyMap<string, Team>
}

/** `2026-11-24 09:00` on the centre's wall. */
export function wallText(instant: number, zone: string): string {
  const { date, minute } = toWall(instant, zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The columns of a register; `printed` leaves out what only a second import needs. */
export function bookingColumns(register: Register, words: Words, printed: boolean): Column<Booking>[] {
  const column = (title: string, format: Format, width: number, value: Column<Booking>['value']): Column<Booking> => ({
    group: null,
    title,
    format,
    width,
    value,
  })
  const place = (booking: Booking, by: 'code' | 'name') =>
    booking.resources
      .map(({ resourceId, quantity }) => {
        const resource = register.resources.get(resourceId)
        return `${resource?.[by] ?? resourceId}${quantity > 1 ? ` ×${quantity}` : ''}`
      })
      .join('; ')
  const team = (booking: Booking) => (booking.teamId === null ? '' : (register.teams.get(booking.teamId)?.name ?? ''))
  const common = [
    column(words.start, 'text', 18, (booking) => wallText(booking.start, register.zone)),
    column(words.end, 'text', 18, (booking) => wallText(booking.end, register.zone)),
    column(words.hours, 'hours', 12, (booking) => Math.round((booking.end - booking.start) / 36) / 100_000),
    column(words.title, 'text', 34, (booking) => booking.title || words.hidden),
    column(words.team, 'text', 24, team),
    column(words.headCount, 'whole', 8, (booking) => booking.headCount),
    column(words.status, 'text', 10, (booking) => words.statuses[booking.status]),
  ]
  if (printed) {
    return [
      column(words.number, 'whole', 6, (_, index) => index + 1),
      column(words.bookingNo, 'text', 14, (booking) => booking.no),
      column(words.places, 'text', 24, (booking) => place(booking, 'name')),
      ...common,
    ]
  }
  return [
    column(words.uid, 'text', 30, (booking) => uidOf(booking)),
    column(words.bookingNo, 'text', 14, (booking) => booking.no),
    column(words.places, 'text', 16, (booking) => place(booking, 'code')),
    ...common,
    column(words.note, 'text', 40, (booking) => booking.note),
  ]
}
