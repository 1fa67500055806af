// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pushUndo } from '../../../renderer/api/undoStack.ts'
import { fakeDesk, people, type FakeDesk } from './fakeDesk.ts'
import { accessible, prepare, shellShown, show, tidy } from './showApp.tsx'

vi.mock(import('../../../renderer/app/pages.ts'), async (original) => {
  const { plainPage } = await import('./plainPages.tsx')
  const { pages } = await original()
  return { pages: pages.map((page) => ({ ...page, plain: true, Component: plainPage(page.name) })) }
})
vi.mock(import('../../../renderer/app/drawers.ts'), async () => {
  const { plainDrawer } = await import('./plainPages.tsx')
  const names = ['newBooking', 'booking', 'newOutage', 'outage']
  return { drawers: Object.fromEntries(names.map((name) => [name, plainDrawer(name)])) as never }
})

/** The first drawer brings antd. */
const slow = { timeout: 20_000 }
const [deskPerson, , , member] = people
beforeEach(prepare)
afterEach(tidy)

async function shell(
  start: Parameters<typeof fakeDesk>[0] = {},
): Promise<{ fake: FakeDesk; user: ReturnType<typeof show> }> {
  const fake = fakeDesk({ signedIn: deskPerson!, ...start })
  const user = show(fake)
  await shellShown()
  await screen.findByText(/^page /)
  return { fake, user }
}

describe('the shell', () => {
  it('shows the first page, the name of the window, and no violation', async () => {
    await shell()
    expect(screen.getByText('page board')).toBeTruthy()
    expect(document.title).toBe('日程 · 亨通概念验证中心')
    expect(screen.getByText('演示数据，均为虚构')).toBeTruthy()
    await accessible()
  })

  it('the rail holds what the person may open; a member sees no import', async () => {
    await shell({ signedIn: member! })
    const rail = within(screen.getByRole('navigation', { name: '主导航' }))
    expect(rail.getByRole('link', { name: '日程' }).getAttribute('aria-current')).toBe('page')
    expect(rail.queryByRole('link', { name: '导入' })).toBeNull()
  })

  it('a page that is not for the person says so instead of opening', async () => {
    window.history.replaceState(null, '', '#/imports')
    const fake = fakeDesk({ signedIn: member! })
    show(fake)
    expect(await screen.findByText('当前身份看不到这个页面')).toBeTruthy()
  })

  it('the rail counts what waits for approval, in words too', async () => {
    await shell()
    expect(await screen.findByRole('link', { name: /审批\s*2 个待审批/ })).toBeTruthy()
  })

  it('Alt with a digit jumps to the page of that number', async () => {
    const { user } = await shell()
    await user.keyboard('{Alt>}4{/Alt}')
    expect(await screen.findByText('page approvals')).toBeTruthy()
    expect(document.title).toContain('审批')
  })

  it('the order of Tab is rail, top bar, page', async () => {
    const { user } = await shell()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('跳到内容')
    await user.tab()
    expect(document.activeElement?.closest('nav')).not.toBeNull()
    const search = screen.getByRole('combobox', { name: '搜索' })
    const rail = screen.getByRole('navigation', { name: '主导航' })
    const main = screen.getByRole('main')
    expect(rail.compareDocumentPosition(search) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(search.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('N opens the form of a new booking, but not while someone types', async () => {
    const { user } = await shell()
    await user.click(screen.getByRole('combobox', { name: '搜索' }))
    await user.keyboard('n')
    expect(screen.queryByRole('dialog', { name: 'newBooking' })).toBeNull()
    await user.keyboard('{Escape}{Escape}')
    await user.keyboard('n')
    expect(await screen.findByRole('dialog', { name: 'newBooking' }, slow)).toBeTruthy()
  })

  it('a page that breaks leaves the frame alive and comes back by 重试', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { user } = await shell()
    act(() => {
      window.location.hash = '#/teams?break=1'
    })
    expect(await screen.findByText('这个页面出了问题')).toBeTruthy()
    await accessible()
    act(() => window.history.replaceState(null, '', '#/teams'))
    await user.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('page teams')).toBeTruthy()
  })
})

describe('search', () => {
  it('/ goes to the field; pinyin finds places and bookings; Enter goes to the board with the place', async () => {
    const { user } = await shell()
    await user.keyboard('/')
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索' }))
    await user.keyboard('huiyi')
    const list = await screen.findByRole('listbox', { name: '搜索结果' })
    await within(list).findByRole('option', { name: /^会议室1A / })
    await within(list).findByRole('option', { name: /会议纪要评审.*待审批/ })
    await accessible()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toMatch(/^#\/board\?resource=/)
  })

  it('arrows reach a booking, Enter opens its drawer', async () => {
    const { user } = await shell()
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('huiyi')
    const option = await screen.findByRole('option', { name: /^会议纪要评审/ })
    const all = screen.getAllByRole('option')
    await user.keyboard('{ArrowDown}'.repeat(all.indexOf(option)))
    expect(option.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('dialog', { name: 'booking' }, slow)).textContent).toContain('1002')
  })

  it('a team leads to its bookings, a person to the people page', async () => {
    const { user } = await shell()
    await user.keyboard('/')
    await user.keyboard('区伟文')
    await screen.findByRole('option', { name: /^区伟文/ })
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/people?person=p-keeper')
  })

  it('nothing found says what was searched; Esc closes and empties', async () => {
    const { user } = await shell()
    await user.keyboard('/')
    await user.keyboard('qqqq')
    expect(await screen.findByText('没有找到「qqqq」')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: '搜索' }).value).toBe('')
  })
})

describe('keys and layers', () => {
  it('? shows all keys, Esc closes, the focus goes back', async () => {
    const { user } = await shell()
    await user.tab()
    const before = document.activeElement
    await user.keyboard('?')
    const help = await screen.findByRole('dialog', { name: '键盘操作' })
    expect(help.contains(document.activeElement)).toBe(true)
    await accessible()
    await user.keyboard('n')
    expect(screen.queryByRole('dialog', { name: 'newBooking' })).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog', { name: '键盘操作' })).toBeNull()
    expect(document.activeElement).toBe(before)
  })

  it('Ctrl+Z takes back the newest write; with none it says so', async () => {
    const { fake, user } = await shell()
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText('没有可以撤销的操作')).toBeTruthy()
    act(() => pushUndo({ seq: 4712, said: '已移动' }))
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText('已撤销')).toBeTruthy()
    expect(fake.sent.find(({ name }) => name === 'undo.apply')?.input).toEqual({ seq: 4712 })
  })

  it('the menu of the person changes theme, language and size at once', async () => {
    const { user } = await shell()
    await user.click(screen.getByRole('button', { name: /当前登录：单晓芸/ }))
    const menu = within(await screen.findByRole('dialog', { name: '个人菜单' }))
    await accessible()
    await user.click(menu.getByRole('radio', { name: '深色' }))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await user.click(menu.getByRole('radio', { name: '120' }))
    expect(document.documentElement.style.getPropertyValue('--scale')).toBe('1.2')
    await user.click(menu.getByRole('radio', { name: 'English' }))
    expect(screen.getByRole('navigation', { name: 'Main navigation' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('en')
    expect(document.title).toBe('Schedule · 亨通概念验证中心')
    await accessible()
  })

  it('changing the PIN asks for the present secret; a wrong one is told at its field', async () => {
    const { fake, user } = await shell()
    await user.click(screen.getByRole('button', { name: /当前登录/ }))
    await user.click(screen.getByRole('button', { name: '修改口令、快捷码' }))
    const dialog = within(await screen.findByRole('dialog', { name: '修改口令、快捷码' }))
    await accessible()
    await user.click(dialog.getByRole('radio', { name: '快捷码' }))
    await user.type(dialog.getByLabelText('现在的口令'), 'not mine')
    await user.type(dialog.getByLabelText('新快捷码'), '97x531')
    await user.type(dialog.getByLabelText('再写一遍'), '97531')
    await user.click(dialog.getByRole('button', { name: '保存' }))
    expect(await dialog.findByText('与现在的口令不符')).toBeTruthy()
    await user.clear(dialog.getByLabelText('现在的口令'))
    await user.type(dialog.getByLabelText('现在的口令'), 'qiantai-only-once{Enter}')
    expect(await screen.findByText('快捷码已更改')).toBeTruthy()
    expect(fake.sent.findLast(({ name }) => name === 'sessions.changeSecret')?.input).toEqual({
      current: 'qiantai-only-once',
      pin: '97531',
    })
  })
})

describe('an unattended desk', () => {
  it('signs out after the minutes of the settings, counted from the last touch (30 here)', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { fake } = await shell()
      await act(() => vi.advanceTimersByTimeAsync(29 * 60_000))
      act(() => void window.dispatchEvent(new Event('pointermove')))
      await act(() => vi.advanceTimersByTimeAsync(29 * 60_000))
      expect(fake.signedIn).not.toBeNull()
      await act(() => vi.advanceTimersByTimeAsync(2 * 60_000))
      expect(fake.signedIn).toBeNull()
      expect(await screen.findByRole('heading', { name: '选一个人' })).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('the bars', () => {
  it('read-only: a bar, a word in the status bar, and 新建预约 disabled with the reason', async () => {
    const { user } = await shell({ readOnly: true })
    expect(screen.getByText('数据文件夹不可写，现在只能查看')).toBeTruthy()
    const button = screen.getByRole('button', { name: /新建预约/ })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.title).toBe('数据文件夹不可写，现在只能查看')
    await user.click(button)
    await user.keyboard('n')
    expect(screen.queryByRole('dialog')).toBeNull()
    await accessible()
  })

  it('a core that restarts is told after a moment, and its return too', async () => {
    const { fake } = await shell()
    act(() => fake.become('restarting'))
    expect(screen.queryByText(/正在重新启动/)).toBeNull()
    expect(await screen.findByText(/正在重新启动/)).toBeTruthy()
    await accessible()
    act(() => fake.become('ready'))
    await waitFor(() => expect(screen.queryByText(/正在重新启动/)).toBeNull())
    expect(await screen.findByText('本机服务已恢复')).toBeTruthy()
  })

  it('a core out of reach: what is shown is dated, 重新连接 asks again', async () => {
    const { fake, user } = await shell()
    act(() => fake.become('unreachable'))
    expect(await screen.findByText('与本机服务断开，显示 10:42 的内容')).toBeTruthy()
    const before = fake.sent.length
    await user.click(screen.getByRole('button', { name: '重新连接' }))
    expect(fake.sent.slice(before).map(({ name }) => name)).toContain('centre.status')
  })

  it('the time of saving moves on with each change', async () => {
    const { fake } = await shell()
    expect(screen.getByText('本机已保存 10:42:00')).toBeTruthy()
    act(() => fake.tell({ seq: 4712, from: 4712, topics: ['bookings'], keys: [] }))
    expect(await screen.findByText('本机已保存 10:42:05', undefined, { timeout: 3000 })).toBeTruthy()
  })
})
