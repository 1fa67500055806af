import type { Instant, Interval } from '../../shared/scheduling/time.ts'
import type { Connection } from './connect.ts'
import type { StoredWait, WaitlistStore } from './stores.ts'
import { openTable, type Row } from './table.ts'

const columns = [
  'id',
  'person_id',
  'team_id',
  'project_id',
  'title',
  'head_count',
  'wish',
  'from_at',
  'until_at',
  'minutes',
  'status',
  'offer_booking_id',
  'offer_until',
  'passed',
  'created_at',
  'updated_at',
  'version',
]

/** Those who wait, in order of the queue: who came first, then by id. */
export function openWaitlistStore(db: Connection): WaitlistStore {
  const table = openTable(db, 'waitlist', columns)
  const any = db.prepare("SELECT 1 FROM waitlist WHERE status IN ('waiting', 'offered') LIMIT 1").pluck()
  const open = table.rows("WHERE status IN ('waiting', 'offered') ORDER BY created_at, id")
  const newest = table.rows("WHERE status NOT IN ('waiting', 'offered') ORDER BY updated_at DESC, id LIMIT ?")
  const byOffer = table.rows('WHERE offer_booking_id = ?')
  return {
    save: (each) =>
      table.save([
        each.id,
        each.personId,
        each.teamId,
        each.projectId,
        each.title,
        each.headCount,
        JSON.stringify({ resources: each.resources, any: each.any }),
        each.from,
        each.until,
        each.minutes,
        each.status,
        each.offer?.bookingId ?? null,
        each.offer?.until ?? null,
        JSON.stringify(each.passed),
        each.createdAt,
        each.updatedAt,
        each.version,
      ]),
    byId(id) {
      const row = table.byId(id)
      return row === null ? null : toWait(row)
    },
    isEmpty: () => any.get() === undefined,
    open: () => open().map(toWait),
    closed: (limit) => newest(limit).map(toWait),
    byOffer: (bookingId) => byOffer(bookingId).map(toWait),
  }
}

function toWait(row: Row): StoredWait {
  const wish = JSON.parse(row['wish'] as string) as Pick<StoredWait, 'resources' | 'any'>
  const bookingId = row['offer_booking_id'] as string | null
  return {
    id: row['id'] as string,
    personId: row['person_id'] as string,
    teamId: row['team_id'] as string | null,
    projectId: row['project_id'] as string | null,
    title: row['title'] as string,
    headCount: row['head_count'] as number | null,
    ...wish,
    from: row['from_at'] as Instant,
    until: row['until_at'] as Instant,
    minutes: row['minutes'] as number,
    status: row['status'] as StoredWait['status'],
    offer: bookingId === null ? null : { bookingId, until: row['offer_until'] as Instant },
    passed: JSON.parse(row['passed'] as string) as (Interval & { resourceId: string })[],
    createdAt: row['created_at'] as Instant,
    updatedAt: row['updated_at'] as Instant,
    version: row['version'] as number,
  }
}
