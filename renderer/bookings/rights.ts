import type { Booking } from '../../shared/operations/bookings.ts'
import { operations, type OperationName } from '../../shared/operations/index.ts'
import type { BookingStatus } from '../../shared/operations/fields.ts'
import type { Person } from '../../shared/operations/people.ts'
import { knob } from '../../shared/scheduling/policy.ts'
import { MINUTE, type Instant } from '../../shared/scheduling/time.ts'
import type { Catalogue } from './useCatalogue.ts'

export type Act = 'checkIn' | 'checkOut' | 'noShow' | 'approve' | 'reject' | 'edit' | 'cancel' | 'duplicate'

const acts: Record<Act, { operation: OperationName; statuses: readonly BookingStatus[] | 'any' }> = {
  checkIn: { operation: 'bookings.checkIn', statuses: ['confirmed'] },
  checkOut: { operation: 'bookings.checkOut', statuses: ['inUse'] },
  noShow: { operation: 'bookings.noShow', statuses: ['confirmed'] },
  approve: { operation: 'bookings.approve', statuses: ['pending'] },
  reject: { operation: 'bookings.reject', statuses: ['pending'] },
  edit: { operation: 'bookings.change', statuses: ['tentative', 'pending', 'confirmed', 'inUse'] },
  cancel: { operation: 'bookings.cancel', statuses: ['tentative', 'pending', 'confirmed'] },
  duplicate: { operation: 'bookings.create', statuses: 'any' },
}

/** Whether the status of a booking leaves room for a step; what it does not leave room for is not shown at all. */
export function suits(act: Act, status: BookingStatus): boolean {
  const { statuses } = acts[act]
  return statuses === 'any' || statuses.includes(status)
}

export type Hindrance =
  | { why: 'role'; roles: readonly string[] }
  | { why: 'notYours' }
  | { why: 'opens'; at: Instant }
  | { why: 'starts'; at: Instant }
  | { why: 'over' }

/** When check-in opens: the earliest of the booking's places. */
export function checkInOpens(booking: Booking, catalogue: Pick<Catalogue, 'resource' | 'policies'>): Instant {
  const before = booking.resources.map(({ resourceId }) => {
    const resource = catalogue.resource(resourceId)
    return resource === null ? 0 : knob(resource, catalogue.policies, 'checkInBefore').value
  })
  return booking.start - Math.max(0, ...before) * MINUTE
}

/** Whether a booking is this person's to change: staff any, a team's lead the team's, a member their own (TP-01). */
export function isTheirs(booking: Booking, person: Person): boolean {
  const own = booking.bookerId === person.id || booking.occupantId === person.id
  if (person.role === 'member') return own
  if (person.role === 'teamLead') return own || (booking.teamId !== null && booking.teamId === person.teamId)
  return true
}

/** Why a step that suits the status cannot be taken by this person now; null when it can. The core decides again. */
export function hindrance(
  act: Act,
  booking: Booking,
  {
    person,
    now,
    catalogue,
  }: { person: Person | null; now: Instant; catalogue: Pick<Catalogue, 'resource' | 'policies'> },
): Hindrance | null {
  const { who } = operations[acts[act].operation]
  if (person === null) return { why: 'role', roles: typeof who === 'string' ? [] : who }
  if (typeof who !== 'string' && !who.includes(person.role)) return { why: 'role', roles: who }
  if (act !== 'duplicate' && !isTheirs(booking, person)) return { why: 'notYours' }
  if (act === 'checkIn') {
    if (now >= booking.end) return { why: 'over' }
    const opens = checkInOpens(booking, catalogue)
    if (now < opens) return { why: 'opens', at: opens }
  }
  if (act === 'noShow' && now < booking.start) return { why: 'starts', at: booking.start }
  return null
}
