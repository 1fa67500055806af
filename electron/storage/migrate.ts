import { applicationId, pragma, type Connection } from './connect.ts'
import type { Migration } from './migrations/index.ts'

/**
 * Brings the schema up to the newest version: each step in one immediate transaction with its number inside, so that a process that dies at any statement
 * leaves the version before. `observe` is told before each statement. Refuses to leave broken references.
 */
export function migrate(
  db: Connection,
  steps: readonly Migration[],
  observe: (step: Migration, statement: number) => void = () => {},
): number {
  let done = 0
  for (const step of steps) {
    if (Number(pragma(db, 'user_version')) >= step.version) continue
    // Tables that are built anew would otherwise cascade; the check before COMMIT takes its place.
    db.pragma('foreign_keys = 0')
    try {
      db.exec('BEGIN IMMEDIATE')
      step.statements.forEach((statement, index) => {
        observe(step, index)
        db.exec(statement)
      })
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${step.version}`)
      observe(step, step.statements.length)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`migration ${step.version} leaves ${broken.length} broken references`)
      db.exec('COMMIT')
      done += 1
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    } finally {
      db.pragma('foreign_keys = 1')
    }
  }
  return done
}

/** The schema as text, one statement a paragraph, in the order of their names: what schema.sql holds. */
export function schemaOf(db: Connection): string {
  const statements = db
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name')
    .pluck()
    .all()
  return `${statements.map((sql) => `${sql};`).join('\n\n')}\n`
}
