import type { Resource } from '../../../shared/operations/resources.ts'

export type Areas = { total: number; common: number; own: number; support: number }

/**
 * Square metres of the places in use. A compound adds nothing to its parts, and an instrument stands in its room. `own`: desks and offices let
 * to teams; `support`: stores, plant, corridors; `common`: what serves everybody (domain facts §6.1).
 */
export function areasOf(resources: readonly Resource[]): Areas {
  const areas = { total: 0, common: 0, own: 0, support: 0 }
  for (const { areaM2, partIds, kind, retired } of resources) {
    if (retired || areaM2 === null || partIds.length > 0 || kind === 'instrument') continue
    areas.total += areaM2
    if (kind === 'support') areas.support += areaM2
    else if (kind === 'desk' || kind === 'office') areas.own += areaM2
    else areas.common += areaM2
  }
  return areas
}
