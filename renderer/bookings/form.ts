import type { Booking, BookingRequest } from '../../shared/operations/bookings.ts'
import type { ServiceKind } from './words.ts'
import type { Input } from '../../shared/operations/index.ts'
import type { Person } from '../../shared/operations/people.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import type { Instant, Interval, LocalDate, WallMinute, WallTime } from '../../shared/scheduling/time.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { toInstant, toWall } from '../../shared/scheduling/zone.ts'
import type { BookingDraft } from '../ui/drawers.ts'
import {
  firstOpenHour,
  nextHour,
  presets,
  wallEnds,
  wallLength,
  whenOf,
  withDate,
  withStart,
  type PresetName,
  type When,
} from './presets.ts'

export type Place = BookingRequest['resources'][number]
export type WaivedRule = { rule: string; resourceId: string }

/** What stands in the form of a booking. Texts are as typed; times are the wall clock's. */
export type BookingForm = {
  title: string
  teamId: string | null
  /** True: `occupantName` counts; false: `occupantId` does. */
  visitor: boolean
  occupantId: string | null
  occupantName: string
  places: Place[]
  when: When
  headCount: string
  projectId: string | null
  serviceKind: ServiceKind | null
  confidential: boolean
  note: string
  holdUntil: WallTime | null
  waived: WaivedRule[]
  waiverReason: string
}

export type FormAction =
  | { type: 'set'; change: Partial<Omit<BookingForm, 'when' | 'teamId' | 'places'>> }
  | { type: 'team'; teamId: string | null; teamProjects: readonly string[] }
  | { type: 'occupant'; person: Person | null; staff: boolean }
  | { type: 'places'; resourceIds: readonly string[] }
  | { type: 'quantity'; resourceId: string; quantity: number }
  | { type: 'part'; resourceId: string; place: Place }
  | { type: 'date'; date: LocalDate }
  | { type: 'from'; minute: WallMinute }
  | { type: 'until'; minute: WallMinute }
  | { type: 'endDate'; date: LocalDate | null }
  | { type: 'preset'; preset: PresetName }
  | { type: 'take'; places: Place[]; when: When }
  | { type: 'waive'; rule: WaivedRule; on: boolean }
  | { type: 'become'; form: BookingForm }

const sameRule = (one: WaivedRule, other: WaivedRule) => one.rule === other.rule && one.resourceId === other.resourceId

/** The form after what the person did. Pure. */
export function reduceForm(form: BookingForm, action: FormAction): BookingForm {
  switch (action.type) {
    case 'set':
      return { ...form, ...action.change }
    case 'team': {
      const keeps = form.projectId !== null && action.teamProjects.includes(form.projectId)
      return { ...form, teamId: action.teamId, projectId: keeps ? form.projectId : null }
    }
    case 'occupant': {
      const teamId = form.teamId ?? (action.staff ? (action.person?.teamId ?? null) : null)
      return { ...form, occupantId: action.person?.id ?? null, teamId }
    }
    case 'places': {
      const kept = new Map(form.places.map((place) => [place.resourceId, place]))
      return {
        ...form,
        places: action.resourceIds.map((resourceId) => kept.get(resourceId) ?? { resourceId, quantity: 1 }),
        waived: form.waived.filter((each) => action.resourceIds.includes(each.resourceId)),
      }
    }
    case 'quantity':
      return {
        ...form,
        places: form.places.map((place) =>
          place.resourceId === action.resourceId ? { ...place, quantity: action.quantity } : place,
        ),
      }
    case 'part':
      return {
        ...form,
        places: form.places.map((place) => (place.resourceId === action.resourceId ? action.place : place)),
      }
    case 'date':
      return { ...form, when: withDate(form.when, action.date) }
    case 'from':
      return { ...form, when: withStart(form.when, action.minute) }
    case 'until':
      return { ...form, when: { ...form.when, until: action.minute } }
    case 'endDate':
      return { ...form, when: { ...form.when, endDate: action.date } }
    case 'preset':
      return { ...form, when: { ...form.when, ...presets[action.preset], endDate: null } }
    case 'take':
      // What is offered was judged without any waiver: none is needed any more.
      return { ...form, places: action.places, when: action.when, waived: [], waiverReason: '' }
    case 'waive': {
      const others = form.waived.filter((each) => !sameRule(each, action.rule))
      return { ...form, waived: action.on ? [...others, action.rule] : others }
    }
    case 'become':
      return action.form
  }
}

export type FormField =
  | 'title'
  | 'places'
  | 'when'
  | 'headCount'
  | 'occupantName'
  | 'holdUntil'
  | 'waiverReason'
  | 'note'
export type FormProblem = 'required' | 'notWhole' | 'tooLong' | 'endBeforeStart' | 'holdPast' | 'holdLate'
export type FormErrors = Partial<Record<FormField, FormProblem>>

/** In the order of the form: the first one takes the focus. */
export const fieldOrder: readonly FormField[] = [
  'title',
  'headCount',
  'occupantName',
  'places',
  'when',
  'note',
  'holdUntil',
  'waiverReason',
]

/** Heads as typed, full-width digits and 人 included; null when blank, NaN when it is no whole number from 1 to 100 000. */
export function readHeadCount(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s|人/g, '')
  if (text === '') return null
  const count = Number(text)
  return Number.isInteger(count) && count >= 1 && count <= 100_000 ? count : Number.NaN
}

/** Heads that all the places hold together, as the rule counts them: instruments hold nobody; null when one place has no figure. */
export function capacityOf(
  places: readonly Place[],
  resource: (id: string) => Pick<Resource, 'kind' | 'capacity'> | null,
): number | null {
  const rooms = places.flatMap(({ resourceId, quantity }) => {
    const found = resource(resourceId)
    return found === null || found.kind === 'instrument'
      ? []
      : [found.capacity === null ? null : found.capacity * quantity]
  })
  return rooms.length === 0 || rooms.includes(null) ? null : rooms.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}

/** Start and end as instants. */
export function interval(when: When, zone: string): { start: Instant; end: Instant } {
  const { start, end } = wallEnds(when)
  return { start: toInstant(start, zone), end: toInstant(end, zone) }
}

/** What keeps the form from being sent, by field: what a person can see without asking the core. */
export function formErrors(form: BookingForm, { now, zone }: { now: Instant; zone: string }): FormErrors {
  const errors: FormErrors = {}
  if (form.title.trim() === '') errors.title = 'required'
  else if (form.title.trim().length > 120) errors.title = 'tooLong'
  if (form.places.length === 0) errors.places = 'required'
  if (Number.isNaN(readHeadCount(form.headCount))) errors.headCount = 'notWhole'
  if (form.visitor && form.occupantName.trim().length > 60) errors.occupantName = 'tooLong'
  if (wallLength(form.when) <= 0) errors.when = 'endBeforeStart'
  if (form.note.trim().length > 2000) errors.note = 'tooLong'
  if (form.holdUntil !== null) {
    const until = toInstant(form.holdUntil, zone)
    if (until <= now) errors.holdUntil = 'holdPast'
    else if (until > interval(form.when, zone).start) errors.holdUntil = 'holdLate'
  }
  if (form.waived.length > 0 && form.waiverReason.trim() === '') errors.waiverReason = 'required'
  return errors
}

/** True when the core can judge it: a place and a time with a length. A title is not needed for that. */
export function checkable(form: BookingForm): boolean {
  return form.places.length > 0 && wallLength(form.when) > 0
}

/** The form as the core takes it. A head-count that is no number counts as not given: the field says so. */
export function requestOf(form: BookingForm, zone: string): BookingRequest {
  const heads = readHeadCount(form.headCount)
  const reason = form.waiverReason.trim()
  return {
    resources: form.places,
    ...interval(form.when, zone),
    title: form.title.trim(),
    teamId: form.teamId,
    projectId: form.projectId,
    occupantId: form.visitor ? null : form.occupantId,
    occupantName: form.visitor ? form.occupantName.trim() : '',
    headCount: heads === null || Number.isNaN(heads) ? null : heads,
    confidential: form.confidential,
    serviceKind: form.serviceKind,
    note: form.note.trim(),
    holdUntil: form.holdUntil === null ? null : toInstant(form.holdUntil, zone),
    waivers: reason === '' ? [] : form.waived.map((each) => ({ ...each, reason })),
  }
}

/** What the core needs to judge: nothing that changes with each letter of the title. Waivers are left out, so that every reason stays on screen. */
export function checkOf(form: BookingForm, zone: string): Input<'bookings.check'>['request'] {
  const { resources, start, end, teamId, projectId, headCount } = requestOf(form, zone)
  return { resources, start, end, teamId, projectId, headCount }
}

type Change = Input<'bookings.change'>['change']

/** Only what differs from the booking as it was when editing began. */
export function changeOf(form: BookingForm, base: BookingForm, zone: string): Change {
  const { holdUntil: _hold, waivers: _waivers, ...now } = requestOf(form, zone)
  const was = requestOf(base, zone)
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof BookingRequest]),
  )
  return Object.fromEntries(changed)
}

/** The form of a booking that exists. */
export function formOf(booking: Booking, zone: string): BookingForm {
  return {
    title: booking.title,
    teamId: booking.teamId,
    visitor: booking.occupantName !== '',
    occupantId: booking.occupantId,
    occupantName: booking.occupantName,
    places: booking.resources.map(({ before: _before, after: _after, ...place }) => place),
    when: whenOf(toWall(booking.start, zone), toWall(booking.end, zone)),
    headCount: booking.headCount === null ? '' : String(booking.headCount),
    projectId: booking.projectId,
    serviceKind: booking.serviceKind,
    confidential: booking.confidential,
    note: booking.note,
    holdUntil: null,
    waived: [],
    waiverReason: '',
  }
}

export type Start = { now: Instant; zone: string; person: Person | null; open?: readonly Interval[] }

/** True for those who book for others; residents book for their own team. */
export function booksForOthers(person: Person | null): boolean {
  return person !== null && person.role !== 'member' && person.role !== 'teamLead'
}

/** An empty form: the next hour that is open; a resident's own team and name. */
export function blankForm({ now, zone, person, open = [] }: Start): BookingForm {
  const resident = person !== null && !booksForOthers(person)
  return {
    title: '',
    teamId: resident ? person.teamId : null,
    visitor: false,
    occupantId: resident ? person.id : null,
    occupantName: '',
    places: [],
    when: firstOpenHour(now, open, zone) ?? nextHour(toWall(now, zone)),
    headCount: '',
    projectId: null,
    serviceKind: null,
    confidential: false,
    note: '',
    holdUntil: null,
    waived: [],
    waiverReason: '',
  }
}

/** Lays what a page offers (a slot of the board, a booking to be duplicated) over a form; what it does not name stays. */
export function overlay(form: BookingForm, draft: BookingDraft, zone: string): BookingForm {
  const { resources, start, end, headCount, holdUntil, waivers: _waivers, ...rest } = draft
  const next: BookingForm = { ...form, ...rest }
  if (rest.occupantName !== undefined) next.visitor = rest.occupantName !== ''
  if (resources !== undefined) next.places = resources
  if (headCount !== undefined) next.headCount = headCount === null ? '' : String(headCount)
  if (holdUntil !== undefined) next.holdUntil = holdUntil === null ? null : toWall(holdUntil, zone)
  if (start !== undefined) {
    const until = end ?? start + wallLength(form.when) * MINUTE
    next.when = whenOf(toWall(start, zone), toWall(until, zone))
  }
  if (resources !== undefined || start !== undefined) next.waived = []
  return next
}
