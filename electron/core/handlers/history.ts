import type { Outage } from '../../../shared/operations/outages.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { allocationsFor, occupies, outageRows } from '../../../shared/scheduling/leaves.ts'
import { titleKeyOf } from '../../../shared/text/sortKey.ts'
import { Collision, type JournalRow, type StoredBooking, type StoredWait } from '../../storage/stores.ts'
import type { Topic } from '../../../shared/operations/operation.ts'
import { undoSeries } from '../series/undo.ts'
import { waitFacts } from '../life/waits.ts'
import { factsOf, type BookingFacts } from '../bookings/facts.ts'
import { situationFor } from '../bookings/situation.ts'
import type { Context, Handlers } from '../context.ts'

/** Staff may take back what anyone did; others their own. */
const mayUndoAll: readonly (Role | null)[] = ['frontDesk', 'manager', 'administrator']
/** The reasons no undo may break; what was once accepted needs no other rule again. */
const physical: readonly string[] = ['overlaps', 'noUnitsLeft', 'outage']

/** Puts a booking back to what a journal row says it was before; a booking that was made is cancelled. */
function undoBooking(context: Context, row: JournalRow): Refusal[] {
  const { stores, memory, now, record } = context
  const booking = stores.bookings.byId(row.key)!
  const target = row.before === null ? cancelled(booking, now) : asItWas(context, booking, row.before as BookingFacts)
  if (occupies(target.status)) {
    const proposal = { ...target, bookingId: booking.id, waivers: [], kept: target.waivers, was: null }
    const stands = judge(proposal, situationFor(context, booking.id, null)).refusals
    const wall = stands.filter((refusal) => physical.includes(refusal.code))
    if (wall.length > 0) return wall
  }
  stores.bookings.replace(target, titleKeyOf(target.title), allocationsFor(target, memory.places()))
  record('bookings', booking.id, factsOf(booking), { ...factsOf(target), undone: row.seq })
  return []
}

function cancelled(booking: StoredBooking, now: number): StoredBooking {
  return { ...booking, status: 'cancelled', releasedAt: now, version: booking.version + 1, updatedAt: now }
}

/** A booking as the journal's facts say it was, with its words of that version as far as they exist. */
export function asItWas({ stores, now }: Context, booking: StoredBooking, was: BookingFacts): StoredBooking {
  const words = stores.bookings.wordsAt(booking.id, was.version)
  const { waivers, version: _version, ...facts } = was
  return {
    ...booking,
    ...facts,
    ...words,
    waivers: waivers.map((each) => {
      const kept = booking.waivers.find((one) => one.rule === each.rule && one.resourceId === each.resourceId)
      return { ...each, reason: kept?.reason ?? '' }
    }),
    version: booking.version + 1,
    updatedAt: now,
  }
}

function undoOutage(context: Context, row: JournalRow): Refusal[] {
  const { stores, memory, now, record } = context
  const outage = stores.outages.byId(row.key)!
  const was = row.before as Partial<Outage> | null
  const target: Outage = {
    ...outage,
    ...(was ?? { status: 'cancelled' as const }),
    version: outage.version + 1,
    updatedAt: now,
  }
  try {
    const stands = target.status !== 'cancelled' && target.start < target.end
    stores.allocations.setOutage(outage.id, stands ? outageRows(target.resourceId, target, memory.places()) : [])
  } catch (error) {
    if (!(error instanceof Collision)) throw error
    const leaves = memory.places().leavesOf.get(target.resourceId) ?? []
    const { start, end } = target
    return [
      { code: 'bookingsInTheWay', bookingIds: stores.bookings.occupying(leaves, target), interval: { start, end } },
    ]
  }
  stores.outages.replace(target)
  const { createdAt: _a, updatedAt: _b, ...before } = outage
  const { createdAt: _c, updatedAt: _d, ...after } = target
  record('outages', outage.id, before, { ...after, undone: row.seq })
  return []
}

/** Someone in the queue is where they were; who came into it by what is taken back, leaves it. */
function undoWait(context: Context, row: JournalRow): Refusal[] {
  const { stores, now, record } = context
  const entry = stores.waitlist.byId(row.key)!
  const was = row.before as Partial<StoredWait> | null
  const target = { ...entry, ...(was ?? { status: 'withdrawn' as const }), version: entry.version + 1, updatedAt: now }
  stores.waitlist.save(target)
  record('waitlist', entry.id, waitFacts(entry), { ...waitFacts(target), undone: row.seq })
  return []
}

const undoers: Partial<Record<Topic, (context: Context, row: JournalRow) => Refusal[]>> = {
  bookings: undoBooking,
  outages: undoOutage,
  waitlist: undoWait,
  series: undoSeries,
}
const undoableTopics: readonly Topic[] = ['bookings', 'outages', 'waitlist', 'series']

/** What a row took back; null when it is no taking back. */
function takenBack(row: JournalRow): number | null {
  const undone = row.operation === 'undo.apply' ? row.after?.['undone'] : undefined
  return typeof undone === 'number' ? undone : null
}

/** The rows of one thing that hold, newest first: without those that were taken back. */
function holding(rows: readonly JournalRow[]): JournalRow[] {
  const undone = new Set<number>()
  return rows.toReversed().filter((row) => {
    if (undone.has(row.seq)) return false
    const back = takenBack(row)
    if (back !== null) undone.add(back)
    return true
  })
}

/** Taking back, and reading the journal. */
export const historyHandlers = {
  'undo.apply'(context, input) {
    const { stores, actor } = context
    const seq = input.seq ?? (actor.personId === null ? null : stores.journal.lastOfActor(actor.personId))
    const rows = seq === null ? [] : stores.journal.ofOperation(seq)
    const undoable = rows.length > 0 && rows.every(({ topic }) => undoableTopics.includes(topic))
    if (seq === null || !undoable) return refuse({ code: 'nothingToUndo', seq })
    if (rows.some((row) => row.actor !== actor.personId) && !mayUndoAll.includes(actor.role))
      return refuse({ code: 'notYours', what: 'journalEntry', id: String(seq) })
    const keys = new Set(rows.map((row) => row.key))
    const own = new Set(rows.map((row) => row.seq))
    for (const key of keys) {
      const held = holding(stores.journal.ofKey(key))
      if (!held.some((row) => own.has(row.seq))) return refuse({ code: 'nothingToUndo', seq })
      // A later change that was itself taken back leaves nothing that depends on this one.
      const last = held.find((row) => row.seq > seq && !own.has(row.seq) && (takenBack(row) ?? 0) <= seq)
      if (last !== undefined) return refuse({ code: 'undoBlocked', seq, bySeq: last.seq })
    }
    // Those that moved together go back together: each finds the place that the others leave.
    for (const row of rows) if (row.topic === 'bookings') stores.bookings.lift(row.key)
    for (const row of rows.toReversed()) {
      const refusals = undoers[row.topic]?.(context, row) ?? []
      if (refusals.length > 0) return refuse(...refusals)
    }
    const bookingIds = rows.filter((row) => row.topic === 'bookings').map((row) => row.key)
    return done({ undone: rows[0]!.operation, key: rows[0]!.key, bookingIds: [...new Set(bookingIds)] })
  },

  'journal.read'({ stores }, { after, limit, key }) {
    const entries = stores.journal
      .after(after, limit, key ?? null)
      .map(({ seq, at, actor, operation, key, before, after }) => ({
        seq,
        at,
        byId: actor,
        operation,
        key,
        before,
        after,
      }))
    const { hash, seq } = stores.journal.head()
    return done({ entries, head: hash, seq })
  },

  'journal.verify'({ stores }) {
    const { entries, head, firstBad } = stores.journal.verify()
    return done({ sound: firstBad === null, entries, head, firstBad })
  },
} satisfies Partial<Handlers>
