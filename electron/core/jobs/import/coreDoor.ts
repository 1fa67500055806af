import type { Booking } from '../../../../shared/operations/bookings.ts'
import type { OperationName, Value } from '../../../../shared/operations/index.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import { done, refuse, type Outcome } from '../../../../shared/result.ts'
import { yearOf } from '../../../../shared/scheduling/civil.ts'
import { checkNamedOnce } from '../../../../shared/scheduling/leaves.ts'
import { placeIsBookable } from '../../../../shared/scheduling/rules/bookable.ts'
import { placeIsFree } from '../../../../shared/scheduling/rules/free.ts'
import type { Proposal } from '../../../../shared/scheduling/situation.ts'
import { dateOf } from '../../../../shared/scheduling/zone.ts'
import type { StoredBooking } from '../../../storage/stores.ts'
import { situationFor } from '../../bookings/situation.ts'
import { insertBooking, replaceBooking } from '../../bookings/store.ts'
import type { Context } from '../../context.ts'
import { JobFault } from '../job.ts'
import type { ImportDoor, ImportedBooking } from './door.ts'

/** Where places go that a file made; a person sets it right later. */
const importedZone = { code: 'IMP', name: '导入', nameEn: 'Imported' }

/** The door of an import in a transaction of the core. */
export function importDoorOf(context: Context): ImportDoor {
  const { now, memory, stores } = context
  const shown = (booking: StoredBooking): Booking => ({ ...booking, hidden: false })
  return {
    now,
    resources: () => memory.catalogue().resources,
    teams: () => stores.people.teams(),
    bySource: (sourceUid) => stores.bookings.bySource(sourceUid).map(shown),
    byId(id) {
      const booking = stores.bookings.byId(id)
      return booking === null ? null : shown(booking)
    },
    exactly: (resourceIds, start, end) =>
      stores.bookings
        .range({ interval: { start, end }, resourceIds })
        .filter((booking) => booking.start === start && booking.end === end)
        .map(shown),
    makePlace(place) {
      const zoneId = zoneForImports(context)
      return perform(context, 'resources.save', { resource: { ...place, zoneId } })
    },
    lift: (booking) => stores.bookings.lift(booking.id),
    book(wanted) {
      const resources = placesOf(wanted, null)
      const refusals = standsInTheWay(context, null, 'confirmed', wanted, resources)
      if (refusals.length > 0) return refuse(...refusals)
      return done(shown(insertBooking(context, made(context, wanted, resources))))
    },
    change(booking, wanted) {
      const was = stores.bookings.byId(booking.id)!
      const resources = placesOf(wanted, was)
      const refusals = standsInTheWay(context, was, was.status, wanted, resources)
      if (refusals.length > 0) return refuse(...refusals)
      const { places: _places, ...fields } = wanted
      return done(shown(replaceBooking(context, was, { ...fields, resources })))
    },
    cancel(booking) {
      const was = stores.bookings.byId(booking.id)!
      const needs = ['tentative', 'pending', 'confirmed']
      // What has been used is history; a file that calls it off later does not change that it took place.
      if (!needs.includes(was.status))
        return refuse({ code: 'wrongStatus', bookingId: was.id, status: was.status, needs })
      return done(shown(replaceBooking(context, was, { status: 'cancelled', releasedAt: now })))
    },
  }
}

/** The places of a row. Set-up and strike are not in the file: a booking keeps those it has, a new one has none. */
function placesOf({ places }: ImportedBooking, was: StoredBooking | null): StoredBooking['resources'] {
  return places.map(({ resourceId, quantity }) => {
    const kept = was?.resources.find((each) => each.resourceId === resourceId)
    return { resourceId, quantity, before: kept?.before ?? 0, after: kept?.after ?? 0 }
  })
}

/** What no history may break: the places can be booked, none is named twice, and nobody else stands there. */
function standsInTheWay(
  context: Context,
  was: StoredBooking | null,
  status: StoredBooking['status'],
  { start, end, headCount }: ImportedBooking,
  resources: StoredBooking['resources'],
): Refusal[] {
  const places = context.memory.places()
  const refusals = checkNamedOnce(resources, places)
  const proposal: Proposal = { bookingId: was?.id ?? null, status, resources, start, end, headCount, waivers: [], was }
  const situation = situationFor(context, was?.id ?? null, null)
  const within = was !== null && was.start <= start && end <= was.end
  const found: Parameters<typeof placeIsFree>[3] = []
  for (const place of resources) {
    const resource = places.resources.get(place.resourceId)
    if (resource === undefined) {
      refusals.push({ code: 'notFound', what: 'resource', id: place.resourceId })
      continue
    }
    const stood = was?.resources.find((each) => each.resourceId === place.resourceId)
    const asked = { ...place, resource, shrinks: within && (stood?.quantity ?? 0) >= place.quantity }
    placeIsFree(asked, proposal, situation, found)
    placeIsBookable(asked, proposal, situation, found)
  }
  return [...refusals, ...found]
}

/** A new booking of a file. What is past was held as the file says; nobody makes up who came. */
function made(
  { now, actor, memory, stores, newId }: Context,
  { places: _places, ...fields }: ImportedBooking,
  resources: StoredBooking['resources'],
): StoredBooking {
  return {
    id: newId(),
    no: stores.bookings.nextNo(yearOf(dateOf(fields.start, memory.settings().zone))),
    ...fields,
    status: 'confirmed',
    resources,
    projectId: null,
    bookerId: actor.personId ?? 'local',
    occupantId: null,
    confidential: false,
    serviceKind: null,
    waivers: [],
    checkedInAt: null,
    checkedOutAt: null,
    releasedAt: null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
}

function zoneForImports(context: Context): string {
  const known = context.memory.catalogue().zones.find((each) => each.code === importedZone.code)
  if (known !== undefined) return known.id
  const zone = perform(context, 'zones.save', { zone: importedZone })
  if (!zone.done) throw new Error(`the zone of imports was refused: ${JSON.stringify(zone.refusals)}`)
  return zone.value.id
}

function perform<N extends OperationName>(context: Context, name: N, input: unknown): Outcome<Value<N>> {
  const outcome = context.within(name, input, { actor: context.actor, now: context.now })
  if ('faultId' in outcome) throw new JobFault(outcome.faultId)
  return outcome
}
