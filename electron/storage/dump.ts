import type { Connection } from './connect.ts'

const leftOut = new Set(['session', 'request'])
const secretColumns = new Set(['secret_hash', 'pin_hash', 'seal'])

/** Names of the tables of the schema. */
export function tableNames(db: Connection): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all()
}

/** All tables as plain rows. Sessions, remembered answers and everything one could sign in with are left out. */
export function dump(db: Connection): Record<string, unknown[]> {
  const tables: Record<string, unknown[]> = {}
  for (const name of tableNames(db)) {
    if (leftOut.has(name)) continue
    const columns = db
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(name)
      .filter((column) => !secretColumns.has(column))
    tables[name] = db.prepare<[]>(`SELECT ${columns.join(', ')} FROM ${name}`).all()
  }
  return tables
}
