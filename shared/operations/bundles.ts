import { z } from 'zod'
import { place, placeOffset } from './bookingShapes.ts'
import { id, instant, line, requiredLine, resourceKind, version } from './fields.ts'
import { bookers, managers, operation } from './operation.ts'

/**
 * One part of a bundle: a place named by `resourceId`, or, where it is null, any place of the kinds (any kind when none is named) with the features
 * and `seats` heads, chosen when it is booked. `optional`: left out where it is not to be had. `offset`: as of a booked place, in minutes.
 */
export const bundlePart = z.object({
  resourceId: id.nullable(),
  kinds: z.array(resourceKind).max(14).default([]),
  features: z.array(requiredLine(40)).max(16).default([]),
  seats: z.int().min(1).max(100_000).nullable().default(null),
  quantity: z.int().min(1).max(1000).default(1),
  offset: placeOffset.optional(),
  optional: z.boolean().default(false),
})
export type BundlePart = z.output<typeof bundlePart>

/** A template of one booking over several places. `title` and `minutes`: what a booking made from it begins with. */
export const bundle = z.object({
  id,
  name: requiredLine(60),
  nameEn: line(80),
  title: line(120),
  minutes: z.int().min(5).max(14_400),
  parts: z.array(bundlePart).min(1).max(16),
  retired: z.boolean(),
  version,
})
export type Bundle = z.output<typeof bundle>

const draft = bundle.omit({ id: true, retired: true, version: true }).extend({
  id: id.optional(),
  nameEn: line(80).default(''),
  title: line(120).default(''),
})
export type BundleDraft = z.output<typeof draft>

export const bundleOperations = {
  'bundles.list': operation({
    kind: 'read',
    who: 'signedIn',
    portal: true,
    touches: ['resources'],
    input: z.object({ withRetired: z.boolean().default(false) }),
    output: z.object({ bundles: z.array(bundle) }),
  }),
  /** Without `id` creates; with `id` replaces. */
  'bundles.save': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ bundle: draft, expectedVersion: version.optional() }),
    output: bundle,
  }),
  'bundles.retire': operation({
    kind: 'write',
    who: managers,
    portal: true,
    touches: ['resources'],
    input: z.object({ id, retired: z.boolean().default(true) }),
    output: bundle,
  }),
  /**
   * The places of a bundle for a booking at this time, in the order of its parts: open parts as the first that fits and is free, or the first that fits
   * where none is. `missing`: indices of the parts left out, because they are optional and taken, or because nothing fits.
   */
  'bundles.fill': operation({
    kind: 'read',
    who: bookers,
    portal: true,
    touches: ['bookings', 'outages', 'resources', 'calendar', 'settings'],
    input: z.object({
      id,
      start: instant,
      end: instant,
      headCount: z.int().min(1).max(100_000).nullable().default(null),
    }),
    output: z.object({ places: z.array(place), missing: z.array(z.int()) }),
  }),
}
