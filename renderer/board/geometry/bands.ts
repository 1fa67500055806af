import type { OpenHours } from '../../../shared/operations/fields.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import { dayStatus } from '../../../shared/scheduling/calendar.ts'
import { openIntervals, openWindows } from '../../../shared/scheduling/openHours.ts'
import { subtract } from '../../../shared/scheduling/interval.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import type { Instant, LocalDate } from '../../../shared/scheduling/time.ts'
import { addDays, toWall } from '../../../shared/scheduling/zone.ts'
import { timeInRow, type Shut } from '../model/index.ts'
import type { World } from '../model/world.ts'
import { stretch, type Axis } from './axis.ts'
import type { PlaceRow } from './layout.ts'

/** Why a stretch is closed: the whole day (with the calendar's name for it), before or after the hours, or between two windows. */
export type ClosedWhy =
  | { why: 'day'; date: LocalDate; name: string | null; nameEn: string | null; known: boolean }
  | { why: 'before'; minute: number }
  | { why: 'after'; minute: number }
  | { why: 'between'; from: number; until: number }

type Box = { key: string; x: number; width: number; start: Instant; end: Instant }
export type ClosedBand = Box & { kind: 'closed'; reason: ClosedWhy; own: boolean }
export type ShutBand = Box & { kind: 'shut'; shut: Shut }
export type OutageBand = Box & { kind: 'outage'; outage: Outage; affected: number; cutLeft: boolean; cutRight: boolean }
export type DownBand = Box & { kind: 'down' }
export type Band = ClosedBand | ShutBand | OutageBand | DownBand

const closedOf = new WeakMap<OpenHours, { axis: Axis; calendar: unknown; bands: Omit<ClosedBand, 'own'>[] }>()

/** Closed stretches of opening hours on the axis. Remembered for as long as axis and calendar stay: many rows share the same hours. */
export function closedBands(
  hours: OpenHours,
  axis: Axis,
  world: Pick<World, 'calendar' | 'zone'>,
): Omit<ClosedBand, 'own'>[] {
  const known = closedOf.get(hours)
  if (known !== undefined && known.axis === axis && known.calendar === world.calendar) return known.bands
  const bands = axis.days.flatMap((day) => {
    const open = openIntervals(hours, world.calendar, addDays(day.date, -1), addDays(day.date, 2), world.zone)
    return subtract([{ start: day.start, end: day.end }], open).flatMap((gap) => {
      const at = stretch(axis, gap.start, gap.end)
      if (at === null) return []
      const reason = whyClosed(hours, day.date, gap, world)
      return [{ kind: 'closed' as const, key: `c${gap.start}`, ...gap, x: at.x, width: at.width, reason }]
    })
  })
  closedOf.set(hours, { axis, calendar: world.calendar, bands })
  return bands
}

function whyClosed(
  hours: OpenHours,
  date: LocalDate,
  gap: { start: Instant; end: Instant },
  { calendar, zone }: Pick<World, 'calendar' | 'zone'>,
): ClosedWhy {
  const windows = openWindows(hours, date, calendar)
  if (windows.length === 0) {
    const { day, status } = dayStatus(date, calendar)
    return { why: 'day', date, name: day?.name || null, nameEn: day?.nameEn || null, known: status === 'known' }
  }
  const from = toWall(gap.start, zone).minute
  const last = toWall(gap.end, zone)
  const until = last.date > date ? 1440 : last.minute
  if (windows.every((window) => window.from >= until)) {
    return { why: 'before', minute: Math.min(...windows.map((window) => window.from)) }
  }
  if (windows.every((window) => window.until <= from)) {
    return { why: 'after', minute: Math.max(...windows.map((window) => window.until)) }
  }
  return { why: 'between', from, until }
}

/** Everything in a row that is not a booking: closed hours, partners of an exclusion in use, outages, a place out of use. */
export function rowBands(row: PlaceRow, axis: Axis, world: World): Band[] {
  const { resource } = row
  const hours = knob(resource, world.policies, 'openHours')
  const bands: Band[] = closedBands(hours.value, axis, world).map((band) => ({
    ...band,
    own: hours.level !== 'centre',
  }))
  for (const shut of world.index.shuts.get(row.id) ?? []) {
    const at = stretch(axis, shut.start, shut.end)
    if (at !== null)
      bands.push({
        kind: 'shut',
        key: `s${shut.bookingId}`,
        shut,
        start: shut.start,
        end: shut.end,
        x: at.x,
        width: at.width,
      })
  }
  if (resource.state === 'down')
    bands.push({ kind: 'down', key: 'down', start: axis.start, end: axis.end, x: 0, width: axis.width })
  for (const outage of world.index.outages.get(row.id) ?? []) {
    const at = stretch(axis, outage.start, outage.end)
    if (at === null) continue
    const affected = affectedBy(outage, row.id, world)
    const { start, end } = outage
    bands.push({ kind: 'outage', key: `o${outage.id}`, outage, affected, start, end, ...at })
  }
  return bands
}

/** How many bookings of the row still lie in an outage's way. */
export function affectedBy(outage: Outage, rowId: string, world: Pick<World, 'index'>): number {
  return (world.index.bookings.get(rowId) ?? []).filter(
    (stay) =>
      timeInRow(stay).start < outage.end &&
      timeInRow(stay).end > outage.start &&
      ['tentative', 'pending', 'confirmed'].includes(stay.booking.status),
  ).length
}
