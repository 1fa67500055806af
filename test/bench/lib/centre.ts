import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openCore } from '../../../electron/core/core.ts'
import type { Core } from '../../../electron/core/coreTypes.ts'
import type { Input, OperationName, ReplyTo, Value } from '../../../shared/operations/index.ts'
import { daysFrom } from '../../../shared/scheduling/civil.ts'
import { dayInterval } from '../../../shared/scheduling/zone.ts'
import { fillWithBookings } from './generate.ts'

export const LEAVES = 60
export const MONTHS = 79
/** The zone of a centre that was not told another one. */
export const ZONE = 'Asia/Shanghai'
/** Of the person at the desk who makes the bookings of the bench. */
export const login = 'desk'

export type Place = { id: string; capacity: number }
export type Centre = {
  folder: string
  secret: string
  places: readonly Place[]
  /** The last full month before today, the newest one with bookings: half-open days. */
  month: { from: string; to: string }
  bookings: number
}

/** The value of a reply; throws with the reasons when it was refused. */
export function valueOf<N extends OperationName>(name: N, reply: ReplyTo<N>): Value<N> {
  if (reply.ok) return reply.value
  throw new Error(`${name} was not done: ${JSON.stringify(reply)}`)
}

/** Opens the product's own core on a data folder; throws with the reasons when it does not open. */
export async function openCentre(folder: string): Promise<Core> {
  const opened = await openCore({ folder, make: true, version: '0.0.0-bench' })
  if ('refusals' in opened) throw new Error(JSON.stringify(opened.refusals))
  return opened.core
}

/**
 * A centre of 60 rooms on disk with `months` full months of bookings, about 12,700 a month (79 months: one million). The newest month is the same
 * whatever `months` is. Open on working days 08:30–21:00, holidays too, so that a run on any day finds the same hours.
 */
export async function makeCentre(folder: string, months: number): Promise<Centre> {
  const core = await openCentre(folder)
  const done = async <N extends OperationName>(name: N, input: Input<N>) =>
    valueOf(name, await core.perform(name, input))
  const secret = randomBytes(12).toString('base64url')
  const window = [{ from: 510, until: 1260 }]
  const days = Array.from({ length: 7 }, (_, day) => (day < 5 ? window : []))
  const zone = await done('zones.save', { zone: { code: 'A', name: '公共区' } })
  const places: Place[] = []
  for (let index = 0; index < LEAVES; index += 1) {
    const capacity = 4 + (index % 9) * 2
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person sets them up
    const { id } = await done('resources.save', {
      resource: {
        code: `R${String(index + 1).padStart(2, '0')}`,
        name: `会议室 ${index + 1}`,
        kind: 'meetingRoom',
        zoneId: zone.id,
        capacity,
        areaM2: capacity * 2,
        policy: { openHours: { days, makeupWorkday: null, holiday: window } },
      },
    })
    places.push({ id, capacity })
  }
  const person = await done('people.save', { person: { name: '前台', role: 'frontDesk', login, secret } })
  await core.close()
  const to = firstOfMonth(new Date(), 0)
  const from = firstOfMonth(new Date(), -1)
  const first = firstOfMonth(new Date(), -months)
  const bookings = fillWithBookings(join(folder, 'hengtong.db'), {
    places,
    bookerId: person.id,
    days: daysFrom(first, to).map((date) => dayInterval(date, ZONE).start),
  })
  return { folder, secret, places, month: { from, to }, bookings }
}

function firstOfMonth(now: Date, shift: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + shift, 1)).toISOString().slice(0, 10)
}
