// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import { setCoreClock } from '../../../renderer/api/now.ts'
import { clearUndo } from '../../../renderer/api/undoStack.ts'
import BoardPage from '../../../renderer/board/BoardPage.tsx'
import { closeDrawer, newBookingDefaults, ShellSlotsContext, useOpenDrawer } from '../../../renderer/ui/drawers.ts'
import { changeLanguage, startText } from '../../../renderer/ui/text.ts'
import { Toaster } from '../../../renderer/ui/Toaster.tsx'
import { closeToast } from '../../../renderer/ui/toasts.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { at } from '../../support/situation.ts'
import { fakeBoard, now, type FakeBoard } from './fakeBoard.ts'

const clock = (time: string) => at('2026-11-24', time)
// Without layout the board is drawn 1368 px wide in a narrow window: 176 for the heads, 1191 for 13 hours, axis 28 px high.
const HEAD = 176
const HOUR_PX = 1191 / 13
const xAt = (time: string) => HEAD + ((clock(time) - clock('08:00')) / 3_600_000) * HOUR_PX

function OpenDrawer() {
  return <output data-testid="drawer">{JSON.stringify(useOpenDrawer())}</output>
}

async function show(fake: FakeBoard = fakeBoard(), hash = '#/board'): Promise<FakeBoard> {
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

const grid = () => screen.getByRole('grid')
const block = (title: string) => within(grid()).getAllByRole('button', { name: new RegExp(`，${title}`) })[0]!
const writes = (fake: FakeBoard) =>
  fake.sent.filter(({ name }) => /^bookings\.(move|resize|cancel|check|create)/.test(name))
const drawer = () =>
  JSON.parse(screen.getByTestId('drawer').textContent ?? 'null') as null | {
    drawer: string
    id?: string
    draft?: { start: number; end: number; resources: { resourceId: string }[] }
  }
const live = () => document.querySelector('.board [aria-live=polite]')?.textContent ?? ''
const rowTop = (id: string) => Number.parseFloat(document.querySelector<HTMLElement>(`[data-row="${id}"]`)!.style.top)
const yAt = (id: string) => 28 + rowTop(id) + 17

function press(element: Element, x: number, y: number) {
  fireEvent.pointerDown(element, { button: 0, clientX: x, clientY: y })
}
function drag(x: number, y: number, change: object = {}) {
  fireEvent(window, Object.assign(new MouseEvent('pointermove', { clientX: x, clientY: y, ...change })))
}
function drop() {
  fireEvent(window, new MouseEvent('pointerup'))
}

/** Puts the keys on a block, as a click does, and closes its card. */
async function select(title: string) {
  const found = block(title)
  press(found, xOfBlock(found) + 20, 40)
  drop()
  await screen.findByRole('dialog')
  fireEvent.keyDown(document, { key: 'Escape' })
  grid().focus()
}
const xOfBlock = (element: HTMLElement) => HEAD + Number.parseFloat(element.style.left)

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

describe('the day on the board', () => {
  it('names every block as a whole: place, time, title, team, state', async () => {
    await show()
    expect(
      screen.getByRole('button', { name: '会议室2，10:00 至 11:30，版图评审，集成电路实验室，使用中' }),
    ).toBeInstanceOf(HTMLElement)
    expect(
      screen.getByRole('button', { name: /路演厅A，13:30 至 16:30，硅巷早期项目路演（全厅），硅巷传感，已确认/ }),
    ).toBeInstanceOf(HTMLElement)
  })
  it('tells nobody in the room what a confidential meeting is about', async () => {
    await show()
    expect(within(grid()).queryByText(/先投后股/)).toBeNull()
    expect(within(grid()).getAllByRole('button', { name: /保密会议/ }).length).toBe(2)
  })
  it('is clean by axe', async () => {
    await show()
    const result = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  })
  it('goes from day to day and to the week, and keeps both in the address', async () => {
    await show()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '后一天' }))
    expect(window.location.hash).toBe('#/board?date=2026-11-25')
    await user.keyboard('[[')
    expect(window.location.hash).toBe('#/board')
    await user.keyboard('2')
    expect(window.location.hash).toBe('#/board?view=week')
    expect(await screen.findByText('周日 11/29')).toBeInstanceOf(HTMLElement)
    await user.keyboard('1')
    await user.keyboard(']]')
    await user.keyboard('t')
    expect(window.location.hash).toBe('#/board')
  })
  it('says that a day is empty, and what to do', async () => {
    await show(fakeBoard({ bookings: [] }))
    expect(await screen.findByText('今天还没有预约，按 N 新建或直接拖动')).toBeInstanceOf(HTMLElement)
  })
  it('shows in its place that it could not be read', async () => {
    window.location.hash = '#/board'
    const fake = fakeBoard({ broken: 'bookings.day' })
    setCoreClock(fake.client, now)
    render(
      <ApiProvider client={fake.client}>
        <BoardPage />
      </ApiProvider>,
    )
    expect(await screen.findByText('日程没有读出来')).toBeInstanceOf(HTMLElement)
    expect(screen.getByRole('button', { name: '重试' })).toBeInstanceOf(HTMLElement)
  })
  it('speaks English', async () => {
    await show()
    act(() => changeLanguage('en'))
    expect(await screen.findByRole('button', { name: /Meeting room 2, 10:00 to 11:30, 版图评审/ })).toBeInstanceOf(
      HTMLElement,
    )
  })
  it('unfolds the offices and folds a group', async () => {
    await show()
    const user = userEvent.setup()
    expect(document.querySelector('[data-row="C102"]')).toBeNull()
    await user.click(screen.getByRole('button', { name: '显示 2 / 4' }))
    expect(document.querySelector('[data-row="C102"]')).not.toBeNull()
    await user.click(screen.getByRole('button', { name: '收起 A 公共区' }))
    expect(document.querySelector('[data-row="A104"]')).toBeNull()
  })
  it('finds rows by pinyin', async () => {
    await show()
    await userEvent.type(screen.getByRole('searchbox'), 'yantaoshi')
    await waitFor(() => expect(document.querySelectorAll('.board-row')).toHaveLength(1))
    expect(document.querySelector('[data-row="A107"]')).not.toBeNull()
  })
})

describe('with the pointer', () => {
  it('a drag on empty time opens the form with that place and time; a click alone books nothing (BK-01)', async () => {
    const fake = await show()
    const cell = document.querySelector('#board-cell-A107')!
    press(cell, xAt('12:00') + 2, yAt('A107'))
    drop()
    expect(drawer()).toBeNull()
    press(cell, xAt('12:00') + 2, yAt('A107'))
    drag(xAt('13:00') - 4, yAt('A107'))
    drop()
    expect(drawer()).toMatchObject({
      drawer: 'newBooking',
      draft: { resources: [{ resourceId: 'A107' }], start: clock('12:00'), end: clock('13:00') },
    })
    expect(writes(fake)).toEqual([])
  })
  it('tells all reasons while the block is still in the hand, and sends nothing (UI-03, CF-04, CF-05)', async () => {
    const fake = await show()
    press(block('供应商来访'), xAt('15:00'), yAt('A105'))
    drag(xAt('15:00') - 20, yAt('A105') - 20)
    drag(xAt('14:30'), yAt('A103'))
    const bubble = await screen.findByText('不能放在这里')
    const text = bubble.closest('.bubble')?.textContent
    expect(text).toContain('路演厅B 13:30–16:30 被路演厅(全厅)占用：「硅巷早期项目路演（全厅）」硅巷传感')
    expect(text).toMatch(/最近可用路演厅B \d\d:\d\d–\d\d:\d\d/)
    expect(document.querySelector('.drag-refused')).not.toBeNull()
    drop()
    expect(writes(fake)).toEqual([])
    expect(document.querySelector('.drag')).toBeNull()
  })
  it('a drop on free time stands at once, is sent once, and can be undone', async () => {
    let answer = () => {}
    const fake = await show(fakeBoard({ hold: new Promise((resolve) => (answer = resolve)) }))
    press(block('EDC 系统视频会'), xAt('14:00'), yAt('A106'))
    drag(xAt('13:45'), yAt('A106'))
    drag(xAt('12:00'), yAt('A106'))
    drop()
    expect(await screen.findByRole('button', { name: /会议室2，11:30 至 13:00，EDC 系统视频会/ })).toBeInstanceOf(
      HTMLElement,
    )
    expect(writes(fake)).toMatchObject([
      { name: 'bookings.move', input: { start: clock('11:30'), end: clock('13:00'), expectedVersion: 1 } },
    ])
    await act(async () => {
      answer()
      await Promise.resolve()
    })
    expect(await screen.findByText('「EDC 系统视频会」已改到 11:30–13:00')).toBeInstanceOf(HTMLElement)
    expect(screen.getByRole('button', { name: /撤销/ })).toBeInstanceOf(HTMLElement)
  })
  it('moves to another place and says where', async () => {
    const fake = await show()
    press(block('供应商来访'), xAt('15:00'), yAt('A105'))
    drag(xAt('15:10'), yAt('A105'))
    drag(xAt('16:00'), yAt('A104'))
    drop()
    expect(await screen.findByText('「供应商来访」已改到 会议室1A 15:30–17:00')).toBeInstanceOf(HTMLElement)
    expect(writes(fake)).toMatchObject([{ input: { resources: [{ resourceId: 'A104', quantity: 1 }] } }])
  })
  it('resizes at the edge', async () => {
    const fake = await show()
    const edge = xAt('15:00') - 5
    press(block('EDC 系统视频会'), edge, yAt('A106'))
    drag(edge - 10, yAt('A106'))
    drag(xAt('14:30'), yAt('A106'))
    drop()
    await waitFor(() =>
      expect(writes(fake)).toMatchObject([
        { name: 'bookings.resize', input: { start: clock('13:30'), end: clock('14:30') } },
      ]),
    )
  })
  it('Esc puts it back', async () => {
    const fake = await show()
    press(block('EDC 系统视频会'), xAt('14:00'), yAt('A106'))
    drag(xAt('12:00'), yAt('A106'))
    fireEvent.keyDown(window, { key: 'Escape' })
    drop()
    expect(writes(fake)).toEqual([])
    expect(live()).toBe('已回到原位')
  })
  it('what the core refuses goes back and says why', async () => {
    const start = clock('12:00')
    const fake = await show(
      fakeBoard({
        refusals: [
          {
            code: 'overlaps',
            bookingId: null,
            start,
            end: start + 30 * MINUTE,
            viaResourceId: null,
            buffer: false,
            resourceId: 'A106',
            level: 'always',
            waivers: [],
          },
        ],
      }),
    )
    press(block('EDC 系统视频会'), xAt('14:00'), yAt('A106'))
    drag(xAt('13:00'), yAt('A106'))
    drag(xAt('12:00'), yAt('A106'))
    drop()
    expect(await screen.findByText(/没有改动：会议室2 12:00–12:30 已有/)).toBeInstanceOf(HTMLElement)
    expect(await screen.findByRole('button', { name: /会议室2，13:30 至 15:00，EDC 系统视频会/ })).toBeInstanceOf(
      HTMLElement,
    )
    expect(writes(fake)).toHaveLength(1)
  })
  it('a click opens the card with what can be done; a double click the form', async () => {
    await show()
    press(block('版图评审'), xAt('10:30'), yAt('A106'))
    drop()
    const card = await screen.findByRole('dialog', { name: '预约：版图评审' })
    expect(within(card).getByText('周二 11/24 10:00–11:30')).toBeInstanceOf(HTMLElement)
    expect(within(card).getByRole('button', { name: /提前结束/ })).toBeInstanceOf(HTMLElement)
    fireEvent.doubleClick(block('版图评审'))
    expect(drawer()).toMatchObject({ drawer: 'booking' })
    expect(screen.queryByRole('dialog', { name: '预约：版图评审' })).toBeNull()
  })
  it('the right button has the same actions, and 新建 on empty time', async () => {
    const fake = await show()
    const user = userEvent.setup()
    fireEvent.contextMenu(block('EDC 系统视频会'), { button: 2, clientX: xAt('14:00'), clientY: yAt('A106') })
    const menu = await screen.findByRole('menu', { name: '预约操作' })
    await user.click(within(menu).getByRole('menuitem', { name: /取消这次预约/ }))
    expect(writes(fake)).toMatchObject([{ name: 'bookings.cancel' }])
    expect(await screen.findByText('预约已取消')).toBeInstanceOf(HTMLElement)
    fireEvent.contextMenu(document.querySelector('#board-cell-A107')!, {
      button: 2,
      clientX: xAt('12:00') + 3,
      clientY: yAt('A107'),
    })
    await user.click(await screen.findByRole('menuitem', { name: '在这里新建' }))
    expect(drawer()).toMatchObject({ drawer: 'newBooking', draft: { start: clock('12:00'), end: clock('13:00') } })
  })
})

describe('with the keys alone (UI-05)', () => {
  it('arrows walk over rows and blocks and say what is there; Enter opens', async () => {
    await show()
    const user = userEvent.setup()
    await select('版图评审')
    await user.keyboard('{ArrowRight}')
    expect(live()).toBe('会议室2，11:30，空闲')
    await user.keyboard('{Control>}{ArrowRight}{/Control}')
    expect(live()).toContain('EDC 系统视频会')
    await user.keyboard('{ArrowDown}')
    expect(live()).toContain('研讨室')
    await user.keyboard('{ArrowUp}{Enter}')
    expect(drawer()?.drawer).toBe('booking')
  })
  it('Enter on empty time creates there, after Shift+arrows with the length drawn', async () => {
    await show()
    const user = userEvent.setup()
    await select('版图评审')
    await user.keyboard('{ArrowRight}{Enter}')
    expect(drawer()).toMatchObject({
      draft: { resources: [{ resourceId: 'A106' }], start: clock('11:30'), end: clock('12:30') },
    })
    act(() => closeDrawer())
    grid().focus()
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    expect(live()).toBe('会议室2，11:30 至 12:15，可以放')
    await user.keyboard('{Enter}')
    expect(drawer()).toMatchObject({ draft: { start: clock('11:30'), end: clock('12:15') } })
  })
  it('Alt+arrows carry a booking, say whether it may lie there, Enter drops and Esc returns', async () => {
    const fake = await show()
    const user = userEvent.setup()
    await select('供应商来访')
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    expect(live()).toMatch(/^路演厅B，14:30 至 16:00，不能放：路演厅B 13:30–16:30 被路演厅\(全厅\)占用/)
    await user.keyboard('{Escape}')
    expect(live()).toBe('已回到原位')
    expect(writes(fake)).toEqual([])
    await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}')
    expect(live()).toBe('会议室1B，15:00 至 16:30，可以放')
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(writes(fake)).toMatchObject([{ name: 'bookings.move', input: { start: clock('15:00') } }]),
    )
  })
  it('Shift+arrows resize, Enter keeps it', async () => {
    const fake = await show()
    const user = userEvent.setup()
    await select('供应商来访')
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Enter}')
    await waitFor(() =>
      expect(writes(fake)).toMatchObject([{ name: 'bookings.resize', input: { end: clock('16:15') } }]),
    )
    expect(await screen.findByText('「供应商来访」已改为 14:30–16:15')).toBeInstanceOf(HTMLElement)
  })
  it('Delete cancels, with an undo', async () => {
    const fake = await show()
    await select('供应商来访')
    await userEvent.keyboard('{Delete}')
    expect(writes(fake)).toMatchObject([{ name: 'bookings.cancel' }])
    expect(await screen.findByRole('button', { name: /撤销/ })).toBeInstanceOf(HTMLElement)
    await waitFor(() => expect(within(grid()).queryByRole('button', { name: /供应商来访/ })).toBeNull())
  })
  it('Home, End and the page keys go to the edges of the day and from group to group; Enter folds one', async () => {
    await show()
    const user = userEvent.setup()
    await select('供应商来访')
    await user.keyboard('{Home}')
    expect(live()).toBe('会议室1B，08:00，空闲')
    await user.keyboard('{End}')
    expect(live()).toBe('会议室1B，20:45，空闲')
    await user.keyboard('{PageDown}')
    expect(live()).toBe('B 实验与试制，显示 5 / 5')
    await user.keyboard('{Enter}')
    expect(document.querySelector('[data-row="B101"]')).toBeNull()
  })
  it('points at what is selected, with one tab stop for the whole board', async () => {
    await show()
    await select('供应商来访')
    const active = grid().getAttribute('aria-activedescendant')
    expect(document.getElementById(active!)?.getAttribute('aria-label')).toContain('供应商来访')
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(0)
  })
  it('a new booking starts where the keys are', async () => {
    await show()
    await select('版图评审')
    await userEvent.keyboard('{ArrowRight}')
    expect(newBookingDefaults.current?.()).toMatchObject({ resources: [{ resourceId: 'A106' }], start: clock('11:30') })
  })
})
