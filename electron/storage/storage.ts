import { randomBytes } from 'node:crypto'
import type { Instant } from '../../shared/scheduling/time.ts'
import { openAllocationStore } from './allocationStore.ts'
import { backUp } from './backup.ts'
import { openBookingStore } from './bookingStore.ts'
import { openBundleStore } from './bundleStore.ts'
import { openCentreStore } from './centreStore.ts'
import { checkAll } from './check.ts'
import type { Connection } from './connect.ts'
import { dump } from './dump.ts'
import { StorageError, toStorageError } from './errors.ts'
import { openJobStore } from './jobStore.ts'
import { openJournalStore } from './journalStore.ts'
import { openOutageStore } from './outageStore.ts'
import { openPeopleStore } from './peopleStore.ts'
import { openPlaceStore } from './placeStore.ts'
import { openQuotaStore } from './quotaStore.ts'
import { openReportStore } from './reportStore.ts'
import { openRequestStore } from './requestStore.ts'
import { openSeriesStore } from './seriesStore.ts'
import { openSessionStore } from './sessionStore.ts'
import { openWaitlistStore } from './waitlistStore.ts'
import type { Storage, Stores } from './stores.ts'
import { openTransactions, type Transactions } from './transactions.ts'

type Parts = {
  db: Connection
  file: string
  readOnly: boolean
  version: string
  now: Instant
  station: string | undefined
  release: () => void
}

/** The stores of an open, migrated connection. */
export function makeStorage({ db, file, readOnly, version, now, station, release }: Parts): Storage {
  const transactions = openTransactions(db, readOnly)
  const stationId = introduce(db, transactions, { version, now, station, readOnly })
  const allocations = openAllocationStore(db, transactions)
  const stores: Stores = {
    bookings: openBookingStore(db, transactions, allocations.touching),
    allocations,
    outages: openOutageStore(db),
    waitlist: openWaitlistStore(db),
    places: openPlaceStore(db),
    bundles: openBundleStore(db),
    quotas: openQuotaStore(db),
    people: openPeopleStore(db, transactions),
    centre: openCentreStore(db),
    series: openSeriesStore(db),
    sessions: openSessionStore(db, transactions),
    journal: openJournalStore(db, transactions, stationId),
    requests: openRequestStore(db),
    jobs: openJobStore(db),
    reports: openReportStore(db),
  }
  return {
    ...stores,
    file,
    readOnly,
    sqliteVersion: db.prepare<[], string>('SELECT sqlite_version()').pluck().get()!,
    write: transactions.write,
    read: transactions.read,
    backup: (target, progress) => backUp(db, target, progress),
    dump: () => transactions.read(() => dump(db)),
    check: () => checkAll(db, stores),
    checkpoint: () => void db.pragma('wal_checkpoint(TRUNCATE)'),
    close() {
      if (db.open) {
        if (!readOnly && !db.memory) db.pragma('optimize')
        db.close()
      }
      release()
    },
  }
}

/**
 * Writes down which program has the database, which is the probe for media that cannot be written, and gives a new database its station.
 * Throws StorageError `readOnly`; a full disk is no reason not to open.
 */
function introduce(
  db: Connection,
  transactions: Transactions,
  { version, now, station, readOnly }: Pick<Parts, 'version' | 'now' | 'station' | 'readOnly'>,
): string {
  const get = db.prepare<[string], string>('SELECT value FROM about WHERE name = ?').pluck()
  const known = get.get('station')
  if (readOnly) return known ?? ''
  const set = db.prepare(
    'INSERT INTO about (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  try {
    transactions.write(() => {
      if (known === undefined) {
        set.run('station', station ?? randomBytes(8).toString('hex'))
        set.run('madeAt', String(now))
      }
      set.run('writtenBy', version)
      set.run('openedAt', String(now))
    })
  } catch (error) {
    const reason = toStorageError(error)
    if (!(reason instanceof StorageError) || reason.kind !== 'full' || known === undefined) throw reason
  }
  return get.get('station')!
}
