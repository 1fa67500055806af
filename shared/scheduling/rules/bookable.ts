import { origin, type PlaceRule } from './rule.ts'

/**
 * Must hold: the place is bookable, not retired and not down, and so are the parts it stands on (a part need not be bookable by itself).
 * Exempt: a booking that stands there already and asks for no more time.
 * Waived by: nobody; the state of the resource is changed instead.
 */
export const placeIsBookable: PlaceRule = (asked, _proposal, situation, found) => {
  if (asked.shrinks) return
  const { resource } = asked
  let state: string | null = null
  if (resource.retired) state = 'retired'
  else if (!resource.bookable) state = 'notBookable'
  else if (resource.state === 'down') state = 'down'
  else if (resource.partIds.length > 0) {
    for (const leafId of situation.places.leavesOf.get(resource.id) ?? []) {
      const part = situation.places.resources.get(leafId)
      if (part?.retired) state = 'retired'
      else if (part?.state === 'down') state = 'down'
    }
  }
  if (state !== null) found.push({ code: 'notBookable', state, ...origin('notBookable', resource.id, 'always') })
}
