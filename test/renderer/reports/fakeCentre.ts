import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import { planFrom, planTo, type PlannedBooking } from '../../../electron/core/demo/plan.ts'
import { planSchedule } from '../../../electron/core/demo/schedule.ts'
import { teamPlans } from '../../../electron/core/demo/teams.ts'
import { makeClient, type Client } from '../../../renderer/api/client.ts'
import type { Connection } from '../../../renderer/api/connection.ts'
import { heatProfile } from '../../../shared/metrics/heat.ts'
import { addSums, combineRow, sumsOf, type LeafBooking } from '../../../shared/metrics/occupancy.ts'
import { leafBookings, openByResource, reportedOf, reportedResources } from '../../../shared/metrics/periods.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Job, OccupancyInput, OccupancyReport } from '../../../shared/operations/reports.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { countWorkdays, indexCalendar } from '../../../shared/scheduling/calendar.ts'
import { defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { daysInterval, toInstant } from '../../../shared/scheduling/zone.ts'

/*
 * A centre without a core: the demo's plan held in memory and reported by the same pure metrics, so that the page is tested on figures
 * that agree with their rows. Only the few operations of the report page are answered.
 */

export const zone = 'Asia/Shanghai'
export const now = toInstant({ date: '2026-11-24', minute: 10 * 60 + 42 }, zone)
const calendar = indexCalendar(stateCouncilCalendar)
const founded = toInstant({ date: '2026-07-20', minute: 540 }, zone)
const places = planPlaces()
const plan = planSchedule(1, planFrom, planTo, zone, calendar, founded)

function statusOf({ fate, start, end }: PlannedBooking): Booking['status'] {
  if (fate === 'cancelled' || fate === 'rejected') return fate
  if ((fate === 'pending' || fate === 'tentative') && start > now) return fate
  if (start > now || fate === 'untouched') return 'confirmed'
  if (fate === 'noShow') return fate
  return end > now ? 'inUse' : 'completed'
}

/** Every booking of the plan as a core would answer it at `now`. */
export const bookings: Booking[] = plan.ledger.bookings.map((planned, index) => {
  const status = statusOf(planned)
  const came = status === 'inUse' || status === 'completed'
  return {
    id: `b${index}`,
    no: `B26-${String(index + 1).padStart(6, '0')}`,
    title: planned.title,
    status,
    start: planned.start,
    end: planned.end,
    resources: planned.places.map(({ code, quantity }) => ({ resourceId: code, quantity, before: 0, after: 0 })),
    teamId: planned.team,
    projectId: null,
    bookerId: planned.booker,
    occupantId: planned.occupant,
    occupantName: planned.occupantName,
    headCount: planned.headCount,
    confidential: planned.confidential,
    serviceKind: planned.serviceKind ?? null,
    note: '',
    sourceUid: null,
    waivers: [],
    checkedInAt: came ? planned.start + planned.cameAfter * MINUTE : null,
    checkedOutAt: status === 'completed' ? planned.end + planned.leftAfter * MINUTE : null,
    releasedAt: null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt: planned.bookedAt,
    updatedAt: planned.bookedAt,
    version: 1,
    hidden: false,
  }
})

/** The report as the pure metrics give it. */
export function reportOf(input: OccupancyInput): OccupancyReport {
  const { from, to } = input
  const period = daysInterval(from, to, zone)
  const wanted =
    input.resourceIds === undefined && input.kinds === undefined
      ? null
      : new Set(
          [...places.resources.values()]
            .filter(
              ({ id, kind }) => (input.resourceIds?.includes(id) ?? true) && (input.kinds?.includes(kind) ?? true),
            )
            .map(({ id }) => id),
        )
  const resources = reportedResources(places, wanted)
  const open = openByResource(resources, { from, to, zone, calendar, policies: defaultPolicies })
  const counted = bookings.filter(
    ({ start, end, teamId }) =>
      start < period.end && end > period.start && (input.teamId === undefined || teamId === input.teamId),
  )
  const byLeaf = new Map<string, LeafBooking[]>()
  for (const booking of counted)
    for (const [leafId, part] of leafBookings(booking, places, now))
      byLeaf.set(leafId, [...(byLeaf.get(leafId) ?? []), part])
  const heat = heatProfile()
  const parts = resources.map((resource) => {
    const windows = open.get(resource.id)!
    const outages = plan.ledger.outages
      .filter(({ code }) => code === resource.id)
      .map(({ start, end }) => ({ start, end, quantity: resource.units }))
    heat.addAvailable(windows, resource.units, outages)
    const mine = byLeaf.get(resource.id) ?? []
    for (const part of mine) if (part.state === 'counted') heat.addBooked(part, windows)
    const { units, capacity } = resource
    return { resource, sums: sumsOf({ units, capacity, period, asOf: now, open: windows, outages, bookings: mine }) }
  })
  const total = addSums(parts.map(({ sums }) => sums))
  const { workdays, unknownYears } = countWorkdays(from, to, calendar)
  return {
    from,
    to,
    zone,
    workdays,
    unknownYears,
    rows: parts.map(({ resource, sums }) => combineRow(reportedOf(resource), sums)),
    total: combineRow(
      {
        resourceId: '',
        code: '',
        name: '',
        nameEn: '',
        kind: 'other',
        areaM2: areaOf(parts),
        capacity: null,
        units: 1,
      },
      total,
    ),
    heat: heat.cells(from, to, zone),
    snapshot: { seq: 4711, head: 'c0ffee1234567890', at: now },
  }
}

function areaOf(parts: { resource: { areaM2: number | null } }[]): number {
  return parts.reduce((sum, { resource }) => sum + (resource.areaM2 ?? 0), 0)
}

export type FakeCentre = {
  client: Client
  /** Every operation asked for, in order. */
  sent: { name: string; input: Record<string, unknown> }[]
  /** The export job as the next `jobs.get` will answer it. */
  job: Job
  /** Reasons with which the next `exports.start` is refused. */
  refusals: Refusal[]
  /** Rows of the report are changed by this before they are answered. */
  alter: (report: OccupancyReport) => OccupancyReport
}

/** A client whose connection answers from memory. */
export function fakeCentre(): FakeCentre {
  const fake: Omit<FakeCentre, 'client'> = {
    sent: [],
    refusals: [],
    alter: (report) => report,
    job: {
      id: 'job-1',
      kind: 'exports.occupancy',
      status: 'running',
      progress: 3,
      total: 12,
      fileName: null,
      result: null,
      refusals: [],
      createdAt: now,
      updatedAt: now,
      byId: null,
    },
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
      seq: 4711,
    }),
    'sessions.current': () => ({ person: { id: 'p', name: '曾乐', role: 'manager' }, door: 'desk', idleMinutes: 30 }),
    'settings.get': () => ({ policy: defaultPolicies.centre, kindPolicies: defaultPolicies.kinds }),
    'resources.list': () => ({
      zones: [],
      resources: [...places.resources.values()],
      exclusions: [...places.exclusions],
    }),
    'teams.list': () => ({ teams: teamPlans.map(({ key, ...team }) => ({ ...team, id: key })) }),
    'calendar.range': () => stateCouncilCalendar,
    'reports.occupancy': (input: OccupancyInput) => fake.alter(reportOf(input)),
    'bookings.range': ({ start, end, resourceIds }: { start: number; end: number; resourceIds?: string[] }) => ({
      start,
      end,
      bookings: bookings.filter(
        (booking) =>
          booking.start < end &&
          booking.end > start &&
          booking.resources.some(({ resourceId }) => resourceIds?.includes(resourceId) ?? true),
      ),
    }),
    'exports.start': () => fake.job,
    'jobs.get': () => fake.job,
    'jobs.cancel': () => ({ ...fake.job, status: 'cancelled' }),
  }
  const connection: Connection = {
    door: 'desk',
    async send(name, input) {
      fake.sent.push({ name, input })
      if (name === 'exports.start' && fake.refusals.length > 0) return { ok: false, refusals: fake.refusals }
      const answer = answers[name]
      if (answer === undefined) return { ok: false, refusals: [{ code: 'notFound', what: 'operation', id: name }] }
      return { ok: true, value: answer(input as never) } as never
    },
    onChange: () => () => {},
    coreState: () => 'ready',
    onCoreState: () => () => {},
    openChanges: () => {},
    closeChanges: () => {},
  }
  return Object.assign(fake, { client: makeClient(connection) })
}
