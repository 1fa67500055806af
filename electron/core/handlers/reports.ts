import { done, refuse } from '../../../shared/result.ts'
import type { Handlers } from '../context.ts'
import { checkPeriod } from '../reports/check.ts'
import { occupancyReport } from '../reports/occupancy.ts'

/** Figures on how the places are used. */
export const reportHandlers = {
  'reports.occupancy'(context, input) {
    const mistakes = checkPeriod(context, input)
    return mistakes.length > 0 ? refuse(...mistakes) : done(occupancyReport(context, input))
  },
} satisfies Partial<Handlers>
