import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { placeTime } from '../../../shared/scheduling/leaves.ts'
import { toWall } from '../../../shared/scheduling/zone.ts'
import { dateColumn } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { teamColour } from '../../ui/cssVariables.ts'
import { Popup } from '../../ui/Popup.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { actionIcons, actionsFor, type Action } from '../model/actions.ts'
import { fullTitleOf, rangeOf, teamOf, titleOf, type Speech } from '../model/words.ts'
import { placeName, type World } from '../model/world.ts'
import { blockId, blockOf, headRow, type Scene } from './scene.ts'

/** Which block's card is open; `focus`: opened by a key, so the focus goes into it. */
export type CardState = { key: string; focus: boolean }

/** The small card of a block: time, place, team, people, state, and what can be done. A counted stretch lists its bookings. */
export function Card({
  state,
  scene,
  onClose,
  onAct,
  onOpen,
}: {
  state: CardState
  scene: Scene
  onClose: () => void
  onAct: (action: Action, booking: Booking) => void
  onOpen: (bookingId: string) => void
}) {
  const found = blockOf(scene, state.key)
  const anchor = useRef<HTMLElement | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const drawn = found === null ? null : headRow(scene, found.row, found.block)
  anchor.current = drawn === null ? null : document.getElementById(blockId(drawn.block.key))
  const gone = drawn === null || anchor.current === null
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  useEffect(() => {
    if (state.focus) box.current?.querySelector<HTMLElement>('button')?.focus()
  }, [state])
  if (drawn === null || gone) return null
  const { block, row } = drawn
  const { speech } = scene
  return (
    <Popup key={state.key} anchor={anchor} onClose={onClose} className="card">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows only help along the buttons in it */}
      <div
        ref={box}
        role="dialog"
        aria-label={
          block.kind === 'booking'
            ? speech.t('board.card.label', { title: titleOf(block.booking, speech) })
            : speech.t('board.card.list', {
                place: placeName(row.resource, speech.language),
                time: rangeOf(block.start, block.end, speech),
              })
        }
        onKeyDown={walk}
      >
        {block.kind === 'booking' ? (
          <BookingCard booking={block.booking} scene={scene} onAct={onAct} />
        ) : (
          <CountCard
            title={`${placeName(row.resource, speech.language)} ${rangeOf(block.start, block.end, speech)}`}
            bookings={block.bookings}
            scene={scene}
            onOpen={onOpen}
          />
        )}
      </div>
    </Popup>
  )
}

/** Arrows go from button to button: the card is small, and its keys are at hand. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by =
    event.key === 'ArrowDown' || event.key === 'ArrowRight'
      ? 1
      : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
        ? -1
        : 0
  if (by === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const next = (buttons.indexOf(document.activeElement as HTMLElement) + by + buttons.length) % buttons.length
  event.preventDefault()
  event.stopPropagation()
  buttons[next]?.focus()
}

function BookingCard({
  booking,
  scene,
  onAct,
}: {
  booking: Booking
  scene: Scene
  onAct: (action: Action, booking: Booking) => void
}) {
  const { world, speech, now } = scene
  const { t } = speech
  const rows = factsOf(booking, world, speech)
  return (
    <>
      <header className="card-head">
        <h3>{fullTitleOf(booking, speech)}</h3>
        <StatusChip status={booking.status} />
      </header>
      <dl className="card-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="card-actions">
        {actionsFor(booking, world, now).map((action) => (
          <Button
            key={action.name}
            size="small"
            kind={
              action.name === 'checkIn' || action.name === 'approve'
                ? 'primary'
                : action.name === 'cancel'
                  ? 'danger'
                  : 'default'
            }
            icon={actionIcons[action.name]}
            {...keysOf(action.name)}
            onClick={() => onAct(action, booking)}
          >
            {actionWords(action, booking, now, speech)}
          </Button>
        ))}
      </div>
    </>
  )

  function keysOf(name: Action['name']): { keys?: string } {
    if (name === 'change' || name === 'open') return { keys: 'Enter' }
    return name === 'cancel' ? { keys: 'Del' } : {}
  }
  function factsOf(shown: Booking, inWorld: World, { language }: Speech): [string, string | React.ReactNode][] {
    const day = dateColumn(toWall(shown.start, inWorld.zone).date, language)
    const facts: [string, string | React.ReactNode][] = [
      [t('board.card.time'), `${day} ${rangeOf(shown.start, shown.end, speech)}`],
      [
        t('board.card.place'),
        shown.resources.map((place) => placeText(place, shown)).join(language === 'zh' ? '、' : ', '),
      ],
    ]
    if (shown.hidden) return facts
    const team = shown.teamId === null ? undefined : inWorld.teams.get(shown.teamId)
    if (team !== undefined)
      facts.push([
        t('board.card.team'),
        <span key="team" className="card-team">
          <i style={{ background: teamColour(team.colour, 'bar') }} />
          {teamOf(shown, inWorld)}
        </span>,
      ])
    const occupant = shown.occupantId === null ? shown.occupantName : inWorld.people.get(shown.occupantId)?.name
    const booker = inWorld.people.get(shown.bookerId)?.name
    const people = [
      occupant ? t('board.card.occupant', { name: occupant }) : '',
      booker && booker !== occupant ? t('board.card.booker', { name: booker }) : '',
      shown.headCount === null ? '' : t('board.heads', { count: shown.headCount }),
    ].filter((each) => each !== '')
    if (people.length > 0) facts.push([t('board.card.people'), people.join(' · ')])
    if (shown.note !== '') facts.push([t('common.note'), shown.note])
    if (shown.no !== '') facts.push([t('board.card.number'), shown.no])
    return facts
  }
  function placeText(stands: Booking['resources'][number], shown: Booking): string {
    const { resourceId, quantity, offset } = stands
    const place = world.places.resources.get(resourceId)
    const name = place === undefined ? resourceId : placeName(place, speech.language)
    const many = quantity > 1 ? `${name} ×${quantity}` : name
    if (offset === undefined) return many
    const { start, end } = placeTime(shown, stands)
    return t('board.card.partTime', { place: many, time: rangeOf(start, end, speech) })
  }
}

/** The word of an action for a booking: a running booking that is past its end is finished, not ended early. */
export function actionWords(action: Action, booking: Booking, now: number, { t }: Pick<Speech, 't'>): string {
  if (action.name === 'extend') return t('board.actions.extend', { minutes: action.minutes })
  if (action.name === 'checkOut' && booking.end <= now) return t('board.actions.finish')
  return t(`board.actions.${action.name}`)
}

function CountCard({
  title,
  bookings,
  scene,
  onOpen,
}: {
  title: string
  bookings: readonly Booking[]
  scene: Scene
  onOpen: (bookingId: string) => void
}) {
  const { world, speech } = scene
  return (
    <>
      <header className="card-head">
        <h3>{title}</h3>
      </header>
      <ul className="card-list">
        {bookings.map((booking) => (
          <li key={booking.id}>
            <button type="button" className="menu-item" disabled={booking.hidden} onClick={() => onOpen(booking.id)}>
              <span className="card-list-title">{titleOf(booking, speech)}</span>
              <span className="tertiary small">
                {teamOf(booking, world)} ×{booking.resources.reduce((sum, { quantity }) => sum + quantity, 0)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
