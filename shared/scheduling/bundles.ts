import type { Bundle, BundlePart } from '../operations/bundles.ts'
import type { Resource } from '../operations/resources.ts'
import type { Refusal, RuleCode } from '../refusals.ts'
import { serving } from './find/candidates.ts'
import { judge } from './judge.ts'
import { checkNamedOnce, placeTime } from './leaves.ts'
import type { Places, Proposal, Situation } from './situation.ts'
import { MINUTE } from './time.ts'

/**
 * Mistakes of a bundle, all of them: places that are not there or cannot be booked, more units than a pool has, parts that take the same place (twice,
 * whole and part, or excluding each other), and an offset after which a part would end before it begins.
 */
export function checkBundle(bundle: Pick<Bundle, 'minutes' | 'parts'>, places: Places): Refusal[] {
  const refusals: Refusal[] = []
  bundle.parts.forEach((part, index) => {
    const path = `bundle.parts.${index}`
    const { start, end } = placeTime({ start: 0, end: bundle.minutes * MINUTE }, part)
    if (end <= start) refusals.push({ code: 'badInput', path: `${path}.offset`, why: 'endBeforeStart' })
    if (part.resourceId === null) return
    const resource = places.resources.get(part.resourceId)
    if (resource === undefined) refusals.push({ code: 'notFound', what: 'resource', id: part.resourceId })
    else if (resource.retired || !resource.bookable)
      refusals.push({ code: 'badInput', path: `${path}.resourceId`, why: 'notAllowedValue', given: resource.name })
    else if (part.quantity > resource.units)
      refusals.push({ code: 'badInput', path: `${path}.quantity`, why: 'tooLarge', limit: resource.units })
  })
  const named = bundle.parts.map(({ resourceId }) => ({ resourceId: resourceId ?? '' }))
  for (const refusal of checkNamedOnce(named, places)) {
    if (refusal.code !== 'badInput') continue
    const index = refusal.path.split('.')[1]
    const given = places.resources.get(refusal.given ?? '')?.name ?? ''
    refusals.push({ ...refusal, path: `bundle.parts.${index}.resourceId`, given })
  }
  return refusals
}

export type Filled = {
  places: { resourceId: string; quantity: number; offset?: { start: number; end: number } }[]
  missing: number[]
}

/**
 * The places of a bundle at a time, in the order of its parts. An open part becomes the first place that fits and is free at its own time, so chosen that
 * as many parts as possible have one; where none is free, the first that fits, so that its reasons are told. Optional parts whose place is taken, and
 * parts that nothing fits, are `missing`.
 */
export function fillBundle(
  bundle: Pick<Bundle, 'parts'>,
  asked: Omit<Proposal, 'resources'>,
  situation: Situation,
): Filled {
  const { places } = situation
  const chosen: (Resource | null)[] = bundle.parts.map(({ resourceId }) =>
    resourceId === null ? null : (places.resources.get(resourceId) ?? null),
  )
  bundle.parts.forEach((part, index) => {
    const resource = chosen[index]
    if (part.optional && resource && isTaken(resource, part, asked, situation)) chosen[index] = null
  })
  const open = bundle.parts.flatMap((part, index) => {
    if (part.resourceId !== null) return []
    const fitting = serving({ ...part, ids: [], zoneId: null }, situation)
    return [{ index, part, fitting, free: fitting.filter((each) => isFree(each, part, asked, situation)) }]
  })
  const taken = new Set(chosen.flatMap((resource) => leavesOf(resource, places)))
  for (const [at, resource] of assign(
    open.map(({ free }) => free),
    taken,
    places,
  ).entries()) {
    const { index, part, fitting } = open[at]!
    const stands = (each: Resource) => part.optional && isTaken(each, part, asked, situation)
    const second = fitting.find((each) => !touches(each, taken, places) && !stands(each)) ?? null
    chosen[index] = resource ?? second
    if (resource === null) for (const leaf of leavesOf(second, places)) taken.add(leaf)
  }
  const filled: Filled = { places: [], missing: [] }
  bundle.parts.forEach(({ quantity, offset }, index) => {
    const resource = chosen[index] ?? null
    if (resource === null) filled.missing.push(index)
    else filled.places.push({ resourceId: resource.id, quantity, ...(offset === undefined ? {} : { offset }) })
  })
  return filled
}

type Fits = (resource: Resource, part: BundlePart, asked: Omit<Proposal, 'resources'>, situation: Situation) => boolean

/** Whether every rule of the place itself lets the part have it; rules about people and heads look at the whole booking. */
const isFree: Fits = (resource, part, asked, situation) =>
  reasons(resource, part, asked, situation).every((code) => code === 'needsAlso')

const takenBy: readonly RuleCode[] = ['overlaps', 'noUnitsLeft', 'outage', 'notBookable']
/** Whether something else holds the place; another hour would not be refused for that. */
const isTaken: Fits = (resource, part, asked, situation) =>
  reasons(resource, part, asked, situation).some((code) => takenBy.includes(code))

function reasons(
  resource: Resource,
  { quantity, offset }: BundlePart,
  asked: Omit<Proposal, 'resources'>,
  situation: Situation,
): RuleCode[] {
  const { party: _party, ...rest } = asked
  const proposal = { ...rest, headCount: null, resources: [{ resourceId: resource.id, quantity, offset }] }
  return judge(proposal, situation).refusals.map(({ code }) => code)
}

const leavesOf = (resource: Resource | null | undefined, places: Places) =>
  resource ? (places.leavesOf.get(resource.id) ?? []) : []
const touches = (resource: Resource, taken: ReadonlySet<string>, places: Places) =>
  leavesOf(resource, places).some((leaf) => taken.has(leaf))

/** More tries than any real centre needs. */
const MOST_TRIES = 2000

/** One place for each list, none taking another's leaves; null where it cannot be helped. Adds the leaves of the choice to `taken`. */
function assign(lists: readonly Resource[][], taken: Set<string>, places: Places): (Resource | null)[] {
  let best: (Resource | null)[] = lists.map(() => null)
  let bestCount = -1
  let tries = 0
  const choice: (Resource | null)[] = []
  const walk = (at: number, count: number): void => {
    if (bestCount === lists.length || tries > MOST_TRIES || count + lists.length - at <= bestCount) return
    if (at === lists.length) {
      best = [...choice]
      bestCount = count
      return
    }
    for (const resource of lists[at]!) {
      if (touches(resource, taken, places)) continue
      tries += 1
      const leaves = leavesOf(resource, places)
      for (const leaf of leaves) taken.add(leaf)
      choice[at] = resource
      walk(at + 1, count + 1)
      for (const leaf of leaves) taken.delete(leaf)
    }
    choice[at] = null
    walk(at + 1, count)
  }
  walk(0, 0)
  for (const resource of best) for (const leaf of leavesOf(resource, places)) taken.add(leaf)
  return best
}
