import { memo, useMemo } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { placeTime } from '../../../shared/scheduling/leaves.ts'
import { explain } from '../../../shared/text/explain.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'
import { Icon } from '../../ui/icons.tsx'
import { stretch } from '../geometry/axis.ts'
import { INSET, blockKey } from '../geometry/blocks.ts'
import { cutText } from '../geometry/textFit.ts'
import type { Gesture } from '../model/gesture.ts'
import { colourOf } from '../model/look.ts'
import { impossibleTimes, placeIn, placesAfterMove, proposalOf, verdictOf, type Verdict } from '../model/verdict.ts'
import { rangeOf, teamOf, titleOf } from '../model/words.ts'
import { namesOf, placeName } from '../model/world.ts'
import { blocksOfBooking, partBoxes, type Box } from './dragBoxes.ts'
import { blockOf, headRow, placeRow, type Scene } from './scene.ts'
import { useStore, type Store } from './store.ts'

/** What of the canvas is in view, in px of the canvas; read when the gesture moves, never measured. */
export type View = { left: number; top: number; width: number; height: number }

type Props = { scene: Scene; gesture: Store<Gesture>; within: Interval; view: () => View }

/** What is being drawn, moved or resized: the only thing drawn again while the pointer moves. */
export function DragLayer({ scene, gesture, within, view }: Props) {
  const now = useStore(gesture)
  const proposal = useMemo(() => proposalOf(now, scene.world), [now, scene.world])
  const verdict = useMemo(
    () => (proposal === null ? null : verdictOf(proposal, scene.world, scene.now, within)),
    [proposal, scene.world, scene.now, within],
  )
  if (now.state === 'idle' || now.state === 'pressed' || verdict === null) return null
  const own =
    proposal === null ? now.to : placeTime(now.to, placeIn(proposal.resources, now.to.rowId, scene.world) ?? {})
  const box = boxOf(now, own, scene)
  if (box === null) return null
  const { speech, world } = scene
  const booking = now.state === 'drawing' ? null : (world.index.byId.get(now.held.bookingId) ?? null)
  const refused = verdict.refusals.length > 0
  const look = refused ? 'drag-refused' : verdict.needsApproval ? 'drag-approval' : 'drag-legal'
  const row = placeRow(scene.layout, now.to.rowId)
  const colour =
    booking === null || row === null
      ? 'slate'
      : colourOf(booking, { colouring: scene.colouring, kind: row.resource.kind, teams: world.teams, now: scene.now })
  const title = booking === null ? speech.t('board.drag.create') : titleOf(booking, speech)
  const team = booking === null ? '' : teamOf(booking, world)
  const room = box.width - 30
  const time = rangeOf(own.start, own.end, speech)
  const parts = booking === null || proposal === null ? [] : partBoxes(proposal.resources, now.to, now.to.rowId, scene)
  const failing = new Set(verdict.refusals.flatMap((each) => ('resourceId' in each ? each.resourceId : [])))
  return (
    <>
      {booking === null || now.state === 'drawing' ? null : <Original now={now} booking={booking} scene={scene} />}
      {parts.map((part) => (
        <div
          key={part.key}
          className={`drag ${failing.has(part.place.resourceId) ? 'drag-refused' : refused ? 'drag-legal' : look} c-${colour}`}
          style={part.box}
          aria-hidden
        >
          <span className="blk-title">
            <Icon name={failing.has(part.place.resourceId) ? 'ban' : 'link'} size={12} />
            <b>{cutText(title, part.box.width - 30, 12 * scene.scale)}</b>
          </span>
          <span className="blk-line drag-time">{rangeOf(part.time.start, part.time.end, speech)}</span>
        </div>
      ))}
      <div className={`drag ${look} c-${colour}`} style={box} aria-hidden>
        <span className="blk-title">
          {refused ? <Icon name="ban" size={12} /> : verdict.needsApproval ? <Icon name="hourglass" size={12} /> : null}
          <b>{cutText(title, room, 12 * scene.scale)}</b>
        </span>
        <span className="blk-line drag-time">
          {time} {room > 130 ? cutText(team, room - 76, 11 * scene.scale) : ''}
        </span>
      </div>
      <Bubble now={now} proposal={proposal} verdict={verdict} box={box} view={view()} scene={scene} />
    </>
  )
}

/** Where the thing under the hand lies, in px of the canvas. A hall stays as high as its rows while it stays in them. */
function boxOf(now: Exclude<Gesture, { state: 'idle' | 'pressed' }>, own: Interval, scene: Scene): Box | null {
  const at = stretch(scene.axis, own.start, own.end)
  const row = placeRow(scene.layout, now.to.rowId)
  if (at === null || row === null) return null
  let { top, height } = { top: row.top + INSET, height: row.height - 2 * INSET }
  if (now.state !== 'drawing') {
    const origin = originOf(now, scene)
    const booking = scene.world.index.byId.get(now.held.bookingId)
    const stays =
      booking !== undefined && placesAfterMove(booking, now.held.rowId, now.to.rowId, scene.world) === booking.resources
    if (origin !== null && stays) {
      top = origin.top
      height = origin.height
    }
  }
  return { left: scene.headWidth + at.x, top, width: Math.max(24, at.width - 3), height }
}

function originOf(now: Extract<Gesture, { held: unknown }>, scene: Scene): Box | null {
  const found = blockOf(scene, blockKey(now.held.bookingId, now.held.rowId))
  if (found === null) return null
  const { row, block } = headRow(scene, found.row, found.block)
  return { left: scene.headWidth + block.x, top: row.top + block.y, width: block.width, height: block.height }
}

/** Where it came from, every part of it. */
function Original({
  now,
  booking,
  scene,
}: {
  now: Extract<Gesture, { held: unknown }>
  booking: Booking
  scene: Scene
}) {
  const text = scene.speech.t('board.drag.original', { title: titleOf(booking, scene.speech) })
  const origin = originOf(now, scene)
  const boxes = booking.resources.length > 1 ? blocksOfBooking(booking, scene).map(({ box }) => box) : []
  return (boxes.length > 0 ? boxes : origin === null ? [] : [origin]).map((box) => (
    <div key={`${box.left} ${box.top}`} className="drag-original" style={box} aria-hidden>
      {cutText(text, box.width - 12, 11 * scene.scale)}
    </div>
  ))
}

const BUBBLE = 300
const GAP = 12

/** Says while it is still in the hand why it cannot go there, all reasons at once, and the nearest time that would do. On the side with room, never over the target. */
function Bubble({
  now,
  proposal,
  verdict,
  box,
  view,
  scene,
}: {
  now: Exclude<Gesture, { state: 'idle' | 'pressed' }>
  proposal: ReturnType<typeof proposalOf>
  verdict: Verdict
  box: Box
  view: View
  scene: Scene
}) {
  const { speech, world } = scene
  const { t, language } = speech
  const refused = verdict.refusals.length > 0
  if (!refused && !verdict.needsApproval) return null
  const right = box.left + box.width + GAP
  const fits = right + BUBBLE <= view.left + view.width
  const left = fits ? right : Math.max(view.left + scene.headWidth + 4, box.left - GAP - BUBBLE)
  const below = box.top - view.top < view.height / 2
  const place = {
    left,
    ...(below
      ? { top: Math.max(view.top + 4, box.top - 4) }
      : { top: box.top + box.height + 4, transform: 'translateY(-100%)' }),
  }
  if (!refused)
    return (
      <div className="bubble bubble-approval" role="status" style={place}>
        <p className="bubble-title">
          <Icon name="hourglass" size={14} />
          {t('board.drag.approval')}
        </p>
      </div>
    )
  const names = namesOf(world, language, dateOf(now.to.start, world.zone))
  const resource = world.places.resources.get(now.to.rowId)
  const part = proposal === null ? null : placeIn(proposal.resources, now.to.rowId, world)
  const nearest = verdict.nearest === null ? null : placeTime(verdict.nearest, part ?? {})
  return (
    <div className="bubble" role="status" style={place}>
      <p className="bubble-title">
        <Icon name="ban" size={14} />
        {t(now.state === 'drawing' ? 'board.drag.refusedNew' : 'board.drag.refused')}
      </p>
      <ol className="bubble-reasons">
        {verdict.refusals.map((refusal) => (
          <li key={JSON.stringify(refusal)}>{explain(refusal, language, names)}</li>
        ))}
      </ol>
      <p className="bubble-next">
        {nearest === null || resource === undefined ? (
          t('board.drag.noNearest')
        ) : (
          <>
            <span>{t('board.drag.nearest')}</span>
            <b>
              {placeName(resource, language)} {rangeOf(nearest.start, nearest.end, speech)}
            </b>
          </>
        )}
      </p>
      {now.state === 'drawing' ? null : (
        <p className="bubble-hint">{t(now.by === 'keys' ? 'board.drag.backKeys' : 'board.drag.back')}</p>
      )}
    </div>
  )
}

/** While something is dragged, rows shade the times in which it could not lie. Found once per row and gesture, not per move. */
export const ShadeLayer = memo(function ShadeLayer({
  scene,
  gesture,
  within,
  first,
  last,
}: {
  scene: Scene
  gesture: Store<Gesture>
  within: Interval
  first: number
  last: number
}) {
  const now = useStore(gesture)
  const active = now.state === 'moving' && now.by === 'pointer'
  const held = active ? now.held : null
  const shades = useMemo(() => {
    if (held === null) return []
    const booking = scene.world.index.byId.get(held.bookingId)
    if (booking === undefined) return []
    const proposal = proposalOf({ state: 'moving', by: 'pointer', held, from: held.start, to: held }, scene.world)
    if (proposal === null) return []
    return scene.layout.rows.slice(first, last).flatMap((row) => {
      if (row.kind === 'group') return []
      return impossibleTimes(proposal, row.id, held.rowId, scene.world, scene.now, within).flatMap(({ start, end }) => {
        const at = stretch(scene.axis, start, end)
        if (at === null) return []
        const { top, height } = row
        return [{ key: `${row.id}${start}`, left: scene.headWidth + at.x, top, width: at.width, height }]
      })
    })
  }, [held, scene, within, first, last])
  return shades.map(({ key, ...box }) => <div key={key} className="shade" aria-hidden style={box} />)
})
