import type { KeyboardEvent } from 'react'
import { explain } from '../../../shared/text/explain.ts'
import { clock } from '../../../shared/text/moments.ts'
import { dateOf, toWall } from '../../../shared/scheduling/zone.ts'
import { isComposing } from '../../ui/ime.ts'
import type { GroupRow } from '../geometry/layout.ts'
import { dayEdge, groupBeside, nextStop, rowBeside, sideways, spotAt, type Spot, type Stop } from '../model/cursor.ts'
import { gesture as step, idle, type Done, type Gesture, type GestureEvent } from '../model/gesture.ts'
import { commandOf, heldOf, type KeyCommand } from '../model/keys.ts'
import { proposalOf, verdictOf } from '../model/verdict.ts'
import { blockLabel, countLabel, timeOf, zoneName } from '../model/words.ts'
import { mayDrag, namesOf, placeName } from '../model/world.ts'
import { blockOf, placeRow, type Scene } from './scene.ts'
import type { Store } from './store.ts'
import type { Interval } from '../../../shared/scheduling/time.ts'

type Given = {
  scene: Scene
  spot: Store<Spot | null>
  gesture: Store<Gesture>
  within: Interval
  say: (text: string) => void
  show: (spot: Spot) => void
  onDone: (done: Done) => void
  onCreate: (spot: Spot) => void
  onOpen: (bookingId: string) => void
  onCard: (key: string) => void
  onCancel: (bookingId: string) => void
  onFold: (row: GroupRow) => void
  closeCard: () => boolean
}

/** The whole board by keys (UI-05): returns the handler of the grid. */
export function boardKeys(given: Given): (event: KeyboardEvent) => void {
  return (event) => {
    if (isComposing(event)) return
    const command = commandOf(event)
    if (command === null || (event.target as Element).closest('.board-tools') !== null) return
    if (obey(command, given)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}

/** Where the keys begin: the spot, or the first place at the time of now. */
export function startSpot({ layout, axis, now }: Pick<Scene, 'layout' | 'axis' | 'now'>): Spot | null {
  const row = layout.rows.find((each) => each.kind === 'place')
  if (row === undefined) return null
  const at = now > axis.start && now < axis.end ? now : axis.start
  return { rowId: row.id, at, key: null }
}

function stopsOf(scene: Scene, rowId: string): Stop[] {
  const row = placeRow(scene.layout, rowId)
  return row === null ? [] : scene.blocksOf(row).blocks
}

function obey(command: KeyCommand, given: Given): boolean {
  const { scene, gesture } = given
  const spot = given.spot.get() ?? startSpot(scene)
  if (spot === null) return false
  const going = gesture.get()
  if (going.state !== 'idle') return duringGesture(command, going, given)
  switch (command.do) {
    case 'sideways': {
      const next = sideways(
        spot,
        command.by,
        stopsOf(scene, spot.rowId),
        scene.gestures.stepOf(spot.rowId, false),
        scene.axis,
      )
      return go(placeRow(scene.layout, spot.rowId) === null ? spot : next, given)
    }
    case 'jump': {
      const next = nextStop(spot, command.by, stopsOf(scene, spot.rowId))
      return go(next ?? spot, given)
    }
    case 'row': {
      const row = rowBeside(scene.layout, spot.rowId, command.by)
      return go(row === null ? spot : spotIn(row.id, spot.at, given), given)
    }
    case 'group': {
      const row = groupBeside(scene.layout, spot.rowId, command.by)
      return go(row === null ? spot : spotIn(row.id, spot.at, given), given)
    }
    case 'edge':
      return go(
        spotIn(spot.rowId, dayEdge(spot, command.first, scene.gestures.stepOf(spot.rowId, false), scene.axis), given),
        given,
      )
    case 'nudge':
    case 'stretch':
      return begin(command, spot, given)
    case 'enter':
    case 'card':
      return open(command.do, spot, given)
    case 'back':
      if (given.closeCard()) return true
      if (spot.key === null) return false
      return go({ ...spot, key: null }, given, false)
    case 'cancelBooking': {
      const found = spot.key === null ? null : blockOf(scene, spot.key)
      if (found?.block.kind !== 'booking') return false
      given.onCancel(found.block.booking.id)
      return true
    }
  }
}

function spotIn(rowId: string, at: number, { scene }: Given): Spot {
  return spotAt(rowId, at, stopsOf(scene, rowId), scene.gestures.stepOf(rowId, false), scene.axis.zone)
}

function go(spot: Spot, given: Given, aloud = true): boolean {
  given.closeCard()
  given.spot.set(spot)
  given.show(spot)
  if (aloud) given.say(spotWords(spot, given.scene))
  return true
}

/** What the live region says of a spot: the block's own label, or the free time. */
export function spotWords(spot: Spot, scene: Scene): string {
  const { speech, layout, world, now } = scene
  const row = layout.rows[layout.at.get(spot.rowId) ?? -1]
  if (row === undefined) return ''
  if (row.kind === 'group')
    return speech.t('board.say.group', {
      name: zoneName(row.zone, speech.language),
      shown: row.shown,
      total: row.total,
    })
  const found = spot.key === null ? null : blockOf(scene, spot.key)
  if (found?.block.kind === 'booking') return blockLabel(found.block, row.resource, world, now, speech)
  if (found?.block.kind === 'count') return countLabel(found.block, row.resource, speech)
  return speech.t('board.say.empty', {
    place: placeName(row.resource, speech.language),
    time: timeOf(spot.at, speech, speech.today),
  })
}

function clockAt(at: number, { axis }: Pick<Scene, 'axis'>): string {
  return clock(toWall(at, axis.zone).minute)
}

function begin(command: Extract<KeyCommand, { do: 'nudge' | 'stretch' }>, spot: Spot, given: Given): boolean {
  const { scene } = given
  const found = spot.key === null ? null : blockOf(scene, spot.key)
  if (found === null) {
    if (command.do === 'nudge' || placeRow(scene.layout, spot.rowId) === null) return false
    return apply({ type: 'extend', rowId: spot.rowId, at: spot.at, steps: command.steps > 0 ? 1 : -1 }, given)
  }
  if (found.block.kind === 'count' || !mayDrag(found.block.booking, scene.world.person)) {
    given.say(scene.speech.t('board.say.notMovable'))
    return true
  }
  const { booking } = found.block
  const held = heldOf(booking, found.row.id)
  given.closeCard()
  if (command.do === 'stretch') return apply({ type: 'stretch', held, edge: 'end', steps: command.steps }, given)
  if (booking.status === 'inUse') {
    given.say(scene.speech.t('board.say.notMovable'))
    return true
  }
  return apply({ type: 'nudge', held, ...nudgeTo(command, held.rowId, scene) }, given)
}

function nudgeTo(
  command: Extract<KeyCommand, { do: 'nudge' }>,
  rowId: string,
  { layout }: Scene,
): { steps: number; rowId: string } {
  if (command.rows === 0) return { steps: command.steps, rowId }
  const by = command.rows > 0 ? 1 : -1
  let row = rowBeside(layout, rowId, by)
  while (row !== null && row.kind === 'group') row = rowBeside(layout, row.id, by)
  return { steps: 0, rowId: row?.id ?? rowId }
}

function duringGesture(command: KeyCommand, going: Gesture, given: Given): boolean {
  if (command.do === 'back') {
    given.gesture.set(idle)
    given.say(given.scene.speech.t('board.say.returned'))
    return true
  }
  if (going.state === 'idle' || going.state === 'pressed' || going.by !== 'keys') return false
  if (command.do === 'enter') {
    const { next, done } = step(going, { type: 'up' }, given.scene.gestures)
    given.gesture.set(next)
    if (done === null) given.say(given.scene.speech.t('board.say.returned'))
    else given.onDone(done)
    return true
  }
  if (going.state === 'drawing') {
    const steps = command.do === 'stretch' ? command.steps : command.do === 'sideways' ? command.by : 0
    return steps === 0 ? true : apply({ type: 'extend', rowId: going.to.rowId, at: going.anchor, steps }, given)
  }
  if (command.do === 'nudge' && going.state === 'moving')
    return apply({ type: 'nudge', held: going.held, ...nudgeTo(command, going.to.rowId, given.scene) }, given)
  if (command.do === 'stretch' && going.state === 'resizing')
    return apply({ type: 'stretch', held: going.held, edge: going.edge, steps: command.steps }, given)
  // Other keys wait until the booking has been put down.
  return true
}

function apply(event: GestureEvent, given: Given): boolean {
  const { scene, gesture } = given
  const { next } = step(gesture.get(), event, scene.gestures)
  gesture.set(next)
  if (next.state === 'drawing' || next.state === 'moving' || next.state === 'resizing') {
    given.show({ rowId: next.to.rowId, at: next.to.start, key: null })
    given.say(gestureWords(next, given))
  }
  return true
}

/** 会议室1A，14:30 至 16:00，不能放：路演全厅占用. */
function gestureWords(now: Exclude<Gesture, { state: 'idle' | 'pressed' }>, { scene, within }: Given): string {
  const { world, speech } = scene
  const proposal = proposalOf(now, world)
  const place = world.places.resources.get(now.to.rowId)
  if (proposal === null || place === undefined) return ''
  const { refusals, needsApproval } = verdictOf(proposal, world, scene.now, within)
  const facts = {
    place: placeName(place, speech.language),
    from: clockAt(now.to.start, scene),
    until: clockAt(now.to.end, scene),
  }
  if (refusals.length === 0) return speech.t(needsApproval ? 'board.say.approval' : 'board.say.legal', facts)
  const names = namesOf(world, speech.language, dateOf(now.to.start, world.zone))
  const why = refusals
    .map((refusal) => explain(refusal, speech.language, names))
    .join(speech.language === 'zh' ? '；' : '; ')
  return speech.t('board.say.refused', { ...facts, why })
}

function open(how: 'enter' | 'card', spot: Spot, given: Given): boolean {
  const { scene } = given
  const row = scene.layout.rows[scene.layout.at.get(spot.rowId) ?? -1]
  if (row === undefined) return false
  if (row.kind === 'group') {
    given.onFold(row)
    return true
  }
  const found = spot.key === null ? null : blockOf(scene, spot.key)
  if (found === null) {
    if (how === 'card') return true
    given.onCreate(spot)
    return true
  }
  if (found.block.kind === 'count' || how === 'card') given.onCard(found.block.key)
  else given.onOpen(found.block.booking.id)
  return true
}
