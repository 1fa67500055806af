// @vitest-environment jsdom
import userEvent from '@testing-library/user-event'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { fakeBoard } from './fakeBoard.ts'
import { block, boardHooks, clock, drag, drawer, drop, live, press, show, writes, xAt, yAt } from './boardScreen.tsx'

boardHooks()

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
