import type { Input } from '../../../shared/operations/index.ts'
import type { OutageKind } from '../../../shared/operations/fields.ts'
import type { RuleCode } from '../../../shared/refusals.ts'
import type { CalendarIndex } from '../../../shared/scheduling/calendar.ts'
import { isWorkday } from '../../../shared/scheduling/calendar.ts'
import { MINUTE, type Instant, type LocalDate, type WallMinute } from '../../../shared/scheduling/time.ts'
import { addDays, daysBetween, mondayOf, toInstant } from '../../../shared/scheduling/zone.ts'
import type { TeamKey } from './teams.ts'

/** What becomes of a booking as the days pass. `pending` and `tentative` hold while it lies ahead; `untouched`: an outage is in its way. */
export type Fate = 'kept' | 'noShow' | 'cancelled' | 'rejected' | 'pending' | 'tentative' | 'untouched'

export type PlannedBooking = {
  places: { code: string; quantity: number }[]
  start: Instant
  end: Instant
  title: string
  team: TeamKey
  /** Key of the person who will use it; null for a visitor. */
  occupant: string | null
  occupantName: string
  booker: string
  headCount: number | null
  confidential: boolean
  serviceKind: Input<'bookings.create'>['serviceKind']
  projectNo: string | null
  note: string
  fate: Fate
  waivers: { rule: RuleCode; code: string; reason: string }[]
  /** When it was asked for, at latest; the filling brings it before the present. */
  bookedAt: Instant
  /** Minutes after the booked start and end at which people came and went. */
  cameAfter: number
  leftAfter: number
  /** Which named case of the demo this is, for the tests; '' for an ordinary booking. */
  tag: string
}

export type PlannedOutage = {
  code: string
  kind: OutageKind
  reason: string
  start: Instant
  end: Instant
  knownAt: Instant
  tag: string
}

/** The first day of the plan as written, and the first day after it (half-open). */
export const planFrom: LocalDate = '2026-09-28'
export const planTo: LocalDate = '2027-01-01'

/** The days a demo covers, and how the written days become its days: whole weeks later or earlier, so that weekdays stay. */
export type Frame = {
  from: LocalDate
  to: LocalDate
  zone: string
  calendar: CalendarIndex
  /** A written day moved by whole weeks. */
  day(written: LocalDate): LocalDate
  /** The same, moved on to the next working day. */
  workday(written: LocalDate): LocalDate
  at(date: LocalDate, minute: WallMinute): Instant
  holds(date: LocalDate): boolean
}

/** Frames the plan on `from`…`to`. */
export function frameOf(from: LocalDate, to: LocalDate, zone: string, calendar: CalendarIndex): Frame {
  const shift = daysBetween(mondayOf(planFrom), mondayOf(from))
  const day = (written: LocalDate) => addDays(written, shift)
  return {
    from,
    to,
    zone,
    calendar,
    day,
    workday(written) {
      let date = day(written)
      for (let tries = 0; tries < 14 && !isWorkday(date, calendar); tries += 1) date = addDays(date, 1)
      return date
    },
    at: (date, minute) => toInstant({ date, minute }, zone),
    holds: (date) => date >= from && date < to,
  }
}

/** A booking with everything ordinary. */
export function plan(
  fields: Pick<PlannedBooking, 'places' | 'start' | 'end' | 'title' | 'team' | 'booker'> & Partial<PlannedBooking>,
): PlannedBooking {
  return {
    occupant: null,
    occupantName: '',
    headCount: null,
    confidential: false,
    serviceKind: null,
    projectNo: null,
    note: '',
    fate: 'kept',
    waivers: [],
    bookedAt: fields.start - 3 * 24 * 60 * MINUTE,
    cameAfter: 0,
    leftAfter: 0,
    tag: '',
    ...fields,
  }
}
