import type { OpenWindow, Period, ResourceKind } from './operations/fields.ts'
import type { Interval, Instant, LocalDate } from './scheduling/time.ts'

export const roles = ['frontDesk', 'member', 'teamLead', 'keeper', 'manager', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Where a rule was set: `always` is a law of the house that no setting changes. */
export type Level = 'always' | 'centre' | 'kind' | 'resource' | 'team'

/** Which level set the rule, for which resource, and who may waive it ([] = nobody). Carried by every refusal that a rule gives. */
export type RuleOrigin = { resourceId: string; level: Level; waivers: Role[] }

/** Refusals that the rules of booking give: all that apply are returned at once. */
export type RuleRefusal =
  | ({
      code: 'overlaps'
      bookingId: string | null
      start: Instant
      end: Instant
      viaResourceId: string | null
      buffer: boolean
    } & RuleOrigin)
  | ({ code: 'noUnitsLeft'; free: number; asked: number; start: Instant; end: Instant } & RuleOrigin)
  | ({ code: 'outage'; outageId: string; kind: OutageKindName; start: Instant; end: Instant } & RuleOrigin)
  | ({ code: 'closedDay'; date: LocalDate; name: string | null } & RuleOrigin)
  | ({
      code: 'outsideHours'
      date: LocalDate
      from: number | null
      until: number | null
      minutesOutside: number
    } & RuleOrigin)
  | ({ code: 'offStep'; stepMinutes: number } & RuleOrigin)
  | ({ code: 'tooShort'; limitMinutes: number; askedMinutes: number } & RuleOrigin)
  | ({ code: 'tooLong'; limitMinutes: number; askedMinutes: number } & RuleOrigin)
  | ({ code: 'inPast'; earliest: Instant } & RuleOrigin)
  | ({ code: 'tooSoon'; noticeMinutes: number; earliest: Instant } & RuleOrigin)
  | ({ code: 'tooFar'; horizonDays: number; latest: Instant } & RuleOrigin)
  | ({ code: 'overCapacity'; capacity: number; headCount: number } & RuleOrigin)
  | ({ code: 'notBookable'; state: string } & RuleOrigin)
  | ({ code: 'projectOutsideTerm'; projectId: string; startOn: LocalDate; endOn: LocalDate } & RuleOrigin)
  | ({ code: 'changeTooLate'; noticeMinutes: number; until: Instant } & RuleOrigin)
  | ({ code: 'cancelTooLate'; noticeMinutes: number; until: Instant } & RuleOrigin)
  | ({ code: 'personLimit'; personId: string; freeAgain: Instant } & Allowance & RuleOrigin)
  | ({ code: 'teamQuota'; teamId: string; quotaId: string; freeAgain: Instant } & Allowance & RuleOrigin)
  | ({ code: 'openLimit'; personId: string; limit: number; used: number; freeAgain: Instant | null } & RuleOrigin)
  | ({ code: 'gapTooShort'; gapMinutes: number; bookingId: string; earliest: Instant } & RuleOrigin)
  | ({ code: 'tooFew'; minHeads: number; headCount: number } & RuleOrigin)
  | ({
      code: 'samePersonTwice'
      personId: string
      bookingId: string
      start: Instant
      end: Instant
      /** Only told, not refused. */
      warning: boolean
    } & RuleOrigin)
  | ({ code: 'seriesTooLong'; unit: 'dates' | 'months'; limit: number; asked: number } & RuleOrigin)
  | ({ code: 'blackout'; start: Instant; end: Instant; reason: string } & RuleOrigin)
  | ({ code: 'quietHours'; start: Instant; end: Instant; reason: string } & RuleOrigin)
  | ({ code: 'offBlock'; blocks: OpenWindow[] } & RuleOrigin)
  | ({ code: 'reserved'; teamIds: string[]; start: Instant; end: Instant; opens: Instant } & RuleOrigin)
  | ({ code: 'needsAlso'; neededId: string; start: Instant; end: Instant } & RuleOrigin)

/** What a limit counts over: everything, a kind of place, or one resource. */
export type LimitScope = { of: 'all' } | { of: 'kind'; kind: ResourceKind } | { of: 'resource'; resourceId: string }
/** A limit with what was used of it without this booking, and what this booking asks. Bookings, or minutes. */
type Allowance = {
  scope: LimitScope
  per: Period
  unit: 'count' | 'minutes'
  limit: number
  used: number
  asked: number
}

export type RuleCode = RuleRefusal['code']
export type OutageKindName = 'maintenance' | 'calibration' | 'cleaning' | 'fault' | 'other'

/** Things an id can name, for notFound. */
export type Thing =
  | 'operation'
  | 'booking'
  | 'resource'
  | 'zone'
  | 'team'
  | 'person'
  | 'project'
  | 'outage'
  | 'job'
  | 'file'
  | 'calendarDay'
  | 'journalEntry'
  | 'waitEntry'
  | 'series'
  | 'quota'
  | 'bundle'

/** One wrong place in a foreign file. Lines and columns count from 1 as a person sees them in an editor or a spreadsheet. */
export type FileFault = { line: number | null; column: string | null; why: FileWhy; value: string | null }
export type FileWhy =
  | 'notIcs'
  | 'notCsv'
  | 'notXlsx'
  | 'tooLarge'
  | 'tooManyEntries'
  | 'zipBomb'
  | 'encrypted'
  | 'emptyFile'
  | 'noHeader'
  | 'missingColumn'
  | 'missingValue'
  | 'badTime'
  | 'unknownZone'
  | 'endBeforeStart'
  | 'unknownResource'
  | 'unknownTeam'
  | 'recurrenceUnsupported'
  | 'duplicateUid'
  | 'tooLongText'
  | 'timedOut'
  | 'parserFailed'
  | 'tooManyRows'

export type BadWhy =
  | 'required'
  | 'wrongType'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooLong'
  | 'unknownKey'
  | 'badFormat'
  | 'endBeforeStart'
  | 'unknownZone'
  | 'notAllowedValue'
  | 'cycle'
  | 'taken'
  | 'wrongCheckDigit'
  | 'poolInExclusion'
  | 'compoundNeedsParts'
  | 'partOfItself'
  | 'twice'
  | 'weakSecret'
  | 'inUse'

/** The closed list. A code without words in shared/text/explain.ts does not compile. */
export type Refusal =
  | RuleRefusal
  | { code: 'notFound'; what: Thing; id: string }
  | { code: 'notSignedIn' }
  | { code: 'notAllowed'; operation: string; role: Role | null; needs: Role[] }
  | { code: 'notYours'; what: Thing; id: string }
  | { code: 'badInput'; path: string; why: BadWhy; limit?: number; given?: string }
  | { code: 'wrongSecret' }
  | { code: 'slowDown'; retryAfterMs: number }
  | { code: 'changedMeanwhile'; what: Thing; id: string; version: number }
  | { code: 'wrongStatus'; bookingId: string; status: string; needs: string[] }
  | { code: 'checkInNotOpen'; bookingId: string; opens: Instant; closes: Instant }
  | { code: 'waiverRefused'; rule: RuleCode; needs: Role[] }
  | { code: 'bookingsInTheWay'; bookingIds: string[]; interval: Interval }
  | { code: 'undoBlocked'; seq: number; bySeq: number }
  | { code: 'nothingToUndo'; seq: number | null }
  | { code: 'alreadySetUp' }
  | { code: 'requestReused'; requestId: string }
  | { code: 'fileBad'; file: string; faults: FileFault[]; faultCount: number }
  | { code: 'rowRefused'; file: string; line: number; uid: string | null; title: string; refusals: Refusal[] }
  /** Dates of a series that cannot be booked; of many the first ones. `count` is how many there are. */
  | { code: 'seriesRefused'; count: number; dates: { date: LocalDate; refusals: Refusal[] }[] }
  | { code: 'exportTooLarge'; rows: number; limit: number }
  | { code: 'newerDatabase'; file: string; found: number; supported: number; writtenBy: string }
  | { code: 'notOurDatabase'; file: string }
  | { code: 'damagedDatabase'; file: string; problem: string; backup: string | null }
  | { code: 'readOnlyStorage'; folder: string }
  | { code: 'diskFull'; folder: string }
  | { code: 'folderInUse'; folder: string; holder: string }
  | { code: 'portInUse'; host: string; port: number }
  | { code: 'notLoopback'; host: string }
  | { code: 'fileExists'; file: string }
  | { code: 'fileUnreadable'; file: string }
  | { code: 'nodeTooOld'; found: string; needs: string }

export type RefusalCode = Refusal['code']

/** Who may waive which rule by giving a reason (features PQ-13). Rules absent here nobody may waive: two bookings never share one place. */
export const waiversOf: Partial<Record<RuleCode, readonly Role[]>> = {
  closedDay: ['manager', 'administrator'],
  outsideHours: ['manager', 'administrator'],
  offStep: ['frontDesk', 'manager', 'administrator'],
  tooShort: ['frontDesk', 'manager', 'administrator'],
  tooLong: ['manager', 'administrator'],
  inPast: ['manager', 'administrator'],
  tooSoon: ['frontDesk', 'manager', 'administrator'],
  tooFar: ['manager', 'administrator'],
  overCapacity: ['manager', 'administrator'],
  projectOutsideTerm: ['manager', 'administrator'],
  changeTooLate: ['frontDesk', 'manager', 'administrator'],
  cancelTooLate: ['frontDesk', 'manager', 'administrator'],
  personLimit: ['manager', 'administrator'],
  teamQuota: ['manager', 'administrator'],
  openLimit: ['frontDesk', 'manager', 'administrator'],
  gapTooShort: ['frontDesk', 'manager', 'administrator'],
  tooFew: ['frontDesk', 'manager', 'administrator'],
  samePersonTwice: ['frontDesk', 'manager', 'administrator'],
  seriesTooLong: ['manager', 'administrator'],
  blackout: ['manager', 'administrator'],
  quietHours: ['manager', 'administrator'],
  offBlock: ['frontDesk', 'manager', 'administrator'],
  reserved: ['manager', 'administrator'],
  needsAlso: ['keeper', 'manager', 'administrator'],
}
