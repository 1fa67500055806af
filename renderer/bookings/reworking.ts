import type { Booking } from '../../shared/operations/bookings.ts'
import { addDays } from '../../shared/scheduling/civil.ts'
import { DAY, type Instant } from '../../shared/scheduling/time.ts'
import { toInstant, toWall } from '../../shared/scheduling/zone.ts'
import type { BookingDraft } from '../ui/drawers.ts'
import type { BookingForm } from './form.ts'

const WEEK = 7 * DAY

/** A booking as the start of another one (BK-13): the same in everything, at the same hour some full weeks later. */
export function duplicateOf(booking: Booking, now: Instant, zone: string): BookingDraft {
  const weeks = booking.start > now ? 1 : Math.floor((now - booking.start) / WEEK) + 1
  // By the wall clock, so that the hour stays through a change of the clock.
  const later = (instant: Instant) => {
    const wall = toWall(instant, zone)
    return toInstant({ date: addDays(wall.date, 7 * weeks), minute: wall.minute }, zone)
  }
  return {
    resources: booking.resources.map(({ before: _before, after: _after, ...place }) => place),
    start: later(booking.start),
    end: later(booking.end),
    title: booking.title,
    teamId: booking.teamId,
    projectId: booking.projectId,
    occupantId: booking.occupantId,
    occupantName: booking.occupantName,
    headCount: booking.headCount,
    confidential: booking.confidential,
    serviceKind: booking.serviceKind,
    note: booking.note,
  }
}

/**
 * Lays the newest state of a booking under what was typed: a field that the person changed stays, every other one becomes what it is now.
 * `base` is the state that editing began with.
 */
export function rebase(form: BookingForm, base: BookingForm, newest: BookingForm): BookingForm {
  const fields = Object.keys(form) as (keyof BookingForm)[]
  const touched = fields.filter((field) => JSON.stringify(form[field]) !== JSON.stringify(base[field]))
  return { ...newest, ...Object.fromEntries(touched.map((field) => [field, form[field]])) }
}

/** Fields in which two states of a booking differ, in the order of the form. */
export function differing(one: BookingForm, other: BookingForm): (keyof BookingForm)[] {
  const fields = Object.keys(one) as (keyof BookingForm)[]
  return fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}
