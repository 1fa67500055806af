// @vitest-environment jsdom
import axe from 'axe-core'
import BoardPage from '../../../renderer/board/BoardPage.tsx'
import userEvent from '@testing-library/user-event'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import { setCoreClock } from '../../../renderer/api/now.ts'
import { changeLanguage } from '../../../renderer/ui/text.ts'
import { fakeBoard, now } from './fakeBoard.ts'
import { boardHooks, grid, show } from './boardScreen.tsx'

boardHooks()

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
