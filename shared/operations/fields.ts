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
})
export type Policy = z.infer<typeof policy>
/** Nothing to give, nothing to get. */
export const nothing = z.object({}).strict()
