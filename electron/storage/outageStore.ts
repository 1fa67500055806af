import type { Outage } from '../../shared/operations/outages.ts'
import type { Connection } from './connect.ts'
import type { OutageStore } from './stores.ts'
import { openTable, type Row } from './table.ts'

const columns = ['id', 'resource_id', 'kind', 'reason', 'start_at', 'end_at', 'status', 'reported_by_id']

/** Outages; what they occupy is written by the allocation store. */
export function openOutageStore(db: Connection): OutageStore {
  const outages = openTable(db, 'outage', [...columns, 'created_at', 'updated_at', 'version'])
  const inRange = outages.rows("WHERE status <> 'cancelled' AND end_at > ? AND start_at < ? ORDER BY start_at, id")
  const save = (each: Outage) =>
    outages.save([
      each.id,
      each.resourceId,
      each.kind,
      each.reason,
      each.start,
      each.end,
      each.status,
      each.reportedById,
      each.createdAt,
      each.updatedAt,
      each.version,
    ])
  return {
    insert: save,
    replace: save,
    byId(id) {
      const row = outages.byId(id)
      return row === null ? null : toOutage(row)
    },
    range: ({ start, end }) => inRange(start, end).map(toOutage),
  }
}

/** A row of the table outage in our words. */
export function toOutage(row: Row): Outage {
  return {
    id: row['id'] as string,
    resourceId: row['resource_id'] as string,
    kind: row['kind'] as Outage['kind'],
    reason: row['reason'] as string,
    start: row['start_at'] as number,
    end: row['end_at'] as number,
    status: row['status'] as Outage['status'],
    reportedById: row['reported_by_id'] as string,
    createdAt: row['created_at'] as number,
    updatedAt: row['updated_at'] as number,
    version: row['version'] as number,
  }
}
