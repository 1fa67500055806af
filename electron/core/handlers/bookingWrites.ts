import type { Booking } from '../../../shared/operations/bookings.ts'
import type { BookingStatus } from '../../../shared/operations/fields.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { done, refuse, type Outcome } from '../../../shared/result.ts'
import { yearOf } from '../../../shared/scheduling/civil.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import { checkNames, judgeAsked, ownTeam, placesWithBuffers, type Asked } from '../bookings/ask.ts'
import { present } from '../bookings/present.ts'
import { findForChange, viewerOf } from '../bookings/rights.ts'
import { insertBooking, replaceBooking } from '../bookings/store.ts'
import type { Context, Handlers } from '../context.ts'
import { lateCancelling } from '../rules/lateCancelling.ts'

/** Roles whose change of an approved booking needs no second approval. */
const approvers: readonly (Role | null)[] = ['manager', 'administrator']
const movable: readonly BookingStatus[] = ['tentative', 'pending', 'confirmed', 'inUse']

const shown = (context: Context, booking: StoredBooking): Outcome<Booking> => done(present(booking, viewerOf(context)))

const wrongStatus = (booking: StoredBooking, needs: readonly BookingStatus[]): Refusal => ({
  code: 'wrongStatus',
  bookingId: booking.id,
  status: booking.status,
  needs: [...needs],
})

type Change = Partial<Omit<Asked, 'waivers' | 'holdUntil'>> & { title?: string }

/** Changes what a booking is: judged as it would become, by every rule, and written with its allocations. `given`: to whom it is handed over. */
export function change(
  context: Context,
  guard: { id: string; expectedVersion?: number | undefined },
  wanted: Change,
  waivers: Asked['waivers'],
  given: Pick<StoredBooking, 'bookerId'> | null = null,
): Outcome<Booking> {
  const found = findForChange(context, guard)
  if ('refusal' in found) return refuse(found.refusal)
  const { booking: was } = found
  if (!movable.includes(was.status)) return refuse(wrongStatus(was, movable))
  const asked: Asked = {
    resources: was.resources.map(({ before: _before, after: _after, ...place }) => place),
    start: was.start,
    end: was.end,
    teamId: was.teamId,
    projectId: was.projectId,
    occupantId: was.occupantId,
    occupantName: was.occupantName,
    headCount: was.headCount,
    confidential: was.confidential,
    serviceKind: was.serviceKind,
    note: was.note,
    ...wanted,
    holdUntil: null,
    waivers,
  }
  const mistakes = checkNames(context, asked)
  if (wanted.teamId !== undefined && wanted.teamId !== was.teamId) {
    const team = ownTeam(context, wanted.teamId)
    if ('refusal' in team) mistakes.push(team.refusal)
  }
  if (was.status === 'inUse' && asked.start !== was.start) mistakes.push(wrongStatus(was, ['confirmed']))
  if (mistakes.length > 0) return refuse(...mistakes)
  const verdict = judgeAsked(context, asked, was, was.status)
  if ('refusals' in verdict) return refuse(...verdict.refusals)
  const resources = placesWithBuffers(context, asked.resources, was)
  const moved =
    asked.start !== was.start ||
    asked.end > was.end ||
    resources.some(
      (each) => !was.resources.some((old) => old.resourceId === each.resourceId && old.quantity >= each.quantity),
    )
  // An approved booking that takes other time or another place is another request (AP-04).
  const again = was.status === 'confirmed' && moved && verdict.needsApproval && !approvers.includes(context.actor.role)
  const { holdUntil: _hold, waivers: _waivers, ...fields } = asked
  return shown(
    context,
    replaceBooking(context, was, {
      ...fields,
      title: wanted.title ?? was.title,
      resources,
      waivers: verdict.waivers,
      ...given,
      ...(again ? { status: 'pending', decidedById: null } : {}),
    }),
  )
}

/** Making, moving and changing bookings. */
export const bookingWriteHandlers = {
  'bookings.create'(context, input) {
    const team = ownTeam(context, input.teamId)
    const asked: Asked = { ...input, teamId: 'refusal' in team ? null : team.teamId }
    const mistakes = checkNames(context, asked)
    if ('refusal' in team) mistakes.push(team.refusal)
    if (mistakes.length > 0) return refuse(...mistakes)
    const verdict = judgeAsked(context, asked, null, input.holdUntil === null ? 'confirmed' : 'tentative')
    if ('refusals' in verdict) return refuse(...verdict.refusals)
    const { now, actor, memory, stores } = context
    const booking: StoredBooking = {
      id: context.newId(),
      no: stores.bookings.nextNo(yearOf(dateOf(input.start, memory.settings().zone))),
      title: input.title,
      status: input.holdUntil !== null ? 'tentative' : verdict.needsApproval ? 'pending' : 'confirmed',
      start: input.start,
      end: input.end,
      resources: placesWithBuffers(context, input.resources, null),
      teamId: asked.teamId,
      projectId: input.projectId,
      bookerId: actor.personId ?? 'local',
      occupantId: input.occupantId,
      occupantName: input.occupantName,
      headCount: input.headCount,
      confidential: input.confidential,
      serviceKind: input.serviceKind,
      note: input.note,
      sourceUid: null,
      waivers: verdict.waivers,
      checkedInAt: null,
      checkedOutAt: null,
      releasedAt: null,
      holdUntil: input.holdUntil,
      reason: '',
      decidedById: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    }
    return shown(context, insertBooking(context, booking))
  },

  'bookings.move'(context, input) {
    const was = context.stores.bookings.byId(input.id)
    const length = was === null ? 0 : was.end - was.start
    const end = input.end ?? input.start + length
    const places = input.resources === undefined ? {} : { resources: input.resources }
    return change(context, input, { start: input.start, end, ...places }, input.waivers)
  },

  'bookings.resize': (context, input) => change(context, input, { start: input.start, end: input.end }, input.waivers),

  'bookings.change'(context, input) {
    const given = Object.entries(input.change).filter(([, value]) => value !== undefined)
    return change(context, input, Object.fromEntries(given), input.waivers)
  },

  'bookings.cancel'(context, input) {
    const found = findForChange(context, input)
    if ('refusal' in found) return refuse(found.refusal)
    const needs: BookingStatus[] = ['tentative', 'pending', 'confirmed']
    if (!needs.includes(found.booking.status)) return refuse(wrongStatus(found.booking, needs))
    const { booking } = found
    const late = lateCancelling(context, booking, input.reason)
    if ('refusals' in late) return refuse(...late.refusals)
    const { now } = context
    const waivers = [...booking.waivers, ...late.waivers]
    return shown(
      context,
      replaceBooking(context, booking, { status: 'cancelled', releasedAt: now, reason: input.reason, waivers }),
    )
  },
} satisfies Partial<Handlers>

/** The refusal of a step that the booking's status does not allow; for the other handlers of bookings. */
export { wrongStatus, shown }
