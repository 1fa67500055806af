import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { occupyingStatuses } from '../../../../shared/operations/fields.ts'
import { dateOf } from '../../../../shared/scheduling/zone.ts'
import { bookingsCsvRows, writeBookingsFile } from '../../../files/bookingsFile.ts'
import { csvText } from '../../../files/csvWriter.ts'
import { icsText } from '../../../files/icsWriter.ts'
import { writeOccupancyFile, type ReportFacts } from '../../../files/occupancyFile.ts'
import { occupancyCsvRows } from '../../../files/occupancyTable.ts'
import { fileNameOf, periodLabel, wordsOf } from '../../../files/words.ts'
import { definitionsFor } from './definitions.ts'
import type { ExportAnswer, ExportDoor, ExportOrder } from './door.ts'
import { exportFormatsOf, MAX_EXPORT_ROWS } from './formats.ts'

/**
 * Writes an export into a folder under a temporary name and renames it when it is complete and on the disk; `nameFor` picks a free name.
 * Refuses a format that the kind does not have, and more rows than a file should hold.
 */
export async function writeExport(
  door: ExportDoor,
  order: ExportOrder,
  folder: string,
  nameFor: (wanted: string) => string,
): Promise<ExportAnswer> {
  if (!exportFormatsOf[order.kind].includes(order.format)) {
    return { refusals: [{ code: 'badInput', path: 'format', why: 'notAllowedValue', given: order.format }] }
  }
  const words = wordsOf(order.language)
  const { zone } = door.settings
  const made = dateOf(door.now, zone)
  const { from, to } = order.period
  const period = periodLabel(from, to, words)
  const facts: ReportFacts = {
    words,
    centreName: (order.language === 'en' && door.settings.centreNameEn) || door.settings.centreName,
    demo: door.settings.demo,
    made,
    now: door.now,
    definitions: definitionsFor(order.language),
  }
  const named = (pattern: string) => nameFor(fileNameOf(pattern, { period, made }, order.format))

  if (order.kind === 'occupancy') {
    const report = door.occupancy(order.period)
    const fileName = named(words.occupancyFile)
    await writeWhole(join(folder, fileName), async (file) => {
      if (order.format === 'xlsx') await writeOccupancyFile(file, report, facts)
      else if (order.format === 'csv') await writeText(file, csvText(occupancyCsvRows(report, words)))
      else await writeText(file, `${JSON.stringify(report, null, 2)}\n`)
    })
    return { written: { fileName, rows: report.rows.length } }
  }
  if (order.kind === 'everything') {
    const fileName = named(words.everythingFile)
    await writeWhole(join(folder, fileName), (file) =>
      writeText(file, `${JSON.stringify(door.everything(), null, 1)}\n`),
    )
    return { written: { fileName, rows: 1 } }
  }

  const bookings = door.bookings(order.period)
  if (bookings.length > MAX_EXPORT_ROWS) {
    return { refusals: [{ code: 'exportTooLarge', rows: bookings.length, limit: MAX_EXPORT_ROWS }] }
  }
  const resources = new Map(door.resources.map((each) => [each.id, each]))
  const teams = new Map(door.teams.map((each) => [each.id, each]))
  const register = { zone, resources, teams }
  if (order.kind === 'ics') {
    const fileName = named(words.calendarFile)
    const standing = bookings.filter((each) => (occupyingStatuses as readonly string[]).includes(each.status))
    const text = icsText({ name: facts.centreName, bookings: standing, resources, teams, hiddenTitle: words.hidden })
    await writeWhole(join(folder, fileName), (file) => writeText(file, text))
    return { written: { fileName, rows: standing.length } }
  }
  const fileName = named(words.bookingsFile)
  await writeWhole(join(folder, fileName), async (file) => {
    if (order.format === 'xlsx') await writeBookingsFile(file, bookings, register, order.period, facts)
    else if (order.format === 'csv') await writeText(file, csvText(bookingsCsvRows(bookings, register, words)))
    else await writeText(file, `${JSON.stringify({ ...order.period, zone, bookings }, null, 1)}\n`)
  })
  return { written: { fileName, rows: bookings.length } }
}

async function writeText(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(text)
  } finally {
    await handle.close()
  }
}

/** Nobody ever sees half a file: written beside, flushed to the disk, then renamed; on failure nothing is left. */
async function writeWhole(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${file}.part`
  try {
    await write(temporary)
    const handle = await open(temporary, 'r+')
    await handle.sync()
    await handle.close()
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
