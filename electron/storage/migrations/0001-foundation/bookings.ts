/**
 * Bookings and outages. Times are UTC milliseconds, half-open. People are named without a foreign key: the local administrator and people of another
 * station book too. A booking longer than 2 days (172800000 ms) is found through its own small index, so that a day is read as fast among millions.
 */
export const bookingTables = [
  `CREATE TABLE booking (
    id TEXT PRIMARY KEY,
    no TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    status TEXT NOT NULL CHECK (
      status IN ('tentative', 'pending', 'confirmed', 'inUse', 'completed', 'cancelled', 'rejected', 'noShow')
    ),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    project_id TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    booker_id TEXT NOT NULL,
    occupant_id TEXT,
    occupant_name TEXT NOT NULL,
    head_count INTEGER CHECK (head_count >= 0),
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    service_kind TEXT,
    note TEXT NOT NULL,
    source_uid TEXT,
    series_id TEXT,
    series_date TEXT,
    checked_in_at INTEGER,
    checked_out_at INTEGER,
    released_at INTEGER,
    hold_until INTEGER,
    reason TEXT NOT NULL,
    decided_by_id TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL,
    CHECK (start_at < end_at),
    CHECK ((series_id IS NULL) = (series_date IS NULL))
  ) STRICT`,
  `CREATE INDEX booking_by_series ON booking (series_id, series_date) WHERE series_id IS NOT NULL`,
  `CREATE INDEX booking_by_start ON booking (start_at)`,
  `CREATE INDEX booking_long_by_end ON booking (end_at, start_at) WHERE end_at - start_at > 172800000`,
  `CREATE INDEX booking_by_team ON booking (team_id, start_at) WHERE team_id IS NOT NULL`,
  `CREATE INDEX booking_by_source_uid ON booking (source_uid) WHERE source_uid IS NOT NULL`,
  `CREATE INDEX booking_held_by_hold_until ON booking (hold_until) WHERE status = 'tentative' AND hold_until IS NOT NULL`,
  `CREATE INDEX booking_freed_by_start ON booking (start_at, end_at, status, id) WHERE status IN ('cancelled', 'noShow')`,
  `CREATE TABLE booking_resource (
    booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    before_minutes INTEGER NOT NULL CHECK (before_minutes >= 0),
    after_minutes INTEGER NOT NULL CHECK (after_minutes >= 0),
    start_offset INTEGER NOT NULL DEFAULT 0,
    end_offset INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (booking_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX booking_resource_by_resource ON booking_resource (resource_id)`,
  `CREATE TABLE booking_waiver (
    booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (booking_id, position)
  ) STRICT, WITHOUT ROWID`,
  // The words a booking had up to and with a version. The journal holds ids, times and figures only, so that words can be erased while its chain still fits.
  `CREATE TABLE booking_words (
    booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    occupant_name TEXT NOT NULL,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (booking_id, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE outage (
    id TEXT PRIMARY KEY,
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('maintenance', 'calibration', 'cleaning', 'fault', 'other')),
    reason TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'ended', 'cancelled')),
    reported_by_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL,
    CHECK (start_at <= end_at)
  ) STRICT`,
  `CREATE INDEX outage_by_end ON outage (end_at, start_at) WHERE status <> 'cancelled'`,
  ...['booking', 'outage'].map(
    (table) => `CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table}: cancelled, never deleted'); END`,
  ),
]
