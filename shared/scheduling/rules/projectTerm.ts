import { dateOf } from '../zone.ts'
import { origin, type WholeRule } from './rule.ts'

/**
 * Must hold: every day of a booking charged to a project lies within the project's term, both its days included.
 * Exempt: a booking without a project.
 * Waived by: manager, administrator.
 */
export const projectIsRunning: WholeRule = (asked, proposal, situation, found) => {
  const { project, zone } = situation
  const place = asked[0]
  if (project === null || place === undefined) return
  const first = dateOf(proposal.start, zone)
  const last = dateOf(Math.max(proposal.start, proposal.end - 1), zone)
  if (project.startOn <= first && last <= project.endOn) return
  found.push({
    code: 'projectOutsideTerm',
    projectId: project.id,
    startOn: project.startOn,
    endOn: project.endOn,
    ...origin('projectOutsideTerm', place.resource.id, 'always'),
  })
}
