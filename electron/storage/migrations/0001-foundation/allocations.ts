/** What lies near a new row in a pool, short and long rows through their own index. */
const near = (columns: string, other: string) => `
      SELECT ${columns} FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.start_at > NEW.start_at - 172800000 AND a.start_at < NEW.end_at
        AND a.end_at > NEW.start_at AND a.end_at - a.start_at <= 172800000${other}
      UNION ALL
      SELECT ${columns} FROM allocation AS a
      WHERE a.leaf_id = NEW.leaf_id AND a.end_at - a.start_at > 172800000 AND a.end_at > NEW.start_at
        AND a.start_at < NEW.end_at${other}`

/**
 * The wall, mirroring shared/scheduling/collide.ts. On capacity 1 the rows that are no buffer are disjoint, so the last of them that starts before the new
 * end decides about itself, and no row that begins before it reaches the new one; only the buffers after it remain to be looked at.
 * In a pool the sum of quantities is followed from edge to edge. `other`: leaves the row that an UPDATE replaces out of account.
 */
const wall = (event: string, other: string) => `
  BEFORE ${event} ON allocation
  BEGIN
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE NEW.quantity > coalesce((SELECT capacity FROM leaf WHERE id = NEW.leaf_id), 0);
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) = 1
      AND coalesce((
        SELECT a.end_at > NEW.start_at FROM allocation AS a
        WHERE a.leaf_id = NEW.leaf_id AND a.start_at < NEW.end_at AND a.kind <> 'buffer'${other}
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
            WHERE n.leaf_id = NEW.leaf_id AND n.start_at < NEW.end_at AND n.kind <> 'buffer'${other.replaceAll('a.', 'n.')}
            ORDER BY n.start_at DESC LIMIT 1
          ), -9007199254740991)${other}
      );
    SELECT RAISE(ABORT, 'taken:' || NEW.leaf_id)
    WHERE (SELECT capacity FROM leaf WHERE id = NEW.leaf_id) > 1
      AND NEW.quantity + coalesce((
        SELECT max(load) FROM (
          SELECT sum(change) OVER (ORDER BY at, change ROWS UNBOUNDED PRECEDING) AS load
          FROM (${near('max(a.start_at, NEW.start_at) AS at, a.quantity AS change', other)}
      UNION ALL${near('a.end_at AS at, -a.quantity AS change', other)}
          )
        )
      ), 0) > (SELECT capacity FROM leaf WHERE id = NEW.leaf_id);
  END`

/**
 * What stands in each leaf. Clustered by leaf and start, which is how everything asks. `owner_id` is the booking or outage; the last four columns repeat,
 * for rows of kind use, what the occupancy report adds up, so that it reads one tree. A buffer is at most 1440 minutes long.
 */
export const occupancyTables = [
  `CREATE TABLE allocation (
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
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX allocation_by_owner ON allocation (owner_id)`,
  `CREATE INDEX allocation_long_by_leaf ON allocation (leaf_id, end_at) WHERE end_at - start_at > 172800000`,
  `CREATE TRIGGER allocation_wall_insert${wall('INSERT', '')}`,
  `CREATE TRIGGER allocation_wall_update${wall(
    'UPDATE',
    `
          AND NOT (a.leaf_id = OLD.leaf_id AND a.start_at = OLD.start_at AND a.kind = OLD.kind AND a.owner_id = OLD.owner_id)`,
  )}`,
]
