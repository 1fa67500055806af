import { addDays, weekdayOf } from '../../../shared/scheduling/civil.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { dateOf, dayInterval } from '../../../shared/scheduling/zone.ts'
import { ZONE } from './centre.ts'

export type Slot = { place: number; start: number; end: number }

/** Free half hours of the coming working days within the horizon of 30 days, spread over the rooms; each once. */
export function* freeSlots(places: number): Generator<Slot, never> {
  const today = dateOf(Date.now(), ZONE)
  for (let day = 1; day < 29; day += 1) {
    const date = addDays(today, day)
    if (weekdayOf(date) > 4) continue
    const { start: midnight } = dayInterval(date, ZONE)
    for (let half = 0; half < 24; half += 1) {
      for (let place = 0; place < places; place += 1) {
        const start = midnight + (510 + half * 30) * MINUTE
        yield { place, start, end: start + 30 * MINUTE }
      }
    }
  }
  throw new Error('no free slots are left')
}
