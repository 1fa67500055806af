import type { Booking } from '../../shared/operations/bookings.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import type { BookingDraft, OutageDraft } from '../ui/drawers.ts'
import type { Action } from './model/actions.ts'
import type { Spot } from './model/cursor.ts'
import type { Filter, Finds } from './model/filter.ts'
import type { Colouring } from './model/look.ts'
import type { BoardData, World } from './model/world.ts'
import type { Density } from './view/layoutOf.ts'
import type { Store } from './view/store.ts'
import type { Reveal } from './view/useReveal.ts'

/** What the board asks for; it changes nothing itself. */
export type BoardCommands = {
  create: (draft: BookingDraft) => void
  open: (bookingId: string) => void
  /** Time, place or both; `world` is what the board judges by. Answers false when the rules refuse it: the block stays where it was. */
  change: (
    booking: Booking,
    to: { start: Instant; end: Instant; resources: Booking['resources'] },
    world: World,
  ) => boolean | void
  act: (action: Action, booking: Booking) => void
  openOutage?: (outageId: string) => void
  newOutage?: ((draft: OutageDraft) => void) | null
}

export type BoardProps = {
  data: BoardData
  now: Instant
  commands: BoardCommands
  colouring?: Colouring
  density?: Density
  filter?: Filter
  finds?: Finds
  /** Where the keys are; given by the page when it wants to know too. */
  spot?: Store<Spot | null>
  reveal?: Reveal | null
  /** px at the right that a drawer covers. */
  covered?: number
  emptyLine?: string | null
}
