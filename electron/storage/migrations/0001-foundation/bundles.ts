/** Templates of bookings over several places. `parts`: a list in JSON; the places in it are retired, never deleted. */
export const bundleTables = [
  `CREATE TABLE bundle (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE TRIGGER bundle_stays BEFORE DELETE ON bundle
    BEGIN SELECT RAISE(ABORT, 'bundle: retired, never deleted'); END`,
]
