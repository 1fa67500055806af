import type { BookingStatus, Period, ResourceKind } from '../../shared/operations/fields.ts'
import type { Quota } from '../../shared/operations/rules.ts'
import type { OwnBooking } from '../../shared/scheduling/situation.ts'
import type { Interval } from '../../shared/scheduling/time.ts'
import { longMs } from './bookingRows.ts'
import type { Connection } from './connect.ts'
import type { QuotaStore } from './stores.ts'
import { flag, openTable, type Row } from './table.ts'

const columns = ['id', 'team_id', 'scope', 'scope_id', 'per', 'count', 'minutes', 'retired', 'version']

/** Quotas, and the bookings that count towards them. */
export function openQuotaStore(db: Connection): QuotaStore {
  const table = openTable(db, 'quota', columns)
  const all = table.rows('ORDER BY id')
  const ofPerson = openCounted(db, 'ifnull(b.occupant_id, b.booker_id)')
  const ofTeam = openCounted(db, 'b.team_id')
  return {
    all: () => all().map(toQuota),
    save({ id, teamId, scope, per, count, minutes, retired, version }) {
      const scopeId = scope.of === 'kind' ? scope.kind : scope.of === 'resource' ? scope.resourceId : null
      table.save([id, teamId, scope.of, scopeId, per, count, minutes, flag(retired), version])
    },
    ofPerson,
    ofTeam,
  }
}

function toQuota(row: Row): Quota {
  const scopeId = row['scope_id'] as string
  return {
    id: row['id'] as string,
    teamId: row['team_id'] as string | null,
    scope:
      row['scope'] === 'all'
        ? { of: 'all' }
        : row['scope'] === 'kind'
          ? { of: 'kind', kind: scopeId as ResourceKind }
          : { of: 'resource', resourceId: scopeId },
    per: row['per'] as Period,
    count: row['count'] as number | null,
    minutes: row['minutes'] as number | null,
    retired: row['retired'] === 1,
    version: row['version'] as number,
  }
}

type CountedRow = [string, number, number, string, string | null, string]
type Place = [resourceId: string, quantity: number, startOffset: number, endOffset: number]

/** Bookings of an owner that touch an interval: the short ones by a bounded stretch of starts, the long ones through their own index. */
function openCounted(db: Connection, owner: string): (id: string, interval: Interval) => OwnBooking[] {
  const select = `SELECT b.id, b.start_at, b.end_at, b.status, b.occupant_id,
    (SELECT json_group_array(json_array(p.resource_id, p.quantity, p.start_offset, p.end_offset))
     FROM booking_resource AS p WHERE p.booking_id = b.id)
    FROM booking AS b`
  const rest = `AND b.end_at > :start AND b.start_at < :end AND b.status NOT IN ('cancelled', 'rejected')`
  const statement = db
    .prepare<unknown[], CountedRow>(
      `${select} WHERE ${owner} = :owner AND b.start_at > :start - ${longMs} AND b.start_at < :end
         AND b.end_at - b.start_at <= ${longMs} ${rest}
       UNION ALL
       ${select} INDEXED BY booking_long_by_end
       WHERE b.end_at - b.start_at > ${longMs} AND ${owner} = :owner ${rest}`,
    )
    .raw()
  return (id, { start, end }) =>
    statement.all({ owner: id, start, end }).map(([bookingId, from, until, status, occupantId, places]) => ({
      id: bookingId,
      start: from,
      end: until,
      status: status as BookingStatus,
      occupantId,
      resources: (JSON.parse(places) as Place[]).map(([resourceId, quantity, startOffset, endOffset]) => ({
        resourceId,
        quantity,
        ...(startOffset === 0 && endOffset === 0 ? {} : { offset: { start: startOffset, end: endOffset } }),
      })),
    }))
}
