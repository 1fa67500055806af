import type { Exclusion, Resource } from '../../shared/operations/resources.ts'

/** A resource with everything ordinary; `id` doubles as code and name. */
export function aResource(id: string, change: Partial<Resource> = {}): Resource {
  return {
    id,
    code: id,
    name: id,
    nameEn: id,
    kind: 'meetingRoom',
    zoneId: 'zone',
    roomId: null,
    areaM2: 20,
    capacity: 8,
    units: 1,
    bookable: true,
    partIds: [],
    features: [],
    state: 'up',
    stateReason: '',
    policy: {},
    note: '',
    sort: 0,
    retired: false,
    version: 1,
    ...change,
  }
}

/** An exclusion of the named resources. */
export function anExclusion(id: string, resourceIds: string[], change: Partial<Exclusion> = {}): Exclusion {
  return { id, name: id, resourceIds, retired: false, ...change }
}
