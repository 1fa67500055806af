import type { Period } from '../operations/fields.ts'
import type { LimitScope, Refusal } from '../refusals.ts'
import { periodDates } from '../scheduling/rules/period.ts'
import { dateOf } from '../scheduling/zone.ts'
import type { Names } from './explain.ts'
import { fill, type Facts } from './fill.ts'
import { clock, count, duration, moment, range, type Language } from './moments.ts'
import type { refusals } from './zh/refusals.ts'

type Words = typeof refusals
type LimitCode =
  | 'changeTooLate'
  | 'cancelTooLate'
  | 'personLimit'
  | 'teamQuota'
  | 'openLimit'
  | 'gapTooShort'
  | 'tooFew'
  | 'samePersonTwice'
  | 'seriesTooLong'
  | 'blackout'
  | 'quietHours'
  | 'offBlock'
  | 'reserved'
  | 'needsAlso'

/** The sentence of a rule about notice, limits, people, windows or linked places. */
export function explainLimit(
  refusal: Extract<Refusal, { code: LimitCode }>,
  words: Words,
  language: Language,
  names: Names,
): string {
  const say = (key: keyof Words['sentences'], facts: Facts) => fill(words.sentences[key], facts)
  const place = (id: string) => names.resource(id) ?? id
  const team = (id: string) => names.team?.(id) ?? id
  const booking = (id: string) => names.booking(id) ?? words.someBooking
  const time = (from: number, until: number) => range(from, until, names.zone, language, names.today)
  const at = (instant: number) => moment(instant, names.zone, language, names.today)
  const length = (minutes: number) => duration(minutes, language)

  switch (refusal.code) {
    case 'changeTooLate':
    case 'cancelTooLate':
      return say(refusal.code, {
        place: place(refusal.resourceId),
        notice: length(refusal.noticeMinutes),
        until: at(refusal.until),
      })
    case 'personLimit':
    case 'teamQuota': {
      const figure = (value: number) => (refusal.unit === 'minutes' ? length(value) : count(value))
      return say(refusal.unit === 'minutes' ? 'limitMinutes' : 'limitCount', {
        who: refusal.code === 'personLimit' ? words.eachPerson : team(refusal.teamId),
        period: periodText(refusal, words, names),
        scope: scopeText(refusal.scope, words, place),
        left: figure(Math.max(0, refusal.limit - refusal.used)),
        asked: figure(refusal.asked),
        limit: figure(refusal.limit),
        again: at(refusal.freeAgain),
      })
    }
    case 'openLimit': {
      const facts = { limit: refusal.limit, used: refusal.used }
      return refusal.freeAgain === null
        ? say('openLimitFull', facts)
        : say('openLimit', { ...facts, again: at(refusal.freeAgain) })
    }
    case 'gapTooShort':
      return say('gapTooShort', {
        place: place(refusal.resourceId),
        gap: length(refusal.gapMinutes),
        earliest: at(refusal.earliest),
      })
    case 'tooFew':
      return say('tooFew', {
        place: place(refusal.resourceId),
        minHeads: refusal.minHeads,
        headCount: refusal.headCount,
      })
    case 'samePersonTwice':
      return say('samePersonTwice', {
        time: time(refusal.start, refusal.end),
        booking: booking(refusal.bookingId),
      })
    case 'seriesTooLong': {
      const facts = { place: place(refusal.resourceId), limit: refusal.limit, asked: refusal.asked }
      if (refusal.unit === 'months') return say('seriesTooLongMonths', facts)
      return say(refusal.limit === 1 ? 'seriesNone' : 'seriesTooLongDates', facts)
    }
    case 'blackout':
    case 'quietHours': {
      const { code, reason } = refusal
      const facts = { place: place(refusal.resourceId), time: time(refusal.start, refusal.end), reason }
      return say(reason === '' ? code : `${code}Named`, facts)
    }
    case 'offBlock':
      return say('offBlock', {
        place: place(refusal.resourceId),
        blocks: refusal.blocks.map(({ from, until }) => `${clock(from)}–${clock(until)}`).join(words.listJoin),
      })
    case 'reserved':
      return say('reserved', {
        place: place(refusal.resourceId),
        time: time(refusal.start, refusal.end),
        teams: refusal.teamIds.map(team).join(words.listJoin),
        opens: at(refusal.opens),
      })
    case 'needsAlso':
      return say('needsAlso', {
        place: place(refusal.resourceId),
        needed: place(refusal.neededId),
        time: time(refusal.start, refusal.end),
      })
  }
}

// 本周 while the reader looks at a day of that week, 当周 for any other.
function periodText({ per, freeAgain }: { per: Period; freeAgain: number }, words: Words, names: Names): string {
  const { from, to } = periodDates(dateOf(freeAgain - 1, names.zone), per)
  const { today } = names
  return today !== undefined && from <= today && today < to ? words.thisPeriod[per] : words.inPeriod[per]
}

function scopeText(scope: LimitScope, words: Words, place: (id: string) => string): string {
  if (scope.of === 'all') return words.scopeAll
  return scope.of === 'kind' ? words.kinds[scope.kind] : place(scope.resourceId)
}
