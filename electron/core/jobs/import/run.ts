import type { Booking } from '../../../../shared/operations/bookings.ts'
import type { ImportResult } from '../../../../shared/operations/reports.ts'
import type { FileFault, Refusal } from '../../../../shared/refusals.ts'
import { OUR_UID } from '../../../files/icsWriter.ts'
import type { ForeignRow } from '../../../files/foreignRow.ts'
import { noteOf, occupies, saysTheSame, type FoundRow } from './compare.ts'
import type { ImportDoor, ImportedBooking } from './door.ts'
import { freshCode, kindOfName, placeFinder, placeKey } from './places.ts'

export type ImportOrder = { fileName: string; createResources: boolean; dryRun: boolean }
export type ImportAnswer = { result: ImportResult; refusals: Refusal[] }
type Line = ImportResult['preview'][number]

const MAX_PREVIEW = 1000
const MAX_REFUSALS = 200

/**
 * Books the rows of a file, or says why not: one code path for the preview and the run, the caller rolls back what must not stay. A row is
 * known again by its uid and place; same content changes nothing, other content changes the booking. A row whose uid is unknown but which
 * describes a booking exactly (places, times, title) is that booking: the same schedule as ICS and as CSV has different uids. A booking
 * cancelled here is booked again when the file still has it: the file is the authority on its own events. With any refusal, nothing may be kept.
 */
export function runImport(door: ImportDoor, rows: readonly ForeignRow[], order: ImportOrder): ImportAnswer {
  const resourcesCreated: string[] = []
  const refusals: Refusal[] = []
  if (order.createResources) refusals.push(...makePlaces(door, rows, resourcesCreated))
  const { found, faults } = findNames(door, rows)
  if (faults.length > 0) {
    refusals.push({ code: 'fileBad', file: order.fileName, faults: faults.slice(0, 100), faultCount: faults.length })
  }
  const plan = found.map((each) => ({ each, booking: bookingOf(door, each) }))
  for (const { each, booking } of plan) {
    if (booking && !each.row.cancelled && !saysTheSame(booking, each)) door.lift(booking)
  }
  const preview: Line[] = []
  const counts = { create: 0, change: 0, unchanged: 0, refused: 0 }
  for (const { each, booking } of plan) {
    const outcome = carryOut(door, each, booking, (reasons) => {
      const { line, uid, title } = each.row
      refusals.push({ code: 'rowRefused', file: order.fileName, line, uid, title, refusals: reasons })
    })
    counts[outcome] += 1
    if (preview.length < MAX_PREVIEW || outcome === 'refused') preview.push(previewOf(each.row, outcome))
  }
  const result: ImportResult = {
    file: order.fileName,
    dryRun: order.dryRun,
    found: rows.length,
    created: counts.create,
    changed: counts.change,
    unchanged: counts.unchanged,
    refused: counts.refused + faults.length,
    resourcesCreated,
    preview: preview.slice(0, MAX_PREVIEW * 2),
  }
  return { result, refusals: refusals.slice(0, MAX_REFUSALS) }
}

function previewOf(row: ForeignRow, outcome: Line['outcome']): Line {
  const resource = row.places.map((place) => place.name).join('; ')
  return { line: row.line, title: row.title, resource, start: row.start, end: row.end, outcome }
}

/** Makes each place that the file names and the centre does not have. */
function makePlaces(door: ImportDoor, rows: readonly ForeignRow[], made: string[]): Refusal[] {
  const find = placeFinder(door.resources())
  const codes = new Set(door.resources().map((each) => placeKey(each.code)))
  const missing = new Map<string, string>()
  for (const { places } of rows) {
    for (const { name } of places) if (find(name) === null) missing.set(placeKey(name), name)
  }
  for (const name of missing.values()) {
    const code = freshCode(name, (wanted) => codes.has(placeKey(wanted)))
    codes.add(placeKey(code))
    const outcome = door.makePlace({ code, name: name.slice(0, 60), kind: kindOfName(name) })
    if (!outcome.done) return outcome.refusals
    made.push(name)
  }
  return []
}

function findNames(door: ImportDoor, rows: readonly ForeignRow[]): { found: FoundRow[]; faults: FileFault[] } {
  const find = placeFinder(door.resources())
  const teams = new Map<string, string>()
  for (const team of door.teams()) {
    for (const name of [team.shortName, team.name]) if (!team.retired) teams.set(placeKey(name), team.id)
  }
  const faults: FileFault[] = []
  const found: FoundRow[] = []
  for (const row of rows) {
    const fault = (why: FileFault['why'], column: string, value: string) =>
      faults.push({ line: row.line, column, why, value })
    const before = faults.length
    const places = new Map<string, number>()
    for (const { name, quantity } of row.places) {
      const resource = find(name)
      if (resource === null) fault('unknownResource', 'resource', name)
      else places.set(resource.id, (places.get(resource.id) ?? 0) + quantity)
    }
    const teamId = row.team === '' ? undefined : teams.get(placeKey(row.team))
    if (row.team !== '' && teamId === undefined) fault('unknownTeam', 'team', row.team)
    if (faults.length > before) continue
    found.push({ row, teamId, places: [...places].map(([resourceId, quantity]) => ({ resourceId, quantity })) })
  }
  return { found, faults }
}

/** The booking that a row means, or null when it is a new one. */
function bookingOf(door: ImportDoor, found: FoundRow): Booking | null {
  const { row, places } = found
  const here = (booking: Booking) =>
    booking.resources.some((each) => places.some((place) => place.resourceId === each.resourceId))
  const standing = (booking: Booking) => occupies(booking) || booking.status === 'noShow'
  if (row.uid?.endsWith(OUR_UID)) {
    const own = door.byId(row.uid.slice(0, -OUR_UID.length))
    if (own && standing(own)) return own
  }
  if (row.uid !== null) {
    const known = door.bySource(row.uid).filter(standing)
    const match = known.find(here) ?? (known.length === 1 ? known[0] : undefined)
    if (match) return match
  }
  const ids = places.map((place) => place.resourceId)
  return door.exactly(ids, row.start, row.end).find((each) => standing(each) && saysTheSame(each, found)) ?? null
}

function carryOut(
  door: ImportDoor,
  found: FoundRow,
  booking: Booking | null,
  refused: (reasons: Refusal[]) => void,
): Line['outcome'] {
  const { row } = found
  if (row.cancelled) {
    if (booking === null || !occupies(booking)) return 'unchanged'
    const outcome = door.cancel(booking)
    if (outcome.done) return 'change'
    refused(outcome.refusals)
    return 'refused'
  }
  if (booking !== null && saysTheSame(booking, found)) return 'unchanged'
  const outcome = booking === null ? door.book(wantedOf(found, null)) : door.change(booking, wantedOf(found, booking))
  if (outcome.done) return booking === null ? 'create' : 'change'
  refused(outcome.refusals)
  return 'refused'
}

/** What the row asks for; what it leaves blank stays as the booking has it. */
function wantedOf({ row, places, teamId }: FoundRow, booking: Booking | null): ImportedBooking {
  return {
    start: row.start,
    end: row.end,
    places,
    title: row.title,
    note: noteOf(row) || (booking?.note ?? ''),
    teamId: teamId ?? booking?.teamId ?? null,
    occupantName: (row.person || (booking?.occupantName ?? '')).slice(0, 60),
    headCount: row.headCount ?? booking?.headCount ?? null,
    sourceUid: row.uid === null || row.uid.endsWith(OUR_UID) ? (booking?.sourceUid ?? null) : row.uid,
  }
}
