import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse, type Outcome } from '../../../shared/result.ts'
import type { Value } from '../../../shared/operations/index.ts'
import { countsOf, type Plan } from '../../../shared/scheduling/series/plan.ts'
import { ownTeam } from '../bookings/ask.ts'
import type { Context, Handlers } from '../context.ts'
import { checkChoices, checkWhole, occurrencesOf, planFor, specOf, today, type Spec } from '../series/ask.ts'
import { findSeries, maySee, mayChangeSeries } from '../series/rights.ts'
import { edited } from './series.ts'

/** How many series are looked through for missing dates, and how many of their dates are judged in one answer. */
const MOST_OFFERS = 200

function shown(plan: Plan): Outcome<Value<'series.preview'>> {
  const dates = plan.dates.map(({ row: _row, booking: _booking, places: _places, words: _words, waived, ...each }) => {
    void waived
    return each
  })
  return done({ dates, counts: countsOf(dates), alternatives: plan.alternatives })
}

/** Mistakes of the request as a whole that a preview tells at once; which dates it has does not matter for them. */
function mistakes(context: Context, spec: Spec, plan: Plan, choices: Parameters<typeof checkChoices>[1]): Refusal[] {
  const days = plan.dates.flatMap((each) => (each.day === null ? [] : [each.date]))
  return [...checkChoices(context, choices), ...checkWhole(context, spec, days, [])].filter(
    (each) => each.code !== 'seriesTooLong',
  )
}

/** What series are, and what they would become. */
export const seriesReadHandlers = {
  'series.preview'(context, { request, choices, alternativesFor }) {
    const team = ownTeam(context, request.teamId)
    if ('refusal' in team) return refuse(team.refusal)
    const read = specOf({ ...request, teamId: team.teamId })
    if ('refusals' in read) return refuse(...read.refusals)
    const { spec } = read
    const { waivers } = request
    const plan = planFor(context, spec, { choices, waivers, alternativesFor, bookerId: context.actor.personId })
    const wrong = mistakes(context, spec, plan, choices)
    return wrong.length > 0 ? refuse(...wrong) : shown(plan)
  },

  'series.previewChange'(context, input) {
    const found = findSeries(context, input)
    if ('refusal' in found) return refuse(found.refusal)
    const was = found.series
    const read = edited(context, was, input.scope, input.change)
    if ('refusals' in read) return refuse(...read.refusals)
    const { spec, boundary } = read
    const { choices, waivers, alternativesFor } = input
    const occurrences = occurrencesOf(context, was.id)
    const plan = planFor(context, spec, {
      was,
      choices,
      waivers,
      occurrences,
      boundary,
      alternativesFor,
      bookerId: was.bookerId,
    })
    const wrong = mistakes(context, spec, plan, choices)
    return wrong.length > 0 ? refuse(...wrong) : shown(plan)
  },

  'series.one'(context, { id }) {
    const series = context.stores.series.byId(id)
    if (series === null || !maySee(context, series)) return refuse({ code: 'notFound', what: 'series', id })
    return done({ series, dates: context.stores.series.dates(id) })
  },

  'series.list'(context, { teamId, withMissing, limit }) {
    const { stores } = context
    const from = today(context)
    const found = stores.series.newest(teamId ?? null, 500).filter((each) => maySee(context, each))
    const all = found.map((series) => {
      const dates = stores.series.dates(series.id).filter((each) => each.date >= from)
      const of = (...states: string[]) => dates.filter((each) => states.includes(each.state))
      const standing = of('booked', 'changed')
      return {
        series,
        next: standing[0]?.day ?? null,
        booked: standing.length,
        missing: of('missing').length,
        skipped: of('skipped', 'cancelled').length,
      }
    })
    return done({ series: all.filter((each) => !withMissing || each.missing > 0).slice(0, limit) })
  },

  'series.offers'(context, { id }) {
    const { stores } = context
    const from = today(context)
    const rows = (id === undefined ? stores.series.missing(from, MOST_OFFERS) : stores.series.dates(id)).filter(
      (each) => each.state === 'missing' && each.date >= from,
    )
    const offers: Value<'series.offers'>['offers'] = []
    for (const row of rows) {
      const series = stores.series.byId(row.seriesId)
      if (series === null || mayChangeSeries(context, series) !== null) continue
      // As the series has it now; a date that its rule no longer gives is asked for by name.
      const occurrences = occurrencesOf(context, series.id).filter((each) => each.row.id === row.id)
      const { dates } = planFor(
        context,
        { ...series, rule: null, start: row.date, extra: [row.date], left: [] },
        {
          was: series,
          occurrences,
          waivers: [],
          bookerId: series.bookerId,
        },
      )
      const free = dates.find((each) => each.date === row.date && each.state === 'free' && each.refusals.length === 0)
      if (free !== undefined && free.start !== null && free.end !== null)
        offers.push({ seriesId: series.id, date: row.date, start: free.start, end: free.end })
    }
    return done({ offers })
  },
} satisfies Partial<Handlers>
