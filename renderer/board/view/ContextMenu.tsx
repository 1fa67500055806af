import { useRef, type RefObject } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { actionIcons, actionsFor, type Action } from '../model/actions.ts'
import type { Spot } from '../model/cursor.ts'
import { actionWords } from './Card.tsx'
import { blockOf, type Scene } from './scene.ts'

/** Where the menu was asked for, in px of the window, and what for. */
export type MenuState = { x: number; y: number; spot: Spot }

/** The same actions as the card, under the right button and the menu key; on empty time, what can be begun there. */
export function ContextMenu({
  state,
  scene,
  grid,
  onClose,
  onAct,
  onCreate,
  onOutage,
}: {
  state: MenuState
  scene: Scene
  grid: RefObject<HTMLDivElement | null>
  onClose: () => void
  onAct: (action: Action, booking: Booking) => void
  onCreate: (spot: Spot) => void
  onOutage: ((spot: Spot) => void) | null
}) {
  const anchor = useRef<HTMLSpanElement>(null)
  const { t } = scene.speech
  const found = state.spot.key === null ? null : blockOf(scene, state.spot.key)
  const booking = found?.block.kind === 'booking' ? found.block.booking : null
  const entries: MenuEntry[] =
    booking === null
      ? [
          { type: 'item', label: t('board.actions.create'), icon: 'plus', run: () => onCreate(state.spot) },
          ...(onOutage === null
            ? []
            : [
                {
                  type: 'item' as const,
                  label: t('board.actions.outage'),
                  icon: 'wrench' as const,
                  run: () => onOutage(state.spot),
                },
              ]),
        ]
      : actionsFor(booking, scene.world, scene.now).map((action) => ({
          type: 'item',
          label: actionWords(action, booking, scene.now, scene.speech),
          icon: actionIcons[action.name],
          run: () => onAct(action, booking),
        }))
  return (
    <>
      {/* Where the pointer was. The menu gives its focus back here, and from here it goes to the board. */}
      <span
        ref={anchor}
        className="menu-anchor"
        tabIndex={-1}
        aria-hidden
        style={{ left: state.x, top: state.y }}
        onFocus={() => grid.current?.focus({ preventScroll: true })}
      />
      <Menu
        key={`${state.x},${state.y}`}
        anchor={anchor}
        label={t(booking === null ? 'board.card.emptyMenu' : 'board.card.menu')}
        entries={entries}
        onClose={onClose}
      />
    </>
  )
}
