import type { BookingStatus, Policy, ResourceKind } from '../operations/fields.ts'
import type { Quota } from '../operations/rules.ts'
import type { Exclusion, Resource } from '../operations/resources.ts'
import type { RuleCode, RuleRefusal, Role } from '../refusals.ts'
import type { CalendarIndex } from './calendar.ts'
import type { Instant, Interval, LocalDate } from './time.ts'

/**
 * What stands in a leaf at some time. `use` is a counted booking, `held` a tentative or pending one, `buffer` its set-up or strike, `outage` a block.
 * Buffers may overlap buffers (between neighbours the longer one counts, not the sum: features C 9); everything else adds up to the capacity.
 */
export type AllocationKind = 'use' | 'held' | 'buffer' | 'outage'
export type Allocation = Interval & {
  leafId: string
  quantity: number
  kind: AllocationKind
  bookingId: string | null
  outageId: string | null
  outageKind?: 'maintenance' | 'calibration' | 'cleaning' | 'fault' | 'other'
}

/** A unit of capacity on which allocations are written: a resource without parts, or a shared virtual leaf of an exclusion. */
export type Leaf = { id: string; capacity: number; resourceId: string | null; exclusionId: string | null }

/** The places of the centre, indexed once per change of the catalogue. Built by `indexPlaces` in leaves.ts. */
export type Places = {
  resources: ReadonlyMap<string, Resource>
  exclusions: readonly Exclusion[]
  leaves: ReadonlyMap<string, Leaf>
  /** resource id → ids of all leaves it occupies, through any chain of parts, exclusions included. */
  leavesOf: ReadonlyMap<string, readonly string[]>
}

/** Settings that the rules read: R-50 inheritance centre → kind → resource. */
export type Policies = { centre: Policy; kinds: Partial<Record<ResourceKind, Policy>> }

/** Who a booking is for. `personId`: the occupant, else the resident who booked it; null where no limit of persons counts. */
export type Party = { teamId: string | null; personId: string | null; occupantId: string | null }

/** A booking of a person or a team as limits count it. */
export type OwnBooking = Interval & {
  id: string
  status: BookingStatus
  occupantId: string | null
  resources: readonly {
    resourceId: string
    quantity: number
    offset?: { start: number; end: number } | undefined
  }[]
}

/**
 * What rules about people ask of the records; the booking under judgement is left out everywhere. Cancelled and rejected bookings are no longer
 * there; missed ones (noShow) are.
 */
export type Records = {
  quotas: readonly Quota[]
  /** Bookings of a person that touch the interval. */
  ofPerson: (personId: string, interval: Interval) => readonly OwnBooking[]
  /** Bookings of all members of a team that touch the interval. */
  ofTeam: (teamId: string, interval: Interval) => readonly OwnBooking[]
  /** Whose booking it is. */
  holder: (bookingId: string) => Party | null
}

/** Everything a rule may look at. Rules are pure: same situation, same answer. */
export type Situation = {
  now: Instant
  zone: string
  role: Role
  places: Places
  policies: Policies
  calendar: CalendarIndex
  /** Allocations of a leaf that touch the interval, in order of start, the booking under judgement left out. */
  allocations: (leafId: string, interval: Interval) => readonly Allocation[]
  project: { id: string; startOn: LocalDate; endOn: LocalDate } | null
  /** Left out where only the places are known (the board): rules about people are then judged by the core alone. */
  records?: Records
}

/** What is judged: a new booking, or an existing one as it would become. */
export type Proposal = {
  bookingId: string | null
  status: BookingStatus
  /** `before`/`after`: minutes of set-up and strike to judge with; left out, those of today's policy. */
  resources: readonly {
    resourceId: string
    quantity: number
    before?: number
    after?: number
    /** Minutes by which a part of a bundle begins and ends other than the booking. */
    offset?: { start: number; end: number } | undefined
  }[]
  start: Instant
  end: Instant
  headCount: number | null
  /** For one part of a bundle: the time of the booking as a whole. */
  whole?: Interval
  /** Left out where it is not known yet for whom: rules about people do not judge. */
  party?: Party | undefined
  /** Waivers given with this request: the role of the situation must be one that may. */
  waivers: readonly { rule: string; resourceId: string }[]
  /** Waivers kept on the booking from before. They go on counting while its time stays within what it was; `overCapacity` always. */
  kept?: readonly { rule: string; resourceId: string }[]
  /** For a change: what it was, so that a booking already in the past or outside today's rules may still be shortened or renamed. */
  was: {
    start: Instant
    end: Instant
    resources: readonly { resourceId: string; quantity: number; offset?: { start: number; end: number } | undefined }[]
  } | null
}

/** All reasons at once. `waived` are the rules a waiver set aside (to be kept on the booking). */
export type Verdict = {
  refusals: RuleRefusal[]
  /** What should be told but does not stand in the way. */
  warnings: RuleRefusal[]
  waived: { rule: RuleCode; resourceId: string }[]
  waiverRefused: RuleCode[]
  needsApproval: boolean
}
