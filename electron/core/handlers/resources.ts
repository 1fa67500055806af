import type { Exclusion, Resource, Zone } from '../../../shared/operations/resources.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import {
  allocationsFor,
  checkExclusion,
  checkResource,
  indexPlaces,
  outageRows,
} from '../../../shared/scheduling/leaves.ts'
import { checkPolicy } from '../../../shared/scheduling/policy.ts'
import { Collision } from '../../storage/stores.ts'
import type { Context, Facts, Handlers } from '../context.ts'

const facts = (thing: Resource | Zone | Exclusion): Facts => ({ ...thing })

/** Turns a wall that does not hold into the refusal it means: what stands there already does not fit the places as they would be. */
function settleLeaves(context: Context, recompose: boolean): Refusal | null {
  const { stores, memory, now } = context
  memory.forget('resources')
  const places = indexPlaces(memory.catalogue())
  try {
    stores.allocations.setLeaves([...places.leaves.values()])
    if (recompose)
      stores.allocations.rebuild(
        now,
        (booking) => allocationsFor(booking, places),
        (outage: Outage) => outageRows(outage.resourceId, outage, places),
      )
    return null
  } catch (error) {
    if (!(error instanceof Collision)) throw error
    // What was read since is about to be rolled back.
    memory.forget('resources')
    return { code: 'badInput', path: 'resource', why: 'inUse' }
  }
}

const samePlaces = (a: Resource, b: Resource) => a.units === b.units && a.partIds.join(' ') === b.partIds.join(' ')

/** Zones, places, instruments and what excludes what. */
export const resourceHandlers = {
  'resources.list'({ memory }, { withRetired }) {
    const all = memory.catalogue()
    if (withRetired === true) return done(all)
    return done({
      zones: all.zones.filter((each) => !each.retired),
      resources: all.resources.filter((each) => !each.retired),
      exclusions: all.exclusions.filter((each) => !each.retired),
    })
  },

  'resources.save'(context, { resource: wanted, expectedVersion }) {
    const { stores, memory, record } = context
    const { resources, zones, exclusions } = memory.catalogue()
    const was = wanted.id === undefined ? null : (resources.find((each) => each.id === wanted.id) ?? null)
    if (wanted.id !== undefined && was === null) return refuse({ code: 'notFound', what: 'resource', id: wanted.id })
    if (was !== null && expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'resource', id: was.id, version: was.version })
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const resource: Resource = {
      nameEn: '',
      roomId: null,
      areaM2: null,
      capacity: null,
      units: 1,
      bookable: true,
      partIds: [],
      features: [],
      state: 'up',
      stateReason: '',
      policy: {},
      note: '',
      sort: resources.length,
      retired: false,
      ...was,
      ...(given as Pick<Resource, 'code' | 'name' | 'kind' | 'zoneId'>),
      id: was?.id ?? context.newId(),
      version: (was?.version ?? 0) + 1,
    }
    const { centre, kinds } = memory.policies()
    const above = [kinds[resource.kind] ?? {}, centre]
    const refusals: Refusal[] = [
      ...checkResource(resource, resources, exclusions),
      ...checkPolicy(resource.policy, 'resource.policy', above),
    ]
    if (resources.some((each) => each.id !== resource.id && each.code === resource.code))
      refusals.push({ code: 'badInput', path: 'resource.code', why: 'taken', given: resource.code })
    if (!zones.some((each) => each.id === resource.zoneId))
      refusals.push({ code: 'notFound', what: 'zone', id: resource.zoneId })
    if (resource.roomId !== null && !resources.some((each) => each.id === resource.roomId))
      refusals.push({ code: 'notFound', what: 'resource', id: resource.roomId })
    if (refusals.length > 0) return refuse(...refusals)
    stores.places.saveResource(resource)
    const broken = settleLeaves(context, was !== null && !samePlaces(was, resource))
    if (broken !== null) return refuse(broken)
    record('resources', resource.id, was === null ? null : facts(was), facts(resource))
    return done(resource)
  },

  'resources.retire'(context, { id, retired }) {
    const { stores, memory, record } = context
    const { resources } = memory.catalogue()
    const was = resources.find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'resource', id })
    const whole = resources.find((each) => !each.retired && each.id !== id && each.partIds.includes(id))
    if (retired && whole !== undefined) return refuse({ code: 'badInput', path: 'id', why: 'inUse', given: whole.code })
    const resource = { ...was, retired, version: was.version + 1 }
    stores.places.saveResource(resource)
    record('resources', id, facts(was), facts(resource))
    return done(resource)
  },

  'resources.setState'({ stores, memory, record }, { id, state, reason }) {
    const was = memory.catalogue().resources.find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'resource', id })
    const resource: Resource = { ...was, state, stateReason: reason, version: was.version + 1 }
    stores.places.saveResource(resource)
    record('resources', id, facts(was), facts(resource))
    return done(resource)
  },

  'zones.save'(context, { zone: wanted }) {
    const { stores, memory, record } = context
    const { zones } = memory.catalogue()
    const was = wanted.id === undefined ? null : (zones.find((each) => each.id === wanted.id) ?? null)
    if (wanted.id !== undefined && was === null) return refuse({ code: 'notFound', what: 'zone', id: wanted.id })
    if (zones.some((each) => each.id !== was?.id && each.code === wanted.code))
      return refuse({ code: 'badInput', path: 'zone.code', why: 'taken', given: wanted.code })
    const zone: Zone = {
      id: was?.id ?? context.newId(),
      code: wanted.code,
      name: wanted.name,
      nameEn: wanted.nameEn ?? was?.nameEn ?? '',
      sort: wanted.sort ?? was?.sort ?? zones.length,
      retired: was?.retired ?? false,
    }
    stores.places.saveZone(zone)
    record('resources', zone.id, was === null ? null : facts(was), facts(zone))
    return done(zone)
  },

  'zones.retire'({ stores, memory, record }, { id, retired }) {
    const { zones, resources } = memory.catalogue()
    const was = zones.find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'zone', id })
    const held = resources.find((each) => !each.retired && each.zoneId === id)
    if (retired && held !== undefined) return refuse({ code: 'badInput', path: 'id', why: 'inUse', given: held.code })
    const zone = { ...was, retired }
    stores.places.saveZone(zone)
    record('resources', id, facts(was), facts(zone))
    return done(zone)
  },

  'exclusions.save'(context, { exclusion: wanted }) {
    const { stores, memory, record } = context
    const { exclusions, resources } = memory.catalogue()
    const was = wanted.id === undefined ? null : (exclusions.find((each) => each.id === wanted.id) ?? null)
    if (wanted.id !== undefined && was === null) return refuse({ code: 'notFound', what: 'resource', id: wanted.id })
    const exclusion: Exclusion = {
      id: was?.id ?? context.newId(),
      name: wanted.name,
      resourceIds: wanted.resourceIds,
      retired: was?.retired ?? false,
    }
    const refusals = checkExclusion(exclusion, resources)
    if (refusals.length > 0) return refuse(...refusals)
    stores.places.saveExclusion(exclusion)
    const broken = settleLeaves(context, true)
    if (broken !== null) return refuse({ ...broken, path: 'exclusion.resourceIds' } as Refusal)
    record('resources', exclusion.id, was === null ? null : facts(was), facts(exclusion))
    return done(exclusion)
  },

  'exclusions.retire'(context, { id, retired }) {
    const { stores, memory, record } = context
    const was = memory.catalogue().exclusions.find((each) => each.id === id)
    if (was === undefined) return refuse({ code: 'notFound', what: 'resource', id })
    const exclusion = { ...was, retired }
    stores.places.saveExclusion(exclusion)
    const broken = settleLeaves(context, true)
    if (broken !== null) return refuse({ ...broken, path: 'exclusion.resourceIds' } as Refusal)
    record('resources', id, facts(was), facts(exclusion))
    return done(exclusion)
  },
} satisfies Partial<Handlers>
