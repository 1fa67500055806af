import type { BookingRequest } from '../../../shared/operations/bookings.ts'
import { waiversOf, type Refusal } from '../../../shared/refusals.ts'
import { judge } from '../../../shared/scheduling/judge.ts'
import { checkNamedOnce, placeTime } from '../../../shared/scheduling/leaves.ts'
import { buffersOf } from '../../../shared/scheduling/policy.ts'
import type { Proposal } from '../../../shared/scheduling/situation.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Context } from '../context.ts'
import { partyOf } from '../rules/party.ts'
import { viewerOf } from './rights.ts'
import { situationFor } from './situation.ts'

/** What a booking is asked to be: the request of a new one, or the merged state of a changed one. */
export type Asked = Omit<BookingRequest, 'title'>

/** Mistakes in what the request names, all of them: unknown places, teams, people, projects, places named twice, an end before the start. */
export function checkNames(context: Context, asked: Asked): Refusal[] {
  const { memory, stores, now } = context
  const refusals: Refusal[] = []
  const places = memory.places()
  for (const { resourceId } of asked.resources) {
    if (!places.resources.has(resourceId)) refusals.push({ code: 'notFound', what: 'resource', id: resourceId })
  }
  if (asked.end <= asked.start) refusals.push({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
  else
    asked.resources.forEach((place, index) => {
      const { start, end } = placeTime(asked, place)
      if (end <= start) refusals.push({ code: 'badInput', path: `resources.${index}.offset`, why: 'endBeforeStart' })
    })
  refusals.push(...checkNamedOnce(asked.resources, places))
  const { teamId, projectId, occupantId, holdUntil } = asked
  if (teamId !== null && !stores.people.teams().some((each) => each.id === teamId))
    refusals.push({ code: 'notFound', what: 'team', id: teamId })
  if (occupantId !== null && stores.people.person(occupantId) === null)
    refusals.push({ code: 'notFound', what: 'person', id: occupantId })
  if (projectId !== null) {
    const project = stores.people.projects().find((each) => each.id === projectId)
    if (project === undefined) refusals.push({ code: 'notFound', what: 'project', id: projectId })
    else if (project.teamId !== null && teamId !== null && project.teamId !== teamId)
      refusals.push({ code: 'badInput', path: 'projectId', why: 'notAllowedValue', given: project.no })
  }
  if (holdUntil !== null && (holdUntil <= now || holdUntil > asked.start))
    refusals.push({ code: 'badInput', path: 'holdUntil', why: 'notAllowedValue' })
  return refusals
}

/** Residents book for their own team only; the team is theirs when they name none. */
export function ownTeam(context: Context, teamId: string | null): { teamId: string | null } | { refusal: Refusal } {
  const viewer = viewerOf(context)
  if (viewer.role !== 'member' && viewer.role !== 'teamLead') return { teamId }
  if (teamId === null || teamId === viewer.teamId) return { teamId: viewer.teamId }
  return { refusal: { code: 'notYours', what: 'team', id: teamId } }
}

/** The places with the buffers that count: those of the booking where it keeps the place, today's policy where it is new. */
export function placesWithBuffers(
  { memory }: Context,
  asked: Asked['resources'],
  was: StoredBooking | null,
): StoredBooking['resources'] {
  const places = memory.places()
  return asked.map(({ resourceId, quantity, offset }) => {
    const kept = was?.resources.find((each) => each.resourceId === resourceId)
    const { before, after } = kept ?? buffersOf(places.resources.get(resourceId)!, memory.policies())
    return { resourceId, quantity, before, after, ...(offset === undefined ? {} : { offset }) }
  })
}

export type Judged = { waivers: StoredBooking['waivers']; needsApproval: boolean }

/** Judges what is asked by every rule, with the waivers given now and those kept from before. */
export function judgeAsked(
  context: Context,
  asked: Asked,
  was: StoredBooking | null,
  status: StoredBooking['status'],
): { refusals: Refusal[] } | Judged {
  const { actor, now } = context
  const proposal: Proposal = {
    bookingId: was?.id ?? null,
    status,
    resources: placesWithBuffers(context, asked.resources, was),
    start: asked.start,
    end: asked.end,
    headCount: asked.headCount,
    party: partyOf(context, { ...asked, bookerId: was?.bookerId ?? actor.personId }),
    waivers: asked.waivers,
    kept: was?.waivers ?? [],
    was: was === null ? null : { start: was.start, end: was.end, resources: was.resources },
  }
  const verdict = judge(proposal, situationFor(context, was?.id ?? null, asked.projectId))
  if (verdict.refusals.length > 0) {
    const refused = verdict.waiverRefused.map((rule): Refusal => {
      return { code: 'waiverRefused', rule, needs: [...(waiversOf[rule] ?? [])] }
    })
    return { refusals: [...verdict.refusals, ...refused] }
  }
  const byId = actor.personId ?? 'local'
  const given = verdict.waived.flatMap(({ rule, resourceId }) => {
    const waiver = asked.waivers.find((each) => each.rule === rule && each.resourceId === resourceId)
    return waiver === undefined ? [] : [{ rule, resourceId, reason: waiver.reason, byId, at: now }]
  })
  const kept = (was?.waivers ?? []).filter(
    (old) => !given.some((each) => each.rule === old.rule && each.resourceId === old.resourceId),
  )
  return { waivers: [...kept, ...given], needsApproval: verdict.needsApproval }
}
