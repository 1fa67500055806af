import type { Series, SeriesEdit, SeriesRequest } from '../../../shared/operations/series.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { RecurrenceRule } from '../../../shared/scheduling/recurrence/rule.ts'
import { readRRule } from '../../../shared/scheduling/recurrence/rruleText.ts'
import { seriesFits } from '../../../shared/scheduling/rules/series.ts'
import type { Occurrence, Plan, SeriesPlanInput } from '../../../shared/scheduling/series/plan.ts'
import { planSeries } from '../../../shared/scheduling/series/plan.ts'
import { checkDates, datesFrom, occurrenceTime } from '../../../shared/scheduling/series/spec.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import { checkNames } from '../bookings/ask.ts'
import { situationFor } from '../bookings/situation.ts'
import type { Context } from '../context.ts'
import { partyOf } from '../rules/party.ts'

/** What a series is, without what makes it this one. */
export type Spec = Omit<
  Series,
  'id' | 'no' | 'status' | 'bookerId' | 'splitFrom' | 'createdAt' | 'updatedAt' | 'version'
>
type Refused = { refusals: Refusal[] }
type Choices = SeriesPlanInput['choices']
type Waivers = SeriesRequest['waivers']

function ruleIn(given: { rule?: RecurrenceRule | null | undefined; rrule?: string | undefined }) {
  return given.rrule === undefined ? { rule: given.rule } : readRRule(given.rrule)
}

/** A request as a series would have it; refuses a rule that cannot be read and dates beyond the limits, before anything is expanded. */
export function specOf(
  request: Omit<SeriesRequest, 'title'> & { title?: string | undefined },
): { spec: Spec } | Refused {
  const read = ruleIn(request)
  if ('refusals' in read) return read
  const { rrule: _text, waivers: _waivers, ...rest } = request
  const rule = read.rule ?? null
  const extra = sorted(rest.extra)
  const start = rule === null ? (extra[0] ?? rest.start) : rest.start
  const spec: Spec = { ...rest, rule, extra, start, left: sorted(rest.left), title: rest.title ?? '' }
  const wrong = checkDates(spec)
  return wrong.length > 0 ? { refusals: wrong } : { spec }
}

const sorted = (dates: readonly LocalDate[]) => [...new Set(dates)].sort()

/** What the series becomes from `date` on (null: the whole series) by an edit. */
export function editedSpec(series: Series, change: SeriesEdit, date: LocalDate | null): { spec: Spec } | Refused {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Spec>
  const base = specIn(series)
  if (date !== null) {
    const { rule, start, extra, left } = datesFrom(series, date)
    Object.assign(base, { rule, start, extra: [...extra], left: [...left] })
  }
  return specOf({ ...base, ...given, waivers: [] })
}

/** The part of a stored series that can be asked for. */
export function specIn(series: Series): Spec {
  const {
    id: _id,
    no: _no,
    status: _status,
    bookerId: _by,
    splitFrom: _from,
    createdAt,
    updatedAt,
    version,
    ...spec
  } = series
  void [createdAt, updatedAt, version]
  return spec
}

/** Names that do not exist, places named twice, a series too long for its places: what is wrong with it as a whole. */
export function checkWhole(context: Context, spec: Spec, dates: readonly LocalDate[], waivers: Waivers): Refusal[] {
  const zone = context.memory.settings().zone
  const time = occurrenceTime(dates[0] ?? spec.start, spec, zone)
  const wrong = checkNames(context, { ...spec, ...time, resources: [...spec.resources], holdUntil: null, waivers })
  if (wrong.length > 0) return wrong
  const role = context.actor.role ?? 'member'
  const resourceIds = spec.resources.map((each) => each.resourceId)
  return seriesFits(
    { resourceIds, dates },
    { places: context.memory.places(), policies: context.memory.policies() },
  ).filter(
    (each) =>
      !each.waivers.includes(role) ||
      !waivers.some((one) => one.rule === each.code && one.resourceId === each.resourceId),
  )
}

/** Choices that name places nobody has, or end before they begin. */
export function checkChoices(context: Context, choices: Choices): Refusal[] {
  const places = context.memory.places()
  return choices.flatMap((choice, index): Refusal[] => {
    const unknown = (choice.resources ?? []).filter((each) => !places.resources.has(each.resourceId))
    const wrong: Refusal[] = unknown.map((each) => ({ code: 'notFound', what: 'resource', id: each.resourceId }))
    if (choice.start !== undefined && choice.end !== undefined && choice.end <= choice.start)
      wrong.push({ code: 'badInput', path: `choices.${index}.end`, why: 'endBeforeStart' })
    return wrong
  })
}

/** The dates of a stored series with their bookings. */
export function occurrencesOf({ stores }: Context, seriesId: string): Occurrence[] {
  return stores.series.dates(seriesId).map((row) => ({
    row,
    booking: row.bookingId === null ? null : stores.bookings.byId(row.bookingId),
  }))
}

/** The plan of a series in the world as it stands; the same for the preview and for the write. */
export function planFor(
  context: Context,
  spec: Spec,
  more: Partial<Pick<SeriesPlanInput, 'was' | 'choices' | 'occurrences' | 'boundary' | 'alternativesFor'>> & {
    waivers: Waivers
    bookerId: string | null
  },
): Plan {
  const { waivers, bookerId, ...rest } = more
  const situation = situationFor(context, null, spec.projectId)
  return planSeries(
    {
      spec,
      was: null,
      choices: [],
      occurrences: [],
      boundary: '0000-01-01',
      alternativesFor: null,
      party: partyOf(context, { teamId: spec.teamId, occupantId: spec.occupantId, bookerId }),
      waivers,
      ...rest,
    },
    situation,
  )
}

/** The day on the wall now: an edit of all dates begins here. */
export function today(context: Context): LocalDate {
  return dateOf(context.now, context.memory.settings().zone)
}
