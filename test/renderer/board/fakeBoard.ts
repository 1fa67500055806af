import { demoPolicies, planPlaces } from '../../../electron/core/demo/ledger.ts'
import { zonePlans } from '../../../electron/core/demo/places.ts'
import { planFrom, planTo, type PlannedBooking } from '../../../electron/core/demo/plan.ts'
import { planSchedule } from '../../../electron/core/demo/schedule.ts'
import { personPlans, teamPlans } from '../../../electron/core/demo/teams.ts'
import { makeClient, type Client } from '../../../renderer/api/client.ts'
import type { Connection } from '../../../renderer/api/connection.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Person, Team } from '../../../shared/operations/people.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { indexCalendar } from '../../../shared/scheduling/calendar.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { buffersOf } from '../../../shared/scheduling/policy.ts'
import { lookUp, standingOf } from '../../../shared/scheduling/standing.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { addDays, dayInterval, mondayOf, toInstant } from '../../../shared/scheduling/zone.ts'

/*
 * A centre without a core: the demo's plan held in memory. Moves and the like are judged by the same pure rules and written into the list, so that the board is
 * tested against answers that agree with each other.
 */

export const zone = 'Asia/Shanghai'
export const now = toInstant({ date: '2026-11-24', minute: 10 * 60 + 42 }, zone)
const calendar = indexCalendar(stateCouncilCalendar)
const founded = toInstant({ date: '2026-07-20', minute: 540 }, zone)
export const places = planPlaces()
const plan = planSchedule(1, planFrom, planTo, zone, calendar, founded)

function statusOf({ fate, start, end }: PlannedBooking): Booking['status'] {
  if (fate === 'cancelled' || fate === 'rejected') return fate
  if ((fate === 'pending' || fate === 'tentative') && start > now) return fate
  if (start > now || fate === 'untouched') return 'confirmed'
  if (fate === 'noShow') return fate
  return end > now ? 'inUse' : 'completed'
}

function bookingOf(planned: PlannedBooking, index: number): Booking {
  const status = statusOf(planned)
  const came = status === 'inUse' || status === 'completed'
  return {
    id: `b${index}`,
    no: `B26-${String(index + 1).padStart(6, '0')}`,
    title: planned.title,
    status,
    start: planned.start,
    end: planned.end,
    resources: planned.places.map(({ code, quantity }) => ({
      resourceId: code,
      quantity,
      ...buffersOf(places.resources.get(code)!, demoPolicies),
    })),
    teamId: planned.team,
    projectId: null,
    bookerId: planned.booker,
    occupantId: planned.occupant,
    occupantName: planned.occupantName,
    headCount: planned.headCount,
    confidential: planned.confidential,
    serviceKind: planned.serviceKind ?? null,
    note: planned.note,
    sourceUid: null,
    waivers: [],
    checkedInAt: came ? planned.start + planned.cameAfter * MINUTE : null,
    checkedOutAt: status === 'completed' ? planned.end : null,
    releasedAt: status === 'noShow' ? planned.start + 15 * MINUTE : null,
    holdUntil: status === 'tentative' ? toInstant({ date: '2026-11-24', minute: 720 }, zone) : null,
    reason: '',
    decidedById: null,
    createdAt: planned.bookedAt,
    updatedAt: planned.bookedAt,
    version: 1,
    hidden: false,
  }
}

export const plannedBookings: readonly Booking[] = plan.ledger.bookings.map(bookingOf)
export const plannedOutages: readonly Outage[] = plan.ledger.outages.map((planned, index) => ({
  id: `o${index}`,
  resourceId: planned.code,
  kind: planned.kind,
  reason: planned.reason,
  start: planned.start,
  end: planned.end,
  status: 'active',
  reportedById: 'ou',
  createdAt: planned.knownAt,
  updatedAt: planned.knownAt,
  version: 1,
}))

export const catalogue = {
  zones: zonePlans.map((each, sort) => ({ ...each, id: each.code, sort, retired: false })),
  resources: [...places.resources.values()],
  exclusions: [...places.exclusions],
}
export const settings = {
  centreName: '亨通大厦概念验证中心',
  centreNameEn: '',
  zone,
  demo: true,
  boardFrom: 480,
  boardUntil: 1260,
  language: 'zh' as const,
  policy: demoPolicies.centre,
  kindPolicies: demoPolicies.kinds,
  idleMinutes: 30,
}
export const teams = teamPlans.map(({ key, name, shortName, kind, colour = 'slate', since = null }): Team => ({
  id: key,
  name,
  shortName,
  kind,
  colour,
  creditCode: '',
  since,
  until: null,
  note: '',
  retired: false,
  version: 1,
}))
export const people = personPlans.map(({ key, name, role, team }): Person => ({
  id: key,
  name,
  sortKey: name,
  role,
  teamId: team,
  phone: '',
  email: '',
  login: '',
  canSignIn: false,
  hasPin: false,
  note: '',
  retired: false,
  version: 1,
}))
export const frontDesk = people.find(({ role }) => role === 'frontDesk')!

export type FakeBoard = {
  client: Client
  /** Every operation asked for, in order. */
  sent: { name: string; input: Record<string, unknown> }[]
  bookings: Booking[]
  person: Person
  /** Reasons with which every write is refused. */
  refusals: Refusal[]
  /** Writes wait for this before they are answered. */
  hold: Promise<void> | null
  /** Name of a read that fails. */
  broken: string | null
}

type Guarded = { id: string; start?: number; end?: number; resources?: { resourceId: string; quantity: number }[] }

/** A client whose connection answers from memory. */
export function fakeBoard(change: Partial<FakeBoard> = {}): FakeBoard {
  const fake: Omit<FakeBoard, 'client'> = {
    sent: [],
    bookings: [...plannedBookings],
    person: frontDesk,
    refusals: [],
    hold: null,
    broken: null,
    ...change,
  }
  let seq = 5000
  const within = (start: number, end: number) => ({
    start,
    end,
    bookings: fake.bookings.filter((each) => each.start < end + 4 * 3_600_000 && each.end > start - 4 * 3_600_000),
  })
  const write = (id: string, to: (booking: Booking) => Booking): Booking => {
    const index = fake.bookings.findIndex((each) => each.id === id)
    const next = { ...to(fake.bookings[index]!), version: fake.bookings[index]!.version + 1 }
    fake.bookings = fake.bookings.with(index, next)
    return next
  }
  const moveTo = ({ id, start, end, resources }: Guarded): Booking | Refusal[] => {
    const was = fake.bookings.find((each) => each.id === id)!
    const from = start ?? was.start
    const until = end ?? from + (was.end - was.start)
    const asked = (resources ?? was.resources).map(({ resourceId, quantity }) => ({
      resourceId,
      quantity,
      ...(was.resources.find((each) => each.resourceId === resourceId) ??
        buffersOf(places.resources.get(resourceId)!, demoPolicies)),
    }))
    const { refusals } = judge(
      {
        bookingId: id,
        status: was.status,
        resources: asked,
        start: from,
        end: until,
        headCount: was.headCount,
        waivers: [],
        was,
      },
      {
        now,
        zone,
        role: fake.person.role,
        places,
        policies: demoPolicies,
        calendar,
        project: null,
        allocations: lookUp(standingOf(fake.bookings, plannedOutages, places), id),
      },
    )
    if (refusals.length > 0) return refusals
    return write(id, (booking) => ({ ...booking, start: from, end: until, resources: asked }))
  }
  const answers: Record<string, (input: never) => unknown> = {
    'centre.status': () => ({
      empty: false,
      demo: true,
      centreName: '演示',
      centreNameEn: '',
      zone,
      language: 'zh',
      version: '0.1.0',
      now,
      readOnly: false,
      savedAt: now,
      seq,
    }),
    'sessions.current': () => ({ person: fake.person, door: 'desk', idleMinutes: 30 }),
    'settings.get': () => settings,
    'resources.list': () => catalogue,
    'teams.list': () => ({ teams }),
    'people.list': () => ({ people }),
    'calendar.range': () => stateCouncilCalendar,
    'outages.range': () => ({ outages: plannedOutages }),
    'bookings.day': ({ date }: { date: string }) => {
      const { start, end } = dayInterval(date, zone)
      return within(start, end)
    },
    'bookings.week': ({ date }: { date: string }) => {
      const monday = mondayOf(date)
      return within(dayInterval(monday, zone).start, dayInterval(addDays(monday, 6), zone).end)
    },
    'bookings.move': moveTo,
    'bookings.resize': moveTo,
    'bookings.cancel': ({ id }: Guarded) => write(id, (booking) => ({ ...booking, status: 'cancelled' })),
    'bookings.checkIn': ({ id }: Guarded) =>
      write(id, (booking) => ({ ...booking, status: 'inUse', checkedInAt: now })),
    'bookings.checkOut': ({ id }: Guarded) => write(id, (booking) => ({ ...booking, status: 'completed', end: now })),
    'bookings.approve': ({ id }: Guarded) => write(id, (booking) => ({ ...booking, status: 'confirmed' })),
    'bookings.noShow': ({ id }: Guarded) => write(id, (booking) => ({ ...booking, status: 'noShow' })),
  }
  const writes = /^bookings\.(move|resize|cancel|checkIn|checkOut|approve|noShow)$/
  const connection: Connection = {
    door: 'desk',
    async send(name, input) {
      fake.sent.push({ name, input })
      if (name === fake.broken) return { ok: false, faultId: 'F-42' }
      const isWrite = writes.test(name)
      if (isWrite && fake.hold !== null) await fake.hold
      if (isWrite && fake.refusals.length > 0) return { ok: false, refusals: fake.refusals }
      const answer = answers[name]
      if (answer === undefined) return { ok: false, refusals: [{ code: 'notFound', what: 'operation', id: name }] }
      const value = answer(input as never)
      if (isWrite && Array.isArray(value)) return { ok: false, refusals: value as Refusal[] }
      if (isWrite) seq += 1
      return { ok: true, value, ...(isWrite ? { seq } : {}) } as never
    },
    onChange: () => () => {},
    coreState: () => 'ready',
    onCoreState: () => () => {},
    openChanges: () => {},
    closeChanges: () => {},
  }
  return Object.assign(fake, { client: makeClient(connection) })
}
