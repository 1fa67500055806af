import type { AllocationRow } from '../leaves.ts'
import type { Allocation, OwnBooking, Party, Situation } from '../situation.ts'
import type { Interval } from '../time.ts'

/** A world in which some bookings are lifted and others already stand, so that each date of a series sees the ones before it. */
export type Overlay = {
  situation: Situation
  lift: (bookingId: string) => void
  /** `party`: whose it is, where rules about people count it. */
  put: (booking: OwnBooking, rows: readonly AllocationRow[], party: Party | null) => void
}

/** Lays what is planned over what stands. Nothing is written. */
export function overlayOn(base: Situation): Overlay {
  const lifted = new Set<string>()
  const planned = new Map<string, Allocation[]>()
  const own: { booking: OwnBooking; party: Party }[] = []
  const { records } = base
  const withPlanned = (found: readonly OwnBooking[], interval: Interval, whose: (party: Party) => boolean) => [
    ...found.filter((each) => !lifted.has(each.id)),
    ...own
      .filter(({ party, booking }) => whose(party) && booking.start < interval.end && booking.end > interval.start)
      .map(({ booking }) => booking),
  ]
  return {
    situation: {
      ...base,
      allocations(leafId, interval) {
        const found = base.allocations(leafId, interval)
        const standing =
          lifted.size === 0 ? found : found.filter((each) => each.bookingId === null || !lifted.has(each.bookingId))
        const added = planned.get(leafId)?.filter((each) => each.start < interval.end && each.end > interval.start)
        if (added === undefined || added.length === 0) return standing
        return [...standing, ...added].sort((one, other) => one.start - other.start)
      },
      ...(records === undefined
        ? {}
        : {
            records: {
              ...records,
              ofPerson: (personId, interval) =>
                withPlanned(records.ofPerson(personId, interval), interval, (party) => party.personId === personId),
              ofTeam: (teamId, interval) =>
                withPlanned(records.ofTeam(teamId, interval), interval, (party) => party.teamId === teamId),
              holder: (bookingId) =>
                own.find(({ booking }) => booking.id === bookingId)?.party ?? records.holder(bookingId),
            },
          }),
    },
    lift: (bookingId) => void lifted.add(bookingId),
    put(booking, rows, party) {
      if (party !== null) own.push({ booking, party })
      for (const row of rows) {
        const allocation: Allocation = { ...row, bookingId: booking.id, outageId: null }
        const list = planned.get(row.leafId)
        if (list === undefined) planned.set(row.leafId, [allocation])
        else list.push(allocation)
      }
    },
  }
}
