import type { Bundle } from '../../../shared/operations/bundles.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { done, refuse } from '../../../shared/result.ts'
import { checkBundle, fillBundle } from '../../../shared/scheduling/bundles.ts'
import { situationFor } from '../bookings/situation.ts'
import type { Context, Facts, Handlers } from '../context.ts'

const facts = (bundle: Bundle): Facts => ({ ...bundle })

/** What keeps a bundle from being kept: its own mistakes, and a name that another one has. */
function mistakesOf({ stores, memory }: Context, bundle: Omit<Bundle, 'id'> & { id: string | undefined }): Refusal[] {
  const refusals = checkBundle(bundle, memory.places())
  const same = stores.bundles.all().some((each) => !each.retired && each.id !== bundle.id && each.name === bundle.name)
  if (same) refusals.push({ code: 'badInput', path: 'bundle.name', why: 'taken', given: bundle.name })
  return refusals
}

/** 套餐: templates of bookings over several places, and the places they mean at a time. */
export const bundleHandlers = {
  'bundles.list': ({ stores }, { withRetired }) =>
    done({ bundles: stores.bundles.all().filter((each) => withRetired || !each.retired) }),

  'bundles.save'(context, { bundle: { id, ...draft }, expectedVersion }) {
    const { stores, record } = context
    const was = id === undefined ? null : stores.bundles.byId(id)
    if (id !== undefined && was === null) return refuse({ code: 'notFound', what: 'bundle', id })
    if (was !== null && expectedVersion !== undefined && expectedVersion !== was.version)
      return refuse({ code: 'changedMeanwhile', what: 'bundle', id: was.id, version: was.version })
    const wanted = { ...draft, retired: was?.retired ?? false, version: (was?.version ?? 0) + 1 }
    const refusals = mistakesOf(context, { ...wanted, id })
    if (refusals.length > 0) return refuse(...refusals)
    const bundle: Bundle = { ...wanted, id: id ?? context.newId() }
    stores.bundles.save(bundle)
    record('resources', bundle.id, was === null ? null : facts(was), facts(bundle))
    return done(bundle)
  },

  'bundles.retire'(context, { id, retired }) {
    const { stores, record } = context
    const was = stores.bundles.byId(id)
    if (was === null) return refuse({ code: 'notFound', what: 'bundle', id })
    // What was put away may meanwhile stand on places that are no more.
    const refusals = retired ? [] : mistakesOf(context, was)
    if (refusals.length > 0) return refuse(...refusals)
    const bundle = { ...was, retired, version: was.version + 1 }
    stores.bundles.save(bundle)
    record('resources', id, facts(was), facts(bundle))
    return done(bundle)
  },

  'bundles.fill'(context, { id, start, end, headCount }) {
    const bundle = context.stores.bundles.byId(id)
    if (bundle === null || bundle.retired) return refuse({ code: 'notFound', what: 'bundle', id })
    if (end <= start) return refuse({ code: 'badInput', path: 'end', why: 'endBeforeStart' })
    const asked = { bookingId: null, status: 'confirmed' as const, start, end, headCount, waivers: [], was: null }
    return done(fillBundle(bundle, asked, situationFor(context, null, null)))
  },
} satisfies Partial<Handlers>
