import { occupyingStatuses, type BookingStatus } from '../../../shared/operations/fields.ts'
import type { Quota, RuleChange } from '../../../shared/operations/rules.ts'
import type { RuleCode, RuleRefusal } from '../../../shared/refusals.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { indexPlaces } from '../../../shared/scheduling/leaves.ts'
import type { OwnBooking, Party, Policies, Proposal, Records, Situation } from '../../../shared/scheduling/situation.ts'
import { DAY, type Interval } from '../../../shared/scheduling/time.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Context } from '../context.ts'
import { partyOf } from './party.ts'

const BACK = 90 * DAY
const AHEAD = 1100 * DAY

/** What stands there stood there already: no change of rules refuses it. `inPast` is about the moment, not about settings. */
const notAsked: readonly RuleCode[] = [
  'overlaps',
  'noUnitsLeft',
  'outage',
  'notBookable',
  'inPast',
  'projectOutsideTerm',
]
const judged: readonly BookingStatus[] = [...occupyingStatuses, 'noShow']

type Rules = { policies: Policies; quotas: readonly Quota[]; places: Situation['places'] }

/** The rules as they would be after a change. */
export function changedRules(change: RuleChange, { memory }: Pick<Context, 'memory'>): Rules {
  const now = memory.policies()
  const { resource, quota, dropQuotaId } = change
  const drafted = quota?.id ?? 'new'
  const quotas = memory.quotas().filter((each) => each.id !== drafted && each.id !== dropQuotaId)
  const catalogue = memory.catalogue()
  return {
    policies: {
      centre: { ...now.centre, ...change.policy },
      kinds: { ...now.kinds, ...change.kindPolicies },
    },
    quotas: quota === undefined ? quotas : [...quotas, { ...quota.draft, id: drafted, retired: false, version: 1 }],
    places:
      resource === undefined
        ? memory.places()
        : indexPlaces({
            ...catalogue,
            resources: catalogue.resources.map((each) =>
              each.id === resource.id ? { ...each, policy: resource.policy } : each,
            ),
          }),
  }
}

export type Broken = { booking: StoredBooking; refusals: RuleRefusal[] }

/**
 * The bookings of the last 90 days and of the future that changed rules would refuse for a reason that today's do not give. Each is judged as when it
 * was made (its moment, its booker's role), and limits count the bookings that were made before it.
 */
export function wouldBeRefused(context: Context, change: RuleChange): { judged: number; broken: Broken[] } {
  const { memory, stores, now } = context
  const becomes = changedRules(change, context)
  const is: Rules = { policies: memory.policies(), quotas: memory.quotas(), places: memory.places() }
  const bookings = stores.bookings.range({ interval: { start: now - BACK, end: now + AHEAD }, statuses: judged })
  const history = historyOf(context, bookings)
  const projects = new Map(stores.people.projects().map((each) => [each.id, each]))
  const judgeBy = (booking: StoredBooking, rules: Rules): RuleRefusal[] => {
    const role = stores.people.person(booking.bookerId)?.role ?? 'administrator'
    const situation: Situation = {
      now: booking.createdAt,
      zone: memory.settings().zone,
      role,
      places: rules.places,
      policies: rules.policies,
      calendar: memory.calendar(),
      allocations: (leafId, interval) => stores.allocations.touching(leafId, interval, booking.id),
      project: (booking.projectId !== null && projects.get(booking.projectId)) || null,
      records: history.before(booking, rules.quotas),
    }
    const proposal: Proposal = {
      ...booking,
      status: 'confirmed',
      bookingId: booking.id,
      party: history.party(booking),
      waivers: [],
      kept: booking.waivers,
      was: null,
    }
    return judge(proposal, situation).refusals.filter(
      ({ code, resourceId }) =>
        !notAsked.includes(code) &&
        !booking.waivers.some((each) => each.rule === code && each.resourceId === resourceId),
    )
  }
  const broken: Broken[] = []
  for (const booking of bookings) {
    const refused = judgeBy(booking, becomes)
    if (refused.length === 0) continue
    const today = judgeBy(booking, is)
    const refusals = refused.filter(
      (each) => !today.some((old) => old.code === each.code && old.resourceId === each.resourceId),
    )
    if (refusals.length > 0) broken.push({ booking, refusals })
  }
  return { judged: bookings.length, broken }
}

type Made = OwnBooking & Pick<StoredBooking, 'createdAt' | 'no'>

/** All bookings by person and by team, so that thousands of judgements ask the database nothing. */
function historyOf(context: Context, bookings: readonly StoredBooking[]) {
  const parties = new Map<string, Party>()
  const people = new Map<string, Made[]>()
  const teams = new Map<string, Made[]>()
  const put = (map: Map<string, Made[]>, id: string | null, booking: Made) => {
    if (id === null) return
    const list = map.get(id)
    if (list === undefined) map.set(id, [booking])
    else list.push(booking)
  }
  for (const booking of bookings) {
    const party = partyOf(context, booking)
    parties.set(booking.id, party)
    put(people, party.personId, booking)
    put(teams, party.teamId, booking)
  }
  const earlier = (list: readonly Made[] | undefined, { id, createdAt, no }: StoredBooking, { start, end }: Interval) =>
    (list ?? []).filter(
      (each) =>
        each.id !== id &&
        each.start < end &&
        each.end > start &&
        (each.createdAt < createdAt || (each.createdAt === createdAt && each.no < no)),
    )
  return {
    party: (booking: StoredBooking) => parties.get(booking.id),
    before: (booking: StoredBooking, quotas: readonly Quota[]): Records => ({
      quotas,
      ofPerson: (id, interval) => earlier(people.get(id), booking, interval),
      ofTeam: (id, interval) => earlier(teams.get(id), booking, interval),
      holder: (id) => parties.get(id) ?? null,
    }),
  }
}
