import type { Booking } from '../../../../shared/operations/bookings.ts'
import type { Settings } from '../../../../shared/operations/centre.ts'
import type { Parsed } from '../../../../shared/operations/index.ts'
import type { Team } from '../../../../shared/operations/people.ts'
import type { OccupancyInput, OccupancyReport } from '../../../../shared/operations/reports.ts'
import type { Resource } from '../../../../shared/operations/resources.ts'
import type { Refusal } from '../../../../shared/refusals.ts'
import type { Instant } from '../../../../shared/scheduling/time.ts'

export type ExportOrder = Parsed<'exports.start'>

/** What the core lends for an export: what the person who asked may see, at one moment. */
export type ExportDoor = {
  now: Instant
  settings: Settings
  resources: readonly Resource[]
  teams: readonly Team[]
  occupancy: (input: OccupancyInput) => OccupancyReport
  /** Bookings of the period, freed ones included, in order of start. */
  bookings: (input: OccupancyInput) => readonly Booking[]
  everything: () => unknown
}

export type Written = { fileName: string; rows: number }
export type ExportAnswer = { written: Written } | { refusals: Refusal[] }
