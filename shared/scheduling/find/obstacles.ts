import type { RuleRefusal } from '../../refusals.ts'
import { onGrid } from '../rules/rule.ts'
import { MINUTE, type Instant } from '../time.ts'
import { serving, suitable } from './candidates.ts'
import { reasonsAgainst, type Sought } from './findTimes.ts'
import type { Search } from './search.ts'
import { searchWindows } from './windows.ts'

/** A reason why earlier times were not to be had: at how many of the starts looked at it stood in the way, the first and the last of them. */
export type Obstacle = { refusal: RuleRefusal; starts: number; first: Instant; last: Instant }

const STEP = 30
const MOST_STARTS = 60
const MOST_WAYS = 3

/**
 * Why nothing earlier: the best fitting places are judged at every half hour before `before` (the whole range when there is no answer), and their reasons
 * counted, each thing in the way once, in the order in which they come. Bounded: 60 starts, three ways of places. Times that nobody
 * could book, because they are past or beyond the hours asked for, give no reason.
 */
export function obstaclesBefore(need: Sought, search: Search, before: Instant | null, most: number): Obstacle[] {
  const { situation } = search
  const ways = bestWays(need, search)
  const found = new Map<string, Obstacle>()
  let looked = 0
  for (const window of searchWindows(need, situation)) {
    let start = onGrid(window.start, STEP, situation.zone)
    for (; start + need.minutes * MINUTE <= window.end; start = onGrid(start + MINUTE, STEP, situation.zone)) {
      if (start < situation.now) continue
      if ((before !== null && start >= before) || looked >= MOST_STARTS) return sorted(found, most)
      looked += 1
      const here = new Set<string>()
      for (const way of ways) {
        for (const refusal of reasonsAgainst(way, start, need, situation)) {
          const key = keyOf(refusal)
          const known = found.get(key)
          if (known === undefined) found.set(key, { refusal, starts: 1, first: start, last: start })
          else if (!here.has(key)) {
            known.starts += 1
            known.last = start
          }
          here.add(key)
        }
      }
    }
  }
  return sorted(found, most)
}

function sorted(found: Map<string, Obstacle>, most: number): Obstacle[] {
  return [...found.values()]
    .sort((a, b) => b.starts - a.starts || a.first - b.first)
    .slice(0, most)
    .sort((a, b) => a.first - b.first)
}

/** One thing in the way is one reason, however many starts it blocks. */
function keyOf(refusal: RuleRefusal): string {
  if (refusal.code === 'overlaps') return `overlaps ${refusal.resourceId} ${refusal.bookingId ?? refusal.start}`
  if (refusal.code === 'outage') return `outage ${refusal.outageId}`
  if (refusal.code === 'closedDay' || refusal.code === 'outsideHours')
    return `${refusal.code} ${refusal.resourceId} ${refusal.date}`
  return `${refusal.code} ${refusal.resourceId}`
}

/** The first few ways to fill the parts by fit alone, free or not; each next one changes one part. */
function bestWays(need: Sought, { situation }: Search): { resourceId: string; quantity: number }[][] {
  const lists = need.parts.map((part) =>
    suitable(part, need, situation).map((each) => ({ resourceId: each.id, quantity: part.quantity })),
  )
  // Where nothing suits at this length, the place that comes nearest says why: too short for it, too long, down.
  lists.forEach((list, index) => {
    const part = need.parts[index]!
    const near = list.length > 0 ? undefined : (serving(part, situation)[0]?.id ?? part.ids[0])
    if (near !== undefined) list.push({ resourceId: near, quantity: part.quantity })
  })
  if (lists.some((list) => list.length === 0)) return []
  const first = lists.map((list) => list[0]!)
  const ways = [first]
  lists.forEach((list, part) => {
    for (const other of list.slice(1, MOST_WAYS)) ways.push(first.map((each, at) => (at === part ? other : each)))
  })
  return ways.slice(0, Math.max(MOST_WAYS, lists.length))
}
