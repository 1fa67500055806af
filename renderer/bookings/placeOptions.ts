import type { Resource, Zone } from '../../shared/operations/resources.ts'
import type { Translate } from '../ui/text.ts'
import type { Option, OptionGroup } from './controls.tsx'

/**
 * Places in the groups of the centre's zones, instruments last in a group of their own as on the board. `only`: which are offered
 * (bookable ones for a booking, all for an outage).
 */
export function placeOptions(
  {
    zones,
    resources,
    placeName,
  }: { zones: readonly Zone[]; resources: readonly Resource[]; placeName: (id: string) => string },
  only: (resource: Resource) => boolean,
  t: Translate,
  english: boolean,
): OptionGroup<string>[] {
  const offered = resources.filter((each) => !each.retired && only(each)).toSorted((a, b) => a.sort - b.sort)
  const option = (resource: Resource): Option<string> => ({
    value: resource.id,
    label: placeName(resource.id),
    beside: besideOf(resource, t),
    find: [resource.name, resource.nameEn, resource.code],
  })
  const groups = zones
    .toSorted((a, b) => a.sort - b.sort)
    .map((zone) => ({
      label: `${zone.code} ${english && zone.nameEn !== '' ? zone.nameEn : zone.name}`,
      options: offered.filter((each) => each.zoneId === zone.id && each.kind !== 'instrument').map(option),
    }))
  const instruments = offered.filter((each) => each.kind === 'instrument').map(option)
  return [...groups, { label: t('refusals.kinds.instrument'), options: instruments }].filter(
    ({ options }) => options.length > 0,
  )
}

function besideOf({ code, capacity, units }: Resource, t: Translate): string {
  const facts = [code]
  if (capacity !== null && capacity > 0) facts.push(t('bookings.alternative.seats', { count: capacity }))
  if (units > 1) facts.push(`× ${units}`)
  return facts.join(' · ')
}
