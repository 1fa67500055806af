import type { Need, Understood, WantedPart } from '../../operations/find.ts'
import type { ResourceKind } from '../../operations/fields.ts'
import { addDays } from '../civil.ts'
import { knob } from '../policy.ts'
import type { Situation } from '../situation.ts'
import { DAY_MINUTES, type Instant, type LocalDate, type WallMinute } from '../time.ts'
import { toInstant, toWall } from '../zone.ts'
import type { Sought } from './findTimes.ts'
import { serving } from './candidates.ts'

/** What a phrase asks for. `wanted`: the start that was said exactly; null when only a day or a part of it was. */
export type PhraseNeed = { need: Sought; wanted: Instant | null }

const meetingKinds: readonly ResourceKind[] = ['meetingRoom', 'seminarRoom', 'talkRoom']
const hoursOf: Readonly<Record<NonNullable<Understood['partOfDay']>, Need['hours']>> = {
  night: { from: 0, until: 480 },
  morning: { from: 480, until: 720 },
  noon: { from: 690, until: 840 },
  afternoon: { from: 720, until: 1080 },
  evening: { from: 1080, until: DAY_MINUTES },
  day: { from: 480, until: DAY_MINUTES },
}
const USUAL = 60
const WHOLE_DAY = 480
/** Without a day the coming week is searched. */
const DAYS = 6

/**
 * The need that a phrase states, or null when it says nothing that could be looked for. What is not said: the coming week, or for a time the next day that has it
 * ahead; an hour, or what the place asks at least; for heads and features any place of meeting.
 */
export function needOfPhrase(said: Understood, situation: Situation): PhraseNeed | null {
  if (said.pieces.every((each) => each.kind === 'team' || each.kind === 'person')) return null
  const parts = partsOf(said, situation)
  const { date: today, minute: now } = toWall(situation.now, situation.zone)
  const dates = datesOf(said, today, now)
  const draft: Need = {
    parts,
    minutes: said.minutes ?? (said.partOfDay === 'day' ? WHOLE_DAY : USUAL),
    from: dates.from,
    to: dates.to,
    hours: { from: 0, until: DAY_MINUTES },
    workdaysOnly: false,
    headCount: said.heads,
    projectId: null,
    teamId: null,
    occupantId: null,
  }
  const minutes = said.minutes ?? lengthFor(draft, situation)
  if (said.from !== null) {
    const start = said.from % DAY_MINUTES
    const wanted = toInstant({ date: dates.from, minute: start }, situation.zone)
    const over = start + minutes > DAY_MINUTES
    return {
      need: {
        ...draft,
        minutes,
        to: over ? addDays(dates.to, 1 + Math.floor((start + minutes) / DAY_MINUTES)) : dates.to,
        hours: over ? draft.hours : { from: start, until: start + minutes },
      },
      wanted,
    }
  }
  const hours = said.partOfDay === null ? draft.hours : hoursOf[said.partOfDay]
  const until = Math.min(DAY_MINUTES, Math.max(hours.until, hours.from + minutes))
  return { need: { ...draft, minutes, hours: { from: hours.from, until } }, wanted: null }
}

function datesOf(said: Understood, today: LocalDate, now: WallMinute): { from: LocalDate; to: LocalDate } {
  // 24 o'clock is the next day's midnight.
  const late = said.from !== null && said.from >= DAY_MINUTES ? 1 : 0
  if (said.dates !== null) return { from: addDays(said.dates.from, late), to: addDays(said.dates.to, late) }
  if (said.from === null) return { from: today, to: addDays(today, DAYS) }
  const day = addDays(today, late > 0 || said.from >= now ? late : 1)
  return { from: day, to: day }
}

function partsOf(said: Understood, { places }: Situation): WantedPart[] {
  const part = (change: Partial<WantedPart>): WantedPart => ({
    ids: [],
    kinds: [],
    features: [],
    zoneId: null,
    seats: null,
    quantity: 1,
    ...change,
  })
  const seats = said.heads
  const has = (id: string, feature: string) => places.resources.get(id)?.features.includes(feature) ?? false
  const named = said.places.map((ids) =>
    // A feature binds a named place only where it could have it: 会议室2 投影 still means 会议室2.
    part({ ids, features: said.features.filter((feature) => ids.some((id) => has(id, feature))) }),
  )
  const meeting = said.kinds.filter((kind) => meetingKinds.includes(kind) || kind === 'roadshowHall')
  const other = said.kinds.filter((kind) => !meeting.includes(kind))
  const { features } = said
  const kinds = [
    ...(meeting.length > 0 ? [part({ kinds: meeting, seats, features })] : []),
    ...other.map((kind) => part({ kinds: [kind], seats: kind === 'instrument' ? null : seats })),
  ]
  if (kinds.length === 1 && meeting.length === 0) kinds[0] = { ...kinds[0]!, features }
  if (named.length + kinds.length > 0) return [...named, ...kinds].slice(0, 6)
  return [part({ kinds: features.length > 0 ? [] : [...meetingKinds], features, seats })]
}

/** The usual length, or what the places ask: no shorter than the least demanding of them takes, no longer than the most patient allows. */
function lengthFor(draft: Need, situation: Situation): number {
  let { minutes } = draft
  for (const part of draft.parts) {
    const any = serving(part, situation)
    const limits = (name: 'minMinutes' | 'maxMinutes') => any.map((each) => knob(each, situation.policies, name).value)
    if (any.length === 0) continue
    minutes = Math.min(Math.max(...limits('maxMinutes')), Math.max(minutes, Math.min(...limits('minMinutes'))))
  }
  return minutes
}
