// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookingDraft } from '../../../renderer/ui/drawers.ts'
import { changeLanguage } from '../../../renderer/ui/text.ts'
import { at, FakeDesk, placeId, teams, threeReasons, threeWays } from './fakeDesk.ts'
import { begin, end, openDrawer, show } from './show.tsx'

const slot: BookingDraft = {
  resources: [{ resourceId: placeId('会议室2'), quantity: 1 }],
  start: at('2026-11-25', 15),
  end: at('2026-11-25', 18, 30),
}

/** Refused as it stands in the slot, accepted anywhere else. */
const refusing: FakeDesk['judge'] = ({ end: until, resources, start }) =>
  until === slot.end && start === slot.start && resources[0]?.resourceId === placeId('会议室2')
    ? { refusals: threeReasons, alternatives: threeWays, needsApproval: false }
    : { refusals: [], alternatives: [], needsApproval: false }

async function open(desk: FakeDesk, draft: BookingDraft = slot) {
  show(desk)
  act(() => openDrawer({ drawer: 'newBooking', draft }))
  const title = await screen.findByLabelText('标题')
  return { title, user: userEvent.setup() }
}

// Landmarks and regions are the shell's to give; jsdom has no colours to measure.
const notHere = {
  'color-contrast': { enabled: false },
  region: { enabled: false },
}
/** What the list of the field in focus would take on Enter. */
function offered(): string | null | undefined {
  const list = document.getElementById(document.activeElement?.getAttribute('aria-controls') ?? '')
  return list?.closest('.ant-select-dropdown')?.querySelector('.ant-select-item-option-active')?.textContent
}

/** Types into the open field and takes the first that is found, as soon as it is. */
async function pick(user: ReturnType<typeof userEvent.setup>, typed: string, found: RegExp) {
  await user.keyboard(typed)
  await waitFor(() => expect(offered()).toMatch(found))
  // user-event leaves out `which`, by which the list knows its keys.
  fireEvent.keyDown(document.activeElement!, { key: 'Enter', keyCode: 13, which: 13 })
}

beforeEach(begin)
afterEach(end)

describe('a new booking', () => {
  it('is made with the keyboard alone: title, team by initials, place by initials, half day, Ctrl+Enter', async () => {
    const desk = new FakeDesk()
    const { title, user } = await open(desk, {})
    await waitFor(() => expect(document.activeElement).toBe(title))
    await user.keyboard('注册检验方案讨论')
    await user.tab()
    await user.keyboard('6')
    await user.tab()
    await screen.findByRole('combobox', { name: '团队' })
    await pick(user, 'lwyl', /理微医疗/)
    screen.getByRole('combobox', { name: '场地或仪器' }).focus()
    await pick(user, 'hys2', /会议室2/)
    await user.keyboard('{Escape}')
    await user.tab()
    // oxlint-disable-next-line no-await-in-loop -- one key follows the other
    while (document.activeElement?.textContent !== '下午') await user.tab()
    await user.keyboard(' ')
    await screen.findByText(/可以预约，已核对全部规则/)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(desk.count('bookings.create')).toBe(1))
    expect(desk.last('bookings.create')).toMatchObject({
      title: '注册检验方案讨论',
      headCount: 6,
      teamId: teams.find(({ shortName }) => shortName === '理微医疗')?.id,
      resources: [{ resourceId: placeId('会议室2'), quantity: 1 }],
      start: at('2026-11-24', 13),
      end: at('2026-11-24', 18),
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText(/^已预约「注册检验方案讨论」|^已预约 「注册检验方案讨论」/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /撤销/ })).toBeTruthy()
  })

  it('shows every reason at once with its figures, its level, who may waive it and one link (CF-04, CF-05)', async () => {
    const desk = new FakeDesk()
    desk.judge = refusing
    await open(desk)
    const alert = await screen.findByText('这样暂时约不上，共 3 条原因')
    const list = within(alert.closest('section')!)
    expect(await list.findByText(/17:00–18:00 已有「客户视频会」曦微光电/)).toBeTruthy()
    expect(list.getByText(/开放 08:30–18:00，本次超出 30 分钟/)).toBeTruthy()
    expect(list.getByText(/每次最长 3 小时，本次 3.5 小时|每次最长 3 小时，本次 210 分钟/)).toBeTruthy()
    expect(list.getByText('来自会议室2的设置')).toBeTruthy()
    expect(list.getByText('来自全中心设置')).toBeTruthy()
    expect(list.getByText('无人可豁免')).toBeTruthy()
    expect(list.getAllByText('可由主管或系统管理员豁免')).toHaveLength(2)
    expect(list.getAllByRole('button').map((each) => each.textContent)).toEqual(['看那个预约', '看规则', '看规则'])
  })

  it('Alt+1…3 put one of the ways into the form, and it is judged again (CF-07)', async () => {
    const desk = new FakeDesk()
    desk.judge = refusing
    const { user, title } = await open(desk)
    await screen.findByText('缩短：会议室2 15:00–17:00')
    expect(screen.getByText('换场地：研讨室 15:00–18:30')).toBeTruthy()
    expect(screen.getByText(/换时间：会议室2 11月30日 周一 14:00–17:30/)).toBeTruthy()
    title.focus()
    await user.keyboard('{Alt>}1{/Alt}')
    expect(await screen.findByText(/可以预约，已核对全部规则/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('结束').value).toBe('17:00')
    expect(desk.last('bookings.check')).toMatchObject({ request: { end: at('2026-11-25', 17) } })
  })

  it('while it is refused the primary button books the first way', async () => {
    const desk = new FakeDesk()
    desk.judge = refusing
    const { user, title } = await open(desk)
    await user.type(title, '讨论')
    await user.click(await screen.findByRole('button', { name: /按方案 1 预约/ }))
    await waitFor(() => expect(desk.last('bookings.create')).toMatchObject({ end: at('2026-11-25', 17), waivers: [] }))
  })

  it('sent before the answer has come, it is sent as it stands: an older answer decides nothing', async () => {
    const desk = new FakeDesk()
    desk.judge = refusing
    const { user, title } = await open(desk)
    await user.type(title, '讨论')
    await screen.findByText('这样暂时约不上，共 3 条原因')
    const until = screen.getByLabelText('结束')
    await user.tripleClick(until)
    await user.keyboard('1615{Control>}{Enter}{/Control}')
    await waitFor(() => expect(desk.count('bookings.create')).toBe(1))
    expect(desk.last('bookings.create')).toMatchObject({ start: at('2026-11-25', 15), end: at('2026-11-25', 16, 15) })
  })

  it('with no way on it cannot be sent, and says why', async () => {
    const desk = new FakeDesk()
    desk.judge = () => ({ refusals: threeReasons, alternatives: [], needsApproval: false })
    const { user, title } = await open(desk)
    await user.type(title, '讨论')
    await screen.findByText('14 天内没有找到合适的方案，可改场地或时间后再试')
    const send = screen.getByRole('button', { name: '预约' })
    expect(send.getAttribute('aria-disabled')).toBe('true')
    expect(send.title).toBe('先按原因调整，或选一个方案')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(desk.count('bookings.create')).toBe(0)
  })

  it('says before saving that it needs approval', async () => {
    const desk = new FakeDesk()
    desk.judge = () => ({ refusals: [], alternatives: [], needsApproval: true })
    await open(desk)
    expect(await screen.findByText('需要审批')).toBeTruthy()
    expect(screen.getByRole('button', { name: '提交审批' })).toBeTruthy()
  })
})

describe('waiving', () => {
  it('is offered to no one who may not', async () => {
    const desk = new FakeDesk('qiantai')
    desk.judge = refusing
    await open(desk)
    await screen.findByText('这样暂时约不上，共 3 条原因')
    expect(screen.queryByRole('button', { name: /^豁免/ })).toBeNull()
  })

  it('needs a reason, which is sent with each rule; a rule nobody may waive has no button (PQ-13)', async () => {
    const desk = new FakeDesk('zhuguan')
    desk.judge = () => ({ refusals: threeReasons.slice(1), alternatives: threeWays, needsApproval: false })
    const { user, title } = await open(desk)
    await user.type(title, '讨论')
    await user.click(await screen.findByRole('button', { name: '豁免：开放时段外' }))
    await user.click(screen.getByRole('button', { name: '豁免：时长超限' }))
    expect(screen.getByText('原因与姓名记入预约和操作日志')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '预约' }))
    expect(desk.count('bookings.create')).toBe(0)
    const reason = screen.getByLabelText('豁免原因')
    expect(reason.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(reason)
    await user.type(reason, '专家临时到访')
    await user.click(screen.getByRole('button', { name: '预约' }))
    await waitFor(() => expect(desk.count('bookings.create')).toBe(1))
    expect(desk.last('bookings.create')).toMatchObject({
      end: at('2026-11-25', 18, 30),
      waivers: [
        { rule: 'outsideHours', resourceId: placeId('会议室2'), reason: '专家临时到访' },
        { rule: 'tooLong', resourceId: placeId('会议室2'), reason: '专家临时到访' },
      ],
    })
  })

  it('the overlap stays refused whoever asks', async () => {
    const desk = new FakeDesk('zhuguan')
    desk.judge = refusing
    await open(desk)
    await screen.findByText('这样暂时约不上，共 3 条原因')
    expect(screen.getAllByRole('button', { name: /^豁免：/ })).toHaveLength(2)
    expect(screen.queryByRole('button', { name: '豁免：已被占用' })).toBeNull()
  })
})

describe('the form', () => {
  it('an Enter that picks a word of an input method sends nothing, with Ctrl or without', async () => {
    const desk = new FakeDesk()
    const { title } = await open(desk)
    fireEvent.change(title, { target: { value: '讨论' } })
    fireEvent.keyDown(title, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(title, { key: 'Enter', ctrlKey: true, isComposing: true })
    fireEvent.keyDown(title, { key: 'Enter', keyCode: 229, ctrlKey: true })
    fireEvent.keyDown(title, { key: 'Enter' })
    await screen.findByText(/可以预约/)
    expect(desk.count('bookings.create')).toBe(0)
  })

  it('says what is missing under the fields and goes to the first', async () => {
    const desk = new FakeDesk()
    const { user, title } = await open(desk, {})
    await user.click(screen.getByRole('button', { name: '预约' }))
    expect(screen.getAllByText('必填')).toHaveLength(2)
    expect(title.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(title)
    expect(desk.count('bookings.create')).toBe(0)
  })

  it('keeps what was typed when the core refuses, and puts its words under the field', async () => {
    const desk = new FakeDesk()
    desk.refuse['bookings.create'] = [{ code: 'badInput', path: 'title', why: 'tooLong', limit: 120 }]
    const { user, title } = await open(desk)
    await user.type(title, '讨论')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText(/内容偏长（界限 120）/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('标题').value).toBe('讨论')
    expect(document.activeElement).toBe(title)
  })

  it('keeps the draft when it is closed, says so, and forgets it once saved', async () => {
    const desk = new FakeDesk()
    const { user, title } = await open(desk, {})
    await user.type(title, '写了一半')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    act(() => openDrawer({ drawer: 'newBooking', draft: slot }))
    const again = await screen.findByLabelText<HTMLInputElement>('标题')
    expect(again.value).toBe('写了一半')
    expect(screen.getByText('草稿已保留')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('开始').value).toBe('15:00')
    again.focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    act(() => openDrawer({ drawer: 'newBooking', draft: {} }))
    expect((await screen.findByLabelText<HTMLInputElement>('标题')).value).toBe('')
    expect(screen.queryByText('草稿已保留')).toBeNull()
  })

  it('a visitor is booked by name, and the booker is who is signed in (BK-02, BK-03)', async () => {
    const desk = new FakeDesk()
    const { user, title } = await open(desk)
    await user.type(title, '来访')
    await user.click(screen.getByRole('button', { name: /访客/ }))
    await user.type(screen.getByLabelText('使用人'), '王工')
    expect(screen.getByText('单晓（代约）')).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(desk.last('bookings.create')).toMatchObject({ occupantId: null, occupantName: '王工' }))
  })

  it('a resident books for their own team', async () => {
    const desk = new FakeDesk('tuandui')
    const { user, title } = await open(desk)
    await user.type(title, '组会')
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: '团队' }).disabled).toBe(true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(desk.last('bookings.create')).toMatchObject({ occupantId: 'tuandui' }))
  })

  it.each(['zh', 'en'] as const)('has no accessibility faults while it is refused, in %s', async (language) => {
    const desk = new FakeDesk('zhuguan')
    desk.judge = refusing
    await open(desk)
    await screen.findByText('这样暂时约不上，共 3 条原因')
    act(() => changeLanguage(language))
    const body = document.querySelector<HTMLElement>('.drawer-body')!
    const { violations } = await axe.run(body, { rules: notHere })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    if (language === 'en') expect(document.body.textContent?.match(/[\u4e00-\u9fff]{2,}(?=：|，)/g)).toBeNull()
  })
})
