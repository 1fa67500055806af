/**
 * Limits of teams, and the index by which limits of persons are counted: a booking is its occupant's, else its booker's. `team_id` null: each team.
 * `scope_id`: the kind or the resource, null for everything.
 */
export const quotaTables = [
  `CREATE TABLE quota (
    id TEXT PRIMARY KEY,
    team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    scope TEXT NOT NULL CHECK (scope IN ('all', 'kind', 'resource')),
    scope_id TEXT,
    per TEXT NOT NULL CHECK (per IN ('day', 'week', 'month', 'quarter', 'year')),
    count INTEGER CHECK (count >= 0),
    minutes INTEGER CHECK (minutes >= 0),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL,
    CHECK ((scope = 'all') = (scope_id IS NULL)),
    CHECK (count IS NOT NULL OR minutes IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX booking_by_person ON booking (ifnull(occupant_id, booker_id), start_at)`,
  `CREATE TRIGGER quota_stays BEFORE DELETE ON quota
    BEGIN SELECT RAISE(ABORT, 'quota: retired, never deleted'); END`,
]
