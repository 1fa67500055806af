import type { Allocation, Situation } from '../situation.ts'
import { DAY, type Interval } from '../time.ts'

/**
 * The same situation with the allocations of the window read once for each leaf and kept by days: a search asks for the same few weeks again and
 * again. Outside the window it asks the situation as before.
 */
export function nearby(situation: Situation, window: Interval): Situation {
  const leaves = new Map<string, Allocation[][]>()
  const first = Math.floor(window.start / DAY)
  const daysOf = (leafId: string): Allocation[][] => {
    const known = leaves.get(leafId)
    if (known !== undefined) return known
    const days: Allocation[][] = Array.from({ length: Math.ceil(window.end / DAY) - first }, () => [])
    for (const each of situation.allocations(leafId, window)) {
      const from = Math.max(0, Math.floor(each.start / DAY) - first)
      const last = Math.min(days.length - 1, Math.floor((each.end - 1) / DAY) - first)
      for (let day = from; day <= last; day += 1) days[day]!.push(each)
    }
    leaves.set(leafId, days)
    return days
  }
  return {
    ...situation,
    allocations: (leafId, interval) => {
      if (interval.start < window.start || interval.end > window.end) return situation.allocations(leafId, interval)
      const days = daysOf(leafId)
      const found: Allocation[] = []
      const from = Math.floor(interval.start / DAY) - first
      const last = Math.floor((interval.end - 1) / DAY) - first
      for (let day = from; day <= last; day += 1) {
        const start = (first + day) * DAY
        for (const each of days[day] ?? []) {
          if (each.start >= interval.end || each.end <= interval.start) continue
          // One that began on an earlier day of this reading was given there.
          if (day > from && each.start < start) continue
          found.push(each)
        }
      }
      return found
    },
  }
}
