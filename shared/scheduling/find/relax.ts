import type { Need, WantedPart, relaxationKinds } from '../../operations/find.ts'
import type { ResourceKind } from '../../operations/fields.ts'
import { addDays } from '../civil.ts'
import { DAY_MINUTES } from '../time.ts'
import { knob } from '../policy.ts'
import { serving } from './candidates.ts'
import { findTimes, type Sought } from './findTimes.ts'
import type { Search } from './search.ts'

/** One condition made easier; `more` answers than before, counted up to the same limit. */
export type Relaxation = {
  kind: (typeof relaxationKinds)[number]
  part: number | null
  feature: string
  need: Sought
  more: number
}

/** How many days the relaxed condition of later days adds: what `openSearch` must be opened for. */
export const DAYS_MORE = 7

const meetingKinds: readonly ResourceKind[] = ['meetingRoom', 'seminarRoom', 'talkRoom', 'roadshowHall']
const QUARTER = 15

/**
 * What would help: each condition is made easier by itself, and the answers are counted again. Only those that give more are told, the most helpful first.
 * Each count is that of a search of its own, so every answer promised is there.
 */
export function relaxations(need: Sought, search: Search, total: number, counted: number, most: number): Relaxation[] {
  const options = { sort: 'earliest', limit: 0, perStart: 1, spread: true, counted } as const
  return ways(need, search)
    .map((way) => ({ ...way, more: findTimes(way.need, search.situation, options, search).total - total }))
    .filter((way) => way.more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, most)
}

type Way = Omit<Relaxation, 'more'>

function ways(need: Sought, search: Search): Way[] {
  const whole = (kind: Way['kind'], change: Partial<Need>): Way => ({
    kind,
    part: null,
    feature: '',
    need: { ...need, ...change },
  })
  const found: Way[] = []
  const shorter = Math.floor(need.minutes / 2 / QUARTER) * QUARTER
  const least = leastMinutes(need, search)
  if (least > need.minutes) found.push(whole('longer', { minutes: least }))
  else if (shorter >= QUARTER) found.push(whole('shorter', { minutes: shorter }))
  if (need.hours.from > 0 || need.hours.until < DAY_MINUTES)
    found.push(whole('otherHours', { hours: { from: 0, until: DAY_MINUTES } }))
  if (need.workdaysOnly) found.push(whole('restDays', { workdaysOnly: false }))
  found.push(whole('nextDays', { to: addDays(need.to, DAYS_MORE) }))
  need.parts.forEach((part, index) => found.push(...partWays(need, part, index, search)))
  return found
}

/** The shortest length that some place of every part takes. */
function leastMinutes(need: Sought, { situation }: Search): number {
  const mins = need.parts.map((part) =>
    Math.min(...serving(part, situation).map((each) => knob(each, situation.policies, 'minMinutes').value)),
  )
  const least = Math.max(...mins)
  return Number.isFinite(least) ? least : 0
}

function partWays(need: Sought, part: WantedPart, index: number, { situation }: Search): Way[] {
  const found: Way[] = []
  const change = (kind: Way['kind'], easier: Partial<WantedPart>, feature = '', whole: Partial<Need> = {}) =>
    found.push({
      kind,
      part: index,
      feature,
      need: { ...need, ...whole, parts: need.parts.map((each, at) => (at === index ? { ...each, ...easier } : each)) },
    })
  if (part.seats !== null && part.seats > 1) {
    const seats = Math.max(1, Math.floor(part.seats / 2))
    const headCount = need.headCount === null ? null : Math.min(need.headCount, seats)
    change('fewerSeats', { seats }, '', { headCount })
  }
  for (const feature of part.features)
    change('withoutFeature', { features: part.features.filter((each) => each !== feature) }, feature)
  if (part.zoneId !== null) change('anyZone', { zoneId: null })
  if (part.ids.length > 0) {
    const kinds = [...new Set(part.ids.flatMap((id) => situation.places.resources.get(id)?.kind ?? []))]
    // Instruments of one kind are not alike: another one is no easier way to the same measurement.
    if (kinds.length > 0 && !kinds.includes('instrument')) change('anyOfKind', { ids: [], kinds })
  } else if (part.kinds.length > 0 && part.kinds.every((kind) => meetingKinds.includes(kind))) {
    if (part.kinds.length < meetingKinds.length) change('anyMeetingRoom', { kinds: [...meetingKinds] })
  }
  return found
}
