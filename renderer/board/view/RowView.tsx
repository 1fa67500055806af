import { memo } from 'react'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Resource } from '../../../shared/operations/resources.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import { openWithin } from '../../../shared/scheduling/openHours.ts'
import { knob } from '../../../shared/scheduling/policy.ts'
import { Icon } from '../../ui/icons.tsx'
import { dayAt } from '../geometry/axis.ts'
import { rowBands, type Band } from '../geometry/bands.ts'
import type { Buffer } from '../geometry/blocks.ts'
import { labelGap } from '../geometry/gaps.ts'
import type { PlaceRow } from '../geometry/layout.ts'
import { cutText, textWidth } from '../geometry/textFit.ts'
import type { RowBooking, Shut } from '../model/index.ts'
import { rowState, type RowState } from '../model/rowState.ts'
import { bandWords, bufferWord, placeFacts, stateWords } from '../model/words.ts'
import { placeName } from '../model/world.ts'
import { BlockView, CountView } from './BlockView.tsx'
import { cellId, type Scene } from './scene.ts'

type Props = {
  row: PlaceRow
  rowIndex: number
  scene: Scene
  bookings: readonly RowBooking[] | undefined
  outages: readonly Outage[] | undefined
  shuts: readonly Shut[] | undefined
}

/** Drawn again only when something of this row changed: a booking dropped elsewhere costs it nothing. */
function sameRow(a: Props, b: Props): boolean {
  return (
    a.row.resource === b.row.resource &&
    a.row.top === b.row.top &&
    a.row.height === b.row.height &&
    a.rowIndex === b.rowIndex &&
    a.bookings === b.bookings &&
    a.outages === b.outages &&
    a.shuts === b.shuts &&
    a.scene.axis === b.scene.axis &&
    a.scene.now === b.scene.now &&
    a.scene.speech === b.scene.speech &&
    a.scene.colouring === b.scene.colouring &&
    a.scene.headWidth === b.scene.headWidth &&
    a.scene.world.places === b.scene.world.places &&
    a.scene.world.policies === b.scene.world.policies &&
    a.scene.world.calendar === b.scene.world.calendar &&
    a.scene.world.teams === b.scene.world.teams &&
    (a.scene.layout === b.scene.layout || a.scene.layout.rows.length === b.scene.layout.rows.length)
  )
}

/** One place: its head, which stays at the left, and its time with everything that stands in it. */
export const RowView = memo(function RowView({ row, rowIndex, scene }: Props) {
  const { blocks, buffers } = scene.blocksOf(row)
  const bands = rowBands(row, scene.axis, scene.world)
  const boxes = bands.length === 0 ? [] : [...blocks, ...buffers]
  return (
    <div
      className="board-row"
      role="row"
      aria-rowindex={rowIndex}
      data-row={row.id}
      style={{ top: row.top, height: row.height, width: scene.headWidth + scene.axis.width }}
    >
      <RowHead row={row} scene={scene} />
      <div className="board-cell" role="gridcell" id={cellId(row.id)} style={{ left: scene.headWidth }}>
        {bands.map((band) => (
          <BandView key={band.key} band={band} gap={labelGap(band, boxes)} row={row} scene={scene} />
        ))}
        {buffers.map((buffer) => (
          <BufferView key={buffer.key} buffer={buffer} scene={scene} />
        ))}
        {blocks.map((block) =>
          block.kind === 'count' ? (
            <CountView key={block.key} block={block} place={row.resource} scene={scene} />
          ) : block.head ? (
            <BlockView key={block.key} block={block} place={row.resource} scene={scene} />
          ) : null,
        )}
      </div>
    </div>
  )
}, sameRow)

/** The moment a row's state is told for: now, when now is on show; else the first open minute of the first day. */
export function stateOf(resource: Resource, { axis, world, now }: Scene): { state: RowState; day: string } {
  const today = dateOf(now, world.zone)
  const shown = axis.days.find((day) => day.date === today)
  if (shown !== undefined) {
    const window = { start: now, end: Math.max(now + 1, shown.end) }
    return { state: rowState(resource, now, window, world), day: today }
  }
  const first = axis.days[0]
  if (first === undefined) return { state: { word: 'closed', until: null }, day: today }
  const { value } = knob(resource, world.policies, 'openHours')
  const open = openWithin(first, value, world.calendar, world.zone)[0]
  const at = open?.start ?? first.start
  return { state: rowState(resource, at, { start: at, end: first.end }, world, false), day: first.date }
}

const dots: Record<RowState['word'], string> = {
  inUse: 'filled',
  booked: 'filled',
  overrun: 'filled',
  pool: 'filled',
  free: 'ring',
  awaited: 'half',
  closed: 'none',
  shut: 'none',
  outage: 'square',
  fault: 'square-fault',
  down: 'square',
}

function RowHead({ row, scene }: { row: PlaceRow; scene: Scene }) {
  const { resource } = row
  const { speech, headWidth } = scene
  const { state, day } = stateOf(resource, scene)
  const { word, until } = stateWords(state, day, speech)
  const name = placeName(resource, speech.language)
  const room = headWidth - 36 - textWidth(until, 11 * scene.scale)
  return (
    <div className="board-head" role="rowheader" style={{ width: headWidth }}>
      <span className="head-line">
        <span className="head-name" title={name}>
          {name}
        </span>
        <span className={`head-state state-${state.word}`}>
          <i className={`dot dot-${dots[state.word]}`} aria-hidden />
          {word}
        </span>
      </span>
      <span className="head-line head-meta">
        <span className="head-facts">{cutText(placeFacts(resource, scene.world, speech), room, 11 * scene.scale)}</span>
        <span className="head-until">{until}</span>
      </span>
    </div>
  )
}

function BufferView({ buffer, scene }: { buffer: Buffer; scene: Scene }) {
  const word = bufferWord(buffer, scene.world, scene.speech)
  return (
    <div
      className="buffer"
      title={word}
      style={{ left: buffer.x, top: buffer.y, width: buffer.width, height: buffer.height }}
    >
      {buffer.width >= 40 ? <span>{cutText(word, buffer.width - 4, 11 * scene.scale)}</span> : null}
    </div>
  )
}

const bandClass: Record<Band['kind'], string> = {
  closed: 'band band-closed',
  shut: 'band band-closed',
  down: 'band band-closed',
  outage: 'band band-outage',
}

function BandView({
  band,
  gap,
  row,
  scene,
}: {
  band: Band
  gap: { x: number; width: number }
  row: PlaceRow
  scene: Scene
}) {
  const { speech, world, axis } = scene
  const outage = band.kind === 'outage'
  const fault = band.kind === 'outage' && band.outage.kind === 'fault'
  const words = bandWords(band, world, row.resource, speech)
  const room = gap.width - (outage ? 34 : 14)
  // A day closed for everybody is told in the head of its column when several days are on show.
  const quiet =
    band.kind === 'closed' &&
    ((axis.days.length > 1 && !band.own) || (axis.days.length > 1 && band.reason.why === 'day'))
  const whole = words.join(speech.language === 'zh' ? '，' : ', ')
  // Hours that do not fit are told in one word; the whole of it is in the title.
  const short =
    band.kind === 'closed' && textWidth(whole, 11 * scene.scale) > room ? speech.t('board.states.closed') : whole
  const text = quiet || room < (axis.days.length > 1 && !outage ? 96 : 34) ? '' : cutText(short, room, 11 * scene.scale)
  const [head, rest] = splitHead(text, words[0] ?? '')
  return (
    <div
      className={fault ? 'band band-fault' : bandClass[band.kind]}
      title={words.join(speech.language === 'zh' ? '，' : ', ')}
      {...(band.kind === 'outage' ? { 'data-outage': band.outage.id, 'data-day': dayAt(axis, band.start)?.date } : {})}
      style={{ left: band.x, width: Math.max(0, band.width - (outage ? 3 : 0)), paddingLeft: gap.x + 7 }}
    >
      {outage && gap.width >= 20 ? (
        <Icon name={fault ? 'triangle' : 'wrench'} size={12} label={words.join(', ')} />
      ) : null}
      {text === '' ? null : (
        <span>
          {outage ? <b>{head}</b> : head}
          {rest}
        </span>
      )}
    </div>
  )
}

function splitHead(text: string, head: string): [string, string] {
  return text.startsWith(head) ? [head, text.slice(head.length)] : [text, '']
}
