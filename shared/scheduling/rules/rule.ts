import type { Resource } from '../../operations/resources.ts'
import { waiversOf, type Level, type Role, type RuleCode, type RuleOrigin, type RuleRefusal } from '../../refusals.ts'
import type { Proposal, Situation } from '../situation.ts'
import { MINUTE, type Instant } from '../time.ts'
import { toWall } from '../zone.ts'

/** One place of the proposal, with what the catalogue says of it. */
export type Asked = {
  resource: Resource
  quantity: number
  before: number
  after: number
  /** The booking stands in this place already and its time becomes no part that it was not: nothing new is asked of the place. */
  shrinks: boolean
}

/** A rule looks at one place and adds what it refuses. Nothing is allocated while nothing is refused. */
export type PlaceRule = (asked: Asked, proposal: Proposal, situation: Situation, found: RuleRefusal[]) => void
/** A rule on the booking as a whole. */
export type WholeRule = (
  asked: readonly Asked[],
  proposal: Proposal,
  situation: Situation,
  found: RuleRefusal[],
) => void

/** Where a refusal comes from and who may waive it. */
export function origin(code: RuleCode, resourceId: string, level: Level): RuleOrigin {
  return { resourceId, level, waivers: [...(waiversOf[code] ?? [])] }
}

const deskRoles: readonly Role[] = ['frontDesk', 'keeper', 'manager', 'administrator']

/** The earliest start that is not past: now, and for the desk one step back, because whoever stands there has begun already. */
export function earliestStart(now: Instant, role: Role, stepMinutes: number): Instant {
  return deskRoles.includes(role) ? now - stepMinutes * MINUTE : now
}

/** True when a running booking keeps its start and ends earlier than it did, now or later: leaving early is always allowed. */
export function endsEarly(proposal: Proposal, now: Instant, stepMinutes: number): boolean {
  const was = proposal.was
  return (
    was !== null &&
    proposal.start === was.start &&
    proposal.start < now &&
    proposal.end < was.end &&
    proposal.end > proposal.start &&
    proposal.end > now - stepMinutes * MINUTE
  )
}

/**
 * The next instant, at or after the one given, whose wall minute is on the grid of steps (counted from midnight). It only goes forward: in the
 * hour that comes twice it stays in the second one when it began there.
 */
export function onGrid(instant: Instant, stepMinutes: number, zone: string): Instant {
  let at = Math.ceil(instant / MINUTE) * MINUTE
  // Twice round at most: a clock change of half an hour can lie between a reading and the next full hour.
  for (let round = 0; round < 3; round += 1) {
    const over = toWall(at, zone).minute % stepMinutes
    if (over === 0) return at
    at += (stepMinutes - over) * MINUTE
  }
  return at
}
