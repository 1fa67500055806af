import type { Booking } from '../../../shared/operations/bookings.ts'
import { MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import type { IconName } from '../../ui/icons.tsx'
import { changeOf, verdictOf } from './verdict.ts'
import { isOpen, mayChange, type World } from './world.ts'

/** What can be done to a booking from its card, its menu or with a key. */
export type Action =
  | { name: 'open' | 'change' | 'checkIn' | 'checkOut' | 'cancel' | 'approve' | 'noShow' }
  | { name: 'extend'; minutes: number; end: Instant }

export const actionIcons: Record<Action['name'], IconName> = {
  open: 'edit',
  change: 'clock',
  checkIn: 'check',
  checkOut: 'flag',
  cancel: 'trash',
  approve: 'stamp',
  noShow: 'ban',
  extend: 'arrowRight',
}

const deciders = ['frontDesk', 'keeper', 'manager', 'administrator']

/**
 * The actions that make sense for a booking at a moment, for the person who looks. Extending is offered only where the rules allow it, judged on what the
 * board holds; the core judges again.
 */
export function actionsFor(booking: Booking, world: World, now: Instant): Action[] {
  if (!mayChange(booking, world.person)) return booking.hidden ? [] : [{ name: 'open' }]
  const actions: Action[] = []
  const first = world.places.resources.get(booking.resources[0]?.resourceId ?? '')
  const minutes = (name: 'checkInBefore' | 'checkInAfter' | 'stepMinutes') =>
    first === undefined ? 15 : knob(first, world.policies, name).value
  const decides = deciders.includes(world.person?.role ?? '')
  if (booking.status === 'pending' && decides) actions.push({ name: 'approve' })
  if (booking.status === 'confirmed' && booking.start - minutes('checkInBefore') * MINUTE <= now && now < booking.end)
    actions.push({ name: 'checkIn' })
  actions.push({ name: isOpen(booking) ? 'change' : 'open' })
  if (booking.status === 'inUse' || booking.status === 'confirmed') {
    const more = Math.max(30, minutes('stepMinutes'))
    const end = booking.end + more * MINUTE
    const proposal = changeOf(booking, booking.resources, { start: booking.start, end })
    const { refusals } = verdictOf(proposal, world, now, { start: booking.start, end: booking.start })
    if (refusals.length === 0) actions.push({ name: 'extend', minutes: more, end })
  }
  if (booking.status === 'inUse') actions.push({ name: 'checkOut' })
  if (booking.status === 'confirmed' && decides && now >= booking.start + minutes('checkInAfter') * MINUTE)
    actions.push({ name: 'noShow' })
  if (['tentative', 'pending', 'confirmed'].includes(booking.status)) actions.push({ name: 'cancel' })
  return actions
}
