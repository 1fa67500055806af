import BoardPage from '../../../renderer/board/BoardPage.tsx'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import { setCoreClock } from '../../../renderer/api/now.ts'
import { clearUndo } from '../../../renderer/api/undoStack.ts'
import { closeDrawer, ShellSlotsContext, useOpenDrawer } from '../../../renderer/ui/drawers.ts'
import { startText } from '../../../renderer/ui/text.ts'
import { Toaster } from '../../../renderer/ui/Toaster.tsx'
import { closeToast } from '../../../renderer/ui/toasts.ts'
import { at } from '../../support/situation.ts'
import { fakeBoard, now, type FakeBoard } from './fakeBoard.ts'

export const clock = (time: string) => at('2026-11-24', time)
// Without layout the board is drawn 1368 px wide in a narrow window: 176 for the heads, 1191 for 13 hours, axis 28 px high.
export const HEAD = 176
export const HOUR_PX = 1191 / 13
export const xAt = (time: string) => HEAD + ((clock(time) - clock('08:00')) / 3_600_000) * HOUR_PX

function OpenDrawer() {
  return <output data-testid="drawer">{JSON.stringify(useOpenDrawer())}</output>
}

export async function show(fake: FakeBoard = fakeBoard(), hash = '#/board'): Promise<FakeBoard> {
  window.location.hash = hash
  setCoreClock(fake.client, now)
  const topBar = document.createElement('div')
  const statusBar = document.createElement('div')
  document.body.append(topBar, statusBar)
  render(
    <ShellSlotsContext value={{ topBar, statusBar }}>
      <ApiProvider client={fake.client}>
        <BoardPage />
        <OpenDrawer />
        <Toaster />
      </ApiProvider>
    </ShellSlotsContext>,
  )
  await screen.findByRole('grid')
  await waitFor(() => expect(document.querySelector('.board-row')).not.toBeNull())
  return fake
}

export const grid = () => screen.getByRole('grid')
export const block = (title: string) => within(grid()).getAllByRole('button', { name: new RegExp(`，${title}`) })[0]!
export const writes = (fake: FakeBoard) =>
  fake.sent.filter(({ name }) => /^bookings\.(move|resize|cancel|check|create)/.test(name))
export const drawer = () =>
  JSON.parse(screen.getByTestId('drawer').textContent ?? 'null') as null | {
    drawer: string
    id?: string
    draft?: { start: number; end: number; resources: { resourceId: string }[] }
  }
export const live = () => document.querySelector('.board [aria-live=polite]')?.textContent ?? ''
export const rowTop = (id: string) =>
  Number.parseFloat(document.querySelector<HTMLElement>(`[data-row="${id}"]`)!.style.top)
export const yAt = (id: string) => 28 + rowTop(id) + 17

export function press(element: Element, x: number, y: number) {
  fireEvent.pointerDown(element, { button: 0, clientX: x, clientY: y })
}
export function drag(x: number, y: number, change: object = {}) {
  fireEvent(window, Object.assign(new MouseEvent('pointermove', { clientX: x, clientY: y, ...change })))
}
export function drop() {
  fireEvent(window, new MouseEvent('pointerup'))
}

/** Puts the keys on a block, as a click does, and closes its card. */
export async function select(title: string) {
  const found = block(title)
  press(found, xOfBlock(found) + 20, 40)
  drop()
  await screen.findByRole('dialog')
  fireEvent.keyDown(document, { key: 'Escape' })
  grid().focus()
}
export const xOfBlock = (element: HTMLElement) => HEAD + Number.parseFloat(element.style.left)

/** Before and after each test of the board. */
export function boardHooks(): void {
  beforeEach(() => {
    startText('zh')
    document.body.innerHTML = ''
    // The board scrolls by itself when the pointer nears its edges, so it must know where they are.
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, 0, 1368, 788))
  })
  afterEach(() => {
    cleanup()
    closeDrawer()
    closeToast()
    clearUndo()
    localStorage.clear()
    vi.restoreAllMocks()
  })
}
