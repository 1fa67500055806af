import fc from 'fast-check'
import type { Need, WantedPart } from '../../../shared/operations/find.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import { findConflicts } from '../../../shared/scheduling/collide.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { allocationsFor, checkNamedOnce } from '../../../shared/scheduling/leaves.ts'
import type { Situation } from '../../../shared/scheduling/situation.ts'
import { DAY, MINUTE, type Interval } from '../../../shared/scheduling/time.ts'
import { proposalOf } from '../../../shared/scheduling/find/findTimes.ts'
import { searchWindows } from '../../../shared/scheduling/find/windows.ts'
import { zoneOf } from '../../../shared/scheduling/find/candidates.ts'
import { anExclusion, aResource } from '../../support/places.ts'
import { aSituation, at, type StandingBooking, type StandingOutage } from '../../support/situation.ts'

export const firstDay = '2026-02-27'

/** Two halls that make one, meeting rooms of several sizes, a pool, two instruments that exclude each other, a bench by half days. */
export const resources: Resource[] = [
  aResource('A', { kind: 'roadshowHall', capacity: 40, sort: 1 }),
  aResource('B', { kind: 'roadshowHall', capacity: 24, sort: 2 }),
  aResource('full', {
    kind: 'roadshowHall',
    partIds: ['A', 'B'],
    capacity: 64,
    sort: 3,
    policy: { bufferBefore: 30, bufferAfter: 30, approval: true },
  }),
  aResource('m1', { capacity: 8, features: ['video', 'board'], sort: 4 }),
  aResource('m2', { capacity: 10, policy: { bufferAfter: 15, stepMinutes: 10 }, sort: 5 }),
  aResource('m3', { capacity: 4, zoneId: 'lab', features: ['board'], policy: { noticeMinutes: 90 }, sort: 6 }),
  aResource('s1', { kind: 'seminarRoom', capacity: 12, features: ['video'], sort: 7 }),
  aResource('pool', {
    kind: 'instrument',
    capacity: null,
    units: 2,
    features: ['fdm'],
    roomId: 'm3',
    policy: { bufferBefore: 10, bufferAfter: 5, stepMinutes: 20 },
    sort: 8,
  }),
  aResource('laser', { kind: 'instrument', capacity: null, zoneId: 'lab', sort: 9 }),
  aResource('optics', { kind: 'instrument', capacity: null, state: 'degraded', sort: 10 }),
  aResource('broken', { kind: 'instrument', capacity: null, state: 'down', sort: 11 }),
  aResource('quiet', {
    kind: 'seminarRoom',
    capacity: 6,
    sort: 13,
    policy: {
      maxMinutes: 120,
      noticeMinutes: 240,
      quietHours: [{ days: [0, 4, 5], from: 720, until: 780, reason: '午休' }],
      relaxed: {
        rules: ['tooLong', 'offStep', 'tooSoon'],
        windows: [{ days: [4, 5, 6], from: 840, until: 1260 }],
      },
    },
  }),
  aResource('blocks', {
    capacity: 3,
    features: ['video'],
    sort: 14,
    policy: {
      blocks: [
        { from: 540, until: 780 },
        { from: 780, until: 1020 },
      ],
      blackouts: [
        {
          from: { date: firstDay, minute: 780 },
          until: { date: firstDay, minute: 900 },
          reason: '消防演练',
        },
      ],
    },
  }),
  aResource('bench', { kind: 'bench', capacity: 1, units: 2, sort: 12 }),
]
export const exclusions = [anExclusion('quiet', ['laser', 'optics'])]
const ids = resources.map((each) => each.id)

const anyTime = fc
  .record({ start: fc.integer({ min: 0, max: 4 * 96 - 1 }), length: fc.integer({ min: 1, max: 24 }) })
  .map(({ start, length }) => ({
    start: at(firstDay, '00:00') + start * 15 * MINUTE,
    end: at(firstDay, '00:00') + (start + length) * 15 * MINUTE,
  }))

/** A centre in which every standing booking was put in only when it fitted. */
export const anyCentre: fc.Arbitrary<Situation> = fc
  .record({
    list: fc.array(
      fc.record({ time: anyTime, id: fc.constantFrom(...ids), quantity: fc.integer({ min: 1, max: 2 }) }),
      { maxLength: 40 },
    ),
    role: fc.constantFrom('member' as const, 'manager' as const),
    clock: fc.integer({ min: 0, max: 24 }),
  })
  .map(({ list, role, clock }) => {
    const bookings: StandingBooking[] = []
    const outages: StandingOutage[] = []
    const change = { role, now: at(firstDay, '07:10') + clock * 17 * MINUTE }
    list.forEach(({ time, id, quantity }, index) => {
      const situation = aSituation({ resources, exclusions, bookings, outages, change })
      if (index % 6 === 5) {
        const leaves = situation.places.leavesOf.get(id)!
        if (leaves.every((leaf) => situation.allocations(leaf, time).length === 0))
          outages.push({ id: `o${index}`, ...time, resourceId: id })
        return
      }
      const { policy } = resources.find((each) => each.id === id)!
      const place = { resourceId: id, quantity, before: policy.bufferBefore ?? 0, after: policy.bufferAfter ?? 0 }
      const fits = allocationsFor({ ...time, status: 'confirmed', resources: [place] }, situation.places).every(
        (row) =>
          findConflicts([row], situation.allocations(row.leafId, row), situation.places.leaves.get(row.leafId)!)
            .length === 0,
      )
      if (fits) bookings.push({ id: `b${index}`, ...time, resources: [place] })
    })
    return aSituation({ resources, exclusions, bookings, outages, change })
  })

const anyPart: fc.Arbitrary<WantedPart> = fc.oneof<fc.Arbitrary<WantedPart>[]>(
  fc.record({
    ids: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    kinds: fc.constant([]),
    features: fc.constant([]),
    zoneId: fc.constant(null),
    seats: fc.constant(null),
    quantity: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    ids: fc.constant([]),
    kinds: fc.uniqueArray(fc.constantFrom('meetingRoom' as const, 'seminarRoom', 'roadshowHall', 'instrument'), {
      maxLength: 2,
    }),
    features: fc.uniqueArray(fc.constantFrom('video', 'board'), { maxLength: 1 }),
    zoneId: fc.constantFrom(null, null, 'zone', 'lab'),
    seats: fc.option(fc.integer({ min: 1, max: 20 })),
    quantity: fc.constant(1),
  }),
)

export const anyNeed: fc.Arbitrary<Need> = fc.record({
  parts: fc.array(anyPart, { minLength: 1, maxLength: 3 }),
  minutes: fc.constantFrom(15, 30, 60, 90, 120, 240, 300),
  from: fc.constant(firstDay),
  to: fc.constantFrom(firstDay, '2026-02-28', '2026-03-01', '2026-03-02'),
  hours: fc.constantFrom(
    { from: 0, until: 1440 },
    { from: 540, until: 1020 },
    { from: 780, until: 1080 },
    { from: 600, until: 660 },
  ),
  workdaysOnly: fc.boolean(),
  headCount: fc.option(fc.integer({ min: 1, max: 40 })),
  projectId: fc.constant(null),
  teamId: fc.constant(null),
  occupantId: fc.constant(null),
})

/** Every way to fill the parts, free or not, by what the parts say alone. */
function* waysOf(need: Need, situation: Situation): Generator<{ resourceId: string; quantity: number }[]> {
  const lists = need.parts.map((part) =>
    [...situation.places.resources.values()].filter((each) => {
      if (part.ids.length > 0 && !part.ids.includes(each.id)) return false
      if (part.kinds.length > 0 && !part.kinds.includes(each.kind)) return false
      if (part.zoneId !== null && zoneOf(each, situation) !== part.zoneId) return false
      if (!part.features.every((feature) => each.features.includes(feature))) return false
      return (each.capacity ?? Infinity) * part.quantity >= (part.seats ?? 0)
    }),
  )
  const pick = function* (index: number): Generator<{ resourceId: string; quantity: number }[]> {
    if (index === lists.length) yield []
    else
      for (const each of lists[index]!)
        for (const rest of pick(index + 1))
          yield [{ resourceId: each.id, quantity: need.parts[index]!.quantity }, ...rest]
  }
  for (const way of pick(0)) if (checkNamedOnce(way, situation.places).length === 0) yield way
}

export type Legal = { start: number; ways: Set<string> }

/** The oracle: every five minutes, every way, judged by the whole rule engine. */
export function bruteForce(need: Need, situation: Situation, until = Infinity): Legal[] {
  const windows = searchWindows(need, situation)
  const inside = (time: Interval) => windows.some((each) => each.start <= time.start && time.end <= each.end)
  const ways = [...waysOf(need, situation)]
  const legal: Legal[] = []
  const from = at(need.from, '00:00')
  for (let start = from; start < at(need.to, '00:00') + DAY && start < until; start += 5 * MINUTE) {
    if (!inside({ start, end: start + need.minutes * MINUTE })) continue
    const good = ways.filter((way) => judge(proposalOf(way, start, need), situation).refusals.length === 0)
    if (good.length > 0) legal.push({ start, ways: new Set(good.map((way) => JSON.stringify(way))) })
  }
  return legal
}
