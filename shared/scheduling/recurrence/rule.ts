import { z } from 'zod'
import { localDate } from '../../operations/fields.ts'

/** A weekday (0 = Monday), every one of the period or the nth of it (−1 = the last). */
export const onWeekday = z.object({
  weekday: z.int().min(0).max(6),
  nth: z.int().min(-5).max(5).nullable().default(null),
})

/**
 * A recurrence in wall-clock dates: the RFC 5545 rules that people use. `interval` counts periods; `count` and `until` end it (until is the last day, inclusive).
 * What is finer than days, and the rarest parts (BYWEEKNO, BYYEARDAY), are not in it.
 */
export const recurrenceRule = z
  .object({
    freq: z.enum(['daily', 'weekly', 'monthly', 'yearly']),
    interval: z.int().min(1).max(366).default(1),
    byWeekday: z.array(onWeekday).max(14).default([]),
    byMonthDay: z.array(z.int().min(-31).max(31)).max(31).default([]),
    byMonth: z.array(z.int().min(1).max(12)).max(12).default([]),
    bySetPos: z.array(z.int().min(-366).max(366)).max(12).default([]),
    weekStart: z.int().min(0).max(6).default(0),
    count: z.int().min(1).max(1100).nullable().default(null),
    until: localDate.nullable().default(null),
  })
  .strict()
export type RecurrenceRule = z.output<typeof recurrenceRule>
export type OnWeekday = z.output<typeof onWeekday>

/** A rule with nothing but its frequency; the rest by what is given. */
export function ruleOf(given: z.input<typeof recurrenceRule>): RecurrenceRule {
  return recurrenceRule.parse(given)
}
