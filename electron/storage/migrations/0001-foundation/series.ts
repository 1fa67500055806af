/**
 * Series and their dates. A date is a row of its own whatever becomes of it, so that one that was skipped or changed by a person is never lost with an edit.
 * Rule, dates and places of a series are JSON: they are read whole. Its bookings are ordinary ones that name series and date.
 */
export const seriesTables = [
  `CREATE TABLE series (
    id TEXT PRIMARY KEY,
    no TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('active', 'ended', 'suspended')),
    rule TEXT CHECK (json_valid(rule)),
    start_date TEXT NOT NULL,
    extra TEXT NOT NULL CHECK (json_valid(extra)),
    left_out TEXT NOT NULL CHECK (json_valid(left_out)),
    day_mode TEXT NOT NULL CHECK (day_mode IN ('keep', 'skip', 'next')),
    from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes >= 1),
    resources TEXT NOT NULL CHECK (json_valid(resources)),
    title TEXT NOT NULL,
    team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    project_id TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    occupant_id TEXT,
    occupant_name TEXT NOT NULL,
    head_count INTEGER,
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    service_kind TEXT,
    note TEXT NOT NULL,
    booker_id TEXT NOT NULL,
    split_from TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX series_by_team ON series (team_id, created_at)`,
  `CREATE TABLE series_date (
    id TEXT PRIMARY KEY,
    series_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT NOT NULL,
    day TEXT,
    state TEXT NOT NULL CHECK (state IN ('booked', 'missing', 'skipped', 'changed', 'cancelled')),
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    why TEXT,
    refusals TEXT NOT NULL CHECK (json_valid(refusals)),
    booking_id TEXT REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    seal INTEGER NOT NULL,
    UNIQUE (series_id, date),
    CHECK (state NOT IN ('booked', 'changed') OR booking_id IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX series_date_missing ON series_date (date) WHERE state = 'missing'`,
  // As booking_words: the journal holds no words, so that they can be erased while its chain still fits.
  `CREATE TABLE series_words (
    series_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    occupant_name TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (series_id, version)
  ) STRICT, WITHOUT ROWID`,
  ...['series', 'series_date'].map(
    (table) => `CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table}: ended, never deleted'); END`,
  ),
]
