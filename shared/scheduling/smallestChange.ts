import type { RuleCode, RuleRefusal } from '../refusals.ts'
import { stepOf } from './freeSlots.ts'
import { judge } from './judge.ts'
import { checkNamedOnce } from './leaves.ts'
import { knob } from './policy.ts'
import { blockRuns } from './rules/blocks.ts'
import { onGrid } from './rules/rule.ts'
import { dateAfter } from './rules/windows.ts'
import type { Proposal, Situation } from './situation.ts'
import { addDays, daysBetween } from './civil.ts'
import { DAY, MINUTE, type Instant } from './time.ts'
import { dateOf, toInstant, toWall } from './zone.ts'

/**
 * The smallest change of a proposal after which the refusing rule no longer refuses: shorter, later, earlier, on the step, fewer units, another day,
 * another place, a place more. Null where nothing that can be asked for differently would help. The other rules may still have their reasons.
 */
export function smallestChange(refusal: RuleRefusal, proposal: Proposal, situation: Situation): Proposal | null {
  const before = new Set(proposal.resources.map((each) => each.resourceId))
  for (const changed of candidates(refusal, proposal, situation)) {
    if (changed.start >= changed.end || checkNamedOnce(changed.resources, situation.places).length > 0) continue
    const concerned = new Set([refusal.resourceId])
    for (const { resourceId } of changed.resources) if (!before.has(resourceId)) concerned.add(resourceId)
    const { refusals, warnings } = judge(changed, situation)
    const refuses = (each: RuleRefusal) => each.code === refusal.code && concerned.has(each.resourceId)
    if (!refusals.some(refuses) && !warnings.some(refuses)) return changed
  }
  return null
}

type Ways<C extends RuleCode> = (
  refusal: Extract<RuleRefusal, { code: C }>,
  proposal: Proposal,
  situation: Situation,
) => Iterable<Proposal>

const none = () => []

/** How each rule may be satisfied, the smallest change first. A code without a case does not compile. */
const ways: { [C in RuleCode]: Ways<C> } = {
  overlaps: otherTimeThenPlace,
  outage: otherTimeThenPlace,
  *noUnitsLeft(refusal, proposal, situation) {
    if (refusal.free > 0) yield withPlace(proposal, refusal.resourceId, { quantity: refusal.free })
    yield* otherTimeThenPlace(refusal, proposal, situation)
  },
  closedDay: otherTime,
  outsideHours: otherTime,
  blackout: otherTime,
  quietHours: otherTime,
  reserved: otherTime,
  samePersonTwice: otherTime,
  *gapTooShort(refusal, proposal, situation) {
    yield* shortened(proposal, situation)
    yield startAt(proposal, refusal.earliest)
    yield* otherTime(refusal, proposal, situation)
  },
  offStep: ({ stepMinutes }, proposal, { zone }) => snapped(proposal, stepMinutes, zone),
  offBlock: ({ blocks }, proposal, { zone }) =>
    [0, 1, -1, 2, -2]
      .flatMap((days) => blockRuns(blocks, dateAfter(proposal.start, days, zone), zone))
      .toSorted((a, b) => distance(a, proposal) - distance(b, proposal))
      .map((run) => ({ ...proposal, ...run })),
  tooShort: ({ limitMinutes }, proposal) => [
    { ...proposal, end: proposal.start + limitMinutes * MINUTE },
    { ...proposal, start: proposal.end - limitMinutes * MINUTE },
  ],
  *tooLong({ limitMinutes }, proposal, situation) {
    const step = stepOf(proposal.resources, situation)
    yield { ...proposal, end: proposal.start + Math.max(step, limitMinutes - (limitMinutes % step)) * MINUTE }
    yield { ...proposal, end: proposal.start + limitMinutes * MINUTE }
  },
  inPast: ({ earliest }, proposal) => [startAt(proposal, earliest)],
  tooSoon: ({ earliest }, proposal) => [startAt(proposal, earliest)],
  tooFar({ latest }, proposal, { zone }) {
    const days = Math.floor((proposal.start - latest) / DAY)
    return [1, 2, 3].map((more) => onDay(proposal, -(days + more), zone))
  },
  overCapacity: (refusal, proposal, situation) =>
    otherPlaces(refusal, proposal, situation, ({ capacity }) => capacity !== null),
  tooFew: (refusal, proposal, situation) => otherPlaces(refusal, proposal, situation, () => true),
  notBookable: (refusal, proposal, situation) => otherPlaces(refusal, proposal, situation, () => true),
  projectOutsideTerm({ startOn, endOn }, proposal, { zone }) {
    const day = dateOf(proposal.start, zone)
    const long = daysBetween(day, dateOf(proposal.end - 1, zone))
    return [startOn, addDays(endOn, -long)].map((to) => onDay(proposal, daysBetween(day, to), zone))
  },
  personLimit: withinLimit,
  teamQuota: withinLimit,
  needsAlso(refusal, proposal) {
    const asking = proposal.resources.find((each) => each.resourceId === refusal.resourceId)
    const place = { resourceId: refusal.neededId, quantity: 1, offset: asking?.offset }
    return [{ ...proposal, resources: [...proposal.resources, place] }]
  },
  // Another booking has to go, or somebody has to decide: no other time or place would help.
  openLimit: none,
  changeTooLate: none,
  cancelTooLate: none,
  // A series is shortened where its dates are chosen.
  seriesTooLong: none,
}

function candidates(refusal: RuleRefusal, proposal: Proposal, situation: Situation): Iterable<Proposal> {
  return (ways[refusal.code] as Ways<RuleCode>)(refusal, proposal, situation)
}

type Times = { start: Instant; end: Instant }

const distance = (a: Times, b: Times) => Math.abs(a.start - b.start) + Math.abs(a.end - b.end)

function startAt(proposal: Proposal, start: Instant): Proposal {
  return { ...proposal, start, end: start + proposal.end - proposal.start }
}

/** The same wall time some days on; the length stays. */
function onDay(proposal: Proposal, days: number, zone: string): Proposal {
  const wall = toWall(proposal.start, zone)
  return startAt(proposal, toInstant({ date: addDays(wall.date, days), minute: wall.minute }, zone))
}

function withPlace(proposal: Proposal, resourceId: string, change: Partial<Proposal['resources'][number]>): Proposal {
  const resources = proposal.resources.map((each) => (each.resourceId === resourceId ? { ...each, ...change } : each))
  return { ...proposal, resources }
}

/** Shorter by one step, by two …, never below what the places ask: cut at the end, then at the start. */
function* shortened(proposal: Proposal, situation: Situation): Iterable<Proposal> {
  const step = stepOf(proposal.resources, situation) * MINUTE
  const shortest = shortestOf(proposal, situation)
  for (let less = step; proposal.end - proposal.start - less >= Math.max(step, shortest); less += step) {
    yield { ...proposal, end: proposal.end - less }
    yield { ...proposal, start: proposal.start + less }
  }
}

function shortestOf({ resources }: Proposal, { places, policies }: Situation): number {
  const minutes = resources.map(({ resourceId }) => {
    const resource = places.resources.get(resourceId)
    return resource === undefined ? 0 : knob(resource, policies, 'minMinutes').value
  })
  return Math.max(0, ...minutes) * MINUTE
}

const DAYS_AROUND = 35

/** Nearest first: shorter and moved by one step, by two … within a day; then the same time on the days around. */
function* otherTime(_refusal: RuleRefusal, proposal: Proposal, situation: Situation): Iterable<Proposal> {
  const step = stepOf(proposal.resources, situation) * MINUTE
  const shorter = shortened(proposal, situation)[Symbol.iterator]()
  for (let by = step; by <= DAY; by += step) {
    for (let cut = 0; cut < 2; cut += 1) {
      const next = shorter.next()
      if (next.done !== true) yield next.value
    }
    yield startAt(proposal, proposal.start + by)
    if (proposal.start - by >= situation.now) yield startAt(proposal, proposal.start - by)
  }
  for (let days = 1; days <= DAYS_AROUND; days += 1) {
    yield onDay(proposal, days, situation.zone)
    const earlier = onDay(proposal, -days, situation.zone)
    if (earlier.start >= situation.now) yield earlier
  }
}

function* otherTimeThenPlace(refusal: RuleRefusal, proposal: Proposal, situation: Situation): Iterable<Proposal> {
  yield* otherTime(refusal, proposal, situation)
  yield* otherPlaces(refusal, proposal, situation, () => true)
}

/** The start and the end each to one of the grid's neighbours, the least moved first. */
function snapped(proposal: Proposal, stepMinutes: number, zone: string): Proposal[] {
  const step = stepMinutes * MINUTE
  const later = onGrid(proposal.start, stepMinutes, zone)
  const starts = later === proposal.start ? [later] : [later, onGrid(later - step, stepMinutes, zone)]
  const steps = (proposal.end - proposal.start) / step
  const lengths = [...new Set([Math.max(1, Math.round(steps)), Math.max(1, Math.floor(steps)), Math.ceil(steps)])]
  return starts
    .flatMap((start) => lengths.map((length) => ({ start, end: start + length * step })))
    .toSorted((a, b) => distance(a, proposal) - distance(b, proposal))
    .map((times) => ({ ...proposal, ...times }))
}

type Place = NonNullable<ReturnType<Situation['places']['resources']['get']>>

/** Another place instead: of the same kind, then any other space for people; the nearest in size first. */
function otherPlaces(
  refusal: RuleRefusal,
  proposal: Proposal,
  { places }: Situation,
  fits: (place: Place) => boolean,
): Proposal[] {
  const wanted = places.resources.get(refusal.resourceId)
  if (wanted === undefined) return []
  const heads = proposal.headCount ?? 0
  const size = ({ capacity }: Place) => Math.abs((capacity ?? 0) - Math.max(heads, 1))
  return [...places.resources.values()]
    .filter((each) => each.id !== wanted.id && each.bookable && !each.retired && each.state !== 'down' && fits(each))
    .filter((each) => (each.kind === 'instrument') === (wanted.kind === 'instrument'))
    .filter((each) => wanted.kind !== 'instrument' || each.kind === wanted.kind)
    .filter((each) => each.kind === 'instrument' || each.capacity === null || each.capacity >= heads)
    .toSorted(
      (a, b) => Number(a.kind !== wanted.kind) - Number(b.kind !== wanted.kind) || size(a) - size(b) || a.sort - b.sort,
    )
    .map((each) => {
      const quantity = proposal.resources.find((place) => place.resourceId === wanted.id)?.quantity ?? 1
      return withPlace(proposal, wanted.id, { resourceId: each.id, quantity: Math.min(quantity, each.units) })
    })
}

/** Within what is left of a limit: shorter, fewer units, else the first days of the next periods. */
function* withinLimit(
  refusal: Extract<RuleRefusal, { code: 'personLimit' | 'teamQuota' }>,
  proposal: Proposal,
  situation: Situation,
): Iterable<Proposal> {
  if (refusal.unit === 'minutes' && refusal.used < refusal.limit) {
    yield* shortened(proposal, situation)
    for (const { resourceId, quantity } of proposal.resources)
      for (let fewer = quantity - 1; fewer > 0; fewer -= 1) yield withPlace(proposal, resourceId, { quantity: fewer })
  }
  const { zone } = situation
  const first = daysBetween(dateOf(proposal.start, zone), dateOf(refusal.freeAgain, zone))
  for (let days = first; days < first + DAYS_AROUND; days += 1) yield onDay(proposal, days, zone)
}
