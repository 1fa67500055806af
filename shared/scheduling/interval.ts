import type { Instant, Interval } from './time.ts'

/** Makes an interval. Refuses (throws RangeError) an end before its start and anything that is not a number; empty is allowed. */
export function interval(start: Instant, end: Instant): Interval {
  return forward({ start, end })
}

function forward<T extends Interval>(given: T): T {
  if (!(given.start <= given.end)) throw new RangeError(`interval runs backwards: ${given.start}…${given.end}`)
  return given
}

/** Whether any instant is in both. Touching ends do not overlap; an empty interval overlaps nothing. */
export function overlaps(a: Interval, b: Interval): boolean {
  return (a.start > b.start ? a.start : b.start) < (a.end < b.end ? a.end : b.end)
}

/** Whether every instant of `inner` is in `outer`; an empty `inner` is in everything. */
export function contains(outer: Interval, inner: Interval): boolean {
  return inner.start >= inner.end || (outer.start <= inner.start && inner.end <= outer.end)
}

/** Whether the instant belongs to the interval. */
export function holds(given: Interval, instant: Instant): boolean {
  return given.start <= instant && instant < given.end
}

/** The common part, or null when there is none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  forward(a)
  forward(b)
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? { start, end } : null
}

/** The parts of `list` inside `window`, in the order given; what lies outside is dropped. */
export function clip(list: readonly Interval[], window: Interval): Interval[] {
  const inside: Interval[] = []
  for (const each of list) {
    const part = intersect(each, window)
    if (part) inside.push(part)
  }
  return inside
}

/** The union: sorted, disjoint, touching pieces joined, empty ones dropped. */
export function merge(list: readonly Interval[]): Interval[] {
  const sorted = list.filter((each) => forward(each).start < each.end).sort((a, b) => a.start - b.start)
  const union: Interval[] = []
  for (const each of sorted) {
    const last = union.at(-1)
    if (last && each.start <= last.end) {
      if (each.end > last.end) last.end = each.end
    } else union.push({ start: each.start, end: each.end })
  }
  return union
}

/** What is left of the union of `list` when `holes` are taken out: sorted and disjoint. */
export function subtract(list: readonly Interval[], holes: readonly Interval[]): Interval[] {
  const cuts = merge(holes)
  const left: Interval[] = []
  let first = 0
  for (const each of merge(list)) {
    while (first < cuts.length && cuts[first]!.end <= each.start) first += 1
    let from = each.start
    for (let index = first; index < cuts.length && cuts[index]!.start < each.end; index += 1) {
      const cut = cuts[index]!
      if (cut.start > from) left.push({ start: from, end: cut.start })
      from = Math.max(from, cut.end)
    }
    if (from < each.end) left.push({ start: from, end: each.end })
  }
  return left
}

/** The part common to two lists, each of them taken as a union. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const left = merge(a)
  const right = merge(b)
  const both: Interval[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const part = intersect(left[i]!, right[j]!)
    if (part) both.push(part)
    if (left[i]!.end < right[j]!.end) i += 1
    else j += 1
  }
  return both
}

/** Sum of the lengths in ms, overlaps counted as often as they occur (merge first for the length of the union). */
export function total(list: readonly Interval[]): number {
  let sum = 0
  for (const each of list) sum += forward(each).end - each.start
  return sum
}
