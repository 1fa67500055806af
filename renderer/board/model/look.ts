import type { Booking } from '../../../shared/operations/bookings.ts'
import type { ResourceKind } from '../../../shared/operations/fields.ts'
import type { Team } from '../../../shared/operations/people.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import type { IconName } from '../../ui/icons.tsx'
import type { TeamColour } from '../../ui/tokens.ts'

/** What the colours of the blocks tell. */
export const colourings = ['team', 'kind', 'state'] as const
export type Colouring = (typeof colourings)[number]

/** How a booking looks (ui.md §4): its status, and what the hour makes of it. */
export const looks = ['tentative', 'pending', 'confirmed', 'inUse', 'completed', 'noShow', 'overrun'] as const
export type Look = (typeof looks)[number]

/** The look of a booking at a moment. */
export function lookOf(booking: Pick<Booking, 'status' | 'end'>, now: Instant): Look {
  if (booking.status === 'inUse') return booking.end < now ? 'overrun' : 'inUse'
  if (booking.status === 'cancelled' || booking.status === 'rejected') return 'noShow'
  return booking.status
}

/** The colour of each kind of place when kinds are coloured. Kinds that are alike share one. */
export const kindColours: Record<ResourceKind, TeamColour> = {
  meetingRoom: 'indigo',
  seminarRoom: 'sky',
  talkRoom: 'sky',
  roadshowHall: 'orange',
  exhibit: 'ochre',
  lab: 'teal',
  bench: 'green',
  desk: 'brown',
  office: 'slate',
  phoneBooth: 'rose',
  reception: 'slate',
  support: 'slate',
  instrument: 'violet',
  other: 'slate',
}

/** The colour of each look when states are coloured. */
export const stateColours: Record<Look, TeamColour> = {
  tentative: 'ochre',
  pending: 'violet',
  confirmed: 'sky',
  inUse: 'teal',
  completed: 'slate',
  noShow: 'slate',
  overrun: 'rose',
}

/** The colour of a block. A hidden or teamless booking is grey, as the centre's own are. */
export function colourOf(
  booking: Pick<Booking, 'status' | 'end' | 'teamId'>,
  given: { colouring: Colouring; kind: ResourceKind; teams: ReadonlyMap<string, Pick<Team, 'colour'>>; now: Instant },
): TeamColour {
  if (given.colouring === 'kind') return kindColours[given.kind]
  if (given.colouring === 'state') return stateColours[lookOf(booking, given.now)]
  return (booking.teamId === null ? undefined : given.teams.get(booking.teamId)?.colour) ?? 'slate'
}

/** Icons of a block, the most telling first: a lock wins, then the state, then the link and the series. */
export function iconsOf(
  booking: Pick<Booking, 'confidential' | 'hidden' | 'series'>,
  look: Look,
  linked: boolean,
): IconName[] {
  const icons: IconName[] = []
  if (booking.confidential || booking.hidden) icons.push('lock')
  if (look === 'inUse' || look === 'completed' || look === 'overrun') icons.push('check')
  if (look === 'pending') icons.push('hourglass')
  if (look === 'tentative') icons.push('clock')
  if (linked) icons.push('link')
  if (booking.series !== undefined) icons.push('loop')
  return icons
}
