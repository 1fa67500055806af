import type { Exclusion, Resource, Zone } from '../../shared/operations/resources.ts'
import type { Connection } from './connect.ts'
import type { PlaceStore } from './stores.ts'
import { flag, openTable, type Row } from './table.ts'

const resourceColumns = [
  'id',
  'code',
  'name',
  'name_en',
  'kind',
  'zone_id',
  'room_id',
  'area_m2',
  'capacity_heads',
  'units',
  'bookable',
  'features',
  'state',
  'state_reason',
  'policy',
  'note',
  'sort',
  'retired',
  'version',
]

/** Zones, resources with their parts, exclusions with their members. */
export function openPlaceStore(db: Connection): PlaceStore {
  const zones = openTable(db, 'zone', ['id', 'code', 'name', 'name_en', 'sort', 'retired'])
  const resources = openTable(db, 'resource', resourceColumns)
  const exclusions = openTable(db, 'exclusion', ['id', 'name', 'retired'])
  const allZones = zones.rows('ORDER BY sort, code')
  const allResources = resources.rows('ORDER BY sort, code')
  const allExclusions = exclusions.rows('ORDER BY name, id')
  const parts = openList(db, 'resource_part', 'resource_id', 'part_id')
  const members = openList(db, 'exclusion_member', 'exclusion_id', 'resource_id')

  return {
    all() {
      const partsOf = parts.all()
      const membersOf = members.all()
      return {
        zones: allZones().map(toZone),
        resources: allResources().map((row) => toResource(row, partsOf.get(row['id'] as string) ?? [])),
        exclusions: allExclusions().map((row) => toExclusion(row, membersOf.get(row['id'] as string) ?? [])),
      }
    },
    saveZone: ({ id, code, name, nameEn, sort, retired }) => zones.save([id, code, name, nameEn, sort, flag(retired)]),
    saveResource(each) {
      resources.save([
        each.id,
        each.code,
        each.name,
        each.nameEn,
        each.kind,
        each.zoneId,
        each.roomId,
        each.areaM2,
        each.capacity,
        each.units,
        flag(each.bookable),
        JSON.stringify(each.features),
        each.state,
        each.stateReason,
        JSON.stringify(each.policy),
        each.note,
        each.sort,
        flag(each.retired),
        each.version,
      ])
      parts.write(each.id, each.partIds)
    },
    saveExclusion({ id, name, resourceIds, retired }) {
      exclusions.save([id, name, flag(retired)])
      members.write(id, resourceIds)
    },
  }
}

function openList(db: Connection, table: string, owner: string, member: string) {
  const clear = db.prepare(`DELETE FROM ${table} WHERE ${owner} = ?`)
  const add = db.prepare(`INSERT INTO ${table} (${owner}, position, ${member}) VALUES (?, ?, ?)`)
  const list = db
    .prepare<[], [string, string]>(`SELECT ${owner}, ${member} FROM ${table} ORDER BY ${owner}, position`)
    .raw()
  return {
    write(ownerId: string, ids: readonly string[]) {
      clear.run(ownerId)
      ids.forEach((id, position) => add.run(ownerId, position, id))
    },
    all() {
      const lists = new Map<string, string[]>()
      for (const [ownerId, id] of list.all()) {
        const known = lists.get(ownerId)
        if (known) known.push(id)
        else lists.set(ownerId, [id])
      }
      return lists
    },
  }
}

function toZone(row: Row): Zone {
  return {
    id: row['id'] as string,
    code: row['code'] as string,
    name: row['name'] as string,
    nameEn: row['name_en'] as string,
    sort: row['sort'] as number,
    retired: row['retired'] === 1,
  }
}

function toResource(row: Row, partIds: string[]): Resource {
  return {
    id: row['id'] as string,
    code: row['code'] as string,
    name: row['name'] as string,
    nameEn: row['name_en'] as string,
    kind: row['kind'] as Resource['kind'],
    zoneId: row['zone_id'] as string,
    roomId: row['room_id'] as string | null,
    areaM2: row['area_m2'] as number | null,
    capacity: row['capacity_heads'] as number | null,
    units: row['units'] as number,
    bookable: row['bookable'] === 1,
    partIds,
    features: JSON.parse(row['features'] as string) as string[],
    state: row['state'] as Resource['state'],
    stateReason: row['state_reason'] as string,
    policy: JSON.parse(row['policy'] as string) as Resource['policy'],
    note: row['note'] as string,
    sort: row['sort'] as number,
    retired: row['retired'] === 1,
    version: row['version'] as number,
  }
}

function toExclusion(row: Row, resourceIds: string[]): Exclusion {
  return { id: row['id'] as string, name: row['name'] as string, resourceIds, retired: row['retired'] === 1 }
}
