import type { Booking } from '../../../shared/operations/bookings.ts'
import type { RuleRefusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { alternatives } from '../../../shared/scheduling/alternatives.ts'
import { addDays, mondayOf } from '../../../shared/scheduling/civil.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { smallestChange } from '../../../shared/scheduling/smallestChange.ts'
import type { Proposal, Situation } from '../../../shared/scheduling/situation.ts'
import { DAY, type Interval } from '../../../shared/scheduling/time.ts'
import { dayInterval, daysInterval } from '../../../shared/scheduling/zone.ts'
import { pinyinMatches } from '../../../shared/text/pinyin.ts'
import type { BookingFilter } from '../../storage/stores.ts'
import { checkNames, ownTeam, placesWithBuffers } from '../bookings/ask.ts'
import { present } from '../bookings/present.ts'
import { viewerOf } from '../bookings/rights.ts'
import { situationFor } from '../bookings/situation.ts'
import type { Context, Handlers } from '../context.ts'
import { partyOf } from '../rules/party.ts'

function list(context: Context, filter: BookingFilter): Booking[] {
  const viewer = viewerOf(context)
  return context.stores.bookings.range(filter).map((booking) => present(booking, viewer))
}

const many = (context: Context, interval: Interval) => done({ bookings: list(context, { interval }), ...interval })

/** Longer than this nobody looks at in one piece; the list pages. */
const LONGEST_RANGE = 400 * DAY

/** What a piece of text may mean beside a title: teams, people and places of that name, by 汉字, pinyin, initials or phone tail. */
function meanings({ stores, memory, actor }: Context, text: string) {
  const means = (words: readonly string[]) => words.some((word) => word !== '' && pinyinMatches(word, text))
  const staff = actor.role !== 'member' && actor.role !== 'teamLead'
  const tail = staff && /^\d{4,11}$/.test(text)
  return {
    words: text.normalize('NFKC').toLowerCase(),
    teamIds: stores.people.teams().flatMap((each) => (means([each.name, each.shortName]) ? each.id : [])),
    personIds: stores.people
      .people()
      .flatMap((each) => (means([each.name]) || (tail && each.phone.replace(/\D/g, '').endsWith(text)) ? each.id : [])),
    resourceIds: memory
      .catalogue()
      .resources.flatMap((each) =>
        means([each.name, each.nameEn]) || each.code.toLowerCase() === text.toLowerCase() ? each.id : [],
      ),
  }
}

function changeFor(refusal: RuleRefusal, proposal: Proposal, situation: Situation) {
  const changed = smallestChange(refusal, proposal, situation)
  if (changed === null) return null
  const { start, end } = changed
  const resources = changed.resources.map(({ resourceId, quantity, offset }) => ({
    resourceId,
    quantity,
    ...(offset === undefined ? {} : { offset }),
  }))
  return { resources, start, end }
}

/** Reading bookings: by day, week, range and text, and asking whether one would be accepted. */
export const bookingReadHandlers = {
  'bookings.check'(context, { request, bookingId, withAlternatives }) {
    const was = bookingId === null ? null : context.stores.bookings.byId(bookingId)
    if (bookingId !== null && was === null) return refuse({ code: 'notFound', what: 'booking', id: bookingId })
    const mistakes = checkNames(context, request)
    if (mistakes.length > 0)
      return done({ refusals: mistakes, warnings: [], changes: [], alternatives: [], needsApproval: false })
    const team = ownTeam(context, request.teamId)
    const teamId = 'refusal' in team ? request.teamId : team.teamId
    const proposal: Proposal = {
      bookingId,
      status: was?.status ?? 'confirmed',
      resources: placesWithBuffers(context, request.resources, was),
      start: request.start,
      end: request.end,
      headCount: request.headCount,
      party: partyOf(context, { ...request, teamId, bookerId: was?.bookerId ?? context.actor.personId }),
      waivers: request.waivers,
      kept: was?.waivers ?? [],
      was: was === null ? null : { start: was.start, end: was.end, resources: was.resources },
    }
    const situation = situationFor(context, bookingId, request.projectId)
    const verdict = judge(proposal, situation)
    const offered = withAlternatives && verdict.refusals.length > 0 ? alternatives(proposal, situation) : []
    const changes = withAlternatives ? verdict.refusals.map((each) => changeFor(each, proposal, situation)) : []
    const { refusals, warnings, needsApproval } = verdict
    return done({ refusals, warnings, changes, alternatives: offered, needsApproval })
  },

  'bookings.day': (context, { date }) => many(context, dayInterval(date, context.memory.settings().zone)),

  'bookings.week'(context, { date }) {
    const monday = mondayOf(date)
    return many(context, daysInterval(monday, addDays(monday, 7), context.memory.settings().zone))
  },

  'bookings.range'(context, { start, end, resourceIds, withFreed }) {
    if (end <= start) return refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
    if (end - start > LONGEST_RANGE)
      return refuse({ code: 'badInput', path: 'end', why: 'tooLarge', limit: LONGEST_RANGE / DAY })
    const interval = { start, end }
    const found = list(context, { interval, ...(resourceIds === undefined ? {} : { resourceIds }) })
    return done({ bookings: withFreed ? found : found.filter((each) => each.releasedAt === null), ...interval })
  },

  'bookings.one'(context, { id }) {
    const booking = context.stores.bookings.byId(id)
    if (booking === null) return refuse({ code: 'notFound', what: 'booking', id })
    return done(present(booking, viewerOf(context)))
  },

  'bookings.history'(context, { id }) {
    const booking = context.stores.bookings.byId(id)
    if (booking === null) return refuse({ code: 'notFound', what: 'booking', id })
    if (present(booking, viewerOf(context)).hidden) return refuse({ code: 'notYours', what: 'booking', id })
    const entries = context.stores.journal.ofKey(id).map(({ seq, at, actor, operation, key, before, after }) => ({
      seq,
      at,
      byId: actor,
      operation,
      key,
      before,
      after,
    }))
    return done({ entries })
  },

  'bookings.search'(context, input) {
    const { text, start, end, statuses, teamId, resourceId, limit, offset } = input
    const viewer = viewerOf(context)
    const resident = viewer.role === 'member' || viewer.role === 'teamLead'
    const { bookings, total } = context.stores.bookings.search({
      interval:
        start === undefined && end === undefined ? null : { start: start ?? 0, end: end ?? Number.MAX_SAFE_INTEGER },
      statuses: statuses ?? null,
      // A search by words would tell a resident what other teams' hidden bookings are called: they search their own.
      teamId: resident ? (viewer.teamId ?? 'nobody') : (teamId ?? null),
      resourceId: resourceId ?? null,
      text: text === '' ? null : meanings(context, text),
      limit,
      offset,
    })
    const seen = bookings.map((booking) => present(booking, viewer))
    return done({ bookings: text === '' ? seen : seen.filter((each) => !each.hidden), total })
  },
} satisfies Partial<Handlers>
