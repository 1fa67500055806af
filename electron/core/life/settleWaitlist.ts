import { allocationsFor, outageLeaves, type PlaceAsked } from '../../../shared/scheduling/leaves.ts'
import { overlaps } from '../../../shared/scheduling/interval.ts'
import { yearOf } from '../../../shared/scheduling/civil.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import type { Instant, Interval } from '../../../shared/scheduling/time.ts'
import {
  isExact,
  leavesWanted,
  offerUntil,
  OFFER_MINUTES,
  slotsFor,
  type Slot,
} from '../../../shared/scheduling/waitlist.ts'
import { judgeAsked, placesWithBuffers, type Asked } from '../bookings/ask.ts'
import { insertBooking } from '../bookings/store.ts'
import { situationFor } from '../bookings/situation.ts'
import type { BookingFacts } from '../bookings/facts.ts'
import type { Context } from '../context.ts'
import type { JournalRow, StoredBooking, StoredWait } from '../../storage/stores.ts'
import { changeWait } from './waits.ts'

type Freed = Interval & { leafId: string }

/**
 * After every write, in its transaction: offers that were answered by a change of their booking are settled, and what the write made free is offered to
 * those who wait, in order of the queue. Costs one question while nobody waits.
 */
export function settleWaitlist(context: Context, lastSeq: number): void {
  const { stores } = context
  if (lastSeq === 0 || stores.waitlist.isEmpty()) return
  const rows = stores.journal.ofOperation(lastSeq)
  for (const row of rows) if (row.topic === 'bookings') settleOffer(context, row.key)
  const freed = rows.flatMap((row) => freedBy(context, row))
  if (freed.length > 0) offerAll(context, freed)
}

/** An offer is settled by what its booking became, whichever operation did it. */
function settleOffer(context: Context, bookingId: string): void {
  const { stores, now } = context
  const entry = stores.waitlist.byOffer(bookingId).find((each) => each.status === 'offered')
  if (entry === undefined) return
  const booking = stores.bookings.byId(bookingId)
  if (booking === null || booking.status === 'tentative') {
    if (booking !== null && booking.holdUntil !== null && booking.holdUntil !== entry.offer!.until)
      changeWait(context, entry, { offer: { bookingId, until: booking.holdUntil } })
    return
  }
  if (booking.releasedAt === null) changeWait(context, entry, { status: 'accepted' })
  else
    changeWait(context, entry, {
      status: booking.holdUntil !== null && booking.holdUntil <= now ? 'lapsed' : 'declined',
    })
}

/** The stretches that a journal row may have made free. That something else stands there by now is found out when it is judged. */
function freedBy(context: Context, row: JournalRow): Freed[] {
  const places = context.memory.places()
  if (row.before === null) return []
  if (row.topic === 'bookings') {
    const before = allocationsFor(row.before as BookingFacts & { resources: PlaceAsked[] }, places)
    const after =
      row.after === null ? [] : allocationsFor(row.after as BookingFacts & { resources: PlaceAsked[] }, places)
    return before.filter(
      (one) =>
        !after.some(
          (other) =>
            other.leafId === one.leafId &&
            other.start <= one.start &&
            other.end >= one.end &&
            other.quantity >= one.quantity,
        ),
    )
  }
  if (row.topic === 'outages') {
    const { resourceId, start, end, status } = row.before as {
      resourceId: string
      start: Instant
      end: Instant
      status: string
    }
    if (status !== 'active') return []
    return outageLeaves(resourceId, places).map((leaf) => ({ leafId: leaf.id, start, end }))
  }
  return []
}

/** Offers to everyone in the queue whom the freed stretches may serve, first come first. */
function offerAll(context: Context, freed: readonly Freed[]): void {
  const places = context.memory.places()
  for (const entry of context.stores.waitlist.open()) {
    if (entry.status !== 'waiting') continue
    const wanted = { start: entry.from, end: entry.until }
    const near = freed.filter((each) => overlaps(each, wanted))
    if (near.length === 0) continue
    const leaves = leavesWanted(entry, places)
    if (near.some((each) => leaves.has(each.leafId))) offerTo(context, entry)
  }
}

/**
 * Offers the first slot that passes every rule for the person who waits: a tentative booking of theirs until the offer ends. Answers the entry as it is
 * then; unchanged when nothing fits.
 */
export function offerTo(context: Context, entry: StoredWait): StoredWait {
  const { stores, memory, now } = context
  const person = stores.people.person(entry.personId)
  if (person === null || person.retired) return entry
  // Judged as the person's own request; written down as the doing of whoever made the place free.
  const theirs: Context = {
    ...context,
    actor: { personId: person.id, role: person.role, door: context.actor.door, tokenHash: null },
  }
  for (const slot of slotsFor(entry, entry.passed, situationFor(theirs, null, entry.projectId))) {
    const until = offerUntil(now, slot.start, memory.settings().offerMinutes ?? OFFER_MINUTES)
    const asked = requestOf(entry, slot, until)
    const verdict = judgeAsked(theirs, asked, null, 'tentative')
    if ('refusals' in verdict) continue
    const booking = insertBooking(context, held(theirs, entry, asked, verdict.waivers))
    return changeWait(context, entry, { status: 'offered', offer: { bookingId: booking.id, until } })
  }
  return entry
}

function requestOf(entry: StoredWait, slot: Slot, holdUntil: Instant): Asked {
  return {
    resources: slot.resources,
    start: slot.start,
    end: slot.end,
    teamId: entry.teamId,
    projectId: entry.projectId,
    occupantId: null,
    occupantName: '',
    headCount: entry.headCount,
    confidential: false,
    serviceKind: null,
    note: '',
    holdUntil,
    waivers: [],
  }
}

function held(context: Context, entry: StoredWait, asked: Asked, waivers: StoredBooking['waivers']): StoredBooking {
  const { stores, memory, now } = context
  const { holdUntil, ...fields } = asked
  return {
    ...fields,
    id: context.newId(),
    no: stores.bookings.nextNo(yearOf(dateOf(asked.start, memory.settings().zone))),
    title: entry.title,
    status: 'tentative',
    resources: placesWithBuffers(context, asked.resources, null),
    bookerId: entry.personId,
    sourceUid: null,
    waivers,
    checkedInAt: null,
    checkedOutAt: null,
    releasedAt: null,
    holdUntil,
    reason: '',
    decidedById: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
}

/** What an entry becomes when its offer is let go: who waits for a stretch goes on waiting for another time of it. */
export function letGo(entry: StoredWait, booking: StoredBooking): Partial<StoredWait> {
  if (isExact(entry)) return { status: 'declined' }
  const passed = booking.resources.map(({ resourceId }) => ({ resourceId, start: booking.start, end: booking.end }))
  return { status: 'waiting', offer: null, passed: [...entry.passed, ...passed].slice(-64) }
}
