import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { addDays } from '../../../shared/scheduling/civil.ts'
import { expandDates, LONGEST_SERIES_DAYS, MOST_DATES } from '../../../shared/scheduling/recurrence/expand.ts'
import { ruleOf, type RecurrenceRule } from '../../../shared/scheduling/recurrence/rule.ts'
import { writeRRule } from '../../../shared/scheduling/recurrence/rruleText.ts'

// The reference wants Temporal on the global object and looks for it when it is loaded.
Object.assign(globalThis, { Temporal })
const { RRuleTemporal } = await import('rrule-temporal')

const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin'] as const
const nonZero = (most: number) => fc.integer({ min: -most, max: most }).filter((each) => each !== 0)
const runs = Number(process.env['HENGTONG_RRULE_RUNS'] ?? 1500)

/**
 * Rules that the reference reads as RFC 5545 does. Left out is a yearly list that mixes `MO` with `2TU`: 2.2.8 drops the plain weekday there.
 */
const rules = fc
  .record({
    freq: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
    interval: fc.integer({ min: 1, max: 6 }),
    weekdays: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    nth: fc.option(nonZero(5), { nil: null }),
    byMonthDay: fc.array(nonZero(31), { maxLength: 3 }),
    byMonth: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    bySetPos: fc.oneof(
      { weight: 4, arbitrary: fc.constant<number[]>([]) },
      fc.array(nonZero(5), { minLength: 1, maxLength: 2 }),
    ),
    weekStart: fc.integer({ min: 0, max: 6 }),
    count: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  })
  .map(({ weekdays, nth, ...given }): RecurrenceRule => {
    const short = given.freq === 'daily' || given.freq === 'weekly'
    const yearDays = given.freq === 'yearly' && given.byMonth.length === 0 && given.byMonthDay.length > 0
    const byMonthDay = given.freq === 'weekly' ? [] : given.byMonthDay
    const picks = given.freq !== 'daily' && weekdays.length + byMonthDay.length + given.byMonth.length > 0
    return ruleOf({
      ...given,
      byMonthDay,
      byWeekday: weekdays.map((weekday) => ({ weekday, nth: short || yearDays ? null : nth })),
      bySetPos: picks ? given.bySetPos : [],
    })
  })

it(`gives the dates that rrule-temporal gives, for ${runs} random rules in zones with and without clock changes (G14)`, () => {
  const start = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))
  fc.assert(
    fc.property(rules, start, fc.constantFrom(...zones), (rule, from, zone) => {
      const rruleString = `DTSTART;TZID=${zone}:${from.replaceAll('-', '')}T090000\nRRULE:${writeRRule(rule)}`
      const first = Temporal.ZonedDateTime.from(`${from}T00:00[${zone}]`)
      const last = first.add({ days: LONGEST_SERIES_DAYS, hours: 12 })
      const reference = new RRuleTemporal({ rruleString })
        .between(first, last, true)
        .map((each) => each.toPlainDate().toString())
      expect(expandDates(rule, from)).toEqual(reference.slice(0, MOST_DATES))
    }),
    { numRuns: runs },
  )
})
