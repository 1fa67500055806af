import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { dateLong } from '../../shared/text/format.ts'
import { useText } from '../ui/text.ts'
import type { BoardProps } from './boardProps.ts'
import { blockKey } from './geometry/blocks.ts'
import type { Fold, GroupRow } from './geometry/layout.ts'
import type { Action } from './model/actions.ts'
import { spotAt, type Spot } from './model/cursor.ts'
import { createDraft } from './model/draft.ts'
import { noFilter, type Finds } from './model/filter.ts'
import { idle, type Done, type Gesture, type Placement } from './model/gesture.ts'
import { placesAfterMove } from './model/verdict.ts'
import { AxisView, LinesView } from './view/AxisView.tsx'
import { Card, type CardState } from './view/Card.tsx'
import { ContextMenu, type MenuState } from './view/ContextMenu.tsx'
import { DragLayer, ShadeLayer, type View } from './view/DragLayer.tsx'
import { GroupView } from './view/GroupView.tsx'
import { boardMouse } from './view/mouse.ts'
import { RowView } from './view/RowView.tsx'
import { placeRow, type Scene } from './view/scene.ts'
import { SelectionLayer } from './view/SelectionLayer.tsx'
import { makeStore } from './view/store.ts'
import { useBox } from './view/useBox.ts'
import { boardKeys, startSpot } from './view/useKeys.ts'
import { useGiveUp, usePointer } from './view/usePointer.ts'
import { useReveal } from './view/useReveal.ts'
import { useRows } from './view/useRows.ts'
import { useScene } from './view/useScene.ts'
import './board.css'
import './heads.css'
import './blocks.css'
import './drag.css'

export type { BoardCommands, BoardProps } from './boardProps.ts'

const plainFinds: Finds = (text, typed) => text.toLowerCase().includes(typed.toLowerCase())

/** The board: places in rows, time across, one day or several. Draws what it is given and tells what people do with it. */
export function Board(props: BoardProps) {
  const { data, now, commands, colouring = 'team', density = 'normal', filter = noFilter, finds = plainFinds } = props
  const { t, language } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useBox(scroller)
  const [spot] = useState(() => props.spot ?? makeStore<Spot | null>(null))
  const [gesture] = useState(() => makeStore<Gesture>(idle))
  const [folds, setFolds] = useState<ReadonlyMap<string, Fold>>(new Map())
  const [card, setCard] = useState<CardState | null>(null)
  const [menu, setMenu] = useState<MenuState | null>(null)
  const live = useRef<HTMLDivElement>(null)

  const { zone } = data
  const { scene, axisHeight } = useScene({ data, now, size, folds, filter, finds, colouring, density })
  const { world, layout, axis, headWidth } = scene
  const latest = useRef<Scene>(scene)
  latest.current = scene
  const within = useMemo(() => ({ start: axis.start, end: axis.end }), [axis])
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
    const resources = asked.map(({ before = 0, after = 0, ...place }) => ({ ...place, before, after }))
    const lands = resources.some(({ resourceId }) => known.places.leavesOf.get(resourceId)?.includes(to.rowId) === true)
    if (commands.change(booking, { start: to.start, end: to.end, resources }, known) === false) return
    const rowId = lands ? to.rowId : held.rowId
    spot.set({ rowId, at: to.start, key: blockKey(booking.id, rowId) })
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
    },
  })
  const keys = boardKeys({
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
  const onKeyDown = (event: KeyboardEvent) => {
    const into = event.key === 'Tab' && !event.shiftKey && card !== null ? document.querySelector('.card button') : null
    if (into instanceof HTMLElement) {
      event.preventDefault()
      into.focus()
    } else keys(event)
  }
  useGiveUp(gesture, () => say(t('board.say.returned')))
  const mouse = boardMouse({
    scene,
    scroller,
    view,
    axisHeight,
    spot,
    onMenu: (next) => {
      setCard(null)
      setMenu(next)
    },
    onOpen: (id) => {
      setCard(null)
      commands.open(id)
    },
    onOutage: (id) => commands.openOutage?.(id),
  })
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
        onClick={mouse.onClick}
        onDoubleClick={mouse.onDoubleClick}
        onContextMenu={mouse.onContextMenu}
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
      <i className="board-focus" aria-hidden />
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
