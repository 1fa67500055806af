// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newOutageForm, outageErrors, phaseOf } from '../../../renderer/bookings/outageForm.ts'
import OutagesPage from '../../../renderer/bookings/OutagesPage.tsx'
import { at, FakeDesk, now, outage, placeId, zone } from './fakeDesk.ts'
import { begin, end, openDrawer, show } from './show.tsx'

const draft = { resourceId: placeId('会议室2'), start: at('2026-11-25', 16), end: at('2026-11-25', 20) }

beforeEach(begin)
afterEach(end)

describe('an outage', () => {
  it('stands as planned, running, overdue or over', () => {
    expect(phaseOf(outage(), now, true)).toBe('planned')
    expect(phaseOf(outage(), at('2026-11-25', 9), true)).toBe('running')
    expect(phaseOf(outage(), at('2026-11-25', 20), false)).toBe('ended')
    expect(phaseOf(outage({ kind: 'fault' }), at('2026-11-25', 20), true)).toBe('ended')
    expect(phaseOf(outage({ kind: 'fault' }), at('2026-11-25', 20), false)).toBe('overdue')
    expect(phaseOf(outage({ status: 'ended' }), now, true)).toBe('ended')
  })

  it('needs a resource, a reason and an end after its start', () => {
    const form = { ...newOutageForm({}, now, zone), until: newOutageForm({}, now, zone).from }
    expect(outageErrors(form, zone)).toEqual({ resourceId: 'required', reason: 'required', until: 'endBeforeStart' })
  })
})

describe('recording an outage over bookings', () => {
  async function open(desk: FakeDesk) {
    desk.affected = ['b1']
    show(desk)
    act(() => openDrawer({ drawer: 'newOutage', draft: { ...draft, reason: '空调检修' } }))
    await screen.findByText('1 个预约受影响')
    return userEvent.setup()
  }

  it('names them, and waits until it is said what becomes of them', async () => {
    const desk = new FakeDesk()
    const user = await open(desk)
    const affected = screen.getByText('1 个预约受影响').closest('section')!
    await within(affected).findByText('客户视频会')
    expect(within(affected).getByText('曦微光电')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /先不登记/ }).checked).toBe(true)
    const save = screen.getByRole('button', { name: '登记停机' })
    expect(save.title).toBe('有 1 个预约受影响，先选怎样处理')
    await user.click(save)
    expect(desk.count('outages.add')).toBe(0)
  })

  it.each([
    ['取消这些预约', '取消 1 个并停机', 'cancel'],
    ['绕开预约', '绕开并停机', 'around'],
  ])('%s: the button says so and sends it', async (choice, button, onConflict) => {
    const desk = new FakeDesk()
    const user = await open(desk)
    await user.click(screen.getByRole('radio', { name: new RegExp(choice) }))
    await user.click(screen.getByRole('button', { name: button }))
    await waitFor(() => expect(desk.last('outages.add')).toMatchObject({ ...draft, reason: '空调检修', onConflict }))
    expect(await screen.findByText('会议室2 已登记停机')).toBeTruthy()
    expect(screen.getByRole('button', { name: /撤销/ })).toBeTruthy()
  })

  it('with none in the way it is sent by Ctrl+Enter', async () => {
    const desk = new FakeDesk()
    show(desk)
    act(() => openDrawer({ drawer: 'newOutage', draft }))
    await screen.findByText('这段时间没有预约受影响')
    const user = userEvent.setup()
    await user.click(screen.getByLabelText('原因'))
    await user.keyboard('镜头校准{Control>}{Enter}{/Control}')
    await waitFor(() => expect(desk.last('outages.add')).toMatchObject({ reason: '镜头校准', onConflict: 'refuse' }))
  })

  it('has no accessibility faults', async () => {
    await open(new FakeDesk())
    const { violations } = await axe.run(document.querySelector<HTMLElement>('.drawer-body')!, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
})

describe('changing an outage', () => {
  it('leaves the bookings within it as they were settled, and guards against a newer version', async () => {
    const desk = new FakeDesk()
    desk.affected = ['b1']
    desk.outages = [outage()]
    show(desk)
    act(() => openDrawer({ drawer: 'outage', id: 'o1' }))
    const reason = await screen.findByLabelText('原因')
    await screen.findByText('1 个预约受影响')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /绕开预约/ }).checked).toBe(true)
    desk.refuse['outages.change'] = [{ code: 'changedMeanwhile', what: 'outage', id: 'o1', version: 2 }]
    const user = userEvent.setup()
    await user.type(reason, '，延后')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(desk.last('outages.change')).toMatchObject({
        id: 'o1',
        expectedVersion: 1,
        reason: '空调检修，延后',
        onConflict: 'around',
      }),
    )
    expect(await screen.findByText(/刚才已被改动（现为第 2 版）/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>('原因').value).toBe('空调检修，延后')
  })
})

describe('the page of outages', () => {
  it('shows current and planned ones, past ones apart, and opens one to end it', async () => {
    const desk = new FakeDesk()
    desk.outages = [
      outage({ id: 'o1', start: at('2026-11-24', 9) }),
      outage({ id: 'o3', reason: '已到时的清洁', start: at('2026-11-23', 9), end: at('2026-11-23', 12) }),
      outage({
        id: 'o2',
        reason: '过去的校准',
        status: 'ended',
        start: at('2026-11-02', 9),
        end: at('2026-11-02', 12),
      }),
    ]
    show(desk, <OutagesPage />)
    const user = userEvent.setup()
    const row = (await screen.findByText('空调检修')).closest('tr')!
    expect(within(row).getByText('停机中')).toBeTruthy()
    expect(screen.queryByText('过去的校准')).toBeNull()
    expect(screen.queryByText('已到时的清洁')).toBeNull()
    await user.click(screen.getByRole('radio', { name: '过去' }))
    expect(await screen.findByText('过去的校准')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: '当前和计划' }))
    ;(await screen.findByText('空调检修')).closest('tr')!.focus()
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('button', { name: '恢复使用' }))
    await user.keyboard('已修好{Enter}')
    await waitFor(() => expect(desk.last('outages.end')).toEqual({ id: 'o1', reason: '已修好' }))
  })

  it('says what to do when there are none', async () => {
    show(new FakeDesk(), <OutagesPage />)
    expect(await screen.findByText('没有正在进行或计划中的停机')).toBeTruthy()
  })
})
