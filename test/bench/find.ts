import { need as needShape, type Need } from '../../shared/operations/find.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import { findTimes, proposalOf, type FindOptions } from '../../shared/scheduling/find/findTimes.ts'
import { openSearch } from '../../shared/scheduling/find/search.ts'
import { searchWindows } from '../../shared/scheduling/find/windows.ts'
import { judge } from '../../shared/scheduling/judge.ts'
import { allocationsFor } from '../../shared/scheduling/leaves.ts'
import type { Allocation, Situation } from '../../shared/scheduling/situation.ts'
import { DAY, MINUTE } from '../../shared/scheduling/time.ts'
import { aResource } from '../support/places.ts'
import { aSituation, at } from '../support/situation.ts'
import { median, plainLine, ratioLine, seeded, timed, type Line, type Round } from './lib/measure.ts'

const ROUNDS = 5
const from = '2026-03-02'
const to = '2026-03-29'
const STEP = 15 * MINUTE

/**
 * D 2: any of 20 rooms, any of 20 instruments and any of 20 laboratories together within four weeks of 60 busy places. The anchor judges every start of the grid with
 * every pair of room and instrument in the first laboratory, which is a twentieth of all there is to judge.
 */
export function find(): Promise<Line[]> {
  const situation = busyCentre()
  const need = needShape.parse({
    parts: [{ kinds: ['meetingRoom'], seats: 6 }, { kinds: ['instrument'] }, { kinds: ['lab'] }],
    minutes: 120,
    from,
    to,
    hours: { from: 540, until: 1080 },
    workdaysOnly: true,
  })
  const options: FindOptions = { sort: 'earliest', limit: 20, perStart: 1, spread: false, counted: 2000 }
  const rounds: Round[] = []
  const cpu: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const runs = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage()
      const time = timed(() => findTimes(need, situation, options))
      const { user, system } = process.cpuUsage(before)
      cpu.push((user + system) / 1000)
      return time
    })
    const ours = median(runs)
    let legal = 0
    const anchor = timed(() => (legal = bruteForce(need, situation)))
    if (legal === 0) throw new Error('the world has no room for the triple')
    rounds.push({ ours, anchor })
  }
  return Promise.resolve([
    ratioLine('find a triple, 60 × 28 days', 'ms', 1 / 50, rounds, 'anchor: judging a twentieth of all ways'),
    plainLine('find a triple, CPU', 'ms', 100, cpu),
  ])
}

function busyCentre(): Situation {
  const random = seeded(7)
  const resources: Resource[] = Array.from({ length: 60 }, (_, index) =>
    aResource(`r${String(index).padStart(2, '0')}`, {
      kind: index < 20 ? 'meetingRoom' : index < 40 ? 'instrument' : 'lab',
      capacity: index < 20 ? 4 + (index % 10) : index < 40 ? null : 6,
      zoneId: `z${index % 4}`,
      sort: index,
      policy: index < 40 && index >= 20 ? { bufferBefore: 15, bufferAfter: 10 } : {},
    }),
  )
  const base = aSituation({ resources, change: { now: at(from, '08:00'), role: 'manager' } })
  const rows = new Map<string, Allocation[]>()
  for (const { id, policy } of resources) {
    const list: Allocation[] = []
    for (let day = 0; day < 28; day += 1) {
      let start = at(from, '08:30') + day * DAY + Math.floor(random() * 4) * STEP
      const end = at(from, '20:00') + day * DAY
      while (start < end) {
        const length = (2 + Math.floor(random() * 8)) * STEP
        const booking = { start, end: start + length, status: 'confirmed' as const }
        const place = { resourceId: id, quantity: 1, before: policy.bufferBefore ?? 0, after: policy.bufferAfter ?? 0 }
        for (const row of allocationsFor({ ...booking, resources: [place] }, base.places))
          list.push({ ...row, bookingId: `${id} ${start}`, outageId: null })
        start += length + (2 + Math.floor(random() * 10)) * STEP
      }
    }
    rows.set(id, list)
  }
  return {
    ...base,
    allocations: (leafId, interval) =>
      (rows.get(leafId) ?? []).filter((row) => row.start < interval.end && row.end > interval.start),
  }
}

function bruteForce(need: Need, situation: Situation): number {
  const world = openSearch(need, situation).situation
  const all = [...world.places.resources.values()]
  const [rooms, instruments, labs] = (['meetingRoom', 'instrument', 'lab'] as const).map((kind) =>
    all.filter((each) => each.kind === kind && (kind !== 'meetingRoom' || (each.capacity ?? 0) >= 6)),
  )
  let legal = 0
  for (const window of searchWindows(need, world)) {
    for (let start = window.start; start + need.minutes * MINUTE <= window.end; start += STEP) {
      for (const room of rooms!)
        for (const instrument of instruments!) {
          const ways = [room, instrument, labs![0]!].map((each) => ({ resourceId: each.id, quantity: 1 }))
          if (judge(proposalOf(ways, start, need), world).refusals.length === 0) legal += 1
        }
    }
  }
  return legal
}
