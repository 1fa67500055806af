import type { OccupancyInput } from '../../../shared/operations/reports.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { daysBetween, isDate } from '../../../shared/scheduling/civil.ts'
import type { Context } from '../context.ts'

/** Ten years and a little; longer reports nobody reads. In days. */
export const MAX_REPORT_DAYS = 3700

/** Mistakes in what a report is asked for, all of them: days that do not exist, an end before the start, more days than `most`, places and teams unknown. */
export function checkPeriod(
  { stores, memory }: Pick<Context, 'stores' | 'memory'>,
  { from, to, resourceIds = [], teamId }: OccupancyInput,
  path = '',
  most = MAX_REPORT_DAYS,
): Refusal[] {
  const refusals: Refusal[] = []
  for (const [name, date] of Object.entries({ from, to }))
    if (!isDate(date)) refusals.push({ code: 'badInput', path: path + name, why: 'badFormat', given: date })
  if (refusals.length === 0) {
    const days = daysBetween(from, to)
    if (days <= 0) refusals.push({ code: 'badInput', path: `${path}to`, why: 'endBeforeStart' })
    else if (days > most) refusals.push({ code: 'badInput', path: `${path}to`, why: 'tooLarge', limit: most })
  }
  const { resources } = memory.places()
  for (const id of new Set(resourceIds)) {
    if (!resources.has(id)) refusals.push({ code: 'notFound', what: 'resource', id })
  }
  if (teamId !== undefined && !stores.people.teams().some((each) => each.id === teamId))
    refusals.push({ code: 'notFound', what: 'team', id: teamId })
  return refusals
}
