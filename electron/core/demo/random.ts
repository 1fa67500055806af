/** A small seeded generator (mulberry32): the same seed gives the same centre on every machine. Not for secrets. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of the list, each as likely as the next. */
  pick<T>(list: readonly T[]): T
  /** One of the list by weight; weights need not sum to one. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
}

/** Starts a generator from a seed and a word, so that one day's plan does not depend on how many numbers another day took. */
export function randomFrom(seed: number, word = ''): Random {
  let state = seed >>> 0
  for (let index = 0; index < word.length; index += 1)
    state = Math.imul(state ^ word.charCodeAt(index), 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        left -= weight
        if (left < 0) return value
      }
      return list.at(-1)![0]
    },
  }
}
