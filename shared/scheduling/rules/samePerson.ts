import { occupies } from '../leaves.ts'
import { knob } from '../policy.ts'
import { origin, type WholeRule } from './rule.ts'

/**
 * Must hold: the person who will use it is nowhere else at that time (features CF-09). The strictest of the places counts: refused, only told
 * (`warning`), or allowed.
 * Exempt: a booking without an occupant on record; a booking that stands there already and asks for no more time.
 * Waived by: front desk, manager, administrator.
 */
export const personIsInOnePlace: WholeRule = (asked, proposal, situation, found) => {
  const { records, policies } = situation
  const personId = proposal.party?.occupantId ?? null
  if (records === undefined || personId === null || !occupies(proposal.status)) return
  if (asked.length > 0 && asked.every((each) => each.shrinks)) return
  const modes = asked.map(({ resource }) => ({ id: resource.id, ...knob(resource, policies, 'samePerson') }))
  const strictest = modes.find(({ value }) => value === 'refuse') ?? modes.find(({ value }) => value === 'warn')
  if (strictest === undefined) return
  const { id, level, value } = strictest
  const other = records
    .ofPerson(personId, proposal)
    .find((each) => each.occupantId === personId && occupies(each.status))
  if (other !== undefined)
    found.push({
      code: 'samePersonTwice',
      personId,
      bookingId: other.id,
      start: other.start,
      end: other.end,
      warning: value === 'warn',
      ...origin('samePersonTwice', id, level),
    })
}
