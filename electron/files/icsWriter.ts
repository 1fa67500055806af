import type { Booking } from '../../shared/operations/bookings.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import type { Team } from '../../shared/operations/people.ts'

export type CalendarExport = {
  name: string
  bookings: readonly Booking[]
  resources: ReadonlyMap<string, Resource>
  teams: ReadonlyMap<string, Team>
  /** What stands for the title of a booking whose title the reader may not see. */
  hiddenTitle: string
}

/** Tail of the UIDs we give; an import knows its own bookings by it. */
export const OUR_UID = '@hengtong-booking'

/** The UID under which a booking leaves the house: that of the file it came from, else its own id. */
export function uidOf(booking: Booking): string {
  return booking.sourceUid ?? `${booking.id}${OUR_UID}`
}

/** A calendar (RFC 5545) of bookings that hold their place: times in UTC, stable UID, SEQUENCE counting the changes. */
export function icsText({ name, bookings, resources, teams, hiddenTitle }: CalendarExport): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hengtong Booking//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escape(name)}`,
  ]
  for (const booking of bookings) {
    const places = booking.resources.map(({ resourceId, quantity }) => {
      const resource = resources.get(resourceId)
      const units = quantity > 1 ? ` ×${quantity}` : ''
      return { name: `${resource?.name ?? resourceId}${units}`, code: `${resource?.code ?? resourceId}${units}` }
    })
    const team = booking.teamId === null ? undefined : teams.get(booking.teamId)
    lines.push(
      'BEGIN:VEVENT',
      `UID:${escape(uidOf(booking))}`,
      `SEQUENCE:${booking.version - 1}`,
      `DTSTAMP:${utc(booking.updatedAt)}`,
      `DTSTART:${utc(booking.start)}`,
      `DTEND:${utc(booking.end)}`,
      `SUMMARY:${escape(booking.title || hiddenTitle)}`,
      `LOCATION:${escape(places.map((place) => place.name).join('; '))}`,
      `RESOURCES;X-CODES=1:${places.map((place) => escape(place.code)).join(',')}`,
      `STATUS:${booking.status === 'tentative' || booking.status === 'pending' ? 'TENTATIVE' : 'CONFIRMED'}`,
    )
    if (booking.note !== '') lines.push(`DESCRIPTION:${escape(booking.note)}`)
    if (booking.confidential) lines.push('CLASS:PRIVATE')
    if (team) lines.push(`X-HENGTONG-TEAM:${escape(team.name)}`)
    if (booking.headCount !== null) lines.push(`X-HENGTONG-HEADCOUNT:${booking.headCount}`)
    lines.push('END:VEVENT')
  }
  lines.push('END:VCALENDAR')
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

function escape(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
}

/** Folds at 75 octets without cutting a character (§3.1). */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line
  let folded = ''
  let width = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (width + size > 74) {
      folded += '\r\n '
      width = 1
    }
    folded += character
    width += size
  }
  return folded
}
