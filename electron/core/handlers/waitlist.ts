import { done, refuse } from '../../../shared/result.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import type { StoredWait } from '../../storage/stores.ts'
import { checkNames, ownTeam, type Asked } from '../bookings/ask.ts'
import { replaceBooking } from '../bookings/store.ts'
import type { Context, Handlers } from '../context.ts'
import { letGo, offerTo } from '../life/settleWaitlist.ts'
import { changeWait, insertWait, mayAnswer, maySeeWait, presentWaits } from '../life/waits.ts'
import { confirmHold, waitingBehind } from './bookingHolds.ts'

/** How many of those whose waiting is over a list shows. */
const MOST_PAST = 100
const residents: readonly unknown[] = ['member', 'teamLead']

function find(context: Context, id: string, needs: readonly StoredWait['status'][]) {
  const entry = context.stores.waitlist.byId(id)
  if (entry === null || !maySeeWait(context, entry))
    return { refusal: { code: 'notFound', what: 'waitEntry', id } satisfies Refusal }
  if (!mayAnswer(context, entry)) return { refusal: { code: 'notYours', what: 'waitEntry', id } satisfies Refusal }
  if (!needs.includes(entry.status))
    return { refusal: { code: 'badInput', path: 'id', why: 'notAllowedValue', given: entry.status } satisfies Refusal }
  return { entry }
}

/** The held booking of an offer; null when it is a hold no more. */
function heldOf({ stores }: Context, entry: StoredWait) {
  const booking = entry.offer === null ? null : stores.bookings.byId(entry.offer.bookingId)
  return booking?.status === 'tentative' ? booking : null
}

const only = (context: Context, entry: StoredWait) => done(presentWaits(context, [entry])[0]!)

/** Waiting for a place, and what becomes of an offer. */
export const waitlistHandlers = {
  'waitlist.add'(context, input) {
    const { now, actor, stores } = context
    const team = ownTeam(context, input.teamId)
    const teamId = 'refusal' in team ? null : team.teamId
    const asked: Asked = {
      resources: input.resources,
      start: input.from,
      end: input.until,
      teamId,
      projectId: input.projectId,
      occupantId: input.personId,
      occupantName: '',
      headCount: input.headCount,
      confidential: false,
      serviceKind: null,
      note: '',
      holdUntil: null,
      waivers: [],
    }
    const refusals = checkNames(context, asked)
    if ('refusal' in team) refusals.push(team.refusal)
    if ((input.resources.length === 0) === (input.any === null))
      refusals.push({ code: 'badInput', path: 'resources', why: 'required' })
    if (input.minutes * MINUTE > input.until - input.from)
      refusals.push({ code: 'badInput', path: 'minutes', why: 'tooLarge', limit: (input.until - input.from) / MINUTE })
    if (input.until <= now) refusals.push({ code: 'badInput', path: 'until', why: 'tooSmall' })
    if (residents.includes(actor.role) && input.personId !== null && input.personId !== actor.personId)
      refusals.push({ code: 'notYours', what: 'person', id: input.personId })
    const personId = input.personId ?? actor.personId
    if (personId === null || stores.people.person(personId) === null)
      refusals.push({ code: 'badInput', path: 'personId', why: 'required' })
    if (refusals.length > 0) return refuse(...refusals)
    const { title, projectId, headCount, resources, any, from, until, minutes } = input
    const entry = insertWait(context, {
      id: context.newId(),
      personId: personId!,
      teamId,
      projectId,
      title,
      headCount,
      resources,
      any,
      from,
      until,
      minutes,
      status: 'waiting',
      offer: null,
      passed: [],
      createdAt: now,
      updatedAt: now,
      version: 1,
    })
    return only(context, offerTo(context, entry))
  },

  'waitlist.accept'(context, { id }) {
    const found = find(context, id, ['offered'])
    if ('refusal' in found) return refuse(found.refusal)
    const booking = heldOf(context, found.entry)
    if (booking === null) return refuse({ code: 'badInput', path: 'id', why: 'notAllowedValue' })
    const confirmed = confirmHold(context, booking)
    if (confirmed.done) changeWait(context, found.entry, { status: 'accepted' })
    return confirmed
  },

  'waitlist.decline'(context, { id }) {
    const found = find(context, id, ['offered'])
    if ('refusal' in found) return refuse(found.refusal)
    const booking = heldOf(context, found.entry)
    if (booking === null) return refuse({ code: 'badInput', path: 'id', why: 'notAllowedValue' })
    const entry = changeWait(context, found.entry, letGo(found.entry, booking))
    replaceBooking(context, booking, { status: 'cancelled', releasedAt: context.now })
    return only(context, entry)
  },

  'waitlist.withdraw'(context, { id }) {
    const found = find(context, id, ['waiting', 'offered'])
    if ('refusal' in found) return refuse(found.refusal)
    const entry = changeWait(context, found.entry, { status: 'withdrawn' })
    const booking = heldOf(context, found.entry)
    if (booking !== null) replaceBooking(context, booking, { status: 'cancelled', releasedAt: context.now })
    return only(context, entry)
  },

  'waitlist.list'(context, { mine, withPast }) {
    const { stores, actor } = context
    const past = withPast ? stores.waitlist.closed(MOST_PAST) : []
    const entries = [...stores.waitlist.open(), ...past].filter((entry) =>
      mine ? entry.personId === actor.personId : maySeeWait(context, entry),
    )
    return done({ entries: presentWaits(context, entries) })
  },

  'waitlist.behind'(context, { bookingId }) {
    const booking = context.stores.bookings.byId(bookingId)
    if (booking === null) return refuse({ code: 'notFound', what: 'booking', id: bookingId })
    return done({ entries: presentWaits(context, waitingBehind(context, booking)) })
  },
} satisfies Partial<Handlers>
