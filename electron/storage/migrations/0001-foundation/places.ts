/** Zones, resources, exclusions, leaves; teams, people, projects; settings and the working calendar. */
export const placeTables = [
  `CREATE TABLE zone (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    sort INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE resource (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    zone_id TEXT NOT NULL REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    room_id TEXT REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    area_m2 REAL CHECK (area_m2 >= 0),
    capacity_heads INTEGER CHECK (capacity_heads >= 0),
    units INTEGER NOT NULL CHECK (units >= 1),
    bookable INTEGER NOT NULL CHECK (bookable IN (0, 1)),
    features TEXT NOT NULL CHECK (json_valid(features)),
    state TEXT NOT NULL CHECK (state IN ('up', 'degraded', 'down')),
    state_reason TEXT NOT NULL,
    policy TEXT NOT NULL CHECK (json_valid(policy)),
    note TEXT NOT NULL,
    sort INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE resource_part (
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    part_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (resource_id, position),
    CHECK (part_id <> resource_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE exclusion (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE exclusion_member (
    exclusion_id TEXT NOT NULL REFERENCES exclusion (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (exclusion_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE leaf (
    id TEXT PRIMARY KEY,
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    resource_id TEXT REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    exclusion_id TEXT REFERENCES exclusion (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((resource_id IS NULL) <> (exclusion_id IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE team (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    colour TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    since TEXT,
    until TEXT,
    note TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    role TEXT NOT NULL,
    team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    login TEXT NOT NULL,
    login_key TEXT NOT NULL,
    note TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    secret_hash TEXT,
    pin_hash TEXT,
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX person_by_login_key ON person (login_key) WHERE login_key <> ''`,
  `CREATE TABLE project (
    id TEXT PRIMARY KEY,
    no TEXT NOT NULL,
    name TEXT NOT NULL,
    team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    lead_id TEXT,
    funding_source TEXT NOT NULL,
    granted_wan REAL CHECK (granted_wan >= 0),
    start_on TEXT NOT NULL,
    end_on TEXT NOT NULL,
    stage TEXT NOT NULL,
    note TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE calendar_day (
    date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('workday', 'rest', 'holiday', 'makeup')),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('official', 'statutory', 'manual')),
    note TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE calendar_year (
    year INTEGER PRIMARY KEY,
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    source TEXT NOT NULL
  ) STRICT`,
  ...['zone', 'resource', 'exclusion', 'team', 'person', 'project'].map(
    (table) => `CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table}: retired, never deleted'); END`,
  ),
]
