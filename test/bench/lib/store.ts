import Database from 'better-sqlite3'
import { join } from 'node:path'
import { prepareConnection, type Connection } from '../../../electron/storage/connect.ts'
import { openStorage } from '../../../electron/storage/open.ts'
import type { Storage } from '../../../electron/storage/stores.ts'

/** The product's stores on a data folder; throws with the reasons when they do not open. */
export function openStores(folder: string): Storage {
  const opened = openStorage({ folder, make: false, version: '0.0.0-bench', now: Date.now })
  if ('refusals' in opened) throw new Error(JSON.stringify(opened.refusals))
  return opened.storage
}

/** A second connection to the same file with the product's settings and a cache of its own, for bare queries. */
export function bareConnection(folder: string): Connection {
  const db = new Database(join(folder, 'hengtong.db'))
  prepareConnection(db, 'file')
  return db
}
