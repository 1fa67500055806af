/* oxlint-disable no-await-in-loop -- ours and the anchor take turns, op by op */
import { bareTransaction } from './lib/bare.ts'
import { requestFor } from './lib/booking.ts'
import { login, makeCentre, openCentre, valueOf } from './lib/centre.ts'
import { dropFolder, tempFolder } from './lib/folders.ts'
import { median, p95, ratioLine, timed, timedAsync, type Line, type Round } from './lib/measure.ts'
import { freeSlots, type Slot } from './lib/slots.ts'
import type { ReplyTo } from '../../shared/operations/index.ts'
import { openWindowCore } from './lib/windowCore.ts'

const ROUNDS = 7
const OPS = 120
const WARM_UP = 150

/**
 * G7: how much dearer than the bare transaction a booking is, with all rules, journal and FULL: in one process, and as the window asks for it, with the
 * core in a process of its own. The goal counts for the window.
 */
export async function booking(): Promise<Line[]> {
  const folder = tempFolder('booking')
  const centre = await makeCentre(folder, 1)
  const bare = bareTransaction(folder)
  const slots = freeSlots(centre.places.length)
  try {
    const core = await openCentre(folder)
    const { token } = valueOf(
      'sessions.signIn',
      (await core.call({
        operation: 'sessions.signIn',
        input: { name: login, secret: centre.secret },
        token: null,
        door: 'desk',
      })) as never,
    )
    let count = 0
    const inside = await rounds(async () => {
      count += 1
      const input = requestFor(slots.next().value, centre.places)
      return core.call({ operation: 'bookings.create', input, requestId: `in-${count}`, token, door: 'desk' }) as never
    })
    await core.close()
    const windowCore = await openWindowCore(folder, centre.secret)
    const outside = await rounds(() =>
      windowCore.send('bookings.create', requestFor(slots.next().value, centre.places)),
    )
    await windowCore.close()
    return [
      ratioLine('booking in one process', 'ms', 2.5, inside.rounds, `p95 ${inside.p95.toFixed(2)} ms`),
      ratioLine('booking from the window', 'ms', 2.5, outside.rounds, `p95 ${outside.p95.toFixed(2)} ms`),
    ]
  } finally {
    bare.close()
    dropFolder(folder)
  }

  async function rounds(create: () => Promise<ReplyTo<'bookings.create'>>): Promise<{ rounds: Round[]; p95: number }> {
    const bareSlots = freeBare()
    const done = async () => valueOf('bookings.create', await create())
    for (let warm = 0; warm < WARM_UP; warm += 1) {
      await done()
      const { place, start, end } = bareSlots.next().value
      bare.write(place, start, end)
    }
    const all: number[] = []
    const found: Round[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const ours: number[] = []
      const anchor: number[] = []
      for (let op = 0; op < OPS; op += 1) {
        const { place, start, end } = bareSlots.next().value
        anchor.push(timed(() => bare.write(place, start, end)))
        ours.push(await timedAsync(done))
      }
      all.push(...ours)
      found.push({ ours: median(ours), anchor: median(anchor) })
    }
    return { rounds: found, p95: p95(all) }
  }
}

let nextBare = 0
function* freeBare(): Generator<Slot, never> {
  for (;;) {
    nextBare += 1
    const start = 1e12 + nextBare * 3_600_000
    yield { place: nextBare % 60, start, end: start + 1_800_000 }
  }
}
