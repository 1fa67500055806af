import { onGrid } from '../../../shared/scheduling/rules/rule.ts'
import { HOUR, MINUTE, type Instant, type LocalDate, type WallMinute } from '../../../shared/scheduling/time.ts'
import { toInstant, toWall } from '../../../shared/scheduling/zone.ts'

/** One day on the board: the instants between which its hours run, and where it lies in px. */
export type AxisDay = { date: LocalDate; start: Instant; end: Instant; x: number; width: number }

/** The board's time axis: days side by side, each linear in real time, the hours between them left out. `width` and `x` in px. */
export type Axis = {
  zone: string
  days: readonly AxisDay[]
  pxPerHour: number
  width: number
  start: Instant
  end: Instant
}

/**
 * Lays days out over `width` px, at least `minHour` px an hour (wider than the screen then). A day on which the clock changes has an hour more
 * or less and is drawn so. `until` is a wall minute up to 1440.
 */
export function makeAxis(given: {
  days: readonly LocalDate[]
  from: WallMinute
  until: WallMinute
  zone: string
  width: number
  minHour: number
}): Axis {
  const { zone } = given
  const spans = given.days.map((date) => ({
    date,
    start: toInstant({ date, minute: given.from }, zone),
    end: toInstant({ date, minute: given.until }, zone),
  }))
  const hours = spans.reduce((sum, { start, end }) => sum + Math.max(0, end - start) / HOUR, 0)
  const pxPerHour = Math.max(given.minHour, hours === 0 ? 0 : given.width / hours)
  let x = 0
  const days = spans.map((span): AxisDay => {
    const width = (Math.max(0, span.end - span.start) / HOUR) * pxPerHour
    const day = { ...span, x, width }
    x += width
    return day
  })
  return { zone, days, pxPerHour, width: x, start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
}

/** Where an instant lies, in px from the left end; what lies in hours left out is drawn at the edge between the days. */
export function xOf(axis: Axis, instant: Instant): number {
  for (const day of axis.days) {
    if (instant <= day.start) return day.x
    if (instant < day.end) return day.x + ((instant - day.start) / HOUR) * axis.pxPerHour
  }
  return axis.width
}

/** The instant at a place on the axis. Places beyond the ends give the ends; the edge between two days is the later day's start. */
export function instantAt(axis: Axis, x: number): Instant {
  const { days } = axis
  let found = days[0]
  for (const day of days) if (day.width > 0 && x >= day.x) found = day
  if (found === undefined) return 0
  return Math.round(found.start + (Math.min(Math.max(0, x - found.x), found.width) / axis.pxPerHour) * HOUR)
}

/** The part of an interval that the axis shows, in px; null when it shows none of it. `cutLeft`, `cutRight`: it goes on beyond the ends of the axis. */
export function stretch(
  axis: Axis,
  start: Instant,
  end: Instant,
): { x: number; width: number; cutLeft: boolean; cutRight: boolean } | null {
  if (end <= axis.start || start >= axis.end) return null
  const x = xOf(axis, start)
  const width = xOf(axis, end) - x
  if (width <= 0) return null
  return { x, width, cutLeft: start < axis.start, cutRight: end > axis.end }
}

/** A line of the axis: the full hours that are named, and the finer ones between them. */
export type Tick = { x: number; minute: WallMinute; label: boolean; first: boolean }

const LABEL_PX = 44
/** px a name needs before the end of its day. */
const LABEL_ROOM = 20
const steps = [60, 120, 180, 240, 360, 720]

/** Lines every half hour where there is room (≥ 40 px an hour), else at the named hours only; names at least 44 px apart. */
export function ticksOf(axis: Axis): Tick[] {
  const named = steps.find((step) => (step / 60) * axis.pxPerHour >= LABEL_PX) ?? 720
  const fine = axis.pxPerHour >= 40 ? 30 : named
  return axis.days.flatMap((day) => {
    const ticks: Tick[] = []
    for (let at = onGrid(day.start, 30, axis.zone); at < day.end; at += 30 * MINUTE) {
      const { minute } = toWall(at, axis.zone)
      const x = xOf(axis, at)
      const room = day.x + day.width - x >= LABEL_ROOM
      const first = at === day.start
      if (minute % fine === 0 || first)
        ticks.push({ x, minute, label: minute % named === 0 && minute % 60 === 0 && room, first })
    }
    return ticks
  })
}

/** The instant nearest to the given one whose wall minute is on the grid of `step` minutes, counted from midnight. */
export function snap(instant: Instant, step: number, zone: string): Instant {
  const { minute } = toWall(instant, zone)
  const whole = Math.floor(instant / MINUTE) * MINUTE
  const over = minute % step
  const nearest = over * 2 >= step ? step - over : -over
  return whole + nearest * MINUTE
}

/** The day of the axis on which an instant falls; the nearest one when it falls outside. */
export function dayAt(axis: Axis, instant: Instant): AxisDay | undefined {
  return axis.days.findLast((day) => instant >= day.start) ?? axis.days[0]
}
