import type { Project } from '../../../shared/operations/people.ts'
import { addDays } from '../../../shared/scheduling/civil.ts'
import { daysBetween, yearOf } from '../../../shared/scheduling/zone.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'

/** Days by which a project has passed its end without being closed or terminated; 0 when it has not. */
export function overdueDays(project: Project, today: LocalDate): number {
  if (project.retired || project.stage === 'closed' || project.stage === 'terminated') return 0
  return Math.max(0, daysBetween(project.endOn, today))
}

/** True when a term is longer than twelve months, the usual limit: the form says so, nothing forbids it. */
export function longerThanYear(startOn: LocalDate, endOn: LocalDate): boolean {
  const next = `${yearOf(startOn) + 1}${startOn.slice(4)}`
  const limit = startOn.endsWith('02-29') ? `${yearOf(startOn) + 1}-03-01` : next
  return addDays(endOn, 1) > limit
}
