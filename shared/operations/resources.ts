import { z } from 'zod'
import { id, line, policy, prose, requiredLine, resourceKind, version } from './fields.ts'
import { managers, operation } from './operation.ts'

export const zone = z.object({
  id,
  code: requiredLine(16),
  name: requiredLine(60),
  nameEn: line(60),
  sort: z.int(),
  retired: z.boolean(),
})
export type Zone = z.infer<typeof zone>

export const resourceStates = ['up', 'degraded', 'down'] as const

/**
 * A room, hall, bench, desk or instrument. `units` > 1 is a pool of identical units. `partIds` non-empty is a compound space:
 * it occupies all the leaves of its parts, through any chain. `capacity` is heads, `areaM2` square metres.
 */
export const resource = z.object({
  id,
  code: requiredLine(24),
  name: requiredLine(60),
  nameEn: line(80),
  kind: resourceKind,
  zoneId: id,
  /** The room an instrument stands in. */
  roomId: id.nullable(),
  areaM2: z.number().min(0).max(100_000).nullable(),
  capacity: z.int().min(0).max(100_000).nullable(),
  units: z.int().min(1).max(1000),
  bookable: z.boolean(),
  partIds: z.array(id).max(32),
  features: z.array(requiredLine(40)).max(32),
  state: z.enum(resourceStates),
  stateReason: line(200),
  policy,
  note: prose(2000),
  sort: z.int(),
  retired: z.boolean(),
  version,
})
export type Resource = z.infer<typeof resource>

/** Resources that must not be used at the same time (vibration against interferometer, one shared vacuum line). */
export const exclusion = z.object({
  id,
  name: requiredLine(80),
  resourceIds: z.array(id).min(2).max(16),
  retired: z.boolean(),
})
export type Exclusion = z.infer<typeof exclusion>

/** Everything the board and the forms need to know of places: small, read once, refreshed by topic. */
export const catalogue = z.object({
  zones: z.array(zone),
  resources: z.array(resource),
  exclusions: z.array(exclusion),
})
export type Catalogue = z.infer<typeof catalogue>

const draft = resource.omit({ version: true, retired: true }).partial({
  id: true,
  nameEn: true,
  roomId: true,
  areaM2: true,
  capacity: true,
  units: true,
  bookable: true,
  partIds: true,
  features: true,
  state: true,
  stateReason: true,
  policy: true,
  note: true,
  sort: true,
})

export const resourceOperations = {
  'resources.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['resources'],
    input: z.object({ withRetired: z.boolean().optional() }),
    output: catalogue,
  }),
  /** Without `id` creates; with `id` replaces the fields given. `expectedVersion` guards against a change made meanwhile. */
  'resources.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ resource: draft, expectedVersion: version.optional() }),
    output: resource,
  }),
  'resources.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ id, retired: z.boolean() }),
    output: resource,
  }),
  'resources.setState': operation({
    kind: 'write',
    who: ['frontDesk', 'keeper', 'manager', 'administrator'],
    portal: true,
    touches: ['resources'],
    input: z.object({ id, state: z.enum(resourceStates), reason: line(200) }),
    output: resource,
  }),
  'zones.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ zone: zone.omit({ retired: true }).partial({ id: true, nameEn: true, sort: true }) }),
    output: zone,
  }),
  'zones.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ id, retired: z.boolean() }),
    output: zone,
  }),
  'exclusions.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ exclusion: exclusion.omit({ retired: true }).partial({ id: true }) }),
    output: exclusion,
  }),
  'exclusions.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ id, retired: z.boolean() }),
    output: exclusion,
  }),
}
