import { z } from 'zod'
import { roles } from '../refusals.ts'

/** UUIDv7 made by the station, or a short fixed id of a fixture. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w:.-]+$/)
export const instant = z.int().min(0).max(8_640_000_000_000_000)
export const localDate = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export const wallMinute = z.int().min(0).max(1440)
export const version = z.int().min(1)
export const role = z.enum(roles)
/** One line of text a person typed: trimmed, no control characters. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u)
export const requiredLine = (longest: number) => line(longest).min(1)
/** Several lines of text. */
export const prose = (longest: number) => z.string().trim().max(longest)

export const resourceKinds = [
  'meetingRoom',
  'seminarRoom',
  'talkRoom',
  'roadshowHall',
  'exhibit',
  'lab',
  'bench',
  'desk',
  'office',
  'phoneBooth',
  'reception',
  'support',
  'instrument',
  'other',
] as const
export const resourceKind = z.enum(resourceKinds)
export type ResourceKind = z.infer<typeof resourceKind>

export const bookingStatuses = [
  'tentative',
  'pending',
  'confirmed',
  'inUse',
  'completed',
  'cancelled',
  'rejected',
  'noShow',
] as const
export const bookingStatus = z.enum(bookingStatuses)
export type BookingStatus = z.infer<typeof bookingStatus>
/** The statuses that hold their place. Rules, stores and triggers all use this one list. */
export const occupyingStatuses = [
  'tentative',
  'pending',
  'confirmed',
  'inUse',
  'completed',
] as const satisfies readonly BookingStatus[]
/** The statuses that count as booked in figures (features part B 8: tentative and pending are shown apart). */
export const countedStatuses = ['confirmed', 'inUse', 'completed'] as const satisfies readonly BookingStatus[]

export const outageKinds = ['maintenance', 'calibration', 'cleaning', 'fault', 'other'] as const
export const outageKind = z.enum(outageKinds)
export type OutageKind = z.infer<typeof outageKind>

/** Service kinds of R-22, a tag on a booking. */
export const serviceKinds = [
  'svcAssessment',
  'svcFeasibility',
  'svcPrototype',
  'svcPilotBatch',
  'svcBusiness',
  'training',
  'mentoring',
  'roadshow',
  'visit',
] as const
export const serviceKind = z.enum(serviceKinds)

/** Opening hours: windows of wall minutes by weekday (Monday first), on a make-up workday 调休 (null = as on Monday) and on a holiday. */
export const openWindow = z.object({ from: wallMinute, until: wallMinute })
export const openHours = z.object({
  days: z.array(z.array(openWindow).max(6)).length(7),
  makeupWorkday: z.array(openWindow).max(6).nullable(),
  holiday: z.array(openWindow).max(6),
})
export type OpenWindow = z.infer<typeof openWindow>
export type OpenHours = z.infer<typeof openHours>

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const
/** A day, the week from Monday, a month, a quarter or a year of the wall calendar. */
export const period = z.enum(periods)
export type Period = z.infer<typeof period>
/** At most so many bookings and so many minutes in a period; null: no limit of that sort. */
export const limit = z.object({
  per: period,
  count: z.int().min(0).max(10_000).nullable(),
  minutes: z.int().min(0).max(5_256_000).nullable(),
})
export type Limit = z.infer<typeof limit>
/** A stretch of wall minutes on some weekdays (0 = Monday). */
export const weekWindow = z.object({ days: z.array(z.int().min(0).max(6)).min(1).max(7), ...openWindow.shape })
export type WeekWindow = z.infer<typeof weekWindow>
export const quietWindow = z.object({ ...weekWindow.shape, reason: line(80) })
export const wallMoment = z.object({ date: localDate, minute: wallMinute })
/** From one wall time to another, with the reason people read. */
export const blackout = z.object({ from: wallMoment, until: wallMoment, reason: line(80) })
export type Blackout = z.infer<typeof blackout>
/** A window kept for some teams until so many minutes before it begins. */
export const priorityWindow = z.object({
  ...weekWindow.shape,
  teamIds: z.array(id).min(1).max(32),
  opensMinutes: z.int().min(0).max(525_600),
})
export type PriorityWindow = z.infer<typeof priorityWindow>
/** Rules that a centre may set aside at night and at the weekend. */
export const relaxableRules = [
  'tooShort',
  'tooLong',
  'tooSoon',
  'tooFar',
  'offStep',
  'offBlock',
  'tooFew',
  'gapTooShort',
  'openLimit',
  'personLimit',
  'teamQuota',
] as const
export const relaxed = z.object({
  rules: z.array(z.enum(relaxableRules)).max(relaxableRules.length),
  windows: z.array(weekWindow).max(14),
})
export const samePersonModes = ['allow', 'warn', 'refuse'] as const

/** The knobs of R-50. A missing one is inherited: centre → kind → resource. Minutes unless the name says days. */
export const policy = z.object({
  openHours: openHours.optional(),
  stepMinutes: z
    .union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)])
    .optional(),
  minMinutes: z.int().min(5).max(14_400).optional(),
  maxMinutes: z.int().min(5).max(525_600).optional(),
  noticeMinutes: z.int().min(0).max(525_600).optional(),
  horizonDays: z.int().min(0).max(3650).optional(),
  approval: z.boolean().optional(),
  bufferBefore: z.int().min(0).max(1440).optional(),
  bufferAfter: z.int().min(0).max(1440).optional(),
  checkInBefore: z.int().min(0).max(1440).optional(),
  checkInAfter: z.int().min(0).max(1440).optional(),
  /** Give the place up by itself when nobody checked in by `checkInAfter`; `releaseOwn`: also the centre's own bookings. */
  releaseNoShow: z.boolean().optional(),
  releaseOwn: z.boolean().optional(),
  /** Minutes before its start until which a booking may be moved or changed, and until which it may be cancelled. */
  changeNoticeMinutes: z.int().min(0).max(525_600).optional(),
  cancelNoticeMinutes: z.int().min(0).max(525_600).optional(),
  /** What one person may book, counted over the places of the level where it is set. */
  personLimits: z.array(limit).max(5).optional(),
  /** How many bookings that have not ended a person may have, over the places of the level; 0: any number. */
  openBookings: z.int().min(0).max(1000).optional(),
  gapMinutes: z.int().min(0).max(525_600).optional(),
  minHeads: z.int().min(0).max(10_000).optional(),
  samePerson: z.enum(samePersonModes).optional(),
  /** Longest series: dates and months; 0: no limit, 1 date: no series at all. */
  seriesDates: z.int().min(0).max(1100).optional(),
  seriesMonths: z.int().min(0).max(36).optional(),
  blackouts: z.array(blackout).max(40).optional(),
  quietHours: z.array(quietWindow).max(20).optional(),
  /** Bookings are whole blocks of a day, one or several in a row; empty: any time on the step. */
  blocks: z.array(openWindow).max(6).optional(),
  relaxed: relaxed.optional(),
  priority: z.array(priorityWindow).max(20).optional(),
  /** Resources that must be booked along, or be held by the same team or person at that time (RS-04). */
  requires: z.array(id).max(8).optional(),
})
export type Policy = z.infer<typeof policy>
/** Nothing to give, nothing to get. */
export const nothing = z.object({}).strict()
