import { hash } from 'node:crypto'
import type { Connection } from './connect.ts'
import type { JournalRow, JournalStore } from './stores.ts'
import type { Transactions } from './transactions.ts'

type Row = Omit<JournalRow, 'before' | 'after'> & { firstSeq: number; before: string | null; after: string | null }

const columns = `seq, first_seq AS firstSeq, at, station, actor, operation, topic, key, before, after,
  prev_hash AS prevHash, hash`

/** Names of fields come again and again. */
const quotedKeys = new Map<string, string>()
const MOST_KEYS = 1000

function quoted(key: string): string {
  let text = quotedKeys.get(key)
  if (text !== undefined) return text
  text = JSON.stringify(key)
  if (quotedKeys.size < MOST_KEYS) quotedKeys.set(key, text)
  return text
}

/** JSON with the keys of every object in order, so that the same facts always make the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const object = value as Record<string, unknown>
    let text = ''
    for (const key of Object.keys(object).sort()) {
      const each = object[key]
      if (each !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(each)}`
    }
    return `{${text}}`
  }
  return typeof value === 'number' && Number.isFinite(value) ? `${value}` : JSON.stringify(value)
}

/** SHA-256, in hex, over everything a row says and the hash of the row before. */
export function journalHash(row: Omit<Row, 'hash'>): string {
  const { seq, firstSeq, at, station, actor, operation, topic, key, before, after, prevHash } = row
  const text = JSON.stringify([seq, firstSeq, at, station, actor, operation, topic, key, before, after, prevHash])
  return hash('sha256', text, 'hex')
}

/** The append-only journal: a chain of hashes whose end is kept apart, so that a tail cut off is found too. */
export function openJournalStore(db: Connection, transactions: Transactions, station: string): JournalStore {
  const insert = db.prepare(
    `INSERT INTO journal (seq, first_seq, at, station, actor, operation, topic, key, before, after, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const setHead = db.prepare('UPDATE journal_head SET seq = ?, hash = ?')
  const getHead = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal_head')
  const atOf = db.prepare<[number], number>('SELECT at FROM journal WHERE seq = ?').pluck()
  const bySeq = db.prepare<[number], Row>(`SELECT ${columns} FROM journal WHERE seq = ?`)
  const after = db.prepare<[number, number], Row>(`SELECT ${columns} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`)
  const afterOfKey = db.prepare<[string, number, number], Row>(
    `SELECT ${columns} FROM journal WHERE key = ? AND seq > ? ORDER BY seq LIMIT ?`,
  )
  const ofKey = db.prepare<[string], Row>(`SELECT ${columns} FROM journal WHERE key = ? ORDER BY seq`)
  const between = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq`,
  )
  const seqAt = db.prepare<[number], number>('SELECT seq FROM journal WHERE at <= ? ORDER BY seq DESC LIMIT 1').pluck()
  // With min() SQLite takes the other columns from the row that has it: the first change after the number tells what was before it.
  const changedSince = db.prepare<[number], Pick<Row, 'topic' | 'key' | 'before'> & { first: number }>(
    `SELECT topic, key, before, min(seq) AS first FROM journal
     WHERE seq > ? AND topic IN ('bookings', 'outages') GROUP BY topic, key`,
  )
  const lastOfKey = db.prepare<[string], number | null>('SELECT max(seq) FROM journal WHERE key = ?').pluck()
  // An undo names in its facts, as `undone`, the last number of the operation it took back.
  const lastOfActor = db
    .prepare<[string], number>(
      `SELECT j.seq FROM journal AS j
       WHERE j.actor = ? AND j.operation <> 'undo.apply'
         AND NOT EXISTS (SELECT 1 FROM journal AS n WHERE n.seq = j.seq + 1 AND n.first_seq = j.first_seq)
         AND NOT EXISTS (SELECT 1 FROM journal AS u WHERE u.operation = 'undo.apply' AND u.after ->> '$.undone' = j.seq)
       ORDER BY j.seq DESC LIMIT 1`,
    )
    .pluck()
  const walk = db.prepare<[], Row>(`SELECT ${columns} FROM journal ORDER BY seq`)
  let first = 0
  let transaction = -1

  function verify(): ReturnType<JournalStore['verify']> {
    let entries = 0
    let head = ''
    let firstBad: number | null = null
    for (const row of walk.iterate()) {
      entries += 1
      const fits =
        row.seq === entries && row.prevHash === head && row.firstSeq <= row.seq && row.hash === journalHash(row)
      if (!fits && firstBad === null) firstBad = Math.min(row.seq, entries)
      head = row.hash
    }
    const end = getHead.get()
    if (firstBad === null && (end === undefined || end.seq !== entries || end.hash !== head))
      firstBad = Math.min(entries, end?.seq ?? 0) + (end !== undefined && end.seq === entries ? 0 : 1)
    return { entries, head, firstBad }
  }

  return {
    append(row) {
      const last = getHead.get()!
      const seq = last.seq + 1
      // A part that was undone gives its numbers back.
      if (transaction !== transactions.count() || first > seq) first = seq
      transaction = transactions.count()
      const entry = {
        seq,
        firstSeq: first,
        at: row.at,
        station: row.station === '' ? station : row.station,
        actor: row.actor,
        operation: row.operation,
        topic: row.topic,
        key: row.key,
        before: row.before === null ? null : canonicalJson(row.before),
        after: row.after === null ? null : canonicalJson(row.after),
        prevHash: last.hash,
      }
      const hash = journalHash(entry)
      insert.run(
        seq,
        entry.firstSeq,
        entry.at,
        entry.station,
        entry.actor,
        entry.operation,
        entry.topic,
        entry.key,
        entry.before,
        entry.after,
        entry.prevHash,
        hash,
      )
      setHead.run(seq, hash)
      return seq
    },
    head() {
      const { seq, hash } = getHead.get()!
      return { seq, hash, at: seq === 0 ? null : (atOf.get(seq) ?? null) }
    },
    after: (seq, limit, key) => (key === null ? after.all(seq, limit) : afterOfKey.all(key, seq, limit)).map(toEntry),
    bySeq(seq) {
      const row = bySeq.get(seq)
      return row === undefined ? null : toEntry(row)
    },
    ofKey: (key) => ofKey.all(key).map(toEntry),
    ofOperation(lastSeq) {
      const last = bySeq.get(lastSeq)
      return last === undefined ? [] : between.all(last.firstSeq, lastSeq).map(toEntry)
    },
    seqAt: (at) => seqAt.get(at) ?? 0,
    changedSince: (seq) =>
      changedSince.all(seq).map(({ topic, key, before }) => ({ topic, key, before: factsIn(before) })),
    lastOfKey: (key) => lastOfKey.get(key) ?? null,
    lastOfActor: (actor) => lastOfActor.get(actor) ?? null,
    verify,
  }
}

const factsIn = (text: string | null) => (text === null ? null : (JSON.parse(text) as Record<string, unknown>))

function toEntry(row: Row): JournalRow {
  const { seq, at, station, actor, operation, topic, key, prevHash, hash } = row
  return {
    seq,
    at,
    station,
    actor,
    operation,
    topic,
    key,
    before: factsIn(row.before),
    after: factsIn(row.after),
    prevHash,
    hash,
  }
}
