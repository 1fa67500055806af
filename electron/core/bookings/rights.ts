import type { Refusal } from '../../../shared/refusals.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Context } from '../context.ts'
import { isOwn, type Viewer } from './present.ts'

/** Who looks or acts, with their team. */
export function viewerOf({ actor, stores }: Context): Viewer {
  const person = actor.personId === null ? null : stores.people.person(actor.personId)
  return { ...actor, teamId: person?.teamId ?? null }
}

/** Whether the actor may change this booking: staff any, a team's lead the team's, a member what they booked or will use (TP-01). */
export function mayChange(context: Context, booking: StoredBooking): Refusal | null {
  const viewer = viewerOf(context)
  if (viewer.role === 'member') {
    const mine = booking.bookerId === viewer.personId || booking.occupantId === viewer.personId
    return mine ? null : { code: 'notYours', what: 'booking', id: booking.id }
  }
  if (viewer.role === 'teamLead' && !isOwn(booking, viewer))
    return { code: 'notYours', what: 'booking', id: booking.id }
  return null
}

/** The booking an operation names, when it is there, the actor may change it and nobody changed it meanwhile. */
export function findForChange(
  context: Context,
  { id, expectedVersion }: { id: string; expectedVersion?: number | undefined },
): { booking: StoredBooking } | { refusal: Refusal } {
  const booking = context.stores.bookings.byId(id)
  if (booking === null) return { refusal: { code: 'notFound', what: 'booking', id } }
  const right = mayChange(context, booking)
  if (right !== null) return { refusal: right }
  if (expectedVersion !== undefined && expectedVersion !== booking.version)
    return { refusal: { code: 'changedMeanwhile', what: 'booking', id, version: booking.version } }
  return { booking }
}
