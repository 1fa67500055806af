import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openMemory, settingsBeforeSetUp } from '../../electron/core/memory.ts'
import { figuresByLeaves } from '../../electron/core/reports/byLeaves.ts'
import { figuresByRows } from '../../electron/core/reports/byRows.ts'
import { orderOf, reportedIds } from '../../electron/core/reports/occupancy.ts'
import { Collision } from '../../electron/storage/stores.ts'
import type { OccupancyInput } from '../../shared/operations/reports.ts'
import { allocationsFor, outageRows } from '../../shared/scheduling/leaves.ts'
import { DAY, MINUTE } from '../../shared/scheduling/time.ts'
import { daysInterval } from '../../shared/scheduling/zone.ts'
import { aBooking, aResource, anOutage, inMemory } from '../storage/make.ts'

const resources = [
  aResource('room'),
  aResource('partA', { capacity: 40, bookable: false }),
  aResource('partB', { capacity: 24 }),
  aResource('hall', { capacity: 64, partIds: ['partA', 'partB'], kind: 'roadshowHall' }),
  aResource('pool', { units: 3, capacity: 2, kind: 'desk' }),
  aResource('tool', { capacity: null, kind: 'instrument' }),
  aResource('other', { capacity: 0, kind: 'instrument' }),
  aResource('old', { retired: true }),
]
const codes = ['room', 'partA', 'partB', 'hall', 'pool', 'tool', 'other', 'old']
const exclusion = { id: 'x1', name: 'x', resourceIds: ['tool', 'other'], retired: false }
/** Two days before the report's days and two after, in quarters of an hour. */
const QUARTERS = 9 * 96

const anyBooking = fc.record({
  codes: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  start: fc.integer({ min: 0, max: QUARTERS }),
  length: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 24 }) }, fc.integer({ min: 25, max: 400 })),
  status: fc.constantFrom(
    ...([
      'confirmed',
      'confirmed',
      'inUse',
      'completed',
      'completed',
      'tentative',
      'pending',
      'cancelled',
      'noShow',
      'rejected',
    ] as const),
  ),
  came: fc.integer({ min: -30, max: 30 }),
  left: fc.integer({ min: -120, max: 90 }),
  before: fc.constantFrom(0, 15, 45, 90),
  after: fc.constantFrom(0, 30, 60, 600),
  heads: fc.option(fc.integer({ min: 1, max: 70 })),
})
const anyOutage = fc.record({
  code: fc.constantFrom(...codes),
  start: fc.integer({ min: 0, max: QUARTERS }),
  length: fc.integer({ min: 1, max: 60 }),
})
const anyChoice: fc.Arbitrary<Pick<OccupancyInput, 'resourceIds' | 'kinds'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.record({ resourceIds: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }) }),
  fc.record({ kinds: fc.constant(['meetingRoom', 'desk'] as ('meetingRoom' | 'desk')[]) }),
)

it('gives the same figures from what occupies the leaves as from the bookings one by one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'),
      fc.array(anyBooking, { maxLength: 40 }),
      fc.array(anyOutage, { maxLength: 4 }),
      fc.integer({ min: 0, max: QUARTERS }),
      anyChoice,
      (zone, bookings, outages, asOf, choice) => {
        const storage = inMemory()
        // The clocks change in Berlin and on Lord Howe Island within these days or beside them.
        const [from, to] = ['2026-10-22', '2026-10-27']
        const period = daysInterval(from, to, zone)
        const first = period.start - 2 * DAY
        const at = (quarter: number) => first + quarter * 15 * MINUTE
        const memory = openMemory(storage)
        storage.write(() => {
          storage.places.saveZone({ id: 'z', code: 'Z', name: '一区', nameEn: '', sort: 0, retired: false })
          for (const resource of resources) storage.places.saveResource(resource)
          storage.places.saveExclusion(exclusion)
          storage.centre.saveSettings({ ...settingsBeforeSetUp, zone })
        })
        memory.forget('everything')
        const places = memory.places()
        storage.write(() => storage.allocations.setLeaves([...places.leaves.values()]))
        for (const { code, start, length } of outages) {
          const outage = anOutage({ resourceId: code, start: at(start), end: at(start + length) })
          tolerant(() =>
            storage.write(() => {
              storage.outages.insert(outage)
              storage.allocations.setOutage(outage.id, outageRows(code, outage, places))
            }),
          )
        }
        for (const { codes: wanted, quantity, status, start, length, came, left, before, after, heads } of bookings) {
          const used = status === 'inUse' || status === 'completed'
          const booking = aBooking({
            status,
            start: at(start),
            end: at(start + length),
            headCount: heads,
            checkedInAt: used ? at(start) + came * MINUTE : null,
            checkedOutAt: status === 'completed' ? at(start + length) + left * MINUTE : null,
            resources: wanted.map((resourceId) => ({
              resourceId,
              quantity: resourceId === 'pool' ? quantity : 1,
              before,
              after,
            })),
          })
          tolerant(() => storage.write(() => storage.bookings.insert(booking, '', allocationsFor(booking, places))))
        }
        const input = { from, to, ...choice }
        const order = orderOf({ stores: storage, memory, now: at(asOf) }, input)
        const near = { start: period.start - DAY, end: period.end + DAY }
        const byLeaves = figuresByLeaves(order, near, reportedIds(places, input), storage)
        const byRows = figuresByRows(order, storage.bookings.range({ interval: near }), storage.reports.outages(period))
        expect(byLeaves).toEqual(byRows)
        storage.close()
      },
    ),
    { numRuns: 80 },
  )
})

/** What finds its place taken is left out. */
function tolerant(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Collision)) throw error
  }
}
