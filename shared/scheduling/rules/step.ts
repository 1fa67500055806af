import { knob } from '../policy.ts'
import { MINUTE, type Instant } from '../time.ts'
import { toWall } from '../zone.ts'
import { endsEarly, origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the start is on the grid of steps, counted on the wall clock from midnight, and the length is whole steps (or the end is on the grid).
 * Exempt: the edge of a booking that stays where it was; leaving early.
 * Waived by: front desk, manager, administrator.
 */
export const isOnStep: PlaceRule = (asked, proposal, situation, found) => {
  const { value: step, level } = knob(asked.resource, situation.policies, 'stepMinutes')
  const { start, end, was } = proposal
  if (endsEarly(proposal, situation.now, step)) return
  const startStays = was !== null && was.start === start
  const endStays = was !== null && (was.end === end || was.end - was.start === end - start)
  const startFits = startStays || fits(start, step, situation.zone)
  const endFits = endStays || (end - start) % (step * MINUTE) === 0 || fits(end, step, situation.zone)
  if (!startFits || !endFits)
    found.push({ code: 'offStep', stepMinutes: step, ...origin('offStep', asked.resource.id, level) })
}

function fits(instant: Instant, step: number, zone: string): boolean {
  return instant % MINUTE === 0 && toWall(instant, zone).minute % step === 0
}
