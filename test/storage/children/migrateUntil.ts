import Database from 'better-sqlite3'
import { prepareConnection } from '../../../electron/storage/connect.ts'
import { migrate } from '../../../electron/storage/migrate.ts'
import { migrations } from '../../../electron/storage/migrations/index.ts'

/** Migrates a file and dies, as by kill -9, before the given statement. With `outside`, the mutant whose number is written first and apart. */
const [, , file, until, outside] = process.argv
const db = new Database(file)
prepareConnection(db, 'file')
if (outside === 'outside') db.pragma('user_version = 1')
migrate(db, migrations, (_, statement) => {
  if (statement === Number(until)) process.kill(process.pid, 'SIGKILL')
})
