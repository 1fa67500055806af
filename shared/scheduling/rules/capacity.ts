import { origin, type WholeRule } from './rule.ts'

/**
 * Must hold: no more people than the booked spaces hold together: the sum over the spaces, a pool times its units, a compound by its own figure
 * (a hall with its wall open may hold fewer than its halves). Instruments hold nobody; one space without a figure means no limit.
 * Exempt: a booking without a head count.
 * Waived by: manager, administrator.
 */
export const peopleFit: WholeRule = (asked, proposal, _situation, found) => {
  const { headCount } = proposal
  if (headCount === null) return
  let capacity = 0
  let largest = -1
  let holder: string | null = null
  for (const { resource, quantity } of asked) {
    if (resource.kind === 'instrument') continue
    if (resource.capacity === null) return
    capacity += resource.capacity * quantity
    if (resource.capacity > largest) {
      largest = resource.capacity
      holder = resource.id
    }
  }
  if (holder !== null && headCount > capacity)
    found.push({ code: 'overCapacity', capacity, headCount, ...origin('overCapacity', holder, 'resource') })
}
