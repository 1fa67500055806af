import { heatProfile } from '../../../shared/metrics/heat.ts'
import { sumsOf, type LeafBooking } from '../../../shared/metrics/occupancy.ts'
import { leafBookings } from '../../../shared/metrics/periods.ts'
import { intersect } from '../../../shared/scheduling/interval.ts'
import type { Allocation } from '../../../shared/scheduling/situation.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import { countOnce, noCounts, type FigureOrder, type Figures } from './figures.ts'

/**
 * The figures from whole bookings, one by one: for reports narrowed to a team, and the measure for every faster way. `bookings` may reach beyond the
 * period; those near it must be there too, because their set-up, strike or overrun can lie in it.
 */
export function figuresByRows(
  order: FigureOrder,
  bookings: readonly StoredBooking[],
  outages: readonly Allocation[],
): Figures {
  const { period, asOf, places } = order
  const byLeaf = new Map<string, LeafBooking[]>()
  const spread = bookings.map((booking) => leafBookings(booking, places, asOf))
  const stoodOn = new Set<string>()
  for (const parts of spread) {
    for (const [leafId, part] of parts) {
      const there = byLeaf.get(leafId)
      if (there) there.push(part)
      else byLeaf.set(leafId, [part])
      if (part.state !== 'cancelled' && intersect(part, period)) stoodOn.add(leafId)
    }
  }
  const reported = order.rowsFor(stoodOn)
  const open = order.openOf(reported)
  const outagesByLeaf = Map.groupBy(outages, (each) => each.leafId)
  const profile = heatProfile()
  const rows = reported.map((resource) => {
    const there = byLeaf.get(resource.id) ?? []
    const down = outagesByLeaf.get(resource.id) ?? []
    const windows = open.get(resource.id)!
    profile.addAvailable(windows, resource.units, down)
    for (const booking of there) if (booking.state === 'counted') profile.addBooked(booking, windows)
    const { units, capacity } = resource
    const sums = sumsOf({ units, capacity, period, asOf, open: windows, outages: down, bookings: there })
    return { resource, sums }
  })
  const reportedIds = new Set(reported.map((each) => each.id))
  const distinct = noCounts()
  for (const parts of spread) {
    for (const [leafId, part] of parts) {
      if (!reportedIds.has(leafId)) continue
      countOnce(distinct, part, period, asOf)
      break
    }
  }
  return { rows, distinct, heat: profile.cells(order.from, order.to, order.zone) }
}
