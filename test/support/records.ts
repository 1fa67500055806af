import type { Quota } from '../../shared/operations/rules.ts'
import type { OwnBooking, Party, Records } from '../../shared/scheduling/situation.ts'

/** A booking on record with whose it is. */
export type Recorded = Omit<OwnBooking, 'status' | 'occupantId'> & Partial<Party>

/** Records over a list of bookings. */
export function recordsOf(bookings: readonly Recorded[], quotas: readonly Quota[] = []): Records {
  const own = (belongs: (booking: Recorded) => boolean, { start, end }: { start: number; end: number }) =>
    bookings
      .filter((each) => belongs(each) && each.start < end && each.end > start)
      .map((each): OwnBooking => ({ ...each, status: 'confirmed', occupantId: each.occupantId ?? null }))
  return {
    quotas,
    ofPerson: (id, interval) => own((each) => each.personId === id, interval),
    ofTeam: (id, interval) => own((each) => each.teamId === id, interval),
    holder(id) {
      const found = bookings.find((each) => each.id === id)
      if (found === undefined) return null
      return {
        teamId: found.teamId ?? null,
        personId: found.personId ?? null,
        occupantId: found.occupantId ?? null,
      }
    },
  }
}

/** A quota of ten hours a week for everyone, unless changed. */
export function aQuota(change: Partial<Quota> = {}): Quota {
  return {
    id: 'quota',
    teamId: null,
    scope: { of: 'all' },
    per: 'week',
    count: null,
    minutes: 600,
    retired: false,
    version: 1,
    ...change,
  }
}
