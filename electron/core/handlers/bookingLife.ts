import type { BookingStatus } from '../../../shared/operations/fields.ts'
import type { Refusal, RuleCode } from '../../../shared/refusals.ts'
import { refuse } from '../../../shared/result.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import { findForChange } from '../bookings/rights.ts'
import { situationFor } from '../bookings/situation.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context, Handlers } from '../context.ts'
import { shown, wrongStatus } from './bookingWrites.ts'

type Guard = { id: string; expectedVersion?: number | undefined }

/** The booking when it is there, may be changed and has one of the statuses. */
export function standing(context: Context, guard: Guard, needs: readonly BookingStatus[]) {
  const found = findForChange(context, guard)
  if ('refusal' in found) return found
  return needs.includes(found.booking.status) ? found : { refusal: wrongStatus(found.booking, needs) }
}

/** When check-in opens: the earliest of the booking's places (CI-01). */
function checkInOpens(context: Context, booking: StoredBooking): number {
  const { places, policies } = { places: context.memory.places(), policies: context.memory.policies() }
  const before = booking.resources.map(({ resourceId }) => {
    const resource = places.resources.get(resourceId)
    return resource ? knob(resource, policies, 'checkInBefore').value : 0
  })
  return booking.start - Math.max(0, ...before) * MINUTE
}

/** What may have changed since a booking was asked for; notice, horizon and lengths were settled then. */
const changeable: readonly RuleCode[] = [
  'overlaps',
  'noUnitsLeft',
  'outage',
  'notBookable',
  'closedDay',
  'outsideHours',
]

/** Judges a request again at the moment of its approval (CF-03): its own place is held, but outages, states and the calendar change. */
export function judgeAgain(context: Context, booking: StoredBooking): Refusal[] {
  const proposal = { ...booking, bookingId: booking.id, waivers: [], was: null }
  return judge(proposal, situationFor(context, booking.id, booking.projectId)).refusals.filter(
    ({ code, resourceId }) =>
      changeable.includes(code) &&
      !booking.waivers.some((waiver) => waiver.rule === code && waiver.resourceId === resourceId),
  )
}

/** From check-in to the end of a booking, and its approval. */
export const bookingLifeHandlers = {
  'bookings.checkIn'(context, input) {
    const found = standing(context, input, ['confirmed'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    const opens = checkInOpens(context, booking)
    if (context.now < opens || context.now >= booking.end)
      return refuse({ code: 'checkInNotOpen', bookingId: booking.id, opens, closes: booking.end })
    return shown(context, replaceBooking(context, booking, { status: 'inUse', checkedInAt: context.now }))
  },

  'bookings.checkOut'(context, input) {
    const found = standing(context, input, ['inUse'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    // The rest is free at once (BK-17). To the full minute, and never shorter than one: a booking has a length.
    const minute = Math.ceil(context.now / MINUTE) * MINUTE
    const end = Math.min(booking.end, Math.max(minute, booking.start + MINUTE))
    return shown(context, replaceBooking(context, booking, { status: 'completed', checkedOutAt: context.now, end }))
  },

  'bookings.noShow'(context, input) {
    const found = standing(context, input, ['confirmed'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    if (context.now < booking.start)
      return refuse({
        code: 'checkInNotOpen',
        bookingId: booking.id,
        opens: checkInOpens(context, booking),
        closes: booking.end,
      })
    return shown(context, replaceBooking(context, booking, { status: 'noShow', releasedAt: context.now }))
  },

  'bookings.approve'(context, input) {
    const found = standing(context, input, ['pending'])
    if ('refusal' in found) return refuse(found.refusal)
    const { booking } = found
    const stands = judgeAgain(context, booking)
    if (stands.length > 0) return refuse(...stands)
    return shown(
      context,
      replaceBooking(context, booking, {
        status: 'confirmed',
        decidedById: context.actor.personId,
        reason: input.comment,
      }),
    )
  },

  'bookings.reject'(context, input) {
    const found = standing(context, input, ['pending'])
    if ('refusal' in found) return refuse(found.refusal)
    return shown(
      context,
      replaceBooking(context, found.booking, {
        status: 'rejected',
        releasedAt: context.now,
        decidedById: context.actor.personId,
        reason: input.comment,
      }),
    )
  },
} satisfies Partial<Handlers>
