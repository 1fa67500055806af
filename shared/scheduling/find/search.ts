import type { Need } from '../../operations/find.ts'
import { addDays } from '../civil.ts'
import type { Situation } from '../situation.ts'
import { MINUTE } from '../time.ts'
import { daysInterval } from '../zone.ts'
import { rememberFree, widestBuffer, type FreeMemory } from './candidates.ts'
import { nearby } from './nearby.ts'

/** What several questions about the same weeks share: the allocations read once, the free stretches worked out once. */
export type Search = { situation: Situation; free: FreeMemory }

/** Opens a search over the days of a need, and `daysMore` after them for the relaxed condition of later days. */
export function openSearch(need: Need, situation: Situation, daysMore = 0): Search {
  const days = daysInterval(need.from, addDays(need.to, 1 + daysMore), situation.zone)
  const edge = widestBuffer(situation) * MINUTE
  const near = nearby(situation, { start: days.start - edge, end: days.end + edge })
  return { situation: near, free: rememberFree(days, near) }
}
