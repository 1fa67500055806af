// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { QuickPhrase } from '../../../renderer/board/quick/QuickPhrase.tsx'
import { at } from '../../support/situation.ts'
import { begin, drawer, end, openDesk, show, type Desk } from './desk.tsx'

beforeEach(begin)
afterEach(end)

async function quick(desk: Desk) {
  const { catalogue } = { catalogue: await desk.desk.done('resources.list', {}) }
  show(desk, <QuickPhrase catalogue={catalogue} />)
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: '一句话预约' })
  return { field, user: userEvent.setup() }
}
const bookings = async ({ desk }: Desk) =>
  (await desk.done('bookings.day', { date: '2026-03-03' })).bookings.map(({ title, start, resources, teamId }) => ({
    title,
    start,
    place: resources[0]!.resourceId,
    teamId,
  }))

describe('the quick line (D 15)', () => {
  it('books the first option with one Enter after the phrase, and the toast takes it back', async () => {
    const desk = await openDesk()
    const { field, user } = await quick(desk)
    await user.keyboard('.')
    expect(document.activeElement).toBe(field)
    await user.keyboard('明天下午2点 5人 90分 理微医疗 样机评审')
    await screen.findByText('3月3日 周二 14:00')
    await user.keyboard('{Enter}')
    await screen.findByText(/已预约「样机评审」研讨室/)
    expect(await bookings(desk)).toEqual([
      { title: '样机评审', start: at('2026-03-03', '14:00'), place: desk.ids['A107'], teamId: desk.team.id },
    ])
    expect(field.value).toBe('')
    await user.click(screen.getByRole('button', { name: /撤销/ }))
    await waitFor(async () =>
      expect(
        (await desk.desk.done('bookings.day', { date: '2026-03-03' })).bookings.filter(
          (each) => each.status !== 'cancelled',
        ),
      ).toEqual([]),
    )
  })
  it('Enter that comes before the answer books what was typed, not what was read before', async () => {
    const desk = await openDesk()
    const { field, user } = await quick(desk)
    await user.click(field)
    await user.keyboard('明天9点 会议室2')
    await screen.findAllByRole('option')
    await user.keyboard(' 2小时{Enter}')
    await screen.findByText(/已预约「会议室」会议室2 3月3日 周二 09:00–11:00/)
    expect(await bookings(desk)).toHaveLength(1)
  })
  it('never submits while an input method is composing', async () => {
    const desk = await openDesk()
    const { field } = await quick(desk)
    fireEvent.focus(field)
    fireEvent.change(field, { target: { value: '明天9点 会议室2' } })
    await screen.findAllByRole('option')
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await bookings(desk)).toEqual([])
    expect(drawer()).toBeNull()
  })
  it('what was not asked for is never booked by Enter alone: it opens the form; arrows and Enter book it', async () => {
    const desk = await openDesk()
    await desk.desk.done('bookings.create', {
      resources: [{ resourceId: desk.ids['A106']! }],
      start: at('2026-03-03', '14:00'),
      end: at('2026-03-03', '15:00'),
      title: '周例会',
    })
    const { field, user } = await quick(desk)
    await user.click(field)
    await user.keyboard('明天14点 会议室2 1小时')
    await screen.findAllByRole('option')
    expect(screen.getByText(/14:00–15:00 已有/)).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(drawer()).toMatchObject({ drawer: 'newBooking', draft: { start: at('2026-03-03', '13:00') } }),
    )
    expect(await bookings(desk)).toHaveLength(1)
    await user.click(field)
    await user.keyboard('明天14点 会议室2 1小时')
    await screen.findAllByRole('option')
    await user.keyboard('{ArrowDown}{Enter}')
    await screen.findByText(/已预约「会议室」会议室2 3月3日 周二 13:00–14:00/)
  })
  it('Esc clears, then leaves the field', async () => {
    const desk = await openDesk()
    const { field, user } = await quick(desk)
    await user.click(field)
    await user.keyboard('明天')
    await user.keyboard('{Escape}')
    expect([field.value, document.activeElement === field]).toEqual(['', true])
    await user.keyboard('{Escape}')
    expect(document.activeElement).not.toBe(field)
  })
  it('has no accessibility faults with its list open', async () => {
    const desk = await openDesk()
    const { field, user } = await quick(desk)
    await user.click(field)
    await user.keyboard('明天下午 会议室2 90分')
    await screen.findAllByRole('option')
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
    expect(violations.map((each) => each.id)).toEqual([])
  })
})
