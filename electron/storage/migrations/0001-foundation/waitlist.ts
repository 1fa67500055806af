/** Who waits for a place, and what was offered. The wish and the offers passed by are JSON: they are read whole and never asked about in part. */
export const waitlistTables = [
  `CREATE TABLE waitlist (
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
  ) STRICT`,
  `CREATE INDEX waitlist_open ON waitlist (created_at, id) WHERE status IN ('waiting', 'offered')`,
  `CREATE INDEX waitlist_by_offer ON waitlist (offer_booking_id) WHERE offer_booking_id IS NOT NULL`,
  `CREATE TRIGGER waitlist_stays BEFORE DELETE ON waitlist
    BEGIN SELECT RAISE(ABORT, 'waitlist: withdrawn, never deleted'); END`,
]
