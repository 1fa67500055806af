import type { Role } from '../../../shared/refusals.ts'
import { DAY, HOUR, MINUTE, type Instant } from '../../../shared/scheduling/time.ts'
import type { Clerk } from './clerk.ts'
import { demoPolicies, type Ledger } from './ledger.ts'
import type { Frame, PlannedBooking, PlannedOutage } from './plan.ts'
import { randomFrom, type Random } from './random.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import { conflictDay } from './specials.ts'
import { personPlans } from './teams.ts'
import { cancelReasons } from './titles.ts'

/** Something that happened in the centre at a moment. Steps are performed in the order of their moments, so the journal reads like a diary. */
export type Step = { at: Instant; run: () => void }

const deskRoles: readonly Role[] = ['frontDesk', 'manager', 'administrator']
const roleOf = new Map<string, Role>(personPlans.map(({ key, role }) => [key, role]))

/** Everything the filling needs to turn plans into steps. */
export type Life = { clerk: Clerk; ledger: Ledger; frame: Frame; now: Instant; seed: number }

/** When a booking is asked for, so that it is before the present and within the horizon; null when nobody could have asked yet. */
export function askedAt(booking: PlannedBooking, { ledger, frame, now }: Life, random: Random): Instant | null {
  if (booking.bookedAt < now) return booking.bookedAt
  const horizon = Math.min(
    ...booking.places.map(({ code }) => knob(ledger.places.resources.get(code)!, demoPolicies, 'horizonDays').value),
  )
  const lately = now - random.whole(5, 5 * 24 * 60) * MINUTE
  if (booking.start - lately < (horizon - 1) * DAY) return lately
  const within = now >= frame.at(frame.from, 0) && now < frame.at(frame.to, 0)
  return within ? null : booking.bookedAt
}

/** The steps in the life of one booking, up to the present. */
export function bookingSteps(booking: PlannedBooking, life: Life, index: number): Step[] {
  const { clerk, now, seed } = life
  const random = randomFrom(seed, `life ${index} ${booking.start}`)
  const asked = askedAt(booking, life, random)
  // The conflict's Saturday is opened just before it is booked; until then there is nothing to book.
  if (asked === null || (booking.tag === 'holidayConflict' && booking.bookedAt > now)) return []
  const at = beforeFault(booking, life, asked)
  const steps: Step[] = []
  const known = { id: '', pending: false }
  const add = (moment: Instant, run: () => void) => {
    if (moment <= now) steps.push({ at: moment, run })
  }
  const fate = booking.start <= now && ['pending', 'tentative'].includes(booking.fate) ? 'kept' : booking.fate
  steps.push({
    at,
    run: () => create(booking, clerk, at, fate === 'tentative' ? holdUntil(booking, Math.max(at, now)) : null, known),
  })
  if (fate === 'pending') return steps
  const decided = Math.min(at + random.whole(20, 300) * MINUTE, (at + booking.start) / 2, Math.max(at, now))
  if (fate === 'rejected') {
    add(decided, () =>
      clerk.perform('bookings.reject', { id: known.id, comment: '样品未提供安全数据表，补齐后可再约' }, 'ou', decided),
    )
    return steps
  }
  // A hold is firm enough; nobody decides on it before it lapses.
  if (fate !== 'tentative')
    steps.push({
      at: decided,
      run: () => {
        if (known.pending) clerk.perform('bookings.approve', { id: known.id }, 'ou', decided)
      },
    })
  if (fate === 'cancelled') {
    const cancelled = decided + (booking.start - decided) * (0.2 + 0.7 * random.next())
    const whole = Math.floor(cancelled / MINUTE) * MINUTE
    add(Math.max(decided, whole), () =>
      clerk.perform('bookings.cancel', { id: known.id, reason: random.pick(cancelReasons) }, by(booking), whole),
    )
  }
  if (fate === 'noShow') {
    const seen = booking.start + random.whole(16, 20) * MINUTE
    add(seen, () => clerk.perform('bookings.noShow', { id: known.id }, 'shan', seen))
  }
  if (fate === 'kept') {
    const came = booking.start + booking.cameAfter * MINUTE
    const left = booking.end + booking.leftAfter * MINUTE
    add(came, () => clerk.perform('bookings.checkIn', { id: known.id }, 'shan', came))
    add(left, () => clerk.perform('bookings.checkOut', { id: known.id }, 'shan', left))
  }
  return steps
}

/** Nobody books a machine that is down: what would have been asked for while it was, was asked for before. */
function beforeFault(booking: PlannedBooking, { ledger, now }: Life, asked: Instant): Instant {
  let at = asked
  for (const fault of ledger.outages) {
    const meant = booking.places.some(({ code }) => code === fault.code)
    if (fault.kind === 'fault' && meant && fault.start <= now && fault.start <= at && at < fault.end)
      at = fault.start - 2 * HOUR
  }
  return at
}

function by(booking: PlannedBooking): string {
  return booking.waivers.length > 0 ? booking.booker : 'shan'
}

function holdUntil(booking: PlannedBooking, from: Instant): Instant {
  return Math.min(booking.start - HOUR, Math.ceil(from / HOUR) * HOUR + DAY)
}

function create(
  booking: PlannedBooking,
  clerk: Clerk,
  at: Instant,
  hold: Instant | null,
  known: { id: string; pending: boolean },
): void {
  const { ids } = clerk
  const role = roleOf.get(booking.booker)!
  const made = clerk.perform(
    'bookings.create',
    {
      resources: booking.places.map(({ code, quantity }) => ({ resourceId: ids.resources.get(code)!, quantity })),
      start: booking.start,
      end: booking.end,
      title: booking.title,
      teamId: ids.teams.get(booking.team)!,
      projectId: booking.projectNo === null ? null : ids.projects.get(booking.projectNo)!,
      occupantId: booking.occupant === null ? null : ids.people.get(booking.occupant)!,
      occupantName: booking.occupantName,
      headCount: booking.headCount,
      confidential: booking.confidential,
      serviceKind: booking.serviceKind,
      note: booking.note,
      holdUntil: hold,
      waivers: deskRoles.includes(role)
        ? booking.waivers.map(({ rule, code, reason }) => ({ rule, resourceId: ids.resources.get(code)!, reason }))
        : [],
    },
    booking.booker,
    at,
  )
  known.id = made.id
  known.pending = made.status === 'pending'
}

/** An outage is entered when it is known; a fault takes its machine down until it works again. */
export function outageSteps(outage: PlannedOutage, { clerk, now }: Life): Step[] {
  const { code, kind, reason, start, end } = outage
  const resourceId = () => clerk.ids.resources.get(code)!
  if (kind !== 'fault')
    return [
      {
        at: Math.min(outage.knownAt, now),
        run: () =>
          void clerk.perform(
            'outages.add',
            { resourceId: resourceId(), kind, reason, start, end },
            'ou',
            Math.min(outage.knownAt, now),
          ),
      },
    ]
  const state = (up: boolean, at: Instant) =>
    void clerk.perform(
      'resources.setState',
      { id: resourceId(), state: up ? 'up' : 'down', reason: up ? '' : reason },
      'ou',
      at,
    )
  let id = ''
  const steps: Step[] = [
    {
      at: start,
      run: () => {
        const input = { resourceId: resourceId(), kind, reason, start, end, onConflict: 'around' as const }
        id = clerk.perform('outages.add', input, 'ou', start).id
        state(false, start)
      },
    },
    {
      at: end - MINUTE,
      run: () => {
        clerk.perform('outages.end', { id, reason: '已修复' }, 'ou', end - MINUTE)
        state(true, end - MINUTE)
      },
    },
  ]
  return steps.filter(({ at }) => at <= now)
}

/** The Saturday that was opened for an event and taken back: what was booked there waits for a decision. Both happened a good while before. */
export function conflictSteps({ clerk, frame, ledger, now }: Life): Step[] {
  const booking = ledger.bookings.find(({ tag }) => tag === 'holidayConflict')
  if (!booking || booking.bookedAt > now) return []
  const date = frame.day(conflictDay)
  const opened = booking.bookedAt - DAY
  const closed = booking.start - 15 * DAY
  const set = (kind: 'workday' | 'rest', name: string, nameEn: string, at: Instant): Step => ({
    at,
    run: () =>
      void clerk.perform('calendar.setDay', { day: { date, kind, name, nameEn, note: '虚构示例' } }, 'zeng', at),
  })
  return [
    set('workday', '客户开放日', 'Customer open day', opened),
    set('rest', '园区停电检修', 'Electrical work in the park', closed),
  ].filter(({ at }) => at <= now)
}
