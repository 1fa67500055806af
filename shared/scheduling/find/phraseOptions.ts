import type { Answer, Need, optionReasons } from '../../operations/find.ts'
import { DAY_MINUTES, MINUTE, type Instant } from '../time.ts'
import type { Situation } from '../situation.ts'
import { dateOf } from '../zone.ts'
import { findTimes, reasonsAgainst, type FindOptions, type Sought } from './findTimes.ts'
import { obstaclesBefore, type Obstacle } from './obstacles.ts'
import type { PhraseNeed } from './phraseNeed.ts'
import { openSearch, type Search } from './search.ts'

export type Option = Answer & { reason: (typeof optionReasons)[number] }

const MOST = 3
const one: FindOptions = { sort: 'earliest', limit: MOST, perStart: 1, spread: true, counted: MOST }

/**
 * Up to three ways to book what a phrase asked for, the asked one first: at the time that was said in the best fitting places, else another place of the kind
 * at that time, else the nearest times. Without an exact time the earliest ones. All judged by every rule.
 */
export function phraseOptions({ need, wanted }: PhraseNeed, situation: Situation): Option[] {
  const whole: Sought = { ...need, hours: { from: 0, until: DAY_MINUTES } }
  const search = openSearch(whole, situation)
  const options: Option[] = []
  const add = (answers: readonly Answer[], reason: Option['reason'], most: number) => {
    for (const each of answers) {
      if (options.length >= most) return
      const places = JSON.stringify(each.resources)
      if (options.some((other) => other.start === each.start && JSON.stringify(other.resources) === places)) continue
      options.push({ ...each, reason })
    }
  }
  if (wanted === null) {
    add(findTimes(need, situation, one, search).answers, 'earliest', MOST)
    if (options.length === 0) add(findTimes(whole, situation, one, search).answers, 'otherTime', MOST)
    return options
  }
  const atWanted = (asked: Sought) =>
    findTimes(asked, situation, { ...one, limit: 50, perStart: MOST, spread: false, counted: 50 }, search).answers
  const exact = atWanted(need).filter((each) => sameClock(each.start, wanted, need, situation))
  add(exact, 'asked', MOST)
  if (options.length > 0 && need.parts.every((part) => part.ids.length === 0)) return options
  const other = anyPlace(need, situation)
  if (other !== null && options.length === 0)
    add(
      atWanted(other).filter((each) => each.start === wanted),
      'otherPlace',
      1,
    )
  add(nearest(whole, wanted, search), 'otherTime', MOST)
  return options
}

/** Over midnight the hours of the day cannot say the start, so it is looked at here. */
function sameClock(start: Instant, wanted: Instant, need: Sought, situation: Situation): boolean {
  if (need.hours.from > 0 || need.hours.until < DAY_MINUTES) return true
  return start === wanted && dateOf(start, situation.zone) === need.from
}

/** The named rooms replaced by any of their kind; null where nothing can stand in for what was named. */
function anyPlace(need: Sought, { places }: Situation): Need | null {
  let changed = false
  const parts = need.parts.map((part) => {
    const kinds = [...new Set(part.ids.flatMap((id) => places.resources.get(id)?.kind ?? []))]
    if (kinds.length === 0 || kinds.includes('instrument')) return part
    changed = true
    return { ...part, ids: [], kinds, seats: part.seats ?? need.headCount }
  })
  return changed ? { ...need, parts } : null
}

/** Free times of the days searched, the nearest to the one wanted first, none overlapping another. */
function nearest(need: Sought, wanted: Instant, search: Search): Answer[] {
  const all = findTimes(need, search.situation, { ...one, limit: 400, spread: false, counted: 400 }, search).answers
  const length = need.minutes * MINUTE
  const chosen: Answer[] = []
  for (const each of all.toSorted((a, b) => Math.abs(a.start - wanted) - Math.abs(b.start - wanted))) {
    if (chosen.length >= MOST) break
    if (chosen.every((other) => Math.abs(other.start - each.start) >= length)) chosen.push(each)
  }
  return chosen
}

/** Why the first option is not what was asked for: the reasons at the time that was said, or against earlier times. Empty when it is. */
export function phraseObstacles(phrase: PhraseNeed, options: readonly Option[], situation: Situation): Obstacle[] {
  const { need, wanted } = phrase
  const search = openSearch(need, situation)
  if (wanted === null) return options.length > 0 ? [] : obstaclesBefore(need, search, null, MOST)
  if (options[0]?.reason === 'asked') return []
  const named = need.parts.flatMap((part) =>
    part.ids.length > 0 ? [{ resourceId: part.ids[0]!, quantity: part.quantity }] : [],
  )
  if (named.length < need.parts.length) return obstaclesBefore(need, search, null, MOST)
  return reasonsAgainst(named, wanted, need, search.situation)
    .slice(0, MOST)
    .map((refusal) => ({ refusal, starts: 1, first: wanted, last: wanted }))
}
