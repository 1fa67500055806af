import type { Booking } from '../../../../shared/operations/bookings.ts'
import type { Team } from '../../../../shared/operations/people.ts'
import type { Resource } from '../../../../shared/operations/resources.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Outcome } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/scheduling/time.ts'
import type { ResourceKind } from '../../../../shared/operations/fields.ts'

/** What a file's row asks for, in the core's terms. */
export type ImportedBooking = {
  start: Instant
  end: Instant
  places: { resourceId: string; quantity: number }[]
  title: string
  note: string
  teamId: string | null
  occupantName: string
  headCount: number | null
  sourceUid: string | null
}

/**
 * What the core lends for an import, all inside one transaction: the ordinary stores, triggers and journal. `book` and `change` judge
 * only what no history may break: the place exists and is bookable, and no two bookings share it. Times in the past, off the step or
 * outside the hours are facts of the file and not asked about.
 */
export type ImportDoor = {
  now: Instant
  resources: () => readonly Resource[]
  teams: () => readonly Team[]
  bySource: (sourceUid: string) => readonly Booking[]
  byId: (id: string) => Booking | null
  /** Bookings that stand at one of the places in exactly this time. */
  exactly: (resourceIds: readonly string[], start: Instant, end: Instant) => readonly Booking[]
  makePlace: (place: { code: string; name: string; kind: ResourceKind }) => Outcome<Resource>
  /** Takes a booking out of its places for the moment, so that two can change places. */
  lift: (booking: Booking) => void
  book: (wanted: ImportedBooking) => Outcome<Booking>
  change: (booking: Booking, wanted: ImportedBooking) => Outcome<Booking>
  cancel: (booking: Booking) => Outcome<Booking>
}

export type RowRefusal = Extract<Refusal, { code: 'rowRefused' }>
