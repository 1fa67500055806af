CREATE TABLE about (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE TRIGGER allocation_wall_insert
  BEFORE INSERT ON allocation
  BEGIN
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE NEW.quantity > coalesce((SELECT capacity FROM leaf WHERE id = NEW.leaf_id), 0);
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) = 1
      AND coalesce((
        SELECT a.end_at > NEW.start_at FROM allocation AS a
        WHERE a.leaf_id = NEW.leaf_id AND a.start_at < NEW.end_at AND a.kind <> 'buffer'
        ORDER BY a.start_at DESC LIMIT 1
      ), 0);
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE NEW.kind <> 'buffer'
      AND (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) = 1
      AND EXISTS (
        SELECT 1 FROM allocation AS a
        WHERE a.leaf_id = NEW.leaf_id AND a.start_at < NEW.end_at AND a.end_at > NEW.start_at AND a.kind = 'buffer'
          AND a.start_at >= coalesce((
            SELECT n.start_at FROM allocation AS n
            WHERE n.leaf_id = NEW.leaf_id AND n.start_at < NEW.end_at AND n.kind <> 'buffer'
            ORDER BY n.start_at DESC LIMIT 1
          ), -9007199254740991)
      );
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) > 1
      AND NEW.quantity + coalesce((
        SELECT max(load) FROM (
          SELECT sum(change) OVER (ORDER BY at, change ROWS UNBOUNDED PRECEDING) AS load
          FROM (
      SELECT max(a.start_at, NEW.start_at) AS at, a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.start_at > NEW.start_at - 172800000 AND a.start_at < NEW.end_at
        AND a.end_at > NEW.start_at AND a.end_at - a.start_at <= 172800000
      UNION ALL
      SELECT max(a.start_at, NEW.start_at) AS at, a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.end_at - a.start_at > 172800000 AND a.end_at > NEW.start_at
        AND a.start_at < NEW.end_at
      UNION ALL
      SELECT a.end_at AS at, -a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.start_at > NEW.start_at - 172800000 AND a.start_at < NEW.end_at
        AND a.end_at > NEW.start_at AND a.end_at - a.start_at <= 172800000
      UNION ALL
      SELECT a.end_at AS at, -a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.end_at - a.start_at > 172800000 AND a.end_at > NEW.start_at
        AND a.start_at < NEW.end_at
          )
        )
      ), 0) > (SELECT capacity FROM leaf WHERE id = NEW.leaf_id);
  END;

CREATE TRIGGER allocation_wall_update
  BEFORE UPDATE ON allocation
  BEGIN
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE NEW.quantity > coalesce((SELECT capacity FROM leaf WHERE id = NEW.leaf_id), 0);
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) = 1
      AND coalesce((
        SELECT a.end_at > NEW.start_at FROM allocation AS a
        WHERE a.leaf_id = NEW.leaf_id AND a.start_at < NEW.end_at AND a.kind <> 'buffer'
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)
        ORDER BY a.start_at DESC LIMIT 1
      ), 0);
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE NEW.kind <> 'buffer'
      AND (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) = 1
      AND EXISTS (
        SELECT 1 FROM allocation AS a
        WHERE a.leaf_id = NEW.leaf_id AND a.start_at < NEW.end_at AND a.end_at > NEW.start_at AND a.kind = 'buffer'
          AND a.start_at >= coalesce((
            SELECT n.start_at FROM allocation AS n
            WHERE n.leaf_id = NEW.leaf_id AND n.start_at < NEW.end_at AND n.kind <> 'buffer'
          AND NOT (n.leaf_id = OLD.leaf_id AND n.start_at = OLD.start_at AND n.kind = OLD.kind AND n.owner_id = OLD.owner_id)
            ORDER BY n.start_at DESC LIMIT 1
          ), -9007199254740991)
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)
      );
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) > 1
      AND NEW.quantity + coalesce((
        SELECT max(load) FROM (
          SELECT sum(change) OVER (ORDER BY at, change ROWS UNBOUNDED PRECEDING) AS load
          FROM (
      SELECT max(a.start_at, NEW.start_at) AS at, a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.start_at > NEW.start_at - 172800000 AND a.start_at < NEW.end_at
        AND a.end_at > NEW.start_at AND a.end_at - a.start_at <= 172800000
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)
      UNION ALL
      SELECT max(a.start_at, NEW.start_at) AS at, a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.end_at - a.start_at > 172800000 AND a.end_at > NEW.start_at
        AND a.start_at < NEW.end_at
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)
      UNION ALL
      SELECT a.end_at AS at, -a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.start_at > NEW.start_at - 172800000 AND a.start_at < NEW.end_at
        AND a.end_at > NEW.start_at AND a.end_at - a.start_at <= 172800000
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)
      UNION ALL
      SELECT a.end_at AS at, -a.quantity AS change FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.end_at - a.start_at > 172800000 AND a.end_at > NEW.start_at
        AND a.start_at < NEW.end_at
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)
          )
        )
      ), 0) > (SELECT capacity FROM leaf WHERE id = NEW.leaf_id);
  END;

CREATE TABLE allocation (
    leaf_id TEXT NOT NULL REFERENCES leaf (id) DEFERRABLE INITIALLY DEFERRED,
    start_at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('use', 'held', 'buffer', 'outage')),
    owner_id TEXT NOT NULL,
    end_at INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    checked_in_at INTEGER,
    checked_out_at INTEGER,
    head_count INTEGER,
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    booking_id TEXT GENERATED ALWAYS AS (CASE WHEN kind <> 'outage' THEN owner_id END) VIRTUAL
      REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    outage_id TEXT GENERATED ALWAYS AS (CASE WHEN kind = 'outage' THEN owner_id END) VIRTUAL
      REFERENCES outage (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (leaf_id, start_at, kind, owner_id),
    CHECK (start_at < end_at),
    CHECK (kind <> 'buffer' OR end_at - start_at <= 86400000)
  ) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_by_owner ON allocation (owner_id);

CREATE INDEX allocation_long_by_leaf ON allocation (leaf_id, end_at) WHERE end_at - start_at > 172800000;

CREATE TRIGGER booking_stays BEFORE DELETE ON booking
    BEGIN SELECT RAISE(ABORT, 'booking: cancelled, never deleted'); END;

CREATE TABLE booking (
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
  ) STRICT;

CREATE INDEX booking_by_person ON booking (ifnull(occupant_id, booker_id), start_at);

CREATE INDEX booking_by_series ON booking (series_id, series_date) WHERE series_id IS NOT NULL;

CREATE INDEX booking_by_source_uid ON booking (source_uid) WHERE source_uid IS NOT NULL;

CREATE INDEX booking_by_start ON booking (start_at);

CREATE INDEX booking_by_team ON booking (team_id, start_at) WHERE team_id IS NOT NULL;

CREATE INDEX booking_freed_by_start ON booking (start_at, end_at, status, id) WHERE status IN ('cancelled', 'noShow');

CREATE INDEX booking_held_by_hold_until ON booking (hold_until) WHERE status = 'tentative' AND hold_until IS NOT NULL;

CREATE INDEX booking_long_by_end ON booking (end_at, start_at) WHERE end_at - start_at > 172800000;

CREATE TABLE booking_resource (
    booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    before_minutes INTEGER NOT NULL CHECK (before_minutes >= 0),
    after_minutes INTEGER NOT NULL CHECK (after_minutes >= 0),
    start_offset INTEGER NOT NULL DEFAULT 0,
    end_offset INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (booking_id, position)
  ) STRICT, WITHOUT ROWID;

CREATE INDEX booking_resource_by_resource ON booking_resource (resource_id);

CREATE TABLE booking_waiver (
    booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (booking_id, position)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE booking_words (
    booking_id TEXT NOT NULL REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    occupant_name TEXT NOT NULL,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (booking_id, version)
  ) STRICT, WITHOUT ROWID;

CREATE TRIGGER bundle_stays BEFORE DELETE ON bundle
    BEGIN SELECT RAISE(ABORT, 'bundle: retired, never deleted'); END;

CREATE TABLE bundle (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL
  ) STRICT;

CREATE TABLE calendar_day (
    date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    kind TEXT NOT NULL CHECK (kind IN ('workday', 'rest', 'holiday', 'makeup')),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('official', 'statutory', 'manual')),
    note TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_year (
    year INTEGER PRIMARY KEY,
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    source TEXT NOT NULL
  ) STRICT;

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value >= 0)
  ) STRICT, WITHOUT ROWID;

CREATE TRIGGER exclusion_stays BEFORE DELETE ON exclusion
    BEGIN SELECT RAISE(ABORT, 'exclusion: retired, never deleted'); END;

CREATE TABLE exclusion (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    seal INTEGER NOT NULL
  ) STRICT;

CREATE TABLE exclusion_member (
    exclusion_id TEXT NOT NULL REFERENCES exclusion (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (exclusion_id, position)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE job (
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
  ) STRICT;

CREATE INDEX job_by_created_at ON job (created_at);

CREATE TRIGGER journal_grows BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE seq >= NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

CREATE TABLE journal (
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
  ) STRICT;

CREATE INDEX journal_by_actor ON journal (actor) WHERE actor IS NOT NULL;

CREATE INDEX journal_by_key ON journal (key);

CREATE INDEX journal_by_undone ON journal (after ->> '$.undone') WHERE operation = 'undo.apply';

CREATE TABLE journal_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;

CREATE TABLE leaf (
    id TEXT PRIMARY KEY,
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    resource_id TEXT REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    exclusion_id TEXT REFERENCES exclusion (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((resource_id IS NULL) <> (exclusion_id IS NULL))
  ) STRICT, WITHOUT ROWID;

CREATE TRIGGER outage_stays BEFORE DELETE ON outage
    BEGIN SELECT RAISE(ABORT, 'outage: cancelled, never deleted'); END;

CREATE TABLE outage (
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
  ) STRICT;

CREATE INDEX outage_by_end ON outage (end_at, start_at) WHERE status <> 'cancelled';

CREATE TRIGGER person_stays BEFORE DELETE ON person
    BEGIN SELECT RAISE(ABORT, 'person: retired, never deleted'); END;

CREATE TABLE person (
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
  ) STRICT;

CREATE UNIQUE INDEX person_by_login_key ON person (login_key) WHERE login_key <> '';

CREATE TRIGGER project_stays BEFORE DELETE ON project
    BEGIN SELECT RAISE(ABORT, 'project: retired, never deleted'); END;

CREATE TABLE project (
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
  ) STRICT;

CREATE TRIGGER quota_stays BEFORE DELETE ON quota
    BEGIN SELECT RAISE(ABORT, 'quota: retired, never deleted'); END;

CREATE TABLE quota (
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
  ) STRICT;

CREATE TABLE request (
    n INTEGER PRIMARY KEY,
    actor TEXT NOT NULL,
    request_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    reply TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

CREATE UNIQUE INDEX request_by_id ON request (request_id, actor);

CREATE TRIGGER resource_stays BEFORE DELETE ON resource
    BEGIN SELECT RAISE(ABORT, 'resource: retired, never deleted'); END;

CREATE TABLE resource (
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
  ) STRICT;

CREATE TABLE resource_part (
    resource_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    part_id TEXT NOT NULL REFERENCES resource (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (resource_id, position),
    CHECK (part_id <> resource_id)
  ) STRICT, WITHOUT ROWID;

CREATE TRIGGER series_stays BEFORE DELETE ON series
    BEGIN SELECT RAISE(ABORT, 'series: ended, never deleted'); END;

CREATE TABLE series (
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
  ) STRICT;

CREATE INDEX series_by_team ON series (team_id, created_at);

CREATE TRIGGER series_date_stays BEFORE DELETE ON series_date
    BEGIN SELECT RAISE(ABORT, 'series_date: ended, never deleted'); END;

CREATE TABLE series_date (
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
  ) STRICT;

CREATE INDEX series_date_missing ON series_date (date) WHERE state = 'missing';

CREATE TABLE series_words (
    series_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    occupant_name TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (series_id, version)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    door TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_person ON session (person_id);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT, WITHOUT ROWID;

CREATE TRIGGER team_stays BEFORE DELETE ON team
    BEGIN SELECT RAISE(ABORT, 'team: retired, never deleted'); END;

CREATE TABLE team (
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
  ) STRICT;

CREATE TRIGGER waitlist_stays BEFORE DELETE ON waitlist
    BEGIN SELECT RAISE(ABORT, 'waitlist: withdrawn, never deleted'); END;

CREATE TABLE waitlist (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    team_id TEXT REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    project_id TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    head_count INTEGER,
    wish TEXT NOT NULL CHECK (json_valid(wish)),
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 1),
    status TEXT NOT NULL CHECK (status IN ('waiting', 'offered', 'accepted', 'declined', 'withdrawn', 'lapsed')),
    offer_booking_id TEXT REFERENCES booking (id) DEFERRABLE INITIALLY DEFERRED,
    offer_until INTEGER,
    passed TEXT NOT NULL CHECK (json_valid(passed)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    seal INTEGER NOT NULL,
    CHECK (from_at < until_at),
    CHECK ((offer_booking_id IS NULL) = (offer_until IS NULL))
  ) STRICT;

CREATE INDEX waitlist_by_offer ON waitlist (offer_booking_id) WHERE offer_booking_id IS NOT NULL;

CREATE INDEX waitlist_open ON waitlist (created_at, id) WHERE status IN ('waiting', 'offered');

CREATE TRIGGER zone_stays BEFORE DELETE ON zone
    BEGIN SELECT RAISE(ABORT, 'zone: retired, never deleted'); END;

CREATE TABLE zone (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    sort INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
    seal INTEGER NOT NULL
  ) STRICT;
