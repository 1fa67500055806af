import type { Bundle, BundlePart } from '../../shared/operations/bundles.ts'
import type { Connection } from './connect.ts'
import type { BundleStore } from './stores.ts'
import { flag, openTable, type Row } from './table.ts'

const columns = ['id', 'name', 'name_en', 'title', 'minutes', 'parts', 'retired', 'version']

/** Templates of bookings over several places. */
export function openBundleStore(db: Connection): BundleStore {
  const table = openTable(db, 'bundle', columns)
  const all = table.rows('ORDER BY id')
  return {
    all: () => all().map(toBundle),
    byId(id) {
      const row = table.byId(id)
      return row === null ? null : toBundle(row)
    },
    save: ({ id, name, nameEn, title, minutes, parts, retired, version }) =>
      table.save([id, name, nameEn, title, minutes, JSON.stringify(parts), flag(retired), version]),
  }
}

function toBundle(row: Row): Bundle {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    nameEn: row['name_en'] as string,
    title: row['title'] as string,
    minutes: row['minutes'] as number,
    parts: JSON.parse(row['parts'] as string) as BundlePart[],
    retired: row['retired'] === 1,
    version: row['version'] as number,
  }
}
