import type { ExportOrder } from './door.ts'

/** Which formats each kind can be written in. Apart from the writing, which loads a whole spreadsheet library: the core starts without it. */
export const exportFormatsOf: Record<ExportOrder['kind'], readonly ExportOrder['format'][]> = {
  occupancy: ['xlsx', 'csv', 'json'],
  bookings: ['xlsx', 'csv', 'json'],
  ics: ['ics'],
  everything: ['json'],
}

/** A sheet holds 1,048,576 rows; beyond this nobody opens the file any more. */
export const MAX_EXPORT_ROWS = 200_000
