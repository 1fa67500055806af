import type { Outage, OutageDecision } from '../../../shared/operations/outages.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { Parsed } from '../../../shared/operations/index.ts'
import { done, refuse, type Outcome } from '../../../shared/result.ts'
import { outageFill, outageLeaves, outageRows, type AllocationRow } from '../../../shared/scheduling/leaves.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context, Facts, Handlers } from '../context.ts'
import { planAround } from '../life/planAround.ts'
import { change, wrongStatus } from './bookingWrites.ts'

/** What the journal keeps of an outage: ids, times, and its reason, which names no person. */
const factsOf = ({ createdAt: _made, updatedAt: _changed, ...outage }: Outage): Facts => ({ ...outage })

/** Ids of bookings that stand where an outage of the resource would be. */
function inTheWay(context: Context, resourceId: string, interval: Interval): string[] {
  const leaves = outageLeaves(resourceId, context.memory.places()).map((leaf) => leaf.id)
  return context.stores.bookings.occupying(leaves, interval)
}

/** The outage's rows beside the bookings that stay: the units and stretches still free (CF-08). */
function around(context: Context, outage: Outage): AllocationRow[] {
  return outageLeaves(outage.resourceId, context.memory.places()).flatMap((leaf) => {
    const standing = context.stores.allocations.touching(leaf.id, outage, outage.id)
    return outageFill(leaf.capacity, standing, outage).map((piece) => ({
      ...piece,
      leafId: leaf.id,
      kind: 'outage' as const,
    }))
  })
}

/** Settles the bookings in the way and writes the outage's allocations; null when it was refused. */
function settle(
  context: Context,
  outage: Outage,
  onConflict: Parsed<'outages.add'>['onConflict'],
  decisions: readonly OutageDecision[],
): Outcome<null> {
  const { stores, memory, now } = context
  stores.allocations.setOutage(outage.id, [])
  const moves = decisions.flatMap((each) => (each.do === 'move' ? [each] : []))
  for (const decision of decisions) {
    const refusal = decide(context, outage, decision)
    if (refusal !== null) return refuse(refusal)
  }
  const decided = new Set(decisions.map((each) => each.bookingId))
  const met = inTheWay(context, outage.resourceId, outage).filter((id) => !decided.has(id))
  if (met.length > 0 && onConflict === 'refuse')
    return refuse({ code: 'bookingsInTheWay', bookingIds: met, interval: { start: outage.start, end: outage.end } })
  if (onConflict === 'cancel') {
    for (const id of met) {
      const booking = stores.bookings.byId(id)!
      // One that is in use is not thrown out; it is blocked around.
      if (booking.status === 'inUse' || booking.status === 'completed') continue
      replaceBooking(context, booking, { status: 'cancelled', releasedAt: now, reason: outage.reason })
    }
  }
  const another = blockedByOutage(context, outage)
  if (another !== null) return refuse(another)
  const free = inTheWay(context, outage.resourceId, outage).length === 0 && !sharesWithOutages(context, outage)
  stores.allocations.setOutage(
    outage.id,
    free ? outageRows(outage.resourceId, outage, memory.places()) : around(context, outage),
  )
  // With the outage in place and all of them out of the way, each finds the place that was chosen, or nothing is done.
  for (const { bookingId, start, end, resources } of moves) {
    const moved = change(context, { id: bookingId }, { start, end, resources }, [])
    if (!moved.done) return moved
  }
  return done(null)
}

/** Prepares what a line says: cancelled at once; what moves steps aside until the outage stands. */
function decide(context: Context, outage: Outage, decision: OutageDecision): Refusal | null {
  const { stores, now } = context
  const booking = stores.bookings.byId(decision.bookingId)
  if (booking === null) return { code: 'notFound', what: 'booking', id: decision.bookingId }
  if (decision.do === 'keep') return null
  const needs = ['tentative', 'pending', 'confirmed'] as const
  if (!needs.some((each) => each === booking.status)) return wrongStatus(booking, needs)
  if (decision.do === 'move') stores.bookings.lift(booking.id)
  else replaceBooking(context, booking, { status: 'cancelled', releasedAt: now, reason: outage.reason })
  return null
}

function sharesWithOutages(context: Context, outage: Outage): boolean {
  return outageLeaves(outage.resourceId, context.memory.places()).some(
    (leaf) => context.stores.allocations.touching(leaf.id, outage, outage.id).length > 0,
  )
}

/** An outage that already covers the whole of this one: nothing would be left to block. */
function blockedByOutage(context: Context, outage: Outage) {
  const other = context.stores.outages
    .range(outage)
    .find(
      (each) =>
        each.id !== outage.id &&
        each.status === 'active' &&
        each.resourceId === outage.resourceId &&
        each.start <= outage.start &&
        each.end >= outage.end,
    )
  if (other === undefined) return null
  const { id: outageId, kind, start, end, resourceId } = other
  return { code: 'outage' as const, outageId, kind, start, end, resourceId, level: 'always' as const, waivers: [] }
}

/** Times in which resources cannot be used. */
export const outageHandlers = {
  'outages.add'(context, { onConflict, decisions, ...input }) {
    const { memory, now, actor } = context
    if (!memory.places().resources.has(input.resourceId))
      return refuse({ code: 'notFound', what: 'resource', id: input.resourceId })
    if (input.end <= input.start) return refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
    const outage: Outage = {
      id: context.newId(),
      ...input,
      status: 'active',
      reportedById: actor.personId ?? 'local',
      createdAt: now,
      updatedAt: now,
      version: 1,
    }
    context.stores.outages.insert(outage)
    const settled = settle(context, outage, onConflict, decisions)
    if (!settled.done) return settled
    context.record('outages', outage.id, null, factsOf(outage))
    return done(outage)
  },

  'outages.change'(context, { id, expectedVersion, onConflict, decisions, ...wanted }) {
    const was = context.stores.outages.byId(id)
    if (was === null) return refuse({ code: 'notFound', what: 'outage', id })
    if (expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'outage', id, version: was.version })
    if (was.status !== 'active')
      return refuse({ code: 'badInput', path: 'id', why: 'notAllowedValue', given: was.status })
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const outage: Outage = { ...was, ...given, version: was.version + 1, updatedAt: context.now }
    if (outage.end <= outage.start) return refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
    const settled = settle(context, outage, onConflict, decisions)
    if (!settled.done) return settled
    context.stores.outages.replace(outage)
    context.record('outages', id, factsOf(was), factsOf(outage))
    return done(outage)
  },

  'outages.end'(context, { id, reason }) {
    const { stores, now } = context
    const was = stores.outages.byId(id)
    if (was === null) return refuse({ code: 'notFound', what: 'outage', id })
    if (was.status !== 'active')
      return refuse({ code: 'badInput', path: 'id', why: 'notAllowedValue', given: was.status })
    const begun = was.start < now
    const outage: Outage = {
      ...was,
      status: begun ? 'ended' : 'cancelled',
      end: begun ? Math.min(was.end, now) : was.end,
      reason: reason === '' ? was.reason : `${was.reason}；${reason}`.slice(0, 400),
      version: was.version + 1,
      updatedAt: now,
    }
    stores.allocations.setOutage(id, [])
    if (begun) stores.allocations.setOutage(id, around(context, outage))
    stores.outages.replace(outage)
    context.record('outages', id, factsOf(was), factsOf(outage))
    return done(outage)
  },

  'outages.range': ({ stores }, { start, end }) =>
    end <= start
      ? refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
      : done({ outages: stores.outages.range({ start, end }) }),

  'outages.plan'(context, { resourceId, start, end, outageId }) {
    if (!context.memory.places().resources.has(resourceId))
      return refuse({ code: 'notFound', what: 'resource', id: resourceId })
    if (end <= start) return refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
    return done({ lines: planAround(context, { resourceId, start, end, outageId }) })
  },

  'outages.affected'(context, { resourceId, start, end }) {
    if (!context.memory.places().resources.has(resourceId))
      return refuse({ code: 'notFound', what: 'resource', id: resourceId })
    if (end <= start) return refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
    return done({ bookingIds: inTheWay(context, resourceId, { start, end }) })
  },
} satisfies Partial<Handlers>
