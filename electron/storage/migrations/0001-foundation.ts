import { bookingTables } from './0001-foundation/bookings.ts'
import { bundleTables } from './0001-foundation/bundles.ts'
import { occupancyTables } from './0001-foundation/allocations.ts'
import { placeTables } from './0001-foundation/places.ts'
import { quotaTables } from './0001-foundation/quotas.ts'
import { recordTables } from './0001-foundation/records.ts'
import { seriesTables } from './0001-foundation/series.ts'
import { waitlistTables } from './0001-foundation/waitlist.ts'

/** The first schema. Frozen once released: later changes are migrations of their own. */
export const foundation = {
  version: 1,
  name: 'foundation',
  statements: [
    ...placeTables,
    ...bookingTables,
    ...seriesTables,
    ...occupancyTables,
    ...recordTables,
    ...waitlistTables,
    ...quotaTables,
    ...bundleTables,
  ],
}
