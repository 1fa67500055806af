import { memo, type CSSProperties } from 'react'
import type { Resource } from '../../../shared/operations/resources.ts'
import { Icon } from '../../ui/icons.tsx'
import { elapsedPx, type Block, type CountBlock } from '../geometry/blocks.ts'
import { xOf } from '../geometry/axis.ts'
import { cutText, headOf, textWidth } from '../geometry/textFit.ts'
import { timeInRow } from '../model/index.ts'
import { colourOf, iconsOf, lookOf } from '../model/look.ts'
import { blockLabel, countLabel, rangeOf, secondLine, teamOf, titleOf } from '../model/words.ts'
import { blockId, type Scene } from './scene.ts'

const TITLE = 12
const LINE = 11
const ICON = 15
const WIDE = 134
const MIDDLE = 80
const NARROW = 40

/** px of a block that words may use: without its bar and padding. */
const roomIn = (width: number) => width - 12

/**
 * A booking in a row: what it says depends on its width (ui.md §4). Under 40 px it is bar and colour only. Its name says all: as a label where nothing is written,
 * else as text beside what is seen, which is shortened and so hidden from the reader of the screen.
 */
export const BlockView = memo(function BlockView({
  block,
  place,
  scene,
}: {
  block: Block
  place: Resource
  scene: Scene
}) {
  const { world, now, speech, axis } = scene
  const { booking, width } = block
  const look = lookOf(booking, now)
  const colour = colourOf(booking, { colouring: scene.colouring, kind: place.kind, teams: world.teams, now })
  const elapsed = look === 'inUse' ? elapsedPx(block, axis, now) : 0
  const classes = `blk c-${colour} s-${look}${block.half ? ' blk-half' : ''}${block.spans > 1 ? ' blk-span' : ''}${
    block.cutLeft ? ' blk-cut-left' : ''
  }${block.cutRight ? ' blk-cut-right' : ''}`
  const narrow = width < NARROW
  const label = blockLabel(block, place, world, now, speech)
  return (
    <div
      id={blockId(block.key)}
      className={classes}
      role="button"
      {...(narrow ? { 'aria-label': label } : {})}
      style={boxOf(block)}
    >
      {elapsed > 0 ? <i className="blk-elapsed" style={{ width: elapsed }} /> : null}
      {block.overrun ? (
        <i className="blk-over" style={{ left: Math.max(0, xOf(axis, block.own.end) - block.x) }} />
      ) : null}
      {narrow ? null : <BlockText block={block} scene={scene} />}
      {narrow ? null : <span className="blk-name">{label}</span>}
    </div>
  )
})

/** Only what differs from the style sheet: most blocks fill their row, and each style set is paid a thousand times. */
function boxOf(block: Block): CSSProperties {
  const { x, y, width, height } = block
  if (block.spans === 1 && block.whole) return { left: x, width }
  return { left: x, top: y, width, height, bottom: 'auto' }
}

function BlockText({ block, scene }: { block: Block; scene: Scene }) {
  const { world, now, speech } = scene
  const { booking, width } = block
  const [titleSize, lineSize] = [TITLE * scene.scale, LINE * scene.scale]
  const look = lookOf(booking, now)
  const all = iconsOf(booking, look, block.linked)
  const title = titleOf(booking, speech)
  const team = teamOf(booking, world)
  const chevrons = (block.cutLeft ? ICON : 0) + (block.cutRight ? ICON : 0)
  const room = roomIn(width) - chevrons
  const icons = width >= WIDE ? all : width >= MIDDLE && !block.half ? all.slice(0, 1) : []
  const forTitle = room - icons.length * ICON
  const head =
    width < MIDDLE
      ? headOf(title, forTitle, titleSize, 4) || headOf(title, forTitle, lineSize, 2)
      : cutText(title, forTitle, block.half ? lineSize : titleSize)
  const second = block.half
    ? null
    : width >= WIDE
      ? wideLine(block, scene, room)
      : width >= MIDDLE
        ? cutText(booking.status === 'noShow' ? speech.t('board.released') : team, room, lineSize)
        : headOf(team, room, lineSize, 4)
  const waiting = block.overrun ? waitingFor(block, scene) : null
  return (
    <>
      <span className="blk-title" aria-hidden>
        {block.cutLeft ? <Icon name="chevronLeft" size={12} /> : null}
        {icons.map((name) => (
          <Icon key={name} name={name} size={12} />
        ))}
        {head}
      </span>
      {second === null || second === '' ? null : (
        <span className="blk-line" aria-hidden>
          {waiting === null ? second : cutText(waiting, room, lineSize)}
        </span>
      )}
      {block.cutRight ? <Icon name="chevronRight" size={12} className="blk-more" /> : null}
    </>
  )
  function wideLine(wide: Block, { world: inWorld }: Scene, space: number): string {
    const line = secondLine(wide, inWorld, now, speech)
    if (textWidth(line, lineSize) <= space) return line
    // Better the time whole and no team than half a team.
    const time =
      wide.booking.status === 'noShow' || wide.booking.status === 'tentative'
        ? line
        : rangeOf(wide.own.start, wide.own.end, speech)
    return cutText(textWidth(time, lineSize) > space - 24 ? time : line, space, lineSize)
  }
}

/** Who comes after a booking that runs over: the next one of the row whose time has begun or begins soon. */
function waitingFor(block: Block, scene: Scene): string | null {
  const { world, speech, now } = scene
  const next = (world.index.bookings.get(block.place.resourceId) ?? []).find(
    (stay) =>
      stay.booking.id !== block.booking.id &&
      timeInRow(stay).start >= block.own.end &&
      stay.booking.status === 'confirmed',
  )
  if (next === undefined || timeInRow(next).start > now + 30 * 60_000) return null
  return speech.t('board.waiting', { who: teamOf(next.booking, world) || titleOf(next.booking, speech) })
}

/** A stretch of a large pool: how many are taken and how many are left. */
export const CountView = memo(function CountView({
  block,
  place,
  scene,
}: {
  block: CountBlock
  place: Resource
  scene: Scene
}) {
  const { speech, world, now, axis } = scene
  const [titleSize, lineSize] = [TITLE * scene.scale, LINE * scene.scale]
  const { t } = speech
  const left = Math.max(0, place.units - block.taken)
  const past = block.end <= now
  const look = block.running ? 's-inUse' : past ? 's-completed' : 's-confirmed'
  const room = roomIn(block.width)
  const roomy = block.width >= MIDDLE
  const facts = { taken: block.taken, units: place.units }
  const title = roomy ? t(left === 0 ? 'board.countFull' : 'board.countTitle', facts) : `${block.taken}/${place.units}`
  const checked = roomy && (block.running || past)
  const teams = [
    ...new Set(block.bookings.map((booking) => teamOf(booking, world)).filter((name) => name !== '')),
  ].join(speech.language === 'zh' ? '、' : ', ')
  const elapsed = block.running ? elapsedPx(block, axis, now) : 0
  const narrow = block.width < NARROW
  const label = countLabel(block, place, speech)
  return (
    <div
      id={blockId(block.key)}
      className={`blk c-slate ${look}`}
      role="button"
      {...(narrow ? { 'aria-label': label } : {})}
      style={{ left: block.x, width: block.width }}
    >
      {elapsed > 0 ? <i className="blk-elapsed" style={{ width: elapsed }} /> : null}
      {narrow ? null : (
        <>
          <span className="blk-name">{label}</span>
          <span className="blk-title" aria-hidden>
            {checked ? <Icon name="check" size={12} /> : null}
            {cutText(title, room - (checked ? ICON : 0), titleSize)}
          </span>
          <span className="blk-line" aria-hidden>
            {roomy
              ? cutText([t('board.countLeft', { count: left }), teams].filter(Boolean).join(' · '), room, lineSize)
              : headOf(t('board.left', { count: left }), room, lineSize, 12)}
          </span>
        </>
      )}
    </div>
  )
})
