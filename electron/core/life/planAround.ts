import type { PlanLine } from '../../../shared/operations/outages.ts'
import { planOutage } from '../../../shared/scheduling/cascade.ts'
import { outageLeaves } from '../../../shared/scheduling/leaves.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import { present } from '../bookings/present.ts'
import { viewerOf } from '../bookings/rights.ts'
import { situationFor } from '../bookings/situation.ts'
import type { Context } from '../context.ts'
import { partyOf } from '../rules/party.ts'

type Wanted = { resourceId: string; start: Instant; end: Instant; outageId: string | null }

/** The bookings an outage would meet, in order of start, each with what is proposed for it. */
export function planAround(context: Context, { resourceId, start, end, outageId }: Wanted): PlanLine[] {
  const { stores, memory } = context
  const leaves = outageLeaves(resourceId, memory.places()).map((leaf) => leaf.id)
  const bookings = stores.bookings.occupying(leaves, { start, end }).map((id) => stores.bookings.byId(id)!)
  const met = bookings.map((booking) => {
    const situation = situationFor(context, booking.id, booking.projectId)
    const { allocations } = situation
    return {
      proposal: { ...booking, bookingId: booking.id, waivers: [], was: null, party: partyOf(context, booking) },
      situation: {
        ...situation,
        allocations: (leafId: string, interval: { start: Instant; end: Instant }) =>
          allocations(leafId, interval).filter((each) => each.outageId === null || each.outageId !== outageId),
      },
    }
  })
  const viewer = viewerOf(context)
  return planOutage({ resourceId, start, end }, met).map((line, index) => ({
    booking: present(bookings[index]!, viewer),
    proposed: line.proposed,
    ways: line.ways,
  }))
}
