import type { Booking } from '../../operations/bookings.ts'
import type { PlannedDate, SeriesChoice, SeriesDate } from '../../operations/seriesShapes.ts'
import type { RuleRefusal } from '../../refusals.ts'
import { alternatives } from '../alternatives.ts'
import { judge } from '../judge.ts'
import { allocationsFor } from '../leaves.ts'
import { buffersOf } from '../policy.ts'
import { seriesDates, type SeriesDate as RuleDate } from '../recurrence/dates.ts'
import type { Proposal, Situation } from '../situation.ts'
import type { Instant, LocalDate } from '../time.ts'
import { overlayOn } from './overlay.ts'
import { occurrenceTime, type SeriesTimes } from './spec.ts'

type Place = Booking['resources'][number]
type AskedPlace = SeriesChoice['resources'] extends (infer One)[] | undefined ? One : never
/** What every occurrence is asked to be, beside its time. */
export type Content = Pick<
  Booking,
  | 'title'
  | 'teamId'
  | 'projectId'
  | 'occupantId'
  | 'occupantName'
  | 'headCount'
  | 'confidential'
  | 'serviceKind'
  | 'note'
> & { resources: readonly AskedPlace[] }
export const contentFields = [
  'title',
  'teamId',
  'projectId',
  'occupantId',
  'occupantName',
  'headCount',
  'confidential',
  'serviceKind',
  'note',
] as const

/** An occurrence as it stands: its row, and its booking where it has one. */
export type Occurrence = { row: SeriesDate; booking: Omit<Booking, 'hidden'> | null }

export type SeriesPlanInput = {
  spec: SeriesTimes & Content
  /** What the series was before an edit; null for a new one. */
  was: Content | null
  choices: readonly SeriesChoice[]
  waivers: readonly { rule: string; resourceId: string }[]
  occurrences: readonly Occurrence[]
  /** Dates before it stay as they are. */
  boundary: LocalDate
  /** A read tells the ways on for this date. */
  alternativesFor: LocalDate | null
  party?: Proposal['party']
}

/** What becomes of one date. `places` carry the buffers that were judged with; `change` is what a kept booking takes over of the words. */
export type Planned = Omit<PlannedDate, 'refusals' | 'resources'> & {
  row: SeriesDate | null
  booking: Occurrence['booking']
  resources: AskedPlace[]
  places: Place[]
  words: Partial<Omit<Content, 'resources'>>
  refusals: RuleRefusal[]
  waived: { rule: string; resourceId: string }[]
}
export type Plan = { dates: Planned[]; alternatives: ReturnType<typeof alternatives> }

const changeable: readonly Booking['status'][] = ['tentative', 'pending', 'confirmed']

/**
 * The one answer to what a new or edited series comes to, for the preview and for the write. Dates a person decided about stay; a booking that has begun
 * stays; what the series no longer has is cancelled; the rest is judged date by date, each seeing the ones before it. Pure: nothing is written.
 */
export function planSeries(input: SeriesPlanInput, situation: Situation): Plan {
  const { spec, boundary } = input
  const rows = new Map(input.occurrences.map((each) => [each.row.date, each]))
  const wanted = new Map<LocalDate, RuleDate>()
  for (const each of seriesDates(spec, situation.calendar)) if (each.date >= boundary) wanted.set(each.date, each)
  const names = [...new Set([...wanted.keys(), ...[...rows.keys()].filter((date) => date >= boundary)])].sort()
  const choices = new Map(input.choices.map((each) => [each.date, each]))
  const drafts = names
    .map((date) => draftOf(date, rows.get(date), wanted.get(date), choices.get(date), input, situation))
    // A date of the new rule that lies in the past and never was one of the series is nobody's.
    .filter((each) => each.row !== null || each.state !== 'gone')
  const overlay = overlayOn(situation)
  for (const { act, booking } of drafts)
    if (booking !== null && (act === 'change' || act === 'cancel')) overlay.lift(booking.id)
  let ways: Plan['alternatives'] = []
  const dates = drafts.map((draft): Planned => {
    if ((draft.act !== 'book' && draft.act !== 'change') || draft.start === null || draft.end === null) return draft
    const { booking, places, start, end } = draft
    const proposal: Proposal = {
      bookingId: booking?.id ?? null,
      status: booking?.status ?? 'confirmed',
      resources: places,
      start,
      end,
      headCount: spec.headCount,
      waivers: input.waivers,
      kept: booking?.waivers ?? [],
      was: booking === null ? null : { start: booking.start, end: booking.end, resources: booking.resources },
      ...(input.party === undefined ? {} : { party: input.party }),
    }
    const verdict = judge(proposal, overlay.situation)
    if (draft.date === input.alternativesFor) ways = alternatives(proposal, overlay.situation)
    if (verdict.refusals.length > 0) {
      const wall = verdict.refusals.find((each) => physical.includes(each.code))
      const inTheWay = wall?.code === 'overlaps' ? wall.bookingId : null
      const state = wall === undefined ? 'rule' : 'conflict'
      return { ...draft, state, refusals: verdict.refusals, bookingId: inTheWay, needsApproval: verdict.needsApproval }
    }
    const status = 'confirmed'
    overlay.put(
      { id: `date:${draft.date}`, status, start, end, occupantId: spec.occupantId, resources: places },
      allocationsFor({ status, start, end, resources: places }, situation.places),
      input.party ?? null,
    )
    return { ...draft, needsApproval: verdict.needsApproval, waived: verdict.waived }
  })
  return { dates, alternatives: ways }
}

const physical: readonly string[] = ['overlaps', 'noUnitsLeft', 'outage']

function draftOf(
  date: LocalDate,
  was: Occurrence | undefined,
  rule: RuleDate | undefined,
  choice: SeriesChoice | undefined,
  input: SeriesPlanInput,
  situation: Situation,
): Planned {
  const { spec } = input
  const row = was?.row ?? null
  const booking = was?.booking ?? null
  const name = rule?.name ?? null
  const still: Planned = {
    date,
    day: row?.day ?? null,
    state: 'still',
    act: 'none',
    why: row?.why ?? null,
    name,
    start: booking?.start ?? null,
    end: booking?.end ?? null,
    resources: (booking?.resources ?? []).map(asked),
    places: booking?.resources ?? [],
    own: row?.own ?? false,
    words: {},
    refusals: [],
    bookingId: booking?.id ?? null,
    needsApproval: false,
    waived: [],
    row,
    booking,
  }
  const stands = booking !== null && (row?.state === 'booked' || row?.state === 'changed')
  if (stands && (!changeable.includes(booking.status) || booking.start <= situation.now)) return still
  if (row?.own === true) {
    const words = stands ? followed(booking, input) : {}
    return { ...still, state: 'own', act: Object.keys(words).length > 0 ? 'reword' : 'none', words }
  }
  if (rule === undefined) {
    if (row?.why === 'series') return still
    return { ...still, day: null, state: 'gone', act: 'cancel', why: 'series', booking: stands ? booking : null }
  }
  if (rule.day === null || choice?.skip === true) {
    const left = choice?.skip === true || rule.why === 'leftOut'
    const why = left ? ('leftOut' as const) : rule.why
    const act = stands ? 'cancel' : 'none'
    return { ...still, day: null, state: 'skipped', act, why, own: left, start: null, end: null }
  }
  const time = occurrenceTime(rule.day, spec, situation.zone)
  const moved = movedTo(time, choice)
  if (row === null && moved.start <= situation.now && spec.start < input.boundary) return { ...still, state: 'gone' }
  const resources = [...(choice?.resources ?? spec.resources)]
  const places = withBuffers(resources, booking, situation)
  const own =
    choice !== undefined && (moved.start !== time.start || moved.end !== time.end || choice.resources !== undefined)
  const next = {
    ...still,
    ...moved,
    day: rule.day,
    why: rule.why,
    own,
    resources,
    places,
    bookingId: booking?.id ?? null,
  }
  if (!stands) return { ...next, state: 'free', act: 'book', booking: null, bookingId: null }
  const words = changed(booking, spec)
  const same = moved.start === booking.start && moved.end === booking.end && samePlaces(places, booking.resources)
  if (same) return { ...next, state: 'still', act: Object.keys(words).length > 0 ? 'reword' : 'none', words }
  return { ...next, state: 'free', act: 'change', words }
}

function movedTo(
  time: { start: Instant; end: Instant },
  choice: SeriesChoice | undefined,
): { start: Instant; end: Instant } {
  const start = choice?.start ?? time.start
  return { start, end: Math.max(start + 1, choice?.end ?? start + (time.end - time.start)) }
}

/** Of the words those that the booking has from the series: what a person gave this date alone stays (per-field merge). */
function followed(booking: NonNullable<Occurrence['booking']>, { spec, was }: SeriesPlanInput): Planned['words'] {
  if (was === null) return {}
  return pick((field) => booking[field] === was[field] && spec[field] !== was[field], spec)
}

function changed(booking: NonNullable<Occurrence['booking']>, spec: Content): Planned['words'] {
  return pick((field) => booking[field] !== spec[field], spec)
}

function pick(wanted: (field: (typeof contentFields)[number]) => boolean, spec: Content): Planned['words'] {
  return Object.fromEntries(contentFields.filter(wanted).map((field) => [field, spec[field]]))
}

/** Buffers of a place that the booking keeps are those it was booked with; of a new one today's. */
function withBuffers(resources: readonly AskedPlace[], booking: Occurrence['booking'], situation: Situation): Place[] {
  return resources.map((each) => {
    const kept = booking?.resources.find((one) => one.resourceId === each.resourceId)
    const resource = situation.places.resources.get(each.resourceId)
    const none = { before: 0, after: 0 }
    const { before, after } = kept ?? (resource === undefined ? none : buffersOf(resource, situation.policies))
    return { ...asked(each), before, after }
  })
}

function asked({ resourceId, quantity, offset }: AskedPlace): AskedPlace {
  return { resourceId, quantity, ...(offset === undefined ? {} : { offset }) }
}

function samePlaces(one: readonly AskedPlace[], other: readonly AskedPlace[]): boolean {
  return JSON.stringify(one.map(asked)) === JSON.stringify(other.map(asked))
}

/** How many dates are in which state. */
export function countsOf(dates: readonly { state: PlannedDate['state'] }[]) {
  const of = (...states: PlannedDate['state'][]) => dates.filter((each) => states.includes(each.state)).length
  return {
    free: of('free', 'still', 'own'),
    conflict: of('conflict'),
    rule: of('rule'),
    skipped: of('skipped', 'gone'),
    total: dates.length,
  }
}
