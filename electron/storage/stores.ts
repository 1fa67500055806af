import type { Booking } from '../../shared/operations/bookings.ts'
import type { Bundle } from '../../shared/operations/bundles.ts'
import type { CalendarDay, CalendarYear, Settings, WorkingCalendar } from '../../shared/operations/centre.ts'
import type { BookingStatus } from '../../shared/operations/fields.ts'
import type { Outage } from '../../shared/operations/outages.ts'
import type { Person, Project, Team } from '../../shared/operations/people.ts'
import type { Job } from '../../shared/operations/reports.ts'
import type { Catalogue, Exclusion, Resource, Zone } from '../../shared/operations/resources.ts'
import type { Topic } from '../../shared/operations/operation.ts'
import type { AllocationRow } from '../../shared/scheduling/leaves.ts'
import type { Quota } from '../../shared/operations/rules.ts'
import type { Allocation, Leaf, OwnBooking } from '../../shared/scheduling/situation.ts'
import type { Instant, Interval, LocalDate } from '../../shared/scheduling/time.ts'
import type { WaitlistStore } from './waits.ts'

export type { StoredWait, WaitlistStore } from './waits.ts'
import type { ReportStore } from './reportTypes.ts'
import type { SeriesStore } from './seriesTypes.ts'

export * from './reportTypes.ts'
export type * from './seriesTypes.ts'

/** A booking as it is stored: whole, with nothing hidden. */
export type StoredBooking = Omit<Booking, 'hidden'>
/** A person as stored, with what only signing in may read. Phone and e-mail are whole. */
export type StoredPerson = Omit<Person, 'canSignIn' | 'hasPin'> & { secretHash: string | null; pinHash: string | null }

/** Thrown by a write of allocations when the wall in the database refuses it: the place is taken. Rolls back like any throw. */
export class Collision extends Error {
  constructor(leafId: string) {
    super(`leaf ${leafId} is taken`)
    this.name = 'Collision'
  }
}

export type BookingFilter = {
  /** Bookings that touch the interval, half-open. */
  interval: Interval
  resourceIds?: readonly string[]
  statuses?: readonly BookingStatus[]
  teamId?: string
}

/** A search whose words were already turned into what they may mean. All fields together narrow; `any` widens. */
export type BookingSearch = {
  interval: Interval | null
  statuses: readonly BookingStatus[] | null
  teamId: string | null
  resourceId: string | null
  /** Null: no text. A booking fits when its number or title (also by pinyin) has the text, or it is of one of these. */
  text: {
    words: string
    teamIds: readonly string[]
    personIds: readonly string[]
    resourceIds: readonly string[]
  } | null
  limit: number
  offset: number
}

export type BookingStore = {
  /** The next printed number of a year, e.g. `B26-000123`; never given twice, gaps are allowed. */
  nextNo: (year: number) => string
  /** Writes a new booking with its places, waivers and allocations. Throws Collision. `titleKey`: what text search looks at beside the title (pinyin, initials). */
  insert: (booking: StoredBooking, titleKey: string, rows: readonly AllocationRow[]) => void
  /** Replaces a booking: its row, places, waivers and all its allocations. Words that change are kept for their version. Throws Collision. */
  replace: (booking: StoredBooking, titleKey: string, rows: readonly AllocationRow[]) => void
  /** Takes a booking's allocations away for the moment; only inside a transaction that writes them again. */
  lift: (bookingId: string) => void
  byId: (id: string) => StoredBooking | null
  bySource: (sourceUid: string) => StoredBooking[]
  /** In order of start, then number. */
  range: (filter: BookingFilter) => StoredBooking[]
  /** Newest start first, and how many there are in all. */
  search: (search: BookingSearch) => { bookings: StoredBooking[]; total: number }
  /** Title, occupant's name, note and reason as they were at a version, for undo; null when that version never was. */
  wordsAt: (id: string, version: number) => { title: string; occupantName: string; note: string; reason: string } | null
  /** Ids of bookings that occupy one of the leaves within the interval, in order of start. */
  occupying: (leafIds: readonly string[], interval: Interval) => string[]
  /** Ids of confirmed bookings nobody checked in to that began before the instant, and end after the other one. */
  overdue: (before: Instant, endingAfter?: Instant) => string[]
  /** Up to when the store was looked through for places to be given up; null on a new one. */
  lookedAt: () => Instant | null
  setLookedAt: (at: Instant) => void
  /** Ids of tentative bookings whose hold ran out at the instant. */
  heldUntil: (instant: Instant) => string[]
}

export type AllocationStore = {
  /** Allocations of a leaf that touch the interval, in order of start; those of one booking or outage may be left out. Fast among millions: see G9. */
  touching: (leafId: string, interval: Interval, except: string | null) => Allocation[]
  /** Replaces the allocations of an outage. Throws Collision. */
  setOutage: (outageId: string, rows: readonly AllocationRow[]) => void
  /** Writes the leaves as the catalogue now has them; leaves with allocations stay. Throws Collision when a smaller capacity does not hold what stands. */
  setLeaves: (leaves: readonly Leaf[]) => void
  /**
   * Writes the allocations of every occupying booking and active outage anew, from now on, after the composition of places changed. `rowsOf…` turn each
   * into its rows. Throws Collision.
   */
  rebuild: (
    from: Instant,
    bookingRows: (booking: StoredBooking) => AllocationRow[],
    outageRows: (outage: Outage) => AllocationRow[],
  ) => void
  /** Every instant at which a leaf holds more than its capacity; empty in a sound database. Independent of the triggers. */
  findOverlaps: () => { leafId: string; at: Instant }[]
}

export type BundleStore = {
  /** Retired ones included, in the order they were made. */
  all: () => Bundle[]
  byId: (id: string) => Bundle | null
  save: (bundle: Bundle) => void
}

export type QuotaStore = {
  /** Retired ones included. */
  all: () => Quota[]
  save: (quota: Quota) => void
  /** Bookings of a person (its occupant, else who booked it) that touch the interval; cancelled and rejected ones left out. */
  ofPerson: (personId: string, interval: Interval) => OwnBooking[]
  /** The same of a whole team. */
  ofTeam: (teamId: string, interval: Interval) => OwnBooking[]
}

export type OutageStore = {
  insert: (outage: Outage) => void
  replace: (outage: Outage) => void
  byId: (id: string) => Outage | null
  /** Outages that touch the interval, cancelled ones left out, in order of start. */
  range: (interval: Interval) => Outage[]
}

export type PlaceStore = {
  /** Everything, retired things included. */
  all: () => Catalogue
  saveZone: (zone: Zone) => void
  saveResource: (resource: Resource) => void
  saveExclusion: (exclusion: Exclusion) => void
}

export type PeopleStore = {
  teams: () => Team[]
  saveTeam: (team: Team) => void
  people: () => StoredPerson[]
  person: (id: string) => StoredPerson | null
  /** By login name, without regard to case and width. */
  byLogin: (login: string) => StoredPerson | null
  savePerson: (person: StoredPerson) => void
  projects: () => Project[]
  saveProject: (project: Project) => void
}

export type CentreStore = {
  /** Null until the centre is set up. */
  settings: () => Settings | null
  saveSettings: (settings: Settings) => void
  /** All days that differ from Monday–Friday, and the known years. */
  calendar: () => WorkingCalendar
  saveDay: (day: CalendarDay) => void
  removeDay: (date: LocalDate) => void
  saveYear: (year: CalendarYear) => void
  removeYear: (year: number) => void
}

export type SessionRow = { tokenHash: string; personId: string; door: string; createdAt: Instant; seenAt: Instant }
export type SessionStore = {
  open: (session: SessionRow) => void
  find: (tokenHash: string) => SessionRow | null
  touch: (tokenHash: string, at: Instant) => void
  end: (tokenHash: string) => void
  /** Of one person, or of everyone (null). Answers how many. */
  endAll: (personId: string | null) => number
  /** Forgets sessions not seen since the instant. */
  forgetBefore: (seenBefore: Instant) => void
}

export type JournalRow = {
  seq: number
  at: Instant
  station: string
  actor: string | null
  operation: string
  topic: Topic
  key: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  prevHash: string
  hash: string
}
export type JournalStore = {
  /** Appends one row: number, link and hash are made here. Answers the number. */
  append: (row: Omit<JournalRow, 'seq' | 'prevHash' | 'hash'>) => number
  head: () => { seq: number; hash: string; at: Instant | null }
  after: (seq: number, limit: number, key: string | null) => JournalRow[]
  bySeq: (seq: number) => JournalRow | null
  ofKey: (key: string) => JournalRow[]
  /** The rows one operation wrote, given the number of its last. */
  ofOperation: (lastSeq: number) => JournalRow[]
  /** The number of the last row written at or before an instant; 0 when there was none. */
  seqAt: (at: Instant) => number
  /** For each booking and outage that changed after a number: what it was then; null when it did not exist yet. */
  changedSince: (seq: number) => { topic: Topic; key: string; before: Record<string, unknown> | null }[]
  /** The newest row about a key. */
  lastOfKey: (key: string) => number | null
  /** The last number of the newest operation of an actor that `undone` does not name. */
  lastOfActor: (actor: string) => number | null
  /** Walks the chain: the first number that does not fit, or null. */
  verify: () => { entries: number; head: string; firstBad: number | null }
}

export type RequestStore = {
  /** The stored answer of a request of this actor; null when it is new. */
  find: (actor: string, requestId: string) => { operation: string; inputHash: string; reply: string } | null
  keep: (row: {
    actor: string
    requestId: string
    operation: string
    inputHash: string
    reply: string
    at: Instant
  }) => void
  forgetBefore: (at: Instant) => void
}

export type JobStore = {
  insert: (job: Job) => void
  replace: (job: Job) => void
  byId: (id: string) => Job | null
  newest: (limit: number) => Job[]
  /** Jobs that were waiting or running when the last core ended. Answers their ids. */
  interrupted: (at: Instant) => string[]
}

export type Stores = {
  bookings: BookingStore
  series: SeriesStore
  allocations: AllocationStore
  outages: OutageStore
  waitlist: WaitlistStore
  places: PlaceStore
  bundles: BundleStore
  quotas: QuotaStore
  people: PeopleStore
  centre: CentreStore
  sessions: SessionStore
  journal: JournalStore
  requests: RequestStore
  jobs: JobStore
  reports: ReportStore
}

/** An open database. One writer; every call is synchronous. */
export type Storage = Stores & {
  file: string
  readOnly: boolean
  /** Set when a newer program may have written: never here, kept for the status. */
  sqliteVersion: string
  /** Runs in BEGIN IMMEDIATE … COMMIT; rolls back when `work` throws. Nested calls are savepoints. */
  write: <T>(work: () => T) => T
  /** Runs in one DEFERRED transaction, so that all reads see one moment. */
  read: <T>(work: () => T) => T
  /** A verified backup of everything into a file (online backup, integrity_check, fsync, rename). Answers its size in bytes. */
  backup: (file: string, progress: (done: number, total: number) => void) => Promise<number>
  /** All tables as plain rows, for the export of everything. Secrets left out. */
  dump: () => Record<string, unknown[]>
  /** Full integrity_check and foreign_key_check; the problems found. */
  check: () => string[]
  /** Checkpoints the WAL; for idle moments. */
  checkpoint: () => void
  close: () => void
}
