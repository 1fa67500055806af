import type { FileFault, Level, Refusal, Role, RuleCode, RuleRefusal } from '../refusals.ts'
import type { ResourceKind } from '../operations/fields.ts'
import type { LocalDate } from '../scheduling/time.ts'
import { refusals as en } from './en/refusals.ts'
import { explainLimit } from './explainLimit.ts'
import { fill, type Facts } from './fill.ts'
import { clock, count, dayLabel, duration, moment, range, type Language } from './moments.ts'
import { refusals as zh } from './zh/refusals.ts'

/** How ids become words for this reader. A lookup answers null for what the reader may not see or what is gone. */
export type Names = {
  zone: string
  /** The day the reader is looking at: times on it are shown without their date. */
  today?: LocalDate
  resource: (id: string) => string | null
  /** Title and team as one phrase, such as `「客户视频会」曦微光电`. */
  booking: (id: string) => string | null
  project: (id: string) => string | null
  team?: (id: string) => string | null
}

/** Names for a reader who knows nothing but the zone (command line, log): ids stay ids. */
export function bareNames(zone: string): Names {
  return { zone, resource: () => null, booking: () => null, project: () => null }
}

const catalogues = { zh, en }
type Words = typeof zh

/**
 * A refusal as one sentence without a full stop, in the reader's language: the facts with their figures, then what is possible.
 * Exhaustive: a code without words does not compile.
 */
export function explain(refusal: Refusal, language: Language, names: Names): string {
  const words = catalogues[language]
  const say = (key: keyof Words['sentences'], facts: Facts = {}) => fill(words.sentences[key], facts)
  const place = (id: string) => names.resource(id) ?? id
  const booking = (id: string | null) => (id === null ? null : names.booking(id)) ?? words.someBooking
  const time = (from: number, until: number) => range(from, until, names.zone, language, names.today)
  const at = (instant: number) => moment(instant, names.zone, language, names.today)
  const day = (date: LocalDate) => dayLabel(date, language, names.today)
  const length = (minutes: number) => duration(minutes, language)

  switch (refusal.code) {
    case 'overlaps': {
      const facts = {
        place: place(refusal.resourceId),
        time: time(refusal.start, refusal.end),
        booking: booking(refusal.bookingId),
        via: refusal.viaResourceId === null ? '' : place(refusal.viaResourceId),
      }
      if (refusal.buffer) return say('overlapsBuffer', facts)
      return say(refusal.viaResourceId === null ? 'overlaps' : 'overlapsVia', facts)
    }
    case 'noUnitsLeft':
      return say('noUnitsLeft', {
        place: place(refusal.resourceId),
        time: time(refusal.start, refusal.end),
        free: refusal.free,
        asked: refusal.asked,
      })
    case 'outage':
      return say('outage', {
        place: place(refusal.resourceId),
        time: time(refusal.start, refusal.end),
        kind: words.outageKinds[refusal.kind],
      })
    case 'closedDay': {
      const facts = { place: place(refusal.resourceId), date: day(refusal.date), name: refusal.name ?? '' }
      return say(refusal.name === null ? 'closedDay' : 'closedDayNamed', facts)
    }
    case 'outsideHours': {
      const facts = {
        place: place(refusal.resourceId),
        date: day(refusal.date),
        outside: length(refusal.minutesOutside),
      }
      if (refusal.from === null || refusal.until === null) return say('outsideHoursClosed', facts)
      return say('outsideHours', { ...facts, from: clock(refusal.from), until: clock(refusal.until) })
    }
    case 'offStep':
      return say('offStep', { place: place(refusal.resourceId), step: refusal.stepMinutes })
    case 'tooShort':
    case 'tooLong':
      return say(refusal.code, {
        place: place(refusal.resourceId),
        limit: length(refusal.limitMinutes),
        asked: length(refusal.askedMinutes),
      })
    case 'inPast':
      return say('inPast', { earliest: at(refusal.earliest) })
    case 'tooSoon':
      return say('tooSoon', {
        place: place(refusal.resourceId),
        notice: length(refusal.noticeMinutes),
        earliest: at(refusal.earliest),
      })
    case 'tooFar':
      return say(refusal.horizonDays === 0 ? 'tooFarToday' : 'tooFar', {
        place: place(refusal.resourceId),
        days: refusal.horizonDays,
        latest: at(refusal.latest),
      })
    case 'overCapacity':
      return say('overCapacity', { capacity: refusal.capacity, headCount: refusal.headCount })
    case 'notBookable':
      return say(notBookable[refusal.state] ?? 'notBookable', { place: place(refusal.resourceId) })
    case 'projectOutsideTerm':
      return say('projectOutsideTerm', {
        project: names.project(refusal.projectId) ?? refusal.projectId,
        startOn: refusal.startOn,
        endOn: refusal.endOn,
      })
    case 'changeTooLate':
    case 'cancelTooLate':
    case 'personLimit':
    case 'teamQuota':
    case 'openLimit':
    case 'gapTooShort':
    case 'tooFew':
    case 'samePersonTwice':
    case 'seriesTooLong':
    case 'blackout':
    case 'quietHours':
    case 'offBlock':
    case 'reserved':
    case 'needsAlso':
      return explainLimit(refusal, words, language, names)
    case 'notFound':
    case 'notYours':
      return say(refusal.code, { what: words.things[refusal.what], id: refusal.id })
    case 'notAllowed':
      return say('notAllowed', {
        role: refusal.role === null ? words.nobodySignedIn : words.roles[refusal.role],
        operation: refusal.operation,
        needs: rolesText(refusal.needs, words),
      })
    case 'badInput':
      return say('badInput', { field: fieldText(refusal.path, words), why: whyText(refusal, words) })
    case 'slowDown':
      return say('slowDown', { seconds: Math.max(1, Math.ceil(refusal.retryAfterMs / 1000)) })
    case 'changedMeanwhile':
      return say('changedMeanwhile', { what: words.things[refusal.what], version: refusal.version })
    case 'wrongStatus': {
      const status = (name: string) => (words.statuses as Record<string, string>)[name] ?? name
      return say('wrongStatus', {
        booking: names.booking(refusal.bookingId) ?? words.thisBooking,
        status: status(refusal.status),
        needs: refusal.needs.map(status).join(words.listOr),
      })
    }
    case 'checkInNotOpen':
      return say('checkInNotOpen', {
        booking: names.booking(refusal.bookingId) ?? words.thisBooking,
        opens: at(refusal.opens),
        closes: at(refusal.closes),
      })
    case 'waiverRefused':
      return say(refusal.needs.length === 0 ? 'waiverRefusedNobody' : 'waiverRefused', {
        rule: words.rules[refusal.rule],
        needs: rolesText(refusal.needs, words),
      })
    case 'bookingsInTheWay':
      return say('bookingsInTheWay', {
        time: time(refusal.interval.start, refusal.interval.end),
        count: refusal.bookingIds.length,
        bookings: refusal.bookingIds.slice(0, 3).map(booking).join(words.listJoin),
      })
    case 'undoBlocked':
      return say('undoBlocked', { seq: refusal.seq, bySeq: refusal.bySeq })
    case 'nothingToUndo':
      return refusal.seq === null ? say('nothingToUndo') : say('nothingToUndoSeq', { seq: refusal.seq })
    case 'fileBad':
      return say('fileBad', {
        file: refusal.file,
        count: count(refusal.faultCount),
        faults: faultsText(refusal.faults, refusal.faultCount, words),
      })
    case 'rowRefused':
      return say('rowRefused', {
        file: refusal.file,
        line: refusal.line,
        title: refusal.title,
        reasons: refusal.refusals.map((each) => explain(each, language, names)).join(words.sentenceJoin),
      })
    case 'seriesRefused':
      return say('seriesRefused', {
        count: count(refusal.count),
        dates: refusal.dates
          .slice(0, 2)
          .map((each) => {
            const reasons = each.refusals.map((one) => explain(one, language, { ...names, today: each.date }))
            return fill(words.dateReasons, { date: day(each.date), reasons: reasons.join(words.listJoin) })
          })
          .join(words.sentenceJoin),
      })
    case 'exportTooLarge':
      return say('exportTooLarge', { rows: count(refusal.rows), limit: count(refusal.limit) })
    case 'damagedDatabase':
      return refusal.backup === null
        ? say('damagedDatabaseNoBackup', { file: refusal.file, problem: refusal.problem })
        : say('damagedDatabase', { file: refusal.file, problem: refusal.problem, backup: refusal.backup })
    case 'notSignedIn':
    case 'wrongSecret':
    case 'alreadySetUp':
      return say(refusal.code)
    case 'requestReused':
    case 'newerDatabase':
    case 'notOurDatabase':
    case 'readOnlyStorage':
    case 'diskFull':
    case 'folderInUse':
    case 'portInUse':
    case 'notLoopback':
    case 'fileExists':
    case 'fileUnreadable':
    case 'nodeTooOld': {
      const { code, ...facts } = refusal
      return say(code, facts)
    }
  }
}

const notBookable: Record<string, keyof Words['sentences']> = {
  retired: 'notBookableRetired',
  down: 'notBookableDown',
  unknown: 'notBookableUnknown',
}

function rolesText(roles: readonly Role[], words: Words): string {
  return roles.map((role) => words.roles[role]).join(words.listOr)
}

// The last part of the path that is a known field, so that `resources.1.quantity` is named 数量; unknown paths are shown as they are.
function fieldText(path: string, words: Words): string {
  const known = path
    .split('.')
    .reverse()
    .find((part) => Object.hasOwn(words.fields, part))
  return known === undefined ? path : words.fields[known as keyof Words['fields']]
}

function whyText(refusal: Extract<Refusal, { code: 'badInput' }>, words: Words): string {
  let why = words.whys[refusal.why]
  if (refusal.limit !== undefined) why = fill(words.whyLimit, { why, limit: count(refusal.limit) })
  if (refusal.given !== undefined) why = fill(words.whyGiven, { why, given: refusal.given.slice(0, 60) })
  return why
}

function faultsText(faults: readonly FileFault[], total: number, words: Words): string {
  const shown = faults.slice(0, 3)
  const said = shown.map((fault) => faultText(fault, words))
  if (total > shown.length) said.push(fill(words.faultsMore, { count: count(total - shown.length) }))
  return said.join(words.sentenceJoin)
}

function faultText(fault: FileFault, words: Words): string {
  return fill(fault.line === null ? words.faultWhole : words.faultLine, {
    line: fault.line ?? words.unknownLine,
    column: fault.column === null ? '' : fill(words.faultColumn, { column: fault.column }),
    why: words.fileWhys[fault.why],
    value: fault.value === null ? '' : fill(words.faultValue, { value: fault.value.slice(0, 60) }),
  })
}

/** One wrong place of a foreign file in words: where, what, and what stood there. */
export function explainFault(fault: FileFault, language: Language): string {
  return faultText(fault, catalogues[language])
}

/** The short name of a rule, as a heading over its sentence. */
export function ruleTitle(code: RuleCode, language: Language): string {
  return catalogues[language].rules[code]
}

/** Where a rule was set: 来自全中心设置, 来自「会议室」类设置, 来自会议室2的设置. */
export function originText(
  level: Level,
  resource: { name: string; kind: ResourceKind } | null,
  language: Language,
): string {
  const words = catalogues[language]
  return fill(words.levels[level], { kind: words.kinds[resource?.kind ?? 'other'], place: resource?.name ?? '' })
}

/** Who may waive a rule. */
export function waiverText(waivers: readonly Role[], language: Language): string {
  const words = catalogues[language]
  return waivers.length === 0 ? words.waivers.nobody : fill(words.waivers.some, { roles: rolesText(waivers, words) })
}

/** True for refusals that a rule of booking gave: they carry their level and who may waive them. */
export function isRuleRefusal(refusal: Refusal): refusal is RuleRefusal {
  return 'level' in refusal
}
