import { MINUTE } from '../../../shared/scheduling/time.ts'
import { dayInterval } from '../../../shared/scheduling/zone.ts'
import { daysFrom } from '../../../shared/scheduling/civil.ts'
import { ZONE, type Centre } from './centre.ts'
import { seeded } from './measure.ts'

export type Probe = { leafId: string; start: number; end: number }

/** Half hours in the opening hours of the days from `first` on, always the same ones for the same count. */
export function probes({ places, month }: Centre, count: number, first = month.from): Probe[] {
  const random = seeded(count)
  const days = daysFrom(first, month.to).map((date) => dayInterval(date, ZONE).start)
  return Array.from({ length: count }, () => {
    const day = days[Math.floor(random() * days.length)]!
    const start = day + (510 + Math.floor(random() * 48) * 15) * MINUTE
    return { leafId: places[Math.floor(random() * places.length)]!.id, start, end: start + 30 * MINUTE }
  })
}
