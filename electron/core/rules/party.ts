import type { Party } from '../../../shared/scheduling/situation.ts'
import type { Context } from '../context.ts'

/**
 * Who a booking is for, as limits count it: its occupant; without one the resident who booked it. What the desk books for a visitor or for a team
 * as such is no person's.
 */
export function partyOf(
  { stores }: Pick<Context, 'stores'>,
  booking: { teamId: string | null; occupantId: string | null; bookerId: string | null },
): Party {
  const { teamId, occupantId, bookerId } = booking
  if (occupantId !== null || bookerId === null) return { teamId, personId: occupantId, occupantId }
  const role = stores.people.person(bookerId)?.role
  return { teamId, personId: role === 'member' || role === 'teamLead' ? bookerId : null, occupantId }
}
