import type { Candidate } from './candidates.ts'

/** A place for each part, in the order of the parts; the lower `cost` is better. */
export type Choice = { places: readonly Candidate[]; waste: number; zones: number; cost: number }

const WASTE = 64

/**
 * The best `most` ways to serve all parts at once: fewest seats to spare, then fewest zones, then the order of the candidates. No place twice, no whole
 * with its part, no two that exclude each other; together they hold `headCount`. `alike[i]`: part i asks for the same as part i − 1, so that
 * the same places in another order are no other choice. Branch and bound: complete, and short where the best comes early.
 */
export function choose(
  parts: readonly (readonly Candidate[])[],
  alike: readonly boolean[],
  headCount: number | null,
  most: number,
): Choice[] {
  const best: Choice[] = []
  const chosen: Candidate[] = []
  const least = suffix(parts, (part) => Math.min(...part.map((each) => each.waste)))
  const roomiest = suffix(parts, (part) => Math.max(...part.map(seatsOf)))
  const full = () => best.length >= most
  const visit = (index: number, from: number, waste: number, seats: number, hasSpace: boolean) => {
    const zones = new Set(chosen.map((each) => each.zoneId)).size
    const bound = (waste + least[index]!) * WASTE + zones
    if (full() && bound >= best.at(-1)!.cost) return
    if (headCount !== null && hasSpace && seats + roomiest[index]! < headCount) return
    if (index === parts.length) {
      const choice = { places: [...chosen], waste, zones, cost: bound }
      const at = best.findIndex((each) => each.cost > bound)
      best.splice(at < 0 ? best.length : at, 0, choice)
      if (best.length > most) best.pop()
      return
    }
    const part = parts[index]!
    for (let at = from; at < part.length; at += 1) {
      const each = part[at]!
      if (chosen.some((other) => other.leaves.some((leaf) => each.leaves.includes(leaf)))) continue
      chosen.push(each)
      const space = each.resource.kind !== 'instrument'
      visit(index + 1, alike[index + 1] ? at + 1 : 0, waste + each.waste, seats + seatsOf(each), hasSpace || space)
      chosen.pop()
    }
  }
  if (parts.every((part) => part.length > 0)) visit(0, 0, 0, 0, false)
  return best
}

function seatsOf({ resource, quantity }: Candidate): number {
  if (resource.kind === 'instrument') return 0
  return resource.capacity === null ? Infinity : resource.capacity * quantity
}

function suffix<T>(parts: readonly T[], value: (part: T) => number): number[] {
  const sums = [0]
  for (let index = parts.length - 1; index >= 0; index -= 1) sums.unshift(sums[0]! + value(parts[index]!))
  return sums
}
