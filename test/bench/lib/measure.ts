/** One measured goal: ours and the anchor in the same unit, of the same run. `ratio` is the median of the rounds' ratios. */
export type Line = {
  name: string
  unit: string
  ours: number
  anchor: number | null
  ratio: number
  min: number
  max: number
  goal: number
  ok: boolean
  /** More to know, e.g. the 95th percentile; no goal. */
  note?: string
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) throw new Error('nothing was measured')
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]!
}

export type Round = { ours: number; anchor: number }

/** A goal on a ratio: the median of the rounds must not exceed `goal`. */
export function ratioLine(name: string, unit: string, goal: number, rounds: readonly Round[], note?: string): Line {
  const ratios = rounds.map((round) => round.ours / round.anchor)
  const ratio = median(ratios)
  return {
    name,
    unit,
    ours: median(rounds.map((round) => round.ours)),
    anchor: median(rounds.map((round) => round.anchor)),
    ratio,
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    goal,
    ok: ratio <= goal,
    ...(note === undefined ? {} : { note }),
  }
}

/** A goal on a figure of our own, without an anchor: the median of the rounds must not exceed `goal`. */
export function plainLine(name: string, unit: string, goal: number, values: readonly number[], note?: string): Line {
  const ours = median(values)
  return {
    name,
    unit,
    ours,
    anchor: null,
    ratio: ours,
    min: Math.min(...values),
    max: Math.max(...values),
    goal,
    ok: ours <= goal,
    ...(note === undefined ? {} : { note }),
  }
}

/** Milliseconds a piece of work takes. */
export function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

/** Milliseconds until what `work` promises is there. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Numbers that look random and are the same in every run (mulberry32): 0 ≤ x < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
