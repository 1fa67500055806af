import type { Connection } from './connect.ts'
import type { SessionRow, SessionStore } from './stores.ts'

const columns = 'token_hash AS tokenHash, person_id AS personId, door, created_at AS createdAt, seen_at AS seenAt'

/** Open sessions, by the hash of their token. */
export function openSessionStore(db: Connection): SessionStore {
  const open = db.prepare(
    'INSERT INTO session (token_hash, person_id, door, created_at, seen_at) VALUES (?, ?, ?, ?, ?)',
  )
  const find = db.prepare<[string], SessionRow>(`SELECT ${columns} FROM session WHERE token_hash = ?`)
  const touch = db.prepare('UPDATE session SET seen_at = ? WHERE token_hash = ?')
  const end = db.prepare('DELETE FROM session WHERE token_hash = ?')
  const endOf = db.prepare('DELETE FROM session WHERE person_id = ?')
  const endAll = db.prepare('DELETE FROM session')
  const forget = db.prepare('DELETE FROM session WHERE seen_at < ?')
  return {
    open: (row) => void open.run(row.tokenHash, row.personId, row.door, row.createdAt, row.seenAt),
    find: (tokenHash) => find.get(tokenHash) ?? null,
    touch: (tokenHash, at) => void touch.run(at, tokenHash),
    end: (tokenHash) => void end.run(tokenHash),
    endAll: (personId) => (personId === null ? endAll.run() : endOf.run(personId)).changes,
    forgetBefore: (seenBefore) => void forget.run(seenBefore),
  }
}
