import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { Booking } from '../../../../shared/operations/bookings.ts'
import type { OccupancyInput } from '../../../../shared/operations/reports.ts'
import { outageLeaves } from '../../../../shared/scheduling/leaves.ts'
import { DAY, type Interval } from '../../../../shared/scheduling/time.ts'
import { daysInterval } from '../../../../shared/scheduling/zone.ts'
import type { StoredBooking } from '../../../storage/stores.ts'
import { present, type Viewer } from '../../bookings/present.ts'
import type { JobOrder } from '../../context.ts'
import { occupancyReport, reportedIds } from '../../reports/occupancy.ts'
import { JobStopped, type JobControl, type JobDoor, type JobEnd } from '../job.ts'
import type { ExportDoor } from './door.ts'
import { MAX_EXPORT_ROWS } from './formats.ts'

/** So many days of bookings are read before calls that wait are let in. */
const DAYS_AT_ONCE = 7
/** Somebody books while we read: so often it is begun anew before everything is read in one go. */
const MOST_TRIES = 3

/** Writes what the person who asked may see into the folder of exports. */
export async function runExportJob(
  door: JobDoor,
  { input, actor }: Extract<JobOrder, { kind: 'export' }>,
  control: JobControl,
): Promise<JobEnd> {
  const { storage, memory, exportsFolder } = door
  const now = door.now()
  const person = actor.personId === null ? null : storage.people.person(actor.personId)
  const viewer: Viewer = { ...actor, teamId: person?.teamId ?? null }
  const listed = input.kind === 'bookings' || input.kind === 'ics'
  const found = listed ? await readBookings(door, input.period, control) : []
  if (typeof found === 'number')
    return { refusals: [{ code: 'exportTooLarge', rows: found, limit: MAX_EXPORT_ROWS }], result: null }
  await control.breathe()
  const lent: ExportDoor = {
    now,
    settings: memory.settings(),
    resources: memory.catalogue().resources,
    teams: storage.people.teams(),
    occupancy: (period) => storage.read(() => occupancyReport({ stores: storage, memory, now }, period)),
    bookings: () => found.map((booking): Booking => present(booking, viewer)),
    everything: () => withoutContacts(storage.read(() => storage.dump())),
  }
  // Loaded when it is first needed: the core starts without a spreadsheet library.
  const { writeExport } = await import('./write.ts')
  const answer = await writeExport(lent, input, exportsFolder, (wanted) => freeName(exportsFolder, wanted))
  if ('refusals' in answer) return { refusals: answer.refusals, result: null }
  const { fileName, rows } = answer.written
  try {
    control.check()
  } catch (error) {
    if (error instanceof JobStopped) await rm(join(exportsFolder, fileName), { force: true })
    throw error
  }
  return { refusals: [], fileName, result: { rows } }
}

/** Bookings of the period as they stood at one moment, in order of start; a number when there are more than a file should hold. */
async function readBookings(
  { storage, memory }: JobDoor,
  period: OccupancyInput,
  control: JobControl,
): Promise<StoredBooking[] | number> {
  const { from, to, teamId } = period
  const whole = daysInterval(from, to, memory.settings().zone)
  const { total } = storage.bookings.search({
    interval: whole,
    statuses: null,
    teamId: teamId ?? null,
    resourceId: null,
    text: null,
    limit: 1,
    offset: 0,
  })
  if (total > MAX_EXPORT_ROWS) return total
  const read = (interval: Interval) =>
    storage.bookings.range({ interval, ...(teamId === undefined ? {} : { teamId }) }).filter(wantedBy(memory, period))
  const piece = async (start: number, found: Map<string, StoredBooking>): Promise<void> => {
    if (start >= whole.end) return
    const end = Math.min(whole.end, start + DAYS_AT_ONCE * DAY)
    for (const booking of read({ start, end })) found.set(booking.id, booking)
    control.progress(found.size, Math.max(total, found.size))
    await control.breathe()
    return piece(end, found)
  }
  const attempt = async (tries: number): Promise<StoredBooking[]> => {
    if (tries === MOST_TRIES) return read(whole)
    const { seq } = storage.journal.head()
    const found = new Map<string, StoredBooking>()
    await piece(whole.start, found)
    return storage.journal.head().seq === seq ? [...found.values()] : attempt(tries + 1)
  }
  return attempt(0)
}

/** The same choice as the rows of the report: a booking belongs when it stands on one of the places asked for. */
function wantedBy(memory: JobDoor['memory'], period: OccupancyInput): (booking: StoredBooking) => boolean {
  if (period.resourceIds === undefined && period.kinds === undefined) return () => true
  const places = memory.places()
  const leaves = reportedIds(places, period)
  return ({ resources }) =>
    resources.some(({ resourceId }) => outageLeaves(resourceId, places).some(({ id }) => leaves.has(id)))
}

/** Telephone numbers and e-mail addresses stay in the house. */
function withoutContacts(tables: Record<string, unknown[]>): Record<string, unknown[]> {
  const people = tables['person']?.map((row) => ({ ...(row as Record<string, unknown>), phone: '', email: '' }))
  return people === undefined ? tables : { ...tables, person: people }
}

/** The name, or the name with a number when the folder has it already. */
function freeName(folder: string, wanted: string): string {
  const { name, ext } = parse(wanted)
  let free = wanted
  for (let number = 2; existsSync(join(folder, free)); number += 1) free = `${name} (${number})${ext}`
  return free
}
