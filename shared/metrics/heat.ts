import type { OccupancyReport } from '../operations/reports.ts'
import { common } from '../scheduling/interval.ts'
import { DAY, HOUR, MINUTE, type Interval, type LocalDate } from '../scheduling/time.ts'
import { dayNumber, daysFrom, wallEdge, weekdayOf } from '../scheduling/zone.ts'
import type { Piece } from './occupancy.ts'

type HeatCell = OccupancyReport['heat'][number]

/**
 * A load that changes at instants: the sum over all resources of units available and units booked within the opening hours. Rows are added one by one;
 * what SQL grouped by instant (start → +units, end → −units) is added with `change`. Order does not matter.
 */
export type HeatProfile = {
  change: (at: number, available: number, booked: number) => void
  /** Open windows of one resource with its units, its outages taken off. */
  addAvailable: (open: readonly Interval[], units: number, outages: readonly Piece[]) => void
  /** One counted booking on one leaf; only what lies in the open windows counts. */
  addBooked: (piece: Piece, open: readonly Interval[]) => void
  /** Weekday × hour, 168 cells, Monday 0 o'clock first, for the days `from` to before `to`. */
  cells: (from: LocalDate, to: LocalDate, zone: string) => HeatCell[]
}

/** An empty profile. */
export function heatProfile(): HeatProfile {
  const available = new Map<number, number>()
  const booked = new Map<number, number>()
  const add = (map: Map<number, number>, at: number, by: number) => {
    if (by !== 0) map.set(at, (map.get(at) ?? 0) + by)
  }
  const profile: HeatProfile = {
    change: (at, availableUnits, bookedUnits) => {
      add(available, at, availableUnits)
      add(booked, at, bookedUnits)
    },
    addAvailable: (open, units, outages) => {
      for (const each of open) {
        add(available, each.start, units)
        add(available, each.end, -units)
      }
      for (const outage of outages) {
        for (const each of common([outage], open)) {
          add(available, each.start, -outage.quantity)
          add(available, each.end, outage.quantity)
        }
      }
    },
    addBooked: (piece, open) => {
      for (const each of open) {
        if (each.start >= piece.end) break
        if (each.end <= piece.start) continue
        add(booked, Math.max(each.start, piece.start), piece.quantity)
        add(booked, Math.min(each.end, piece.end), -piece.quantity)
      }
    },
    cells: (from, to, zone) => {
      const availableMs = Array.from({ length: 168 }, () => 0)
      const bookedMs = Array.from({ length: 168 }, () => 0)
      const slots = hourSlots(from, to, zone)
      pour(available, slots, availableMs)
      pour(booked, slots, bookedMs)
      return availableMs.map((ms, index) => ({
        weekday: Math.floor(index / 24),
        hour: index % 24,
        availableMinutes: ms / MINUTE,
        bookedMinutes: bookedMs[index]! / MINUTE,
        rate: ms > 0 ? bookedMs[index]! / ms : null,
      }))
    },
  }
  return profile
}

type Slot = Interval & { cell: number }

// An hour that the clock skips is an empty slot; one that comes twice is a slot of two hours.
function hourSlots(from: LocalDate, to: LocalDate, zone: string): Slot[] {
  const slots: Slot[] = []
  for (const date of daysFrom(from, to)) {
    const weekday = weekdayOf(date)
    const day = dayNumber(date) * DAY
    for (let hour = 0; hour < 24; hour += 1) {
      const start = wallEdge(day + hour * HOUR, zone)
      const end = wallEdge(day + (hour + 1) * HOUR, zone)
      if (end > start) slots.push({ start, end, cell: weekday * 24 + hour })
    }
  }
  return slots
}

function pour(changes: ReadonlyMap<number, number>, slots: readonly Slot[], into: number[]): void {
  const sorted = [...changes].sort((a, b) => a[0] - b[0])
  let load = 0
  let next = 0
  for (const slot of slots) {
    let at = slot.start
    while (next < sorted.length && sorted[next]![0] < slot.end) {
      const [instant, by] = sorted[next]!
      if (instant > at) {
        into[slot.cell]! += load * (instant - at)
        at = instant
      }
      load += by
      next += 1
    }
    into[slot.cell]! += load * (slot.end - at)
  }
}

/** Hours of the day in which anything is available in any cell, for axes that leave the night out; [0, 24) when nothing is. */
export function busyHours(cells: readonly HeatCell[]): { from: number; until: number } {
  const hours = cells.filter((cell) => cell.availableMinutes > 0).map((cell) => cell.hour)
  if (hours.length === 0) return { from: 0, until: 24 }
  return { from: Math.min(...hours), until: Math.max(...hours) + 1 }
}
