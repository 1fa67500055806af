import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalJson, openJournalStore } from '../../electron/storage/journalStore.ts'
import { openTransactions } from '../../electron/storage/transactions.ts'
import type { JournalRow, Storage } from '../../electron/storage/stores.ts'
import { aFolder, inMemory, monday, opened } from './make.ts'
import { numbers } from './rawWall.ts'

type Draft = Omit<JournalRow, 'seq' | 'prevHash' | 'hash'>
const draft = (more: Partial<Draft> = {}): Draft => ({
  at: monday,
  station: '',
  actor: 'lin',
  operation: 'bookings.create',
  topic: 'bookings',
  key: 'b1',
  before: null,
  after: { start: 1, end: 2 },
  ...more,
})

function filled(folder: string, entries: number): Storage {
  const storage = opened(folder)
  storage.write(() => {
    for (let index = 0; index < entries; index += 1)
      storage.journal.append(draft({ key: `b${index % 7}`, at: monday + index }))
  })
  return storage
}

describe('the journal', () => {
  test('gives numbers, keeps facts, and finds the rows one operation wrote', () => {
    const storage = inMemory()
    const append = (...rows: Draft[]) => storage.write(() => rows.map((row) => storage.journal.append(row)).at(-1)!)
    append(draft())
    const last = append(draft({ key: 'b2' }), draft({ key: 'b3', before: { z: 1, a: [2, null] } }))
    expect(last).toBe(3)
    expect(storage.journal.ofOperation(last).map((row) => row.key)).toEqual(['b2', 'b3'])
    expect(storage.journal.ofOperation(1).map((row) => row.key)).toEqual(['b1'])
    expect(storage.journal.bySeq(3)?.before).toEqual({ z: 1, a: [2, null] })
    expect(storage.journal.bySeq(3)?.station).not.toBe('')
    expect(storage.journal.after(1, 1, null).map((row) => row.seq)).toEqual([2])
    expect(storage.journal.after(0, 9, 'b3').map((row) => row.seq)).toEqual([3])
    expect(storage.journal.lastOfKey('b2')).toBe(2)
    expect(storage.journal.lastOfKey('nothing')).toBeNull()
    expect(storage.journal.head()).toMatchObject({ seq: 3, at: monday })
  })

  test('knows the newest operation of a person that was not undone', () => {
    const storage = inMemory()
    const append = (...rows: Draft[]) => storage.write(() => rows.map((row) => storage.journal.append(row)).at(-1)!)
    expect(storage.journal.lastOfActor('lin')).toBeNull()
    const first = append(draft())
    const second = append(draft(), draft())
    append(draft({ actor: 'wu' }))
    expect(storage.journal.lastOfActor('lin')).toBe(second)
    append(draft({ operation: 'undo.apply', after: { undone: second } }))
    expect(storage.journal.lastOfActor('lin')).toBe(first)
    append(draft({ operation: 'undo.apply', actor: 'wu', after: { undone: first } }))
    expect(storage.journal.lastOfActor('lin')).toBeNull()
  })

  test('gives a number again when what took it was undone', () => {
    const storage = inMemory()
    storage.write(() => {
      expect(() =>
        storage.write(() => {
          storage.journal.append(draft({ key: 'undone' }))
          throw new Error('no')
        }),
      ).toThrow('no')
      storage.journal.append(draft({ key: 'kept' }))
    })
    expect(storage.journal.ofOperation(1).map((row) => row.key)).toEqual(['kept'])
    expect(storage.journal.verify()).toMatchObject({ entries: 1, firstBad: null })
  })

  test('cannot be changed, shortened or written between', () => {
    const folder = aFolder()
    filled(folder, 5).close()
    const db = new Database(join(folder, 'hengtong.db'))
    for (const sql of [
      'UPDATE journal SET at = 0',
      'DELETE FROM journal WHERE seq = 5',
      'INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3',
    ])
      expect(() => db.exec(sql)).toThrow(/append only/)
    db.close()
  })

  test('writes the same facts always as the same text', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined })).toBe('{"b":[1,{"c":"é","d":null}]}')
  })
})

describe('T-22: a journal that somebody with the file in hand changed is found', () => {
  const columns = [
    'first_seq',
    'at',
    'station',
    'actor',
    'operation',
    'topic',
    'key',
    'before',
    'after',
    'prev_hash',
    'hash',
  ]
  const entries = 60

  test('in 1 000 random ways, at the entry where it happened', () => {
    const folder = aFolder()
    filled(folder, entries).close()
    const db = new Database(join(folder, 'hengtong.db'))
    for (const trigger of ['journal_keeps_rows', 'journal_keeps_all', 'journal_grows'])
      db.exec(`DROP TRIGGER ${trigger}`)
    const journal = openJournalStore(db, openTransactions(db, false), 'test')
    expect(journal.verify()).toMatchObject({ entries, firstBad: null })
    const below = numbers(22)
    for (let round = 0; round < 1000; round += 1) {
      const seq = 1 + below(entries)
      const other = 1 + ((seq + below(entries - 1)) % entries)
      db.exec('BEGIN')
      const kind = below(5)
      if (kind === 0) {
        const column = columns[below(columns.length)]!
        const value = column === 'before' || column === 'after' ? '{"start":9}' : column === 'first_seq' ? seq : 7
        const changed = column === 'first_seq' ? (seq === 1 ? 0 : seq) : value
        if (column === 'first_seq' && seq === 1) db.exec('UPDATE journal SET at = at + 1 WHERE seq = 1')
        else db.prepare(`UPDATE journal SET ${column} = ? WHERE seq = ?`).run(changed, seq)
      } else if (kind === 1) db.prepare('DELETE FROM journal WHERE seq = ?').run(seq)
      else if (kind === 2) {
        db.prepare(
          `INSERT INTO journal SELECT ${entries + 1}, first_seq, at, station, actor, operation, topic, key, before, after, prev_hash, hash
           FROM journal WHERE seq = ?`,
        ).run(seq)
      } else if (kind === 3) {
        db.pragma('ignore_check_constraints = 1')
        db.prepare('UPDATE journal SET seq = 1000 WHERE seq = ?').run(seq)
        db.prepare('UPDATE journal SET seq = ? WHERE seq = ?').run(seq, other)
        db.prepare('UPDATE journal SET seq = ? WHERE seq = 1000').run(other)
        db.pragma('ignore_check_constraints = 0')
      } else db.prepare('DELETE FROM journal WHERE seq >= ?').run(seq)
      const { firstBad } = journal.verify()
      const where = kind === 2 ? entries + 1 : kind === 3 ? Math.min(seq, other) : seq
      expect(firstBad, `round ${round}, kind ${kind}, entry ${seq}, other ${other}`).toBe(where)
      db.exec('ROLLBACK')
    }
    expect(journal.verify()).toMatchObject({ entries, firstBad: null })
    db.close()
  })

  test('the mutant without a kept end does not see a tail cut off', () => {
    const folder = aFolder()
    filled(folder, 9).close()
    const db = new Database(join(folder, 'hengtong.db'))
    db.exec('DROP TRIGGER journal_keeps_all; DELETE FROM journal WHERE seq > 6')
    const journal = openJournalStore(db, openTransactions(db, false), 'test')
    expect(journal.verify().firstBad).toBe(7)
    db.exec('UPDATE journal_head SET seq = 6, hash = (SELECT hash FROM journal WHERE seq = 6)')
    expect(journal.verify().firstBad).toBeNull()
    db.close()
  })
})
