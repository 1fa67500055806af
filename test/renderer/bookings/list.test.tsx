// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import BookingsPage from '../../../renderer/bookings/BookingsPage.tsx'
import {
  paramsOf,
  queryOfParams,
  queryOfView,
  quickViews,
  searchOf,
  viewOf,
} from '../../../renderer/bookings/listQuery.ts'
import { parseRoute, routeHash } from '../../../renderer/ui/router.ts'
import { at, booking, FakeDesk, zone } from './fakeDesk.ts'
import { begin, end, show } from './show.tsx'

const today = '2026-11-24'
const readBack = (query: Parameters<typeof paramsOf>[0]) =>
  queryOfParams(parseRoute(routeHash('bookings', paramsOf(query))).params, today)

describe('the address of the list', () => {
  it('holds every query, and reads it back', () => {
    for (const view of quickViews) expect(readBack(queryOfView(view, today))).toEqual(queryOfView(view, today))
    const own = {
      text: '理微',
      from: null,
      until: '2026-12-01',
      statuses: ['pending', 'noShow'],
      teamId: 't',
      resourceId: 'r',
      offset: 100,
    } as const
    expect(readBack(own)).toEqual(own)
  })

  it('without anything is today; what is no date, state or number counts as nothing', () => {
    expect(queryOfParams({}, today)).toEqual(queryOfView('today', today))
    expect(queryOfParams({ view: 'all', from: '2026-02-30', status: 'x', offset: '-3' }, today)).toEqual(
      queryOfView('all', today),
    )
  })

  it('knows a quick view on any of its pages', () => {
    expect(viewOf({ ...queryOfView('week', today), offset: 100 }, today)).toBe('week')
    expect(viewOf({ ...queryOfView('week', today), text: 'x' }, today)).toBeNull()
  })

  it('both days belong to the period', () => {
    expect(searchOf(queryOfView('week', today), zone)).toMatchObject({
      start: at('2026-11-23', 0),
      end: at('2026-11-30', 0),
    })
  })
})

describe('the list of bookings', () => {
  beforeEach(begin)
  afterEach(end)

  async function open(desk: FakeDesk) {
    show(desk, <BookingsPage />)
    await screen.findByRole('radiogroup', { name: '快捷查看' })
    await waitFor(() => expect(desk.count('bookings.search')).toBeGreaterThan(0))
    return userEvent.setup()
  }

  it('opens a row by arrow and Enter', async () => {
    const desk = new FakeDesk()
    desk.bookings = [
      booking(),
      booking({ id: 'b2', title: '评审', start: at('2026-11-25', 19), end: at('2026-11-25', 20) }),
    ]
    const user = await open(desk)
    ;(await screen.findByText('客户视频会')).closest('tr')!.focus()
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(desk.last('bookings.one')).toEqual({ id: 'b2' }))
  })

  it('asks for what was typed once it settles, not while an input method composes', async () => {
    const desk = new FakeDesk()
    await open(desk)
    const field = screen.getByLabelText('按文字查找')
    fireEvent.compositionStart(field)
    fireEvent.change(field, { target: { value: 'li wei' } })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(desk.last('bookings.search')).toMatchObject({ text: '' })
    fireEvent.change(field, { target: { value: '理微' } })
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(desk.last('bookings.search')).toMatchObject({ text: '理微' }))
    expect(parseRoute(window.location.hash).params['text']).toBe('理微')
  })

  it('says what was searched when nothing is found, and clears the filter', async () => {
    const desk = new FakeDesk()
    desk.bookings = []
    window.location.hash = '#/bookings?text=%E6%9C%AA%E5%90%8D'
    const user = await open(desk)
    expect(await screen.findByText('没有找到「未名」')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    expect(await screen.findByText('还没有预约')).toBeTruthy()
    expect(parseRoute(window.location.hash).params).toEqual({ view: 'all' })
  })

  it('approves and rejects from the row, for those who may; the row does not open', async () => {
    const desk = new FakeDesk()
    desk.bookings = [booking({ status: 'pending' })]
    const user = await open(desk)
    const row = (await screen.findByText('客户视频会')).closest('tr')!
    await user.click(within(row).getByRole('button', { name: /^驳回/ }))
    await user.keyboard('{Enter}')
    expect(desk.count('bookings.reject')).toBe(0)
    await user.keyboard('换小会议室{Enter}')
    await waitFor(() =>
      expect(desk.last('bookings.reject')).toEqual({ id: 'b1', expectedVersion: 3, comment: '换小会议室' }),
    )
    expect(desk.count('bookings.one')).toBe(0)
  })

  it('a resident has no buttons to approve', async () => {
    const desk = new FakeDesk('tuandui')
    desk.bookings = [booking({ status: 'pending' })]
    await open(desk)
    await screen.findByText('客户视频会')
    expect(screen.queryByRole('button', { name: /^批准/ })).toBeNull()
  })
})
