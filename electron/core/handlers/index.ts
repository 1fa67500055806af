import type { Handlers } from '../context.ts'
import { bookingHoldHandlers } from './bookingHolds.ts'
import { bookingLifeHandlers } from './bookingLife.ts'
import { bookingReadHandlers } from './bookingReads.ts'
import { bookingWriteHandlers } from './bookingWrites.ts'
import { bundleHandlers } from './bundles.ts'
import { calendarHandlers } from './calendar.ts'
import { centreHandlers } from './centre.ts'
import { findHandlers } from './find.ts'
import { historyHandlers } from './history.ts'
import { lifeHandlers } from './life.ts'
import { jobHandlers } from './jobs.ts'
import { outageHandlers } from './outages.ts'
import { peopleHandlers } from './people.ts'
import { reportHandlers } from './reports.ts'
import { resourceHandlers } from './resources.ts'
import { seriesHandlers } from './series.ts'
import { seriesReadHandlers } from './seriesReads.ts'
import { ruleHandlers } from './rules.ts'
import { sessionHandlers } from './sessions.ts'
import { waitlistHandlers } from './waitlist.ts'

/** What every operation does. One that is missing, or answers what its contract does not say, does not compile. */
export const handlers: Handlers = {
  ...centreHandlers,
  ...calendarHandlers,
  ...historyHandlers,
  ...sessionHandlers,
  ...resourceHandlers,
  ...bundleHandlers,
  ...peopleHandlers,
  ...bookingWriteHandlers,
  ...bookingLifeHandlers,
  ...bookingHoldHandlers,
  ...lifeHandlers,
  ...waitlistHandlers,
  ...bookingReadHandlers,
  ...findHandlers,
  ...seriesHandlers,
  ...seriesReadHandlers,
  ...outageHandlers,
  ...ruleHandlers,
  ...reportHandlers,
  ...jobHandlers,
}
