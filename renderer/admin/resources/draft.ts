import type { Input } from '../../../shared/operations/index.ts'
import type { Resource, Zone } from '../../../shared/operations/resources.ts'

/** A resource as its form holds it. Figures may be NaN while they are typed. */
export type ResourceDraft = Omit<Resource, 'id' | 'version' | 'retired' | 'state' | 'stateReason'>

/** The form of an existing resource. */
export function draftOf(resource: Resource): ResourceDraft {
  const { id: _id, version: _version, retired: _retired, state: _state, stateReason: _reason, ...draft } = resource
  return draft
}

/** The form of a new resource in a zone. */
export function newDraft(zones: readonly Zone[], sort: number): ResourceDraft {
  return {
    code: '',
    name: '',
    nameEn: '',
    kind: 'meetingRoom',
    zoneId: zones.find((zone) => !zone.retired)?.id ?? '',
    roomId: null,
    areaM2: null,
    capacity: null,
    units: 1,
    bookable: true,
    partIds: [],
    features: [],
    policy: {},
    note: '',
    sort,
  }
}

/** What resources.save is given. A compound is one thing, and only an instrument stands in a room. */
export function saveInput(draft: ResourceDraft, existing: Resource | null): Input<'resources.save'> {
  const resource = {
    ...draft,
    units: draft.partIds.length > 0 ? 1 : draft.units,
    roomId: draft.kind === 'instrument' ? draft.roomId : null,
  }
  if (existing === null) return { resource }
  return { resource: { ...resource, id: existing.id }, expectedVersion: existing.version }
}
