import {
  MOST_DAYS_SEARCHED,
  type Answer,
  type Need,
  type Strip,
  type Understood,
  type WantedPart,
} from '../../../shared/operations/find.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { addDays, daysBetween, isDate } from '../../../shared/scheduling/civil.ts'
import { findTimes, type Sought } from '../../../shared/scheduling/find/findTimes.ts'
import { obstaclesBefore } from '../../../shared/scheduling/find/obstacles.ts'
import { needOfPhrase } from '../../../shared/scheduling/find/phraseNeed.ts'
import { phraseObstacles, phraseOptions } from '../../../shared/scheduling/find/phraseOptions.ts'
import { findRecurring } from '../../../shared/scheduling/find/recurring.ts'
import { DAYS_MORE, relaxations } from '../../../shared/scheduling/find/relax.ts'
import { openSearch } from '../../../shared/scheduling/find/search.ts'
import { stripOf } from '../../../shared/scheduling/find/strip.ts'
import type { Party, Situation } from '../../../shared/scheduling/situation.ts'
import { dateOf, dayInterval, toWall } from '../../../shared/scheduling/zone.ts'
import type { PhraseNames } from '../../../shared/text/phrase/names.ts'
import { parsePhrase } from '../../../shared/text/phrase/parsePhrase.ts'
import { present } from '../bookings/present.ts'
import { viewerOf } from '../bookings/rights.ts'
import { situationFor } from '../bookings/situation.ts'
import type { Context, Handlers } from '../context.ts'
import { partyOf } from '../rules/party.ts'

/** Where the counting of answers and of what would help stops. */
const COUNTED = 60
const OBSTACLES = 5
const RELAXATIONS = 5

/** Finding times: several parts together, a line as people say it, a slot for a series. Nothing is written. */
export const findHandlers = {
  'find.times'(context, { need, sort, limit, perStart }) {
    const mistakes = mistakesOf(context, need)
    if (mistakes.length > 0) return refuse(...mistakes)
    const situation = situationFor(context, null, need.projectId)
    const sought = { ...need, party: partyFor(context, need) }
    const search = openSearch(sought, situation, DAYS_MORE)
    const options = { sort, limit, perStart, spread: true, counted: COUNTED }
    const { answers, total } = findTimes(sought, situation, options, search)
    const earliest = answers.length === 0 ? null : Math.min(...answers.map((each) => each.start))
    return done({
      answers: answers.map((each) => ({ ...each, strips: stripsOf(context, each, search.situation) })),
      total,
      counted: COUNTED,
      obstacles: obstaclesBefore(sought, search, earliest, OBSTACLES),
      relaxations: relaxations(sought, search, total, COUNTED, RELAXATIONS).map((each) => ({
        ...each,
        need: withoutParty(each.need),
      })),
    })
  },

  'find.phrase'(context, { text }) {
    const situation = situationFor(context, null, null)
    const { date, minute } = toWall(context.now, situation.zone)
    const understood = parsePhrase(text, date, minute, namesFor(context))
    const phrase = needOfPhrase(understood, situation)
    if (phrase === null || daysBetween(phrase.need.from, phrase.need.to) > MOST_DAYS_SEARCHED)
      return done({ understood, need: null, options: [], obstacles: [] })
    const who = whoOf(context, understood)
    const sought = { ...phrase, need: { ...phrase.need, ...who, party: partyFor(context, who) } }
    const options = phraseOptions(sought, situation)
    const obstacles = phraseObstacles(sought, options, situation)
    return done({ understood, need: { ...phrase.need, ...who }, options, obstacles })
  },

  'find.recurring'(context, { limit, ...need }) {
    const mistakes = [
      ...dateMistakes({ from: need.from }),
      ...hoursMistakes(need.hours, 'hours'),
      ...unknownPlaces(context, [need.part]),
    ]
    if (mistakes.length > 0) return refuse(...mistakes)
    return done({ options: findRecurring(need, situationFor(context, null, null), limit) })
  },
} satisfies Partial<Handlers>

type Who = { teamId: string | null; occupantId: string | null }

/** Whom a phrase names, when it names one team or one person; the team of that person where no team was said. */
function whoOf({ stores }: Context, { teamIds, personIds }: Understood): Who {
  const occupantId = personIds.length === 1 ? personIds[0]! : null
  const own = occupantId === null ? null : (stores.people.person(occupantId)?.teamId ?? null)
  return { teamId: teamIds.length === 1 ? teamIds[0]! : own, occupantId }
}

/** For whom a booking made now would count: residents book for their own team. */
function partyFor(context: Context, { teamId, occupantId }: Who): Party {
  const viewer = viewerOf(context)
  const resident = viewer.role === 'member' || viewer.role === 'teamLead'
  return partyOf(context, {
    teamId: resident ? viewer.teamId : teamId,
    occupantId,
    bookerId: context.actor.personId,
  })
}

function withoutParty({ party: _party, ...need }: Sought): Need {
  return need
}

function mistakesOf(context: Context, need: Need): Refusal[] {
  const { from, to, projectId } = need
  const refusals = [...dateMistakes({ 'need.from': from, 'need.to': to }), ...hoursMistakes(need.hours, 'need.hours')]
  if (refusals.length === 0 && to < from) refusals.push({ code: 'badInput', path: 'need.to', why: 'endBeforeStart' })
  if (refusals.length === 0 && daysBetween(from, to) > MOST_DAYS_SEARCHED)
    refusals.push({ code: 'badInput', path: 'need.to', why: 'tooLarge', limit: MOST_DAYS_SEARCHED })
  if (projectId !== null && !context.stores.people.projects().some((each) => each.id === projectId))
    refusals.push({ code: 'notFound', what: 'project', id: projectId })
  return [...refusals, ...unknownPlaces(context, need.parts)]
}

function dateMistakes(dates: Record<string, string>): Refusal[] {
  return Object.entries(dates).flatMap(([path, date]): Refusal[] =>
    isDate(date) ? [] : [{ code: 'badInput', path, why: 'badFormat', given: date }],
  )
}

function hoursMistakes(hours: Need['hours'], path: string): Refusal[] {
  return hours.until > hours.from ? [] : [{ code: 'badInput', path: `${path}.until`, why: 'endBeforeStart' }]
}

function unknownPlaces({ memory }: Context, parts: readonly WantedPart[]): Refusal[] {
  const { resources } = memory.places()
  const unknown = parts.flatMap((part) => part.ids).filter((id) => !resources.has(id))
  return [...new Set(unknown)].map((id): Refusal => ({ code: 'notFound', what: 'resource', id }))
}

/** What stands beside an answer on its days, with the titles that this reader may see. */
function stripsOf(context: Context, answer: Answer, situation: Situation): Strip[] {
  const viewer = viewerOf(context)
  const from = dayInterval(dateOf(answer.start, situation.zone), situation.zone).start
  const until = dayInterval(addDays(dateOf(answer.end - 1, situation.zone), 1), situation.zone).start
  const label = (bookingId: string) => {
    const booking = context.stores.bookings.byId(bookingId)
    return booking === null ? '' : present(booking, viewer).title
  }
  return answer.resources.map((place) => stripOf(place, { start: from, end: until }, situation, label))
}

/** What a phrase may name: what the catalogue offers; residents know the people of their own team. */
function namesFor(context: Context): PhraseNames {
  const { stores, memory } = context
  const viewer = viewerOf(context)
  const resident = viewer.role === 'member' || viewer.role === 'teamLead'
  const resources = memory.catalogue().resources.filter((each) => !each.retired && each.bookable)
  return {
    resources,
    teams: stores.people.teams().filter((each) => !each.retired),
    people: stores.people
      .people()
      .filter((each) => !each.retired && (!resident || (viewer.teamId !== null && each.teamId === viewer.teamId))),
    features: [...new Set(resources.flatMap((each) => each.features))],
  }
}
