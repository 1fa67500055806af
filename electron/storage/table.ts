import type { Connection } from './connect.ts'
import { assertSeal, sealOf, type Value } from './seal.ts'

export type Row = Record<string, Value>
export type Table = {
  /** Writes a row, new or changed. Values in the order of the columns, the id first. */
  save: (values: readonly Value[]) => void
  byId: (id: string) => Row | null
  /** Rows of a query that begins `SELECT * FROM` this table. Each is checked against its seal. */
  rows: (rest: string) => (...parameters: Value[]) => Row[]
}

/** A small table whose rows carry a seal. `columns` begins with `id`. */
export function openTable(db: Connection, name: string, columns: readonly string[]): Table {
  const all = [...columns, 'seal']
  const save = db.prepare(
    `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${all
       .slice(1)
       .map((each) => `${each} = excluded.${each}`)
       .join(', ')}`,
  )
  const select = `SELECT ${all.join(', ')} FROM ${name}`
  const one = db.prepare<[string], Row>(`${select} WHERE id = ?`)
  function checked(row: Row): Row {
    const values = columns.map((column) => row[column]!)
    assertSeal(name, String(row['id']), values, Number(row['seal']))
    return row
  }
  return {
    save: (values) => void save.run(...values, sealOf(values)),
    byId(id) {
      const row = one.get(id)
      return row === undefined ? null : checked(row)
    },
    rows(rest) {
      const statement = db.prepare<Value[], Row>(`${select} ${rest}`)
      return (...parameters) => statement.all(...parameters).map(checked)
    },
  }
}

/** 0 or 1, as a STRICT table keeps it. */
export const flag = (value: boolean): number => (value ? 1 : 0)
