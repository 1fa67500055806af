// @vitest-environment jsdom
import userEvent from '@testing-library/user-event'
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { closeDrawer, newBookingDefaults } from '../../../renderer/ui/drawers.ts'
import { boardHooks, clock, drawer, grid, live, select, show, writes } from './boardScreen.tsx'

boardHooks()

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
    expect(document.getElementById(active!)?.textContent).toContain('供应商来访')
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(0)
  })
  it('a new booking starts where the keys are', async () => {
    await show()
    await select('版图评审')
    await userEvent.keyboard('{ArrowRight}')
    expect(newBookingDefaults.current?.()).toMatchObject({ resources: [{ resourceId: 'A106' }], start: clock('11:30') })
  })
})
