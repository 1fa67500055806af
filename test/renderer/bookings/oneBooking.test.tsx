// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at, booking, FakeDesk, now, placeId } from './fakeDesk.ts'
import { begin, end, openDrawer, show } from './show.tsx'

async function open(desk: FakeDesk) {
  show(desk)
  act(() => openDrawer({ drawer: 'booking', id: 'b1' }))
  await screen.findByText('经过')
  return userEvent.setup()
}

const buttons = () =>
  within(document.querySelector<HTMLElement>('.booking-action-row')!)
    .getAllByRole('button')
    .map((each) => each.textContent)

beforeEach(begin)
afterEach(end)

describe('a booking', () => {
  it('shows number, state, time, people and the waivers with who and why', async () => {
    const desk = new FakeDesk()
    const waivers = [
      { rule: 'tooLong', resourceId: placeId('会议室2'), reason: '专家临时到访', byId: 'zhuguan', at: now },
    ]
    desk.bookings = [
      booking({ waivers, resources: [{ resourceId: placeId('会议室2'), quantity: 1, before: 30, after: 15 }] }),
    ]
    await open(desk)
    expect(screen.getByRole('dialog', { name: '预约 B26-000123' })).toBeTruthy()
    for (const text of ['已确认', '客户视频会', '沈知远', '单晓', '4 人']) expect(screen.getByText(text)).toBeTruthy()
    expect(screen.getByText('2026年11月25日 周三 17:00–18:00')).toBeTruthy()
    expect(screen.getByText('布场 30 分钟，撤场 15 分钟，占用 16:30–18:15')).toBeTruthy()
    expect(screen.getByText('时长超限（会议室2）')).toBeTruthy()
    expect(screen.getByText(/曾乐 10:42：专家临时到访/)).toBeTruthy()
  })

  it.each([
    ['pending', ['批准', '驳回', '改期', '修改', '复制', '取消预约']],
    ['confirmed', ['签到', '改期', '修改', '复制', '爽约', '取消预约']],
    ['inUse', ['提前结束', '改期', '修改', '复制']],
    ['completed', ['复制']],
    ['noShow', ['复制']],
  ] as const)('%s leaves room for %j', async (status, expected) => {
    const desk = new FakeDesk()
    desk.bookings = [booking({ status })]
    await open(desk)
    expect(buttons()).toEqual([...expected])
  })

  it('says from when it can be checked in, and does not send it before', async () => {
    const desk = new FakeDesk()
    const user = await open(desk)
    const button = screen.getByRole('button', { name: '签到' })
    expect(button.title).toMatch(/^11月25日 周三 16:\d\d 起可以签到$/)
    await user.click(button)
    expect(desk.count('bookings.checkIn')).toBe(0)
  })

  it('a member cannot change another’s booking, and reads why', async () => {
    const desk = new FakeDesk('tuandui')
    await open(desk)
    expect(screen.getByRole('button', { name: '取消预约' }).title).toBe('这是他人的预约，可联系本人或前台')
  })

  it('is cancelled with a reason that may be left out, and undo stays at hand', async () => {
    const desk = new FakeDesk()
    const user = await open(desk)
    await user.click(screen.getByRole('button', { name: '取消预约' }))
    expect(document.activeElement).toBe(screen.getByLabelText('取消原因（选填）'))
    await user.keyboard('改线上{Enter}')
    await waitFor(() =>
      expect(desk.last('bookings.cancel')).toEqual({ id: 'b1', expectedVersion: 3, reason: '改线上' }),
    )
    expect(await screen.findByText(/^已取消.*记录保留$/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /撤销/ })).toBeTruthy()
  })

  it('is not rejected without a comment', async () => {
    const desk = new FakeDesk()
    desk.bookings = [booking({ status: 'pending' })]
    const user = await open(desk)
    await user.click(screen.getByRole('button', { name: '驳回' }))
    await user.keyboard('{Enter}')
    expect(screen.getByText('必填')).toBeTruthy()
    expect(desk.count('bookings.reject')).toBe(0)
    await user.keyboard('请改到下午{Enter}')
    await waitFor(() => expect(desk.last('bookings.reject')).toMatchObject({ comment: '请改到下午' }))
  })

  it('a copy opens as a new booking with everything filled in (BK-13)', async () => {
    const desk = new FakeDesk()
    const user = await open(desk)
    await user.click(screen.getByRole('button', { name: '复制' }))
    expect((await screen.findByLabelText<HTMLInputElement>('标题')).value).toBe('客户视频会')
    expect(screen.getByLabelText<HTMLInputElement>('日期').value).toBe('12月2日 周三')
  })

  it('tells its history in words, before → after, newest first (AU-01)', async () => {
    const desk = new FakeDesk()
    const facts = (change: object) => ({
      status: 'pending',
      start: at('2026-11-25', 15),
      end: at('2026-11-25', 16),
      resources: [{ resourceId: placeId('会议室2'), quantity: 1, before: 0, after: 0 }],
      headCount: 4,
      ...change,
    })
    desk.history = [
      {
        seq: 1,
        at: now - 3_600_000,
        byId: 'shen',
        operation: 'bookings.create',
        key: 'b1',
        before: null,
        after: facts({}),
      },
      {
        seq: 2,
        at: now - 1_800_000,
        byId: 'qiantai',
        operation: 'bookings.move',
        key: 'b1',
        before: facts({}),
        after: facts({
          start: at('2026-11-25', 17),
          end: at('2026-11-25', 18),
          resources: [{ resourceId: placeId('研讨室'), quantity: 1, before: 0, after: 0 }],
        }),
      },
      {
        seq: 3,
        at: now,
        byId: 'qiantai',
        operation: 'bookings.change',
        key: 'b1',
        before: facts({}),
        after: facts({}),
      },
    ]
    await open(desk)
    const steps = within(screen.getByRole('region', { name: '经过' })).getAllByRole('listitem')
    expect(steps.map((each) => each.textContent)).toEqual([
      '修改单晓10:42标题、使用人姓名或备注有改动',
      '改期单晓10:12时间：11月25日 周三 15:00–16:00 → 11月25日 周三 17:00–18:00场地：会议室2 → 研讨室',
      '建立预约沈知远09:42',
    ])
  })

  it('a hidden one shows the time it takes and nothing else', async () => {
    const desk = new FakeDesk('tuandui')
    desk.bookings = [booking({ hidden: true, title: '', no: '', teamId: null, occupantId: null, bookerId: 'hidden' })]
    show(desk)
    act(() => openDrawer({ drawer: 'booking', id: 'b1' }))
    expect(await screen.findByText('这是其他团队的预约，只显示占用的时间')).toBeTruthy()
    expect(screen.queryByText('经过')).toBeNull()
    expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull()
  })

  it('has no accessibility faults', async () => {
    await open(new FakeDesk())
    const { violations } = await axe.run(document.querySelector<HTMLElement>('.drawer-body')!, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})

describe('changing a booking', () => {
  async function edit(desk: FakeDesk) {
    const user = await open(desk)
    await user.click(screen.getByRole('button', { name: '修改' }))
    const title = await screen.findByLabelText<HTMLInputElement>('标题')
    return { user, title }
  }

  it('sends what differs, with the version it was read at', async () => {
    const desk = new FakeDesk()
    const { user, title } = await edit(desk)
    const save = screen.getByRole('button', { name: '保存修改' })
    expect(save.title).toBe('还没有改动')
    expect(document.activeElement).toBe(title)
    await user.clear(title)
    await user.type(title, '供应商会')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(desk.last('bookings.change')).toEqual({
        id: 'b1',
        expectedVersion: 3,
        change: { title: '供应商会' },
        waivers: [],
      }),
    )
    expect(await screen.findByText('供应商会')).toBeTruthy()
  })

  it('改期 begins at the time', async () => {
    const user = await open(new FakeDesk())
    await user.click(screen.getByRole('button', { name: '改期' }))
    expect(document.activeElement).toBe(await screen.findByLabelText('日期'))
  })

  it('changed meanwhile: it says what, and loading the newest keeps what was typed', async () => {
    const desk = new FakeDesk()
    const { user, title } = await edit(desk)
    await user.clear(title)
    await user.type(title, '供应商会')
    desk.history = [
      { seq: 9, at: now, byId: 'zhuguan', operation: 'bookings.change', key: 'b1', before: {}, after: {} },
    ]
    act(() => desk.changeElsewhere('b1', { headCount: 9 }))
    const notice = (await screen.findByText('这个预约刚才已被改动')).closest<HTMLElement>('[role="alert"]')!
    await within(notice).findByText('曾乐 10:42 改过：人数。已填的内容还在')
    expect(title.value).toBe('供应商会')
    await user.click(within(notice).getByRole('button', { name: '载入最新，保留我的修改' }))
    expect(screen.queryByText('这个预约刚才已被改动')).toBeNull()
    expect(screen.getByLabelText<HTMLInputElement>('人数').value).toBe('9')
    await user.click(screen.getByRole('button', { name: '保存修改' }))
    await waitFor(() =>
      expect(desk.last('bookings.change')).toMatchObject({ expectedVersion: 4, change: { title: '供应商会' } }),
    )
  })

  it('refused for a newer version, the reason is said and the form stays', async () => {
    const desk = new FakeDesk()
    desk.refuse['bookings.change'] = [{ code: 'changedMeanwhile', what: 'booking', id: 'b1', version: 4 }]
    const { user, title } = await edit(desk)
    await user.type(title, '！')
    await user.click(screen.getByRole('button', { name: '保存修改' }))
    expect(await screen.findByText(/刚才已被改动（现为第 4 版）/)).toBeTruthy()
    expect(title.value).toBe('客户视频会！')
  })

  it('an unfinished change is taken up again after closing', async () => {
    const desk = new FakeDesk()
    const { user, title } = await edit(desk)
    await user.type(title, '（改）')
    await user.keyboard('{Escape}')
    act(() => openDrawer({ drawer: 'booking', id: 'b1' }))
    expect((await screen.findByLabelText<HTMLInputElement>('标题')).value).toBe('客户视频会（改）')
    expect(screen.getByText('草稿已保留')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '不改了' }))
    expect(await screen.findByText('客户视频会')).toBeTruthy()
  })
})
