import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import { dateLong } from '../../shared/text/format.ts'
import type { BookingDraft, OutageDraft } from '../ui/drawers.ts'
import { usePreferences } from '../ui/preferences.ts'
import { useText } from '../ui/text.ts'
import { instantAt, makeAxis } from './geometry/axis.ts'
import { placeRowAt, type Fold, type GroupRow } from './geometry/layout.ts'
import type { Action } from './model/actions.ts'
import { spotAt, type Spot } from './model/cursor.ts'
import { idle, type Done, type Gesture, type Placement } from './model/gesture.ts'
import { noFilter, type Filter, type Finds } from './model/filter.ts'
import type { Colouring } from './model/look.ts'
import { placesAfterMove } from './model/verdict.ts'
import { speechFor } from './model/words.ts'
import { makeGround, type BoardData, type World } from './model/world.ts'
import { AxisView, LinesView } from './view/AxisView.tsx'
import { Card, type CardState } from './view/Card.tsx'
import { ContextMenu, type MenuState } from './view/ContextMenu.tsx'
import { DragLayer, ShadeLayer, type View } from './view/DragLayer.tsx'
import { GroupView } from './view/GroupView.tsx'
import { heights, useBoardLayout, useWorld, type Density } from './view/layoutOf.ts'
import { RowView } from './view/RowView.tsx'
import { blockOf, keyUnder, makeScene, placeRow, type Scene } from './view/scene.ts'
import { SelectionLayer } from './view/SelectionLayer.tsx'
import { makeStore, type Store } from './view/store.ts'
import { useBox } from './view/useBox.ts'
import { boardKeys, startSpot } from './view/useKeys.ts'
import { usePointer } from './view/usePointer.ts'
import { useReveal, type Reveal } from './view/useReveal.ts'
import { useRows } from './view/useRows.ts'
import { createDraft } from './model/draft.ts'
import './board.css'
import './blocks.css'

/** What the board asks for; it changes nothing itself. */
export type BoardCommands = {
  create: (draft: BookingDraft) => void
  open: (bookingId: string) => void
  /** Time, place or both; `world` is what the board knew when it judged it as possible. */
  change: (
    booking: Booking,
    to: { start: Instant; end: Instant; resources: Booking['resources'] },
    world: World,
  ) => void
  /** Put down where it cannot be: nothing is sent, the reasons are told. */
  refused?: (booking: Booking) => void
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

const MIN_HOUR = 72
const MIN_HOUR_WEEK = 11.6
const plainFinds: Finds = (text, typed) => text.toLowerCase().includes(typed.toLowerCase())

/** The board: places in rows, time across, one day or several. Draws what it is given and tells what people do with it. */
export function Board(props: BoardProps) {
  const { data, now, commands, colouring = 'team', density = 'normal', filter = noFilter, finds = plainFinds } = props
  const { t, language } = useText()
  const { scale } = usePreferences()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useBox(scroller)
  const [spot] = useState(() => props.spot ?? makeStore<Spot | null>(null))
  const [gesture] = useState(() => makeStore<Gesture>(idle))
  const [folds, setFolds] = useState<ReadonlyMap<string, Fold>>(new Map())
  const [card, setCard] = useState<CardState | null>(null)
  const [menu, setMenu] = useState<MenuState | null>(null)
  const live = useRef<HTMLDivElement>(null)

  const { zone, catalogue, settings, calendar, teams, people } = data
  const ground = useMemo(
    () => makeGround({ zone, catalogue, settings, calendar, teams, people }),
    [zone, catalogue, settings, calendar, teams, people],
  )
  const world = useWorld(ground, data)
  const sizes = heights(density, scale)
  const headWidth = Math.round((size?.narrow === true ? 176 : 216) * Math.max(1, scale))
  const several = data.days.length > 1
  const width = (size?.width ?? 0) - headWidth
  const axis = useMemo(
    () =>
      makeAxis({
        days: data.days,
        from: settings.boardFrom,
        until: settings.boardUntil,
        zone,
        width: Math.max(0, width - 1),
        minHour: several ? MIN_HOUR_WEEK : MIN_HOUR,
      }),
    [data.days, settings.boardFrom, settings.boardUntil, zone, width, several],
  )
  const layout = useBoardLayout({ catalogue, folds, filter, finds, world, now, row: sizes.row, group: sizes.group })
  const speech = useMemo(
    () => speechFor({ t, language, zone, today: several ? '' : (data.days[0] ?? '') }),
    [t, language, zone, several, data.days],
  )
  const scene = useMemo(
    () => makeScene({ world, layout, axis, now, speech, colouring, headWidth }),
    [world, layout, axis, now, speech, colouring, headWidth],
  )
  const latest = useRef<Scene>(scene)
  latest.current = scene
  const within = useMemo(() => ({ start: axis.start, end: axis.end }), [axis])
  const axisHeight = several ? sizes.axisDays : sizes.axis
  const viewHeight = (size?.height ?? 0) - axisHeight
  const rows = useRows(layout, world.index, scroller, viewHeight)
  const view = useCallback((): View => {
    const frame = scroller.current
    return {
      left: frame?.scrollLeft ?? 0,
      top: frame?.scrollTop ?? 0,
      width: size?.width ?? 0,
      height: viewHeight,
    }
  }, [size?.width, viewHeight])

  const say = useCallback((text: string) => {
    if (live.current !== null) live.current.textContent = text
  }, [])
  const onFold = useCallback((zoneId: string, fold: Fold) => {
    setFolds((old) => new Map(old).set(zoneId, fold))
  }, [])
  const closeCard = useCallback(() => {
    if (document.activeElement?.closest('.card') !== null) scroller.current?.focus({ preventScroll: true })
    setCard(null)
  }, [])
  const show = useReveal({
    scene,
    scroller,
    headWidth,
    axisHeight,
    size,
    reveal: props.reveal ?? null,
    covered: props.covered ?? 0,
    onFold,
  })

  const create = (to: Placement) => commands.create(createDraft(to, latest.current.world))
  const change = (held: { bookingId: string; rowId: string }, to: Placement, moves: boolean) => {
    const { world: known } = latest.current
    const booking = known.index.byId.get(held.bookingId)
    if (booking === undefined) return
    const asked = moves ? placesAfterMove(booking, held.rowId, to.rowId, known) : booking.resources
    const resources = asked.map(({ resourceId, quantity, before = 0, after = 0 }) => ({
      resourceId,
      quantity,
      before,
      after,
    }))
    const lands = resources.some(({ resourceId }) => known.places.leavesOf.get(resourceId)?.includes(to.rowId) === true)
    spot.set({
      rowId: lands ? to.rowId : held.rowId,
      at: to.start,
      key: `${booking.id}@${lands ? to.rowId : held.rowId}`,
    })
    commands.change(booking, { start: to.start, end: to.end, resources }, known)
  }
  const onDone = (done: Done) => {
    if (done.kind === 'create') create(done.to)
    else if (done.kind !== 'click') change(done.held, done.to, done.kind === 'move')
    else if (done.target.kind === 'block') {
      spot.set({ rowId: done.target.held.rowId, at: done.target.held.start, key: done.target.key })
      setCard({ key: done.target.key, focus: false })
    } else {
      const row = placeRow(latest.current.layout, done.rowId)
      if (row !== null)
        spot.set(
          spotAt(
            row.id,
            done.at,
            latest.current.blocksOf(row).blocks,
            latest.current.gestures.stepOf(row.id, false),
            zone,
          ),
        )
    }
  }
  const createAt = (at: Spot) => {
    const row = placeRow(latest.current.layout, at.rowId)
    if (row !== null) commands.create(createDraft({ rowId: row.id, start: at.at, end: at.at }, latest.current.world))
  }
  const act = (action: Action, booking: Booking) => {
    closeCard()
    commands.act(action, booking)
  }
  const { onPointerDown } = usePointer({
    scene: latest,
    gesture,
    scroller,
    view,
    axisHeight,
    onDone,
    onPress: () => {
      setCard(null)
      setMenu(null)
      scroller.current?.focus({ preventScroll: true })
    },
  })
  const onKeyDown = boardKeys({
    scene,
    spot,
    gesture,
    within,
    say,
    show,
    onDone,
    onCreate: createAt,
    onOpen: commands.open,
    onCard: (key) => setCard({ key, focus: true }),
    onCancel: (id) => {
      const booking = world.index.byId.get(id)
      if (booking !== undefined) commands.act({ name: 'cancel' }, booking)
    },
    onFold: (row: GroupRow) => onFold(row.zone.id, row.fold === 'folded' ? 'usual' : 'folded'),
    closeCard: () => {
      if (card === null) return false
      closeCard()
      return true
    },
  })
  // A drag is given up with Esc wherever the focus is.
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const { state } = gesture.get()
      if (event.key !== 'Escape' || state === 'idle') return
      event.preventDefault()
      event.stopPropagation()
      gesture.set(idle)
      say(t('board.say.returned'))
    }
    window.addEventListener('keydown', key, true)
    return () => window.removeEventListener('keydown', key, true)
  }, [gesture, say, t])

  const pressed = (event: MouseEvent): Spot | null => {
    const key = keyUnder(event.target as Element) ?? null
    if (key !== null) {
      const found = blockOf(scene, key)
      return found === null ? null : { rowId: found.row.id, at: found.block.start, key }
    }
    const rect = scroller.current!.getBoundingClientRect()
    const seen = view()
    const row = placeRowAt(layout, event.clientY - rect.top + seen.top - axisHeight)
    if (row === null) return null
    return {
      rowId: row.id,
      at: scene.gestures.snap(
        instantAt(axis, event.clientX - rect.left + seen.left - headWidth),
        scene.gestures.stepOf(row.id, false),
      ),
      key: null,
    }
  }
  const onContextMenu = (event: MouseEvent) => {
    const byMouse = event.button === 2
    const at = byMouse ? pressed(event) : spot.get()
    if (at === null || (byMouse && event.clientX - scroller.current!.getBoundingClientRect().left < headWidth)) return
    event.preventDefault()
    spot.set(at)
    setCard(null)
    setMenu({ x: event.clientX, y: event.clientY, spot: at })
  }
  const onDoubleClick = (event: MouseEvent) => {
    const key = keyUnder(event.target as Element)
    const found = key === undefined ? null : blockOf(scene, key)
    if (found?.block.kind !== 'booking' || found.block.booking.hidden) return
    setCard(null)
    commands.open(found.block.booking.id)
  }
  const onClick = (event: MouseEvent) => {
    const outage = (event.target as Element).closest<HTMLElement>('[data-outage]')?.dataset['outage']
    if (outage !== undefined && keyUnder(event.target as Element) === undefined) commands.openOutage?.(outage)
  }
  const label = t('board.grid', { date: data.days.length === 0 ? '' : dateLong(data.days[0]!, language) })
  const { first, last } = rows.range
  return (
    <div className={`board density-${density}`} style={{ '--axis-height': `${axisHeight}px` } as React.CSSProperties}>
      <div
        ref={scroller}
        className="board-scroll"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={layout.rows.length + 1}
        aria-keyshortcuts="Enter Alt+ArrowRight Shift+ArrowRight Delete"
        onScroll={rows.onScroll}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
        onFocus={(event) => {
          if (
            event.target === event.currentTarget &&
            spot.get() === null &&
            event.currentTarget.matches(':focus-visible')
          )
            spot.set(startSpot(scene))
        }}
      >
        {size === null ? null : (
          <>
            <AxisView scene={scene} />
            <div
              className="board-canvas"
              role="presentation"
              style={{ width: headWidth + axis.width + (props.covered ?? 0), height: layout.height }}
            >
              <LinesView scene={scene} />
              {layout.rows
                .slice(first, last)
                .map((row, index) =>
                  row.kind === 'group' ? (
                    <GroupView key={row.id} row={row} rowIndex={first + index + 2} scene={scene} onFold={onFold} />
                  ) : (
                    <RowView
                      key={row.id}
                      row={row}
                      rowIndex={first + index + 2}
                      scene={scene}
                      bookings={world.index.bookings.get(row.id)}
                      outages={world.index.outages.get(row.id)}
                      shuts={world.index.shuts.get(row.id)}
                    />
                  ),
                )}
              <ShadeLayer scene={scene} gesture={gesture} within={within} first={first} last={last} />
              <SelectionLayer scene={scene} spot={spot} gesture={gesture} grid={scroller} />
              <DragLayer scene={scene} gesture={gesture} within={within} view={view} />
            </div>
          </>
        )}
      </div>
      {layout.shown === 0 && size !== null ? <p className="board-note">{t('board.noRows')}</p> : null}
      {layout.shown > 0 && world.index.byId.size === 0 && props.emptyLine ? (
        <p className="board-note">{props.emptyLine}</p>
      ) : null}
      <div ref={live} className="visually-hidden" role="status" aria-live="polite" />
      {card === null ? null : (
        <Card state={card} scene={scene} onClose={closeCard} onAct={act} onOpen={commands.open} />
      )}
      {menu === null ? null : (
        <ContextMenu
          state={menu}
          scene={scene}
          grid={scroller}
          onClose={() => setMenu(null)}
          onAct={act}
          onCreate={createAt}
          onOutage={
            commands.newOutage == null
              ? null
              : (at) => commands.newOutage?.({ resourceId: at.rowId, start: at.at, end: at.at + 3_600_000 })
          }
        />
      )}
    </div>
  )
}
