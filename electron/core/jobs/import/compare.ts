import type { Booking } from '../../../../shared/operations/bookings.ts'
import { occupyingStatuses } from '../../../../shared/operations/fields.ts'
import type { ForeignRow } from '../../../files/foreignRow.ts'

/** A row of a file with its places and team found. `teamId` undefined: the file does not say. */
export type FoundRow = {
  row: ForeignRow
  places: { resourceId: string; quantity: number }[]
  teamId: string | undefined
}

/** The note of a booking made from a row: its category, then its text. */
export function noteOf(row: ForeignRow): string {
  return [row.category, row.note].filter(Boolean).join('\n').slice(0, 2000)
}

/** Whether a booking holds its place. */
export function occupies(booking: Booking): boolean {
  return (occupyingStatuses as readonly string[]).includes(booking.status)
}

/** Whether a booking stands where and when a row says. */
export function samePlaceAndTime(booking: Booking, { row, places }: FoundRow): boolean {
  if (booking.start !== row.start || booking.end !== row.end || booking.resources.length !== places.length) return false
  return places.every((place) =>
    booking.resources.some((each) => each.resourceId === place.resourceId && each.quantity === place.quantity),
  )
}

/** Whether a booking already says everything that the row says. What the row leaves blank is not compared. */
export function saysTheSame(booking: Booking, found: FoundRow): boolean {
  const { row, teamId } = found
  const note = noteOf(row)
  return (
    samePlaceAndTime(booking, found) &&
    booking.title === row.title &&
    (note === '' || booking.note === note) &&
    (row.headCount === null || booking.headCount === row.headCount) &&
    (teamId === undefined || booking.teamId === teamId)
  )
}
