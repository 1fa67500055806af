import type { RuleRefusal } from '../../refusals.ts'
import { findConflicts, type Clash } from '../collide.ts'
import { occupies, quantityOn } from '../leaves.ts'
import type { Allocation, AllocationKind, Leaf, Places, Situation } from '../situation.ts'
import { MINUTE, type Interval } from '../time.ts'
import { origin, type Asked, type PlaceRule } from './rule.ts'

type Row = Interval & { quantity: number; kind: AllocationKind }

/**
 * Must hold: on every leaf the place occupies nobody else stands, buffers included, and a pool has units left (shared/scheduling/collide.ts).
 * Exempt: a status that does not occupy.
 * Waived by: nobody. Two bookings never share one place.
 */
export const placeIsFree: PlaceRule = (asked, proposal, situation, found) => {
  if (!occupies(proposal.status) || proposal.start >= proposal.end) return
  const { places } = situation
  const window = {
    start: proposal.start - asked.before * MINUTE,
    end: proposal.end + asked.after * MINUTE,
  }
  const first = found.length
  const { units } = asked.resource
  // A compound has one unit whatever its parts have; its leaves would not notice that two were asked for.
  if (asked.quantity > units && asked.resource.partIds.length > 0)
    found.push({
      code: 'noUnitsLeft',
      free: units,
      asked: asked.quantity,
      start: proposal.start,
      end: proposal.end,
      ...origin('noUnitsLeft', asked.resource.id, 'always'),
    })
  for (const leafId of places.leavesOf.get(asked.resource.id) ?? []) {
    const leaf = places.leaves.get(leafId)
    if (!leaf) continue
    const existing = situation.allocations(leafId, window)
    const quantity = quantityOn(leaf, asked.resource, asked.quantity)
    if (existing.length === 0 && quantity <= leaf.capacity) continue
    const rows: Row[] = [{ start: proposal.start, end: proposal.end, quantity, kind: 'use' }]
    if (asked.before > 0) rows.push({ start: window.start, end: proposal.start, quantity, kind: 'buffer' })
    if (asked.after > 0) rows.push({ start: proposal.end, end: window.end, quantity, kind: 'buffer' })
    for (const clash of findConflicts(rows, existing, leaf)) {
      const refusal = worded(clash, leaf, asked, situation)
      if (!alreadySaid(found, first, refusal)) found.push(refusal)
    }
  }
}

function worded(clash: Clash<Row, Allocation>, leaf: Leaf, asked: Asked, situation: Situation): RuleRefusal {
  const id = asked.resource.id
  const outage = clash.others.find((other) => other.kind === 'outage')
  const blocked = clash.others.reduce((sum, other) => sum + (other.kind === 'outage' ? other.quantity : 0), 0)
  if (outage && clash.free + blocked >= clash.row.quantity)
    return {
      code: 'outage',
      outageId: outage.outageId ?? '',
      kind: outage.outageKind ?? 'other',
      start: outage.start,
      end: outage.end,
      ...origin('outage', id, 'always'),
    }
  const other = clash.others[0]
  if (leaf.capacity > 1 || !other)
    return {
      code: 'noUnitsLeft',
      free: clash.free,
      asked: clash.row.quantity,
      start: clash.start,
      end: clash.end,
      ...origin('noUnitsLeft', id, 'always'),
    }
  return {
    code: 'overlaps',
    bookingId: other.bookingId,
    start: other.start,
    end: other.end,
    viaResourceId: wayThrough(leaf, id, other, situation),
    buffer: clash.row.kind === 'buffer' || other.kind === 'buffer',
    ...origin('overlaps', id, 'always'),
  }
}

// One booking in the way is one reason, though it meets us on several leaves, with its use and with its buffers. The use says most.
function alreadySaid(found: RuleRefusal[], first: number, refusal: RuleRefusal): boolean {
  for (let index = first; index < found.length; index += 1) {
    const said = found[index]!
    if (refusal.code === 'outage' && said.code === 'outage' && said.outageId === refusal.outageId) return true
    if (refusal.code === 'noUnitsLeft' && said.code === 'noUnitsLeft' && refusal.free >= said.free) return true
    if (refusal.code === 'overlaps' && said.code === 'overlaps' && said.bookingId === refusal.bookingId) {
      if (refusal.bookingId === null && said.start !== refusal.start) continue
      if (said.buffer && !refusal.buffer) found[index] = refusal
      return true
    }
  }
  return false
}

/** Through which other resource the booking in the way stands on this leaf: the compound or part, or the partner of an exclusion. */
function wayThrough(leaf: Leaf, resourceId: string, other: Allocation, situation: Situation): string | null {
  if (other.bookingId === null) return leaf.resourceId === resourceId ? null : leaf.resourceId
  const { places } = situation
  if (leaf.exclusionId !== null) return partnerOf(leaf.exclusionId, resourceId, other, situation)
  if (leaf.resourceId !== resourceId) return leaf.resourceId
  const whole = compoundsWith(leaf.id, places).find((each) => standsInAll(each, other, situation))
  return whole ?? null
}

function partnerOf(exclusionId: string, resourceId: string, other: Allocation, situation: Situation): string | null {
  const exclusion = situation.places.exclusions.find((each) => each.id === exclusionId)
  const members = exclusion?.resourceIds.filter((id) => id !== resourceId) ?? []
  return members.find((id) => standsInAll(id, other, situation)) ?? members[0] ?? null
}

/** Compounds that contain the leaf, the largest first: the booking is most likely for the whole that it fills. */
function compoundsWith(leafId: string, places: Places): string[] {
  const found: string[] = []
  for (const [id, leaves] of places.leavesOf) {
    if (id !== leafId && leaves.includes(leafId) && (places.resources.get(id)?.partIds.length ?? 0) > 0) found.push(id)
  }
  return found.sort((a, b) => places.leavesOf.get(b)!.length - places.leavesOf.get(a)!.length)
}

function standsInAll(resourceId: string, other: Allocation, situation: Situation): boolean {
  const leaves = situation.places.leavesOf.get(resourceId) ?? []
  return leaves.every((id) =>
    situation.allocations(id, other).some((each) => each.bookingId === other.bookingId && each.kind === other.kind),
  )
}
