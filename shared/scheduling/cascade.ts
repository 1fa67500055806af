import type { Alternative } from '../operations/bookings.ts'
import type { OutageDecision } from '../operations/outages.ts'
import { alternatives } from './alternatives.ts'
import { overlaps } from './interval.ts'
import { allocationsFor, outageRows, type PlaceAsked } from './leaves.ts'
import { buffersOf } from './policy.ts'
import type { Allocation, Proposal, Situation } from './situation.ts'
import type { Interval } from './time.ts'

/** A booking that an outage would meet, with how it is judged. */
export type Met = { proposal: Proposal & { bookingId: string; resources: readonly PlaceAsked[] }; situation: Situation }
export type Line = { bookingId: string; proposed: OutageDecision; ways: Alternative[] }

/** First the same time elsewhere, then the same place later or earlier, then less of it. */
const preference: readonly Alternative['kind'][] = ['otherPlace', 'otherTime', 'shorter']

/**
 * A plan for every booking that an outage of a resource would meet, in the order given (D 11): each is judged with the outage in place, without the others
 * that still have to move, and with those that moved before it where they went, so that all proposed lines hold together. What is in use, and what is over,
 * is kept and blocked around. Pure: same input, same plan.
 */
export function planOutage(outage: Interval & { resourceId: string }, met: readonly Met[]): Line[] {
  const leaving = new Set(met.flatMap(({ proposal }) => (stays(proposal) ? [] : proposal.bookingId)))
  const moved: Allocation[] = []
  return met.map(({ proposal, situation }) => {
    const { bookingId } = proposal
    if (stays(proposal)) return { bookingId, proposed: { bookingId, do: 'keep' }, ways: [] }
    const ways = alternatives(proposal, after(situation, outage, leaving, moved))
    const best = preference.flatMap((kind) => ways.find((each) => each.kind === kind) ?? [])[0]
    if (best === undefined) return { bookingId, proposed: { bookingId, do: 'cancel' }, ways }
    const { start, end, resources } = best
    moved.push(...rowsOf(proposal, best, situation))
    return { bookingId, proposed: { bookingId, do: 'move', start, end, resources }, ways }
  })
}

const stays = ({ status }: Proposal) => status === 'inUse' || status === 'completed'

function rowsOf(proposal: Met['proposal'], way: Alternative, { places, policies }: Situation): Allocation[] {
  const resources = way.resources.map((each) => ({
    ...each,
    ...buffersOf(places.resources.get(each.resourceId)!, policies),
  }))
  return allocationsFor({ ...way, status: proposal.status, resources }, places).map((row) => ({
    ...row,
    bookingId: proposal.bookingId,
    outageId: null,
  }))
}

/** The world with the outage, without the bookings that leave, with those that moved. */
function after(
  situation: Situation,
  outage: Interval & { resourceId: string },
  leaving: ReadonlySet<string>,
  moved: readonly Allocation[],
): Situation {
  const down = outageRows(outage.resourceId, outage, situation.places).map((row): Allocation => ({
    ...row,
    bookingId: null,
    outageId: 'planned',
    outageKind: 'maintenance',
  }))
  const added = [...down, ...moved]
  return {
    ...situation,
    allocations: (leafId, interval) =>
      [
        ...situation
          .allocations(leafId, interval)
          .filter((each) => each.bookingId === null || !leaving.has(each.bookingId)),
        ...added.filter((each) => each.leafId === leafId && overlaps(each, interval)),
      ].sort((one, other) => one.start - other.start),
  }
}
