import { occupies } from '../leaves.ts'
import { placeTime } from '../leaves.ts'
import { merge } from '../interval.ts'
import { knob } from '../policy.ts'
import type { Interval } from '../time.ts'
import type { Party, Proposal, Situation } from '../situation.ts'
import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: what a place needs (an instrument its room, or a second instrument) is booked with it for all of its time, or is held then by the same
 * team or the same person; a compound that contains it will do (RS-04).
 * Exempt: a booking that stands there already and asks for no more time.
 * Waived by: keeper, manager, administrator.
 */
export const hasWhatItNeeds: PlaceRule = (asked, proposal, situation, found) => {
  const { value, level } = knob(asked.resource, situation.policies, 'requires')
  if (value.length === 0 || asked.shrinks || !occupies(proposal.status)) return
  const { party } = proposal
  for (const neededId of value) {
    if (neededId === asked.resource.id || bookedAlong(neededId, proposal, situation)) continue
    // The board does not know whose bookings stand there; the core judges.
    if (party === undefined || situation.records === undefined) continue
    if (party !== null && heldBy(party, neededId, proposal, situation)) continue
    found.push({
      code: 'needsAlso',
      neededId,
      start: proposal.start,
      end: proposal.end,
      ...origin('needsAlso', asked.resource.id, level),
    })
  }
}

function leavesOf(id: string, { places }: Situation): readonly string[] {
  return places.leavesOf.get(id) ?? []
}

function bookedAlong(neededId: string, proposal: Proposal, situation: Situation): boolean {
  const whole = proposal.whole ?? proposal
  return proposal.resources.some((place) => {
    const has = leavesOf(place.resourceId, situation)
    if (!leavesOf(neededId, situation).every((leaf) => has.includes(leaf))) return false
    const time = placeTime(whole, place)
    return time.start <= proposal.start && time.end >= proposal.end
  })
}

function heldBy(party: Party, neededId: string, asked: Interval, situation: Situation): boolean {
  const { records } = situation
  const leaves = leavesOf(neededId, situation).filter((leaf) => situation.places.leaves.get(leaf)?.exclusionId === null)
  if (leaves.length === 0) return false
  return leaves.every((leaf) => {
    const own = situation.allocations(leaf, asked).filter((row) => {
      if (row.bookingId === null || (row.kind !== 'use' && row.kind !== 'held')) return false
      const holder = records?.holder(row.bookingId) ?? null
      if (holder === null) return false
      if (party.teamId !== null && holder.teamId === party.teamId) return true
      return party.personId !== null && holder.personId === party.personId
    })
    return merge(own).some(({ start, end }) => start <= asked.start && end >= asked.end)
  })
}
