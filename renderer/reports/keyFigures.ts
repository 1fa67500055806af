import type { OccupancyRow } from '../../shared/operations/reports.ts'
import { hours, whole } from './figures.ts'

export const keyFigures = ['bookingRate', 'useRate', 'keepRate', 'noShowRate', 'seatOccupancy'] as const
export type KeyFigure = (typeof keyFigures)[number]

/** Numerator and denominator of a rate as they are printed under it: hours, or counts for no-shows. */
export function formulaFigures(figure: KeyFigure, row: OccupancyRow): { a: string; b: string } {
  switch (figure) {
    case 'bookingRate':
      return { a: hours(row.bookedMinutes), b: hours(row.availableMinutes) }
    case 'useRate':
      return { a: hours(row.usedMinutes), b: hours(row.availableMinutes) }
    case 'keepRate':
      return { a: hours(row.keptMinutes), b: hours(row.bookedMinutes) }
    case 'noShowRate':
      return { a: whole(row.noShowCount), b: whole(row.dueCount) }
    case 'seatOccupancy':
      return { a: hours(row.seatMinutesUsed), b: hours(row.seatMinutesBase) }
  }
}
