import { z } from 'zod'
import { id, instant, localDate, nothing, policy, requiredLine, line, resourceKind, wallMinute } from './fields.ts'
import { historyEntry } from './bookings.ts'
import { managers, operation } from './operation.ts'

/** What is true of a day: ordinary workday or weekend rest, statutory holiday, make-up workday 调休, a day off of the centre's own (R-60..62). */
export const dayKinds = ['workday', 'rest', 'holiday', 'makeup'] as const
export const daySources = ['official', 'statutory', 'manual'] as const
export const calendarDay = z.object({
  date: localDate,
  kind: z.enum(dayKinds),
  name: line(40),
  nameEn: line(60),
  source: z.enum(daySources),
  note: line(200),
})
export type CalendarDay = z.infer<typeof calendarDay>
/** `known` years have the State Council's arrangement; others are shown as 待公布 and fall back to Monday–Friday. */
export const calendarYear = z.object({ year: z.int().min(1990).max(2200), known: z.boolean(), source: line(200) })
export type CalendarYear = z.infer<typeof calendarYear>
/** Only the days that differ from Monday–Friday, and which years are known. */
export const workingCalendar = z.object({ days: z.array(calendarDay), years: z.array(calendarYear) })
export type WorkingCalendar = z.infer<typeof workingCalendar>

/** Settings of the centre. `boardFrom`/`boardUntil`: wall minutes the day board shows. */
export const settings = z.object({
  centreName: requiredLine(60),
  centreNameEn: line(80),
  zone: z.string().max(64),
  demo: z.boolean(),
  boardFrom: wallMinute,
  boardUntil: wallMinute,
  language: z.enum(['zh', 'en']),
  policy,
  kindPolicies: z.partialRecord(resourceKind, policy),
  idleMinutes: z.int().min(1).max(1440),
  /** How long an offer from the waitlist stands, in minutes, and after how many no-shows running a series is proposed for suspension. */
  offerMinutes: z.int().min(5).max(1440).optional(),
  strikeLimit: z.int().min(1).max(20).optional(),
})
export type Settings = z.infer<typeof settings>

export const centreOperations = {
  /** What the first screen needs before anyone has signed in. */
  'centre.status': operation({
    kind: 'read',
    who: 'anyone',
    portal: true,
    touches: ['settings', 'people'],
    input: nothing,
    output: z.object({
      empty: z.boolean(),
      demo: z.boolean(),
      centreName: z.string(),
      /** May be empty. */
      centreNameEn: z.string(),
      zone: z.string(),
      language: z.enum(['zh', 'en']),
      version: z.string(),
      now: instant,
      readOnly: z.boolean(),
      savedAt: instant.nullable(),
      seq: z.int(),
    }),
  }),
  /** Sets up a new centre; only while nobody exists in it. */
  'centre.setUp': operation({
    kind: 'write',
    who: 'anyone',
    portal: true,
    touches: ['settings', 'people', 'resources', 'teams', 'projects', 'bookings', 'calendar'],
    remembers: false,
    input: z.object({
      centreName: requiredLine(60),
      zone: z.string().max(64),
      administratorName: requiredLine(40),
      login: z.string().trim().min(2).max(40),
      secret: z.string().min(8).max(200),
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    output: z.object({ administratorId: id }),
  }),
  /** Fills an empty data folder with the illustrative demo centre and answers the secrets of its users, once. */
  'centre.demo': operation({
    kind: 'write',
    who: 'anyone',
    portal: true,
    touches: ['settings', 'people', 'resources', 'teams', 'projects', 'bookings', 'calendar', 'outages'],
    remembers: false,
    input: z.object({
      seed: z.int().min(0).max(2_147_483_647).default(1),
      from: localDate.optional(),
      to: localDate.optional(),
    }),
    output: z.object({
      users: z.array(z.object({ login: z.string(), name: z.string(), secret: z.string(), pin: z.string() })),
      bookings: z.int(),
      resources: z.int(),
    }),
  }),
  'settings.get': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['settings'],
    input: nothing,
    output: settings,
  }),
  'settings.set': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['settings'],
    input: z.object({ change: settings.omit({ demo: true }).partial() }),
    output: settings,
  }),

  'calendar.range': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['calendar'],
    input: z.object({ from: localDate, to: localDate }),
    output: workingCalendar,
  }),
  'calendar.setDay': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['calendar'],
    input: z.object({ day: calendarDay.omit({ source: true }).partial({ nameEn: true, note: true }) }),
    output: calendarDay,
  }),
  'calendar.clearDay': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['calendar'],
    input: z.object({ date: localDate }),
    output: z.object({}),
  }),
  /** Replaces one year's exceptions at once, and marks the year as known. */
  'calendar.importYear': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['calendar'],
    input: z.object({
      year: z.int().min(1990).max(2200),
      source: line(200),
      days: z.array(calendarDay.omit({ source: true }).partial({ nameEn: true, note: true })).max(366),
    }),
    output: z.object({ days: z.int(), affectedBookingIds: z.array(id) }),
  }),

  /** Takes back the write that ended with journal number `seq` (or the actor's last one), while nothing later depends on it. */
  'undo.apply': operation({
    kind: 'write',
    who: 'signedIn',
    portal: true,
    touches: ['bookings', 'outages', 'series'],
    input: z.object({ seq: z.int().min(1).optional() }),
    output: z.object({ undone: z.string(), key: z.string(), bookingIds: z.array(id) }),
  }),
  'journal.read': operation({
    kind: 'read',
    who: ['manager', 'auditor', 'administrator'],
    portal: true,
    touches: ['journal', 'bookings', 'outages', 'resources', 'teams', 'people', 'calendar', 'settings', 'projects'],
    input: z.object({
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
      key: z.string().max(64).optional(),
    }),
    output: z.object({ entries: z.array(historyEntry), head: z.string(), seq: z.int() }),
  }),
  'journal.verify': operation({
    kind: 'read',
    who: ['manager', 'auditor', 'administrator'],
    portal: true,
    touches: ['journal'],
    input: nothing,
    output: z.object({ sound: z.boolean(), entries: z.int(), head: z.string(), firstBad: z.int().nullable() }),
  }),
}
