import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Role } from '../../../shared/refusals.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Actor } from '../context.ts'

/** Staff who see every booking whole; a confidential one only the first three. */
const seeAll: readonly (Role | null)[] = ['frontDesk', 'manager', 'administrator', 'keeper', 'auditor']
const seeConfidential: readonly (Role | null)[] = ['frontDesk', 'manager', 'administrator']

/** Who looks: their team decides what they may see. */
export type Viewer = Actor & { teamId: string | null }

/** True when the booking is the viewer's own or their team's. */
export function isOwn(booking: StoredBooking, viewer: Viewer): boolean {
  if (viewer.personId === null) return false
  if (booking.bookerId === viewer.personId || booking.occupantId === viewer.personId) return true
  return viewer.teamId !== null && booking.teamId === viewer.teamId
}

/**
 * A booking as the viewer may see it. Residents see other teams' bookings only as taken time (UI-09, reliability.md §8); a confidential one is shown
 * whole only to its own people and the desk.
 */
export function present(booking: StoredBooking, viewer: Viewer): Booking {
  const open = booking.confidential ? seeConfidential : seeAll
  if (open.includes(viewer.role) || isOwn(booking, viewer)) return { ...booking, hidden: false }
  return {
    ...booking,
    no: '',
    title: '',
    teamId: null,
    projectId: null,
    bookerId: 'hidden',
    occupantId: null,
    occupantName: '',
    headCount: null,
    serviceKind: null,
    note: '',
    sourceUid: null,
    waivers: [],
    reason: '',
    decidedById: null,
    hidden: true,
  }
}
