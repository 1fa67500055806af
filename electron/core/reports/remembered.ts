import type { OccupancyInput, OccupancyReport } from '../../../shared/operations/reports.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'
import type { JournalRow, Stores } from '../../storage/stores.ts'
import type { ReportDoor } from './occupancy.ts'

type Kept = { key: string; seq: number; near: Interval; report: OccupancyReport }

const MOST_KEPT = 24
/** After more changes than this it is quicker to add up anew than to read what they were. */
const MOST_CHANGES = 500
const kept = new WeakMap<Stores, Kept[]>()

/**
 * A report of days that are over stays what it was until the journal names a booking or outage near those days, a place, a rule or a working day.
 * Returns it as of now, or null when it must be added up.
 */
export function recall({ stores, now }: ReportDoor, input: OccupancyInput): OccupancyReport | null {
  const key = JSON.stringify(input)
  const all = kept.get(stores) ?? []
  const at = all.findIndex((each) => each.key === key)
  const found = all[at]
  if (found === undefined) return null
  const { seq, hash } = stores.journal.head()
  const changes = seq === found.seq ? [] : stores.journal.after(found.seq, MOST_CHANGES, null)
  const stale = now < found.near.end || seq < found.seq || seq - found.seq > MOST_CHANGES
  if (stale || changes.some((row) => concerns(row, found.near))) {
    all.splice(at, 1)
    return null
  }
  found.seq = seq
  return { ...found.report, snapshot: { seq, head: hash, at: now } }
}

/** Keeps a report whose days, and those so near that they reach into them, are over. */
export function remember({ stores, now }: ReportDoor, input: OccupancyInput, near: Interval, report: OccupancyReport) {
  if (near.end > now) return
  const key = JSON.stringify(input)
  const others = (kept.get(stores) ?? []).filter((each) => each.key !== key)
  kept.set(stores, [{ key, seq: report.snapshot.seq, near, report }, ...others].slice(0, MOST_KEPT))
}

function concerns({ topic, before, after }: JournalRow, near: Interval): boolean {
  if (topic === 'resources' || topic === 'settings' || topic === 'calendar') return true
  if (topic !== 'bookings' && topic !== 'outages') return false
  return [before, after].some((facts) => {
    if (facts === null) return false
    const { start, end } = facts
    // What does not say when it is may be anywhere.
    return typeof start !== 'number' || typeof end !== 'number' || (start < near.end && end > near.start)
  })
}
