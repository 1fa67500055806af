import type { Parsed, Value } from '../../../shared/operations/index.ts'
import { indexCalendar } from '../../../shared/scheduling/calendar.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { DAY } from '../../../shared/scheduling/time.ts'
import { addDays, daysBetween, daysInterval, toInstant } from '../../../shared/scheduling/zone.ts'
import { clerkAt } from './clerk.ts'
import type { DemoDoor } from './door.ts'
import { found } from './founding.ts'
import { bookingSteps, conflictSteps, outageSteps, type Life } from './life.ts'
import { planFrom, planTo } from './plan.ts'
import { planSchedule } from './schedule.ts'

export { DemoRefused, type Acting, type DemoDoor } from './door.ts'

const zone = 'Asia/Shanghai'
/** The centre was founded so many days before the first booked day: long enough for every lead and horizon of the plan. */
const FOUNDED_BEFORE = 70

/**
 * Fills an empty centre with the illustrative demo: everything goes through ordinary operations at the door, as the people of the plan and at
 * the moments they did it; nothing is checked in or given back after `door.now`. Days from `from` up to, not including, `to`; given only one
 * of them, the length stays. Throws DemoRefused if the core refuses anything: the caller rolls back. The caller sets `settings.demo`.
 */
export function fillDemo(door: DemoDoor, options: Parsed<'centre.demo'>): Value<'centre.demo'> {
  const length = daysBetween(planFrom, planTo)
  const from = options.from ?? (options.to === undefined ? planFrom : addDays(options.to, -length))
  const to = options.to ?? addDays(from, length)
  const founded = Math.min(toInstant({ date: addDays(from, -FOUNDED_BEFORE), minute: 9 * 60 }, zone), door.now - DAY)
  const calendar = indexCalendar(stateCouncilCalendar)
  const schedule = planSchedule(options.seed, from, to, zone, calendar, founded)
  const clerk = clerkAt(door)
  const users = found(clerk, schedule.frame, founded)
  const life: Life = { clerk, ledger: schedule.ledger, frame: schedule.frame, now: door.now, seed: options.seed }
  const steps = [
    ...conflictSteps(life),
    ...schedule.ledger.outages.flatMap((outage) => outageSteps(outage, life)),
    ...schedule.ledger.bookings.flatMap((booking, index) => bookingSteps(booking, life, index)),
  ]
  steps.sort((a, b) => a.at - b.at)
  for (const step of steps) step.run()
  const period = daysInterval(from, to, zone)
  const { bookings } = clerk.perform('bookings.range', { ...period, withFreed: true }, 'admin', door.now)
  return { users, bookings: bookings.length, resources: clerk.ids.resources.size }
}
