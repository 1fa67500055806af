/* oxlint-disable no-await-in-loop -- the large and the small take turns, op by op */
import type { Core } from '../../electron/core/coreTypes.ts'
import { addDays } from '../../shared/scheduling/civil.ts'
import { requestFor } from './lib/booking.ts'
import { makeCentre, openCentre, valueOf, type Centre } from './lib/centre.ts'
import { dropFolder, tempFolder } from './lib/folders.ts'
import { median, ratioLine, timed, timedAsync, type Line, type Round } from './lib/measure.ts'
import { millionCentre } from './lib/million.ts'
import { probes } from './lib/probes.ts'
import { freeSlots } from './lib/slots.ts'
import { openStores } from './lib/store.ts'
import { openWindowCore } from './lib/windowCore.ts'

const ROUNDS = 7
const GOAL = 1.5

/** G16: what a million bookings cost more than ten thousand: a check, a month's report, a booking from the window. */
export async function growth(): Promise<Line[]> {
  const large = await millionCentre()
  const small = await makeCentre(tempFolder('small'), 1)
  const note = `${large.bookings} ÷ ${small.bookings} bookings`
  try {
    return [
      ratioLine('growth of a check', 'µs', GOAL, checks(large, small), note),
      ratioLine('growth of a report', 'ms', GOAL, await reports(large, small), note),
      ratioLine('growth of a booking', 'ms', GOAL, await bookings(large, small), note),
    ]
  } finally {
    dropFolder(small.folder)
  }
}

function checks(large: Centre, small: Centre): Round[] {
  const [one, other] = [openStores(large.folder), openStores(small.folder)]
  const [inLarge, inSmall] = [probes(large, ROUNDS * 2000), probes(small, ROUNDS * 2000)]
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours: number[] = []
    const anchor: number[] = []
    for (let op = round * 2000; op < (round + 1) * 2000; op += 1) {
      ours.push(timed(() => one.allocations.touching(inLarge[op]!.leafId, inLarge[op]!, null)))
      anchor.push(timed(() => other.allocations.touching(inSmall[op]!.leafId, inSmall[op]!, null)))
    }
    rounds.push({ ours: median(ours) * 1000, anchor: median(anchor) * 1000 })
  }
  one.close()
  other.close()
  return rounds
}

async function reports(large: Centre, small: Centre): Promise<Round[]> {
  const [one, other] = [await openCentre(large.folder), await openCentre(small.folder)]
  const rounds: Round[] = []
  for (let round = -3; round < ROUNDS * 2; round += 1) {
    // Other days each time: what was added up before is remembered.
    const days = { from: addDays(large.month.from, round + 3), to: addDays(large.month.from, round + 10) }
    const ask = async (core: Core) => valueOf('reports.occupancy', await core.perform('reports.occupancy', days))
    const ours = await timedAsync(() => ask(one))
    const anchor = await timedAsync(() => ask(other))
    if (round >= 0) rounds.push({ ours, anchor })
  }
  await one.close()
  await other.close()
  return rounds
}

async function bookings(large: Centre, small: Centre): Promise<Round[]> {
  const [one, other] = [
    await openWindowCore(large.folder, large.secret),
    await openWindowCore(small.folder, small.secret),
  ]
  const [slots, smallSlots] = [freeSlots(large.places.length), freeSlots(small.places.length)]
  const rounds: Round[] = []
  for (let round = -1; round < ROUNDS; round += 1) {
    const ours: number[] = []
    const anchor: number[] = []
    for (let op = 0; op < 100; op += 1) {
      const request = requestFor(slots.next().value, large.places)
      const smallRequest = requestFor(smallSlots.next().value, small.places)
      ours.push(await timedAsync(async () => valueOf('bookings.create', await one.send('bookings.create', request))))
      anchor.push(
        await timedAsync(async () => valueOf('bookings.create', await other.send('bookings.create', smallRequest))),
      )
    }
    if (round >= 0) rounds.push({ ours: median(ours), anchor: median(anchor) })
  }
  await one.close()
  await other.close()
  return rounds
}
