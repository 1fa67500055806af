import Database from 'better-sqlite3'

/** One line of what a client saw (`info`: the answer never came). `key`: the round; `op`: the client's own name for its request, the title of the booking. */
export type Event = {
  t: number
  client: string
  op: string
  key: number
  phase: 'invoke' | 'ok' | 'fail' | 'info'
  id?: string
  status?: number
}

/** Every way in which the history and the final file contradict each other or the promise, in words. */
export function checkHistory(events: readonly Event[], file: string, rounds: number): string[] {
  const problems: string[] = []
  const db = new Database(file, { readonly: true })
  const rows = db
    .prepare<[], { id: string; title: string }>(
      "SELECT id, title FROM booking WHERE title LIKE 'rival %' AND status = 'confirmed'",
    )
    .all()
  const titles = new Map(rows.map((row) => [row.id, row.title]))
  const stored = new Set(titles.values())
  const invoked = new Set(events.filter((each) => each.phase === 'invoke').map((each) => each.op))
  const winners = new Map<number, Set<string>>()
  const idOf = new Map<string, string>()
  for (const { phase, op, id, key, status } of events) {
    if (phase === 'ok') {
      if (titles.get(id!) !== op) problems.push(`${op} was acknowledged and is not stored`)
      if ((idOf.get(op) ?? id) !== id) problems.push(`${op} was repeated and became another booking`)
      idOf.set(op, id!)
      winners.set(key, (winners.get(key) ?? new Set()).add(op))
    } else if (phase === 'fail') {
      if (stored.has(op)) problems.push(`${op} was refused and is stored`)
      if (status !== 409) problems.push(`${op} was answered ${status}`)
    } else if (phase === 'info') problems.push(`${op} was never answered`)
  }
  for (const title of stored) if (!invoked.has(title)) problems.push(`${title} is stored and nobody asked for it`)
  for (let round = 0; round < rounds; round += 1) {
    // A refusal is justified only by a booking that stands there: without a winner the slot was free.
    const count = winners.get(round)?.size ?? 0
    if (count !== 1) problems.push(`round ${round} has ${count} winners`)
  }
  for (const { place, start } of overlaps(db))
    problems.push(`${place} is taken twice at ${new Date(start).toISOString()}`)
  db.close()
  return problems
}

/** Bookings over one another by their own times, found without the app's tables of allocations, triggers or code. */
function overlaps(db: Database.Database): { place: string; start: number }[] {
  return db
    .prepare<[], { place: string; start: number }>(
      `SELECT place, start FROM (
         SELECT r.resource_id AS place, b.start_at AS start,
           max(b.end_at) OVER (PARTITION BY r.resource_id ORDER BY b.start_at, b.id
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
         FROM booking AS b JOIN booking_resource AS r ON r.booking_id = b.id
         WHERE b.status IN ('tentative', 'pending', 'confirmed', 'inUse', 'completed')
       ) WHERE reach > start`,
    )
    .all()
}
