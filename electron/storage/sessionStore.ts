import type { Connection } from './connect.ts'
import { openKept } from './kept.ts'
import type { SessionRow, SessionStore } from './stores.ts'
import type { Transactions } from './transactions.ts'

const columns = 'token_hash AS tokenHash, person_id AS personId, door, created_at AS createdAt, seen_at AS seenAt'

/** Open sessions, by the hash of their token. */
export function openSessionStore(db: Connection, transactions: Transactions): SessionStore {
  const open = db.prepare(
    'INSERT INTO session (token_hash, person_id, door, created_at, seen_at) VALUES (?, ?, ?, ?, ?)',
  )
  const find = db.prepare<[string], SessionRow>(`SELECT ${columns} FROM session WHERE token_hash = ?`)
  const touch = db.prepare('UPDATE session SET seen_at = ? WHERE token_hash = ?')
  const end = db.prepare('DELETE FROM session WHERE token_hash = ?')
  const endOf = db.prepare('DELETE FROM session WHERE person_id = ?')
  const endAll = db.prepare('DELETE FROM session')
  const forget = db.prepare('DELETE FROM session WHERE seen_at < ?')
  const kept = openKept<SessionRow>(transactions)
  const change = <T>(work: () => T): T => {
    kept.forget()
    return work()
  }
  return {
    open: (row) => change(() => void open.run(row.tokenHash, row.personId, row.door, row.createdAt, row.seenAt)),
    find: (tokenHash) => kept.of(tokenHash, (key) => find.get(key) ?? null),
    touch: (tokenHash, at) => change(() => void touch.run(at, tokenHash)),
    end: (tokenHash) => change(() => void end.run(tokenHash)),
    endAll: (personId) => change(() => (personId === null ? endAll.run() : endOf.run(personId)).changes),
    forgetBefore: (seenBefore) => change(() => void forget.run(seenBefore)),
  }
}
