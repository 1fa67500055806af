import type { Handlers } from '../context.ts'
import { bookingLifeHandlers } from './bookingLife.ts'
import { bookingReadHandlers } from './bookingReads.ts'
import { bookingWriteHandlers } from './bookingWrites.ts'
import { calendarHandlers } from './calendar.ts'
import { centreHandlers } from './centre.ts'
import { findHandlers } from './find.ts'
import { historyHandlers } from './history.ts'
import { jobHandlers } from './jobs.ts'
import { outageHandlers } from './outages.ts'
import { peopleHandlers } from './people.ts'
import { reportHandlers } from './reports.ts'
import { resourceHandlers } from './resources.ts'
import { sessionHandlers } from './sessions.ts'

/** What every operation does. One that is missing, or answers what its contract does not say, does not compile. */
export const handlers: Handlers = {
  ...centreHandlers,
  ...calendarHandlers,
  ...historyHandlers,
  ...sessionHandlers,
  ...resourceHandlers,
  ...peopleHandlers,
  ...bookingWriteHandlers,
  ...bookingLifeHandlers,
  ...bookingReadHandlers,
  ...findHandlers,
  ...outageHandlers,
  ...reportHandlers,
  ...jobHandlers,
}
