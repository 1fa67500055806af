import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, weekdayOf } from '../../../shared/scheduling/civil.ts'
import { indexCalendar, isWorkday } from '../../../shared/scheduling/calendar.ts'
import { seriesDates } from '../../../shared/scheduling/recurrence/dates.ts'
import { expandDates, LONGEST_SERIES_DAYS, MOST_DATES } from '../../../shared/scheduling/recurrence/expand.ts'
import { recurrenceRule, ruleOf, type RecurrenceRule } from '../../../shared/scheduling/recurrence/rule.ts'
import { readRRule, writeRRule } from '../../../shared/scheduling/recurrence/rruleText.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'

const nonZero = (most: number) => fc.integer({ min: -most, max: most }).filter((each) => each !== 0)
const weekday = fc.integer({ min: 0, max: 6 })
const start = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))

/** Rules of the subset, without the combinations that RFC 5545 forbids. */
const rules: fc.Arbitrary<RecurrenceRule> = fc
  .record({
    freq: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
    interval: fc.integer({ min: 1, max: 6 }),
    byWeekday: fc.array(fc.record({ weekday, nth: fc.option(nonZero(5), { nil: null }) }), { maxLength: 3 }),
    byMonthDay: fc.array(nonZero(31), { maxLength: 3 }),
    byMonth: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    weekStart: weekday,
    count: fc.option(fc.integer({ min: 1, max: 80 }), { nil: null }),
  })
  .map((given) => {
    const plain = given.byWeekday.map((each) => ({ ...each, nth: null }))
    const short = given.freq === 'daily' || given.freq === 'weekly'
    const yearDays = given.freq === 'yearly' && given.byMonth.length === 0 && given.byMonthDay.length > 0
    return ruleOf({
      ...given,
      byWeekday: short || yearDays ? plain : given.byWeekday,
      byMonthDay: given.freq === 'weekly' ? [] : given.byMonthDay,
    })
  })

/** Whether a day is one of the rule's, asked day by day with Date arithmetic of its own: slow, and sharing nothing with the expansion. */
function slowly(rule: RecurrenceRule, from: string): string[] {
  const parts = (date: string) => date.split('-').map(Number) as [number, number, number]
  const [year0, month0, day0] = parts(from)
  const size = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
  const weekNumber = (date: string) => Math.floor((Date.parse(date) / 86_400_000 + 3 - rule.weekStart) / 7)
  const nthOf = (date: string, first: string, last: string, nth: number) => {
    const [a, b, c] = [first, date, last].map((each) => Date.parse(each) / 86_400_000)
    return nth > 0 ? Math.floor((b! - a!) / 7) + 1 === nth : Math.floor((c! - b!) / 7) + 1 === -nth
  }
  const pad = (value: number) => String(value).padStart(2, '0')
  const fits = (date: string): boolean => {
    const [year, month, day] = parts(date)
    const { byMonth, byMonthDay, byWeekday, interval } = rule
    if (rule.freq === 'daily' && (dayNumber(date) - dayNumber(from)) % interval !== 0) return false
    if (rule.freq === 'weekly' && (weekNumber(date) - weekNumber(from)) % interval !== 0) return false
    if (rule.freq === 'monthly' && ((year - year0) * 12 + month - month0) % interval !== 0) return false
    if (rule.freq === 'yearly' && (year - year0) % interval !== 0) return false
    if (byMonth.length > 0 && !byMonth.includes(month)) return false
    if (byMonthDay.length > 0 && !byMonthDay.some((each) => (each > 0 ? each : size(year, month) + each + 1) === day))
      return false
    if (byWeekday.length > 0) {
      const inYear = rule.freq === 'yearly' && byMonth.length === 0
      const first = inYear ? `${year}-01-01` : `${year}-${pad(month)}-01`
      const last = inYear ? `${year}-12-31` : `${year}-${pad(month)}-${pad(size(year, month))}`
      const ok = byWeekday.some(
        (each) => each.weekday === weekdayOf(date) && (each.nth === null || nthOf(date, first, last, each.nth)),
      )
      if (!ok) return false
    } else if (rule.freq === 'weekly') return weekdayOf(date) === weekdayOf(from)
    if (byMonthDay.length === 0 && byWeekday.length === 0) {
      if (rule.freq === 'monthly') return day === day0
      if (rule.freq === 'yearly') return day === day0 && (byMonth.length > 0 || month === month0)
    }
    return true
  }
  const found: string[] = []
  for (let ahead = 0; ahead <= LONGEST_SERIES_DAYS && found.length < (rule.count ?? MOST_DATES); ahead += 1) {
    const date = addDays(from, ahead)
    if (fits(date)) found.push(date)
  }
  return found
}

describe('the dates of a rule (BK-05)', () => {
  it('are those that a slow look at every day gives', () => {
    fc.assert(
      fc.property(rules, start, (rule, from) => {
        expect(expandDates(rule, from)).toEqual(slowly(rule, from))
      }),
      { numRuns: 1500 },
    )
  })

  it('are the same after the rule was written as an RRULE and read again', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(readRRule(writeRRule(rule))).toEqual({ rule })
      }),
    )
  })

  it('pick by position within the period: the last working day of each month', () => {
    const read = readRRule('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4')
    expect('rule' in read && expandDates(read.rule, '2026-01-01')).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('end on the last day of UNTIL, that day included', () => {
    const read = readRRule('RRULE:FREQ=WEEKLY;UNTIL=20260316T010000Z')
    expect('rule' in read && expandDates(read.rule, '2026-03-02')).toEqual(['2026-03-02', '2026-03-09', '2026-03-16'])
  })

  it('never run on: a rule without an end stops after three years, one that never fits gives nothing, both at once', () => {
    expect(expandDates(ruleOf({ freq: 'daily' }), '2026-01-01')).toHaveLength(1099)
    expect(expandDates(ruleOf({ freq: 'daily', byMonth: [2], byMonthDay: [30] }), '2026-01-01')).toEqual([])
    expect(expandDates(ruleOf({ freq: 'yearly', byMonth: [2], byMonthDay: [30] }), '2026-01-01')).toEqual([])
  })
})

describe('what is no rule of ours', () => {
  it.each([
    ['FREQ=SECONDLY', 'FREQ'],
    ['FREQ=MINUTELY;INTERVAL=1', 'FREQ'],
    ['FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ'],
    ['FREQ=DAILY;COUNT=1000000000', 'COUNT'],
    ['FREQ=DAILY;COUNT=1000000', 'COUNT'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL'],
    ['FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1;BYSECOND=1;COUNT=1', 'BYHOUR'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO'],
    ['FREQ=YEARLY;BYYEARDAY=200', 'BYYEARDAY'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'BYMONTHDAY'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'BYDAY'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260101', 'UNTIL'],
    ['FREQ=DAILY;UNTIL=20260231', 'UNTIL'],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ'],
    ['BYDAY=MO', 'FREQ'],
    ['nonsense', 'text'],
    [`FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(400)}1`, 'text'],
  ])('%s is refused and the part is named', (text, part) => {
    const read = readRRule(text)
    expect('refusals' in read && read.refusals[0]).toMatchObject({ code: 'badInput', path: `rule.${part}` })
  })

  it('YEARLY;BYDAY=4TH with a month day and a month is both at once, not either (libical 140)', () => {
    const read = readRRule('FREQ=YEARLY;BYDAY=4TH;BYMONTHDAY=24;BYMONTH=11')
    expect('rule' in read && expandDates(read.rule, '2022-01-01')).toEqual(['2022-11-24'])
    expect(recurrenceRule.safeParse({ freq: 'daily', interval: 0 }).success).toBe(false)
  })
})

describe('the working calendar in a series', () => {
  const calendar = indexCalendar(stateCouncilCalendar)
  const everyMonday = { rule: ruleOf({ freq: 'weekly', count: 4 }), start: '2026-09-21', extra: [], left: [] }
  it('keeps, skips, or moves what falls on a holiday to the next working day', () => {
    expect(seriesDates({ ...everyMonday, dayMode: 'keep' }, calendar).map((each) => each.day)).toEqual([
      '2026-09-21',
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
    ])
    expect(seriesDates({ ...everyMonday, dayMode: 'skip' }, calendar)[2]).toEqual({
      date: '2026-10-05',
      day: null,
      why: 'notWorkday',
      name: '国庆节',
    })
    expect(seriesDates({ ...everyMonday, dayMode: 'next' }, calendar)[2]).toMatchObject({
      date: '2026-10-05',
      day: '2026-10-08',
    })
  })

  it('counts a make-up Saturday as a workday and puts no two occurrences on one day', () => {
    const daily = {
      rule: ruleOf({ freq: 'daily', count: 12 }),
      start: '2026-09-30',
      extra: [],
      left: [],
      dayMode: 'next',
    } as const
    const days = seriesDates(daily, calendar).flatMap((each) => each.day ?? [])
    expect(days).toContain('2026-10-10')
    expect(new Set(days).size).toBe(days.length)
    expect(days.every((day) => isWorkday(day, calendar))).toBe(true)
  })

  it('keeps every date of the rule in sight, whatever becomes of it, in order and once', () => {
    const spec = fc.record({
      rule: rules,
      start,
      extra: fc.array(start, { maxLength: 3 }),
      left: fc.array(start, { maxLength: 3 }),
      dayMode: fc.constantFrom('keep', 'skip', 'next'),
    })
    fc.assert(
      fc.property(spec, (given) => {
        const dates = seriesDates(given, calendar)
        const expected = [...new Set([...expandDates(given.rule, given.start), ...given.extra])]
          .sort()
          .slice(0, MOST_DATES)
        expect(dates.map((each) => each.date)).toEqual(expected)
        for (const { date, day } of dates) {
          if (day === null) continue
          expect(given.left).not.toContain(date)
          if (given.dayMode !== 'keep') expect(isWorkday(day, calendar)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
