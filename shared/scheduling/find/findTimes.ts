import type { Answer, Need, Sorting } from '../../operations/find.ts'
import type { RuleRefusal } from '../../refusals.ts'
import { checkNamedOnce } from '../leaves.ts'
import { common, merge } from '../interval.ts'
import { judge } from '../judge.ts'
import { onGrid } from '../rules/rule.ts'
import type { Party, Proposal, Situation } from '../situation.ts'
import { MINUTE, type Instant, type Interval } from '../time.ts'
import { toWall } from '../zone.ts'
import { candidatesFor, type Candidate } from './candidates.ts'
import { choose, type Choice } from './choose.ts'
import { healed } from './lenient.ts'
import { openSearch, type Search } from './search.ts'
import { searchWindows } from './windows.ts'

export type FindOptions = {
  sort: Sorting
  /** How many answers are given. */
  limit: number
  /** How many choices of places for one start. */
  perStart: number
  /** Answers that do not overlap in time: the earliest, then the earliest after its end, and so on. False: every start of the grid. */
  spread: boolean
  /** Where counting stops. */
  counted: number
}

/** `total`: how many answers there are, up to `counted`. */
export type Found = { answers: Answer[]; total: number }

/** Gaps from this length on are useful for something (minutes). */
const USEFUL = 60
/** Starts looked at when all must be compared; a quarter-hour grid has about 1600 in four weeks of open hours. */
const MOST_STARTS = 6000

/** A need with whom it is for, where that is known: limits of people and teams count then. */
export type Sought = Need & { party?: Party }

/** What is judged for an answer: a new booking of these places. */
export function proposalOf(places: Proposal['resources'], start: Instant, need: Sought): Proposal {
  return {
    bookingId: null,
    status: 'confirmed',
    resources: places,
    start,
    end: start + need.minutes * MINUTE,
    headCount: need.headCount,
    ...(need.party === undefined ? {} : { party: need.party }),
    waivers: [],
    was: null,
  }
}

/**
 * The times at which all wanted parts are to be had together, each judged by every rule (FT-01, FT-02). By `earliest` no legal start on the grid before an
 * answer is left out, except where `spread` says so. The grid is the steps of the places from midnight; lengths are whole steps. Among the
 * choices for one start the best fitting comes first. Same input, same answer.
 */
export function findTimes(
  need: Sought,
  situation: Situation,
  options: FindOptions,
  search: Search = openSearch(need, situation),
): Found {
  const world = search.situation
  const windows = searchWindows(need, world)
  const parts = need.parts.map((part) => candidatesFor(part, need, windows, search.free, world))
  const starts = startsOf(parts, world.zone)
  const alike = need.parts.map(
    (part, index) => index > 0 && JSON.stringify(part) === JSON.stringify(need.parts[index - 1]),
  )
  const at = (start: Instant, minute: number, most: number): Choice[] =>
    choose(
      parts.map((part) =>
        part.filter((each) => minute % each.step === 0 && mayStart(each, start) && suitsHour(each, start, need, world)),
      ),
      alike,
      need.headCount,
      most,
    )
  if (options.sort !== 'earliest') return compared(starts, at, need, world, options)
  const answers: Answer[] = []
  let total = 0
  let clear = -Infinity
  for (const [start, minute] of starts) {
    if (start < clear) continue
    if (total >= options.counted) break
    const legal = legalAt(start, minute, at, options.perStart, need, world)
    if (legal.length === 0) continue
    total += 1
    if (options.spread) clear = start + need.minutes * MINUTE
    for (const each of legal) if (answers.length < options.limit) answers.push(each)
  }
  return { answers, total }
}

type ChoicesAt = (start: Instant, minute: number, most: number) => Choice[]

/** How many choices are judged at one start before it counts as taken: rules beyond places and times may refuse the best of them. */
const MOST_JUDGED = 64

function legalAt(
  start: Instant,
  minute: number,
  at: ChoicesAt,
  most: number,
  need: Sought,
  situation: Situation,
): Answer[] {
  const first = judged(at(start, minute, most), start, need, situation)
  if (first.length >= most) return first
  const choices = at(start, minute, MOST_JUDGED)
  return choices.length > most ? judged(choices, start, need, situation).slice(0, most) : first
}

function compared(
  starts: Iterable<[Instant, number]>,
  at: ChoicesAt,
  need: Sought,
  situation: Situation,
  { sort, limit, spread, counted }: FindOptions,
): Found {
  const all: { start: Instant; choice: Choice; gap: number }[] = []
  for (const [start, minute] of starts) {
    const [choice] = at(start, minute, 1)
    if (choice !== undefined) all.push({ start, choice, gap: gapMinutes(choice.places, start, need) })
    if (all.length >= MOST_STARTS) break
  }
  all.sort((a, b) =>
    sort === 'compact'
      ? a.gap - b.gap || a.start - b.start
      : a.choice.cost - b.choice.cost || a.gap - b.gap || a.start - b.start,
  )
  const taken: Interval[] = []
  const answers: Answer[] = []
  for (const { start, choice } of all) {
    if (taken.length >= counted) break
    const end = start + need.minutes * MINUTE
    if (spread && taken.some((each) => start < each.end && end > each.start)) continue
    const legal = judged([choice], start, need, situation)
    if (legal.length === 0) continue
    taken.push({ start, end })
    if (answers.length < limit) answers.push(legal[0]!)
  }
  return { answers, total: taken.length }
}

function judged(choices: readonly Choice[], start: Instant, need: Sought, situation: Situation): Answer[] {
  return choices.flatMap((choice) => {
    const resources = choice.places.map(({ resource, quantity }) => ({ resourceId: resource.id, quantity }))
    const proposal = proposalOf(resources, start, need)
    const verdict = judge(proposal, situation)
    if (verdict.refusals.length > 0) return []
    return {
      resources,
      start,
      end: proposal.end,
      needsApproval: verdict.needsApproval,
      spareSeats: need.parts.some((part) => part.seats !== null) ? choice.waste : null,
      zones: choice.zones,
      gapMinutes: gapMinutes(choice.places, start, need),
    }
  })
}

/** Every start on the finest grid at which each part has a place, with its wall minute, in order. */
function* startsOf(parts: readonly (readonly Candidate[])[], zone: string): Generator<[Instant, number]> {
  let shared: Interval[] | null = null
  for (const part of parts) {
    // Stretches of starts include their ends; a millisecond more makes them half-open.
    const any = merge(part.flatMap((each) => each.starts.map(({ start, end }) => ({ start, end: end + 1 }))))
    shared = shared === null ? any : common(shared, any)
  }
  const step = parts.flat().reduce((all, each) => greatestCommon(all, each.step), 60)
  for (const { start, end } of shared ?? []) {
    for (let at = onGrid(start, step, zone); at < end; at = onGrid(at + MINUTE, step, zone))
      yield [at, toWall(at, zone).minute]
  }
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b)
}

/** Whether the start lies in one of the sorted stretches. */
function mayStart({ starts }: Candidate, at: Instant): boolean {
  let low = 0
  let high = starts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const each = starts[middle]!
    if (at < each.start) high = middle - 1
    else if (at > each.end) low = middle + 1
    else return true
  }
  return false
}

/** For a place with rules of the hour: whether it could be booked then, as far as the other places cannot change that. */
function suitsHour(
  { particular, resource, quantity }: Candidate,
  start: Instant,
  need: Sought,
  situation: Situation,
): boolean {
  if (!particular) return true
  const alone = proposalOf([{ resourceId: resource.id, quantity }], start, need)
  return judge(alone, situation).refusals.every((each) => healed.has(each.code))
}

/** Minutes left beside the booking in pieces too short for anything, over all its places. */
function gapMinutes(places: readonly Candidate[], start: Instant, need: Sought): number {
  const end = start + need.minutes * MINUTE
  let sum = 0
  for (const { free } of places) {
    const around = free.find((each) => each.start <= start && end <= each.end)
    if (around === undefined) continue
    for (const gap of [start - around.start, around.end - end]) if (gap < USEFUL * MINUTE) sum += gap / MINUTE
  }
  return Math.floor(sum)
}

/** All reasons against these places at this time, for explaining why something was not offered. */
export function reasonsAgainst(
  places: Proposal['resources'],
  start: Instant,
  need: Sought,
  situation: Situation,
): RuleRefusal[] {
  if (checkNamedOnce(places, situation.places).length > 0) return []
  return judge(proposalOf(places, start, need), situation).refusals
}
