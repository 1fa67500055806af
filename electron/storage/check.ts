import { bookingColumns } from './bookingRows.ts'
import type { Connection } from './connect.ts'
import { toStorageError } from './errors.ts'
import type { Stores } from './stores.ts'

/** What integrity_check and foreign_key_check find; empty when the file is sound. */
export function checkFile(db: Connection): string[] {
  const problems: string[] = []
  try {
    for (const row of db.pragma('integrity_check(20)') as { integrity_check: string }[]) {
      if (row.integrity_check !== 'ok') problems.push(row.integrity_check)
    }
    for (const row of db.pragma('foreign_key_check') as { table: string; parent: string }[]) {
      if (problems.length >= 40) break
      problems.push(`${row.table} names a missing ${row.parent}`)
    }
  } catch (error) {
    problems.push(messageOf(error))
  }
  return problems
}

/** Everything: the file, the seals of all rows, that allocations say what their bookings say, that nothing is booked twice, the journal's chain. */
export function checkAll(db: Connection, stores: Stores): string[] {
  const problems = checkFile(db)
  const look = (work: () => void) => {
    try {
      work()
    } catch (error) {
      problems.push(messageOf(error))
    }
  }
  look(() => void stores.places.all())
  look(() => void [stores.people.teams(), stores.people.people(), stores.people.projects(), stores.centre.calendar()])
  look(() => void stores.outages.range({ start: 0, end: Number.MAX_SAFE_INTEGER }))
  look(() => {
    const ids = db.prepare<[], string>(`SELECT ${bookingColumns[0]!} FROM booking`).pluck()
    for (const id of ids.all()) stores.bookings.byId(id)
  })
  look(() => {
    for (const { id } of stores.series.newest(null, Number.MAX_SAFE_INTEGER)) stores.series.dates(id)
  })
  look(() => {
    const lost = db
      .prepare<[], string>(
        `SELECT d.series_id || ' ' || d.date FROM series_date AS d LEFT JOIN booking AS b ON b.id = d.booking_id
         WHERE d.state IN ('booked', 'changed') AND (b.series_id IS NOT d.series_id OR b.series_date IS NOT d.date) LIMIT 20`,
      )
      .pluck()
    for (const name of lost.all()) problems.push(`series date ${name} and its booking do not name each other`)
  })
  look(() => {
    const wrong = db
      .prepare<[], string>(
        `SELECT DISTINCT a.owner_id FROM allocation AS a JOIN booking AS b ON b.id = a.owner_id
         WHERE a.kind IN ('use', 'held') AND (a.start_at <> b.start_at OR a.end_at <> b.end_at
           OR b.status NOT IN ('tentative', 'pending', 'confirmed', 'inUse', 'completed')) LIMIT 20`,
      )
      .pluck()
    for (const id of wrong.all()) problems.push(`booking ${id} does not stand where it says`)
  })
  look(() => {
    for (const { leafId, at } of stores.allocations.findOverlaps().slice(0, 20))
      problems.push(`leaf ${leafId} holds more than it can at ${at}`)
  })
  look(() => {
    const { firstBad } = stores.journal.verify()
    if (firstBad !== null) problems.push(`journal entry ${firstBad} does not fit`)
  })
  return problems
}

function messageOf(error: unknown): string {
  const known = toStorageError(error)
  return known instanceof Error ? known.message : String(known)
}
