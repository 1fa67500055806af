/** Sessions, journal, remembered requests, jobs, counters, and what the database says of itself. */
export const recordTables = [
  `CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    door TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX session_by_person ON session (person_id)`,
  // Ids, times and figures only. first_seq: the number of the first row that the same transaction wrote.
  `CREATE TABLE journal (
    seq INTEGER PRIMARY KEY CHECK (seq >= 1),
    first_seq INTEGER NOT NULL CHECK (first_seq >= 1 AND first_seq <= seq),
    at INTEGER NOT NULL,
    station TEXT NOT NULL,
    actor TEXT,
    operation TEXT NOT NULL,
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after)),
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX journal_by_key ON journal (key)`,
  `CREATE INDEX journal_by_actor ON journal (actor) WHERE actor IS NOT NULL`,
  `CREATE INDEX journal_by_undone ON journal (after ->> '$.undone') WHERE operation = 'undo.apply'`,
  // Where the chain ends: without it a tail cut off the journal would leave a chain that fits.
  `CREATE TABLE journal_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  `INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, '')`,
  `CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal: append only'); END`,
  `CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal: append only'); END`,
  `CREATE TRIGGER journal_grows BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE seq >= NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'journal: append only'); END`,
  // Kept in the order they came: a reply is too long for a tree of keys, which would give each one pages of its own.
  `CREATE TABLE request (
    n INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    request_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    reply TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX request_by_id ON request (request_id, actor)`,
  `CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    progress INTEGER NOT NULL,
    total INTEGER NOT NULL,
    file_name TEXT,
    result TEXT NOT NULL CHECK (json_valid(result)),
    refusals TEXT NOT NULL CHECK (json_valid(refusals)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    by_id TEXT
  ) STRICT`,
  `CREATE INDEX job_by_created_at ON job (created_at)`,
  `CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value >= 0)
  ) STRICT, WITHOUT ROWID`,
  // station, writtenBy (version of the program that last opened it for writing), madeAt
  `CREATE TABLE about (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
]
