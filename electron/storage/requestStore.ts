import type { Connection } from './connect.ts'
import type { RequestStore } from './stores.ts'

/** Answers already given, so that a repeated request gets the first answer again. */
export function openRequestStore(db: Connection): RequestStore {
  const find = db.prepare<[string, string], { operation: string; inputHash: string; reply: string }>(
    'SELECT operation, input_hash AS inputHash, reply FROM request WHERE request_id = ? AND actor = ?',
  )
  const keep = db.prepare(
    'INSERT INTO request (actor, request_id, operation, input_hash, reply, at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const forget = db.prepare('DELETE FROM request WHERE at < ?')
  return {
    find: (actor, requestId) => find.get(requestId, actor) ?? null,
    keep: (row) => void keep.run(row.actor, row.requestId, row.operation, row.inputHash, row.reply, row.at),
    forgetBefore: (at) => void forget.run(at),
  }
}
