import type { BookedResource } from '../../../shared/operations/bookings.ts'
import type { BookingStatus } from '../../../shared/operations/fields.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Facts } from '../context.ts'

/** What the journal keeps of a booking: ids, times and figures. Words are looked up by `version` while they still exist. */
export type BookingFacts = {
  version: number
  no: string
  status: BookingStatus
  start: number
  end: number
  resources: BookedResource[]
  teamId: string | null
  projectId: string | null
  bookerId: string
  occupantId: string | null
  headCount: number | null
  confidential: boolean
  serviceKind: StoredBooking['serviceKind']
  series?: StoredBooking['series']
  checkedInAt: number | null
  checkedOutAt: number | null
  releasedAt: number | null
  holdUntil: number | null
  decidedById: string | null
  waivers: { rule: string; resourceId: string; byId: string; at: number }[]
}

/** A booking as the journal keeps it. */
export function factsOf(booking: StoredBooking): Facts & BookingFacts {
  return {
    version: booking.version,
    no: booking.no,
    status: booking.status,
    start: booking.start,
    end: booking.end,
    resources: booking.resources,
    teamId: booking.teamId,
    projectId: booking.projectId,
    bookerId: booking.bookerId,
    occupantId: booking.occupantId,
    headCount: booking.headCount,
    confidential: booking.confidential,
    serviceKind: booking.serviceKind,
    ...(booking.series === undefined ? {} : { series: booking.series }),
    checkedInAt: booking.checkedInAt,
    checkedOutAt: booking.checkedOutAt,
    releasedAt: booking.releasedAt,
    holdUntil: booking.holdUntil,
    decidedById: booking.decidedById,
    waivers: booking.waivers.map(({ rule, resourceId, byId, at }) => ({ rule, resourceId, byId, at })),
  }
}
