// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import FindPage from '../../../renderer/find/FindPage.tsx'
import { at } from '../../support/situation.ts'
import { begin, drawer, end, openDesk, show, type Desk } from './desk.tsx'

beforeEach(begin)
afterEach(end)

async function page(desk: Desk) {
  show(desk, <FindPage />)
  await screen.findByRole('button', { name: /预约这一组，第 1 名/ })
  return userEvent.setup()
}

describe('找时间 (FT-01, FT-02)', () => {
  it('begins with any room to meet in, and 1 opens the form with the first answer', async () => {
    const desk = await openDesk()
    const user = await page(desk)
    expect(screen.getByText('任一会议室、研讨室')).toBeTruthy()
    expect(screen.getByRole('button', { name: '预约这一组，第 1 名，3月2日 周一 09:00–10:00' })).toBeTruthy()
    await user.keyboard('1')
    expect(drawer()).toMatchObject({
      drawer: 'newBooking',
      draft: { start: at('2026-03-02', '09:00'), end: at('2026-03-02', '10:00') },
    })
  })
  it('follows the needs as they change: seats, another part by keys, and says what stands in the way', async () => {
    const desk = await openDesk()
    await desk.desk.done('bookings.create', {
      resources: [{ resourceId: desk.ids['YQ-003']! }],
      start: at('2026-03-02', '09:00'),
      end: at('2026-03-02', '11:00'),
      title: 'S 参数',
    })
    const user = await page(desk)
    await user.type(screen.getByLabelText(/座位至少/), '8')
    await screen.findAllByText('多 2 座')
    screen.getByRole('button', { name: /加一项/ }).focus()
    await user.keyboard('a')
    await user.keyboard('slwl{Enter}')
    await screen.findByRole('button', { name: /预约这一组，第 1 名，3月2日 周一 11:00–12:00/ })
    expect(screen.getByText(/矢量网络分析仪 09:00–11:00 已有/)).toBeTruthy()
    expect(screen.getAllByRole('img', { name: /矢量网络分析仪：已占用 09:00–11:00/ }).length).toBeGreaterThan(0)
  })
  it('takes a relaxed condition with one click', async () => {
    const desk = await openDesk()
    const user = await page(desk)
    await user.type(screen.getByLabelText(/座位至少/), '60')
    await screen.findByText('这些条件下没有空档')
    await user.click(await screen.findByRole('button', { name: /其他能开会的场地也可以/ }))
    await screen.findByRole('button', { name: /预约这一组，第 1 名/ })
    expect(screen.getAllByText('需审批').length).toBeGreaterThan(0)
  })
  it('has no accessibility faults', async () => {
    await page(await openDesk())
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
    expect(violations.map((each) => `${each.id} ${each.nodes[0]?.html.slice(0, 120)}`)).toEqual([])
  })
})
