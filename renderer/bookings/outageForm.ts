import type { OutageKind } from '../../shared/operations/fields.ts'
import type { Outage, OutageDecision } from '../../shared/operations/outages.ts'
import type { Instant, WallTime } from '../../shared/scheduling/time.ts'
import { DAY, MINUTE } from '../../shared/scheduling/time.ts'
import { toInstant, toWall } from '../../shared/scheduling/zone.ts'
import { wallMidnight } from './presets.ts'
import type { OutageDraft } from '../ui/drawers.ts'

/** What to do with the bookings in the way. */
export const conflictChoices = ['refuse', 'cancel', 'around'] as const
export type ConflictChoice = (typeof conflictChoices)[number]

/** What stands in the form of an outage. */
export type OutageForm = {
  resourceId: string | null
  kind: OutageKind
  reason: string
  from: WallTime
  until: WallTime
  onConflict: ConflictChoice
  /** What becomes of each booking in the way, line by line; left out while one answer counts for all. */
  decisions?: OutageDecision[] | undefined
}

export type OutageField = 'resourceId' | 'reason' | 'from' | 'until'
export type OutageErrors = Partial<Record<OutageField, 'required' | 'endBeforeStart'>>
export const outageFieldOrder: readonly OutageField[] = ['resourceId', 'reason', 'from', 'until']

/** Start and end as instants. */
export function outageInterval(form: OutageForm, zone: string): { start: Instant; end: Instant } {
  return { start: toInstant(form.from, zone), end: toInstant(form.until, zone) }
}

/** An outage that begins now, to the full quarter of an hour before, and lasts four hours; what a page offers comes first. */
export function newOutageForm(draft: OutageDraft, now: Instant, zone: string): OutageForm {
  const quarter = 15 * MINUTE
  const start = draft.start ?? Math.floor(now / quarter) * quarter
  return {
    resourceId: draft.resourceId ?? null,
    kind: draft.kind ?? 'maintenance',
    reason: draft.reason ?? '',
    from: toWall(start, zone),
    until: wallMidnight(toWall(draft.end ?? start + 240 * MINUTE, zone)),
    onConflict: 'refuse',
  }
}

/** The form of an outage that exists. Bookings that stand within it were settled when it was recorded: they are kept unless it is said otherwise. */
export function outageFormOf(outage: Outage, zone: string): OutageForm {
  return { ...newOutageForm(outage, outage.start, zone), onConflict: 'around' }
}

/** What keeps it from being sent, by field. */
export function outageErrors(form: OutageForm, zone: string): OutageErrors {
  const errors: OutageErrors = {}
  if (form.resourceId === null) errors.resourceId = 'required'
  if (form.reason.trim() === '') errors.reason = 'required'
  const { start, end } = outageInterval(form, zone)
  if (end <= start) errors.until = 'endBeforeStart'
  return errors
}

export type OutagePhase = 'running' | 'planned' | 'ended' | 'cancelled' | 'overdue'

/**
 * Where an outage stands at a moment. At its expected end it is over by itself: the place is free again. Only a fault whose resource is still
 * marked as not in order is overdue then.
 */
export function phaseOf(
  { status, start, end, kind }: Pick<Outage, 'status' | 'start' | 'end' | 'kind'>,
  now: Instant,
  inOrder: boolean,
): OutagePhase {
  if (status !== 'active') return status
  if (now < start) return 'planned'
  if (now < end) return 'running'
  return kind === 'fault' && !inOrder ? 'overdue' : 'ended'
}

const BACK = 370 * DAY
const AHEAD = 370 * DAY

/** The period of outages that pages and drawers read, so that they share one answer: a year back and ahead, to whole days (UTC). */
export function outagePeriod(now: number): { start: number; end: number } {
  const day = Math.floor(now / DAY) * DAY
  return { start: Math.max(0, day - BACK), end: day + AHEAD }
}
