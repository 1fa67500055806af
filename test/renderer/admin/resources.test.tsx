// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ResourcesPage from '../../../renderer/admin/ResourcesPage.tsx'
import { dropDrafts } from '../../../renderer/ui/drafts.ts'
import { fakeAdmin } from './fakeAdmin.ts'
import { expectAccessible, lastSent, prepare, stage } from './stage.tsx'

beforeEach(prepare)
afterEach(() => {
  cleanup()
  dropDrafts()
})

const editor = () => screen.findByRole('dialog')
const saveButton = () => screen.getByRole('button', { name: /^保存/ })

describe('the resource page', () => {
  it('lists the places by zone with their area and its sum, found by pinyin', async () => {
    const { user } = stage(ResourcesPage)
    const table = await screen.findByRole('table', { name: '资源' })
    expect(within(table).getByRole('row', { name: /^合计/ }).textContent).toContain('550')
    expect(screen.getByText(/在用率 84.0 %，公共服务 68.4 %，团队自用 15.6 %/)).toBeTruthy()
    await user.type(screen.getByRole('searchbox', { name: '筛选名称、编号、设施' }), 'lyt')
    await waitFor(() => expect(within(table).getAllByRole('row', { name: /路演厅/ })).toHaveLength(3))
    expect(within(table).queryByRole('row', { name: /会议室2/ })).toBeNull()
    await expectAccessible()
  })

  it('opens with Enter, and Esc gives the focus back to the row', async () => {
    const { user } = stage(ResourcesPage)
    const row = await screen.findByRole('row', { name: /A106 会议室2/ })
    row.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('研讨室')
    await user.keyboard('{ArrowUp}{Enter}')
    expect((await editor()).contains(document.activeElement)).toBe(true)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(row)
  })

  it('shows each inherited rule with its level, overrides it and gives it back (C19)', async () => {
    const { fake, user } = stage(ResourcesPage, fakeAdmin(), '#/resources?resource=A106')
    const drawer = await editor()
    const longest = within(drawer).getByRole('group', { name: '最长时长' })
    expect(longest.textContent).toContain('4 小时')
    expect(longest.textContent).toContain('全中心')
    await user.click(within(longest).getByRole('button', { name: '修改最长时长' }))
    const field = within(longest).getByRole('textbox', { name: '最长时长' })
    await user.clear(field)
    await user.type(field, '90')
    expect(longest.textContent).toContain('本资源')
    await user.click(saveButton())
    await waitFor(() => expect(lastSent(fake, 'resources.save')).toBeDefined())
    expect(lastSent(fake, 'resources.save')).toMatchObject({
      resource: { id: 'A106', policy: { maxMinutes: 90 } },
      expectedVersion: 1,
    })
    const again = within(await editor()).getByRole('group', { name: '最长时长' })
    await user.click(await within(again).findByRole('button', { name: '最长时长恢复沿用' }))
    await user.click(saveButton())
    await waitFor(() =>
      expect(lastSent(fake, 'resources.save')).toMatchObject({ resource: { policy: {} }, expectedVersion: 2 }),
    )
    expect(lastSent(fake, 'resources.save')?.['resource']).not.toHaveProperty('policy.maxMinutes')
  })

  it('an instrument shows what its kind sets', async () => {
    stage(ResourcesPage, fakeAdmin(), '#/resources?resource=YQ-002')
    const drawer = await editor()
    expect(within(drawer).getByRole('group', { name: '最多提前' }).textContent).toContain('种类：共享仪器')
    expect(within(drawer).getByLabelText('所在房间')).toBeTruthy()
    expect(within(drawer).queryByLabelText('组合自')).toBeNull()
    await expectAccessible()
  })

  it('refuses opening hours that run backwards or overlap at their day, and sends nothing (RS-08)', async () => {
    const { fake, user } = stage(ResourcesPage, fakeAdmin(), '#/resources?resource=A106')
    const drawer = await editor()
    await user.click(within(drawer).getByRole('button', { name: '修改开放时段' }))
    const monday = within(drawer).getByRole('group', { name: '周一' })
    const until = within(monday).getByRole('combobox', { name: '周一第 1 段结束' })
    await user.clear(until)
    await user.type(until, '8:00{Tab}')
    expect(within(monday).getByRole('alert').textContent).toContain('结束要晚于开始')
    await user.click(saveButton())
    expect(lastSent(fake, 'resources.save')).toBeUndefined()
    await user.clear(until)
    await user.type(until, '12:00{Tab}')
    expect(within(monday).queryByRole('alert')).toBeNull()
    await user.click(within(monday).getByRole('button', { name: '周一增加一段' }))
    const second = within(monday).getByRole('combobox', { name: '周一第 2 段开始' })
    await user.clear(second)
    await user.type(second, '11:30{Tab}')
    expect(within(monday).getByRole('alert').textContent).toContain('互相重叠')
    await user.clear(second)
    await user.type(second, '13:00{Tab}')
    await user.click(within(monday).getByRole('button', { name: '用于周一至周五' }))
    await user.click(saveButton())
    await waitFor(() => expect(lastSent(fake, 'resources.save')).toBeDefined())
    const windows = [
      { from: 510, until: 720 },
      { from: 780, until: 1020 },
    ]
    expect(lastSent(fake, 'resources.save')).toMatchObject({
      resource: { policy: { openHours: { days: [windows, windows, windows, windows, windows, [], []] } } },
    })
  })

  it('a compound names its parts and has no units; a pool has units (RS-03, RS-05)', async () => {
    stage(ResourcesPage, fakeAdmin(), '#/resources?resource=A102%2BA103')
    const drawer = await editor()
    expect(within(drawer).getByText('A102 路演厅A')).toBeTruthy()
    expect(within(drawer).getByText('A103 路演厅B')).toBeTruthy()
    expect(within(drawer).queryByLabelText('同型数量')).toBeNull()
    cleanup()
    stage(ResourcesPage, fakeAdmin(), '#/resources?resource=YQ-016')
    expect(within(await editor()).getByLabelText('同型数量')).toHaveProperty('value', '2')
    expect(screen.getByText('按台数预约，约满为止')).toBeTruthy()
  })

  it('shows a refusal of the core at its field and others above the form', async () => {
    const fake = fakeAdmin()
    fake.refusals['resources.save'] = [
      { code: 'badInput', path: 'resource.code', why: 'taken', given: 'A106' },
      { code: 'changedMeanwhile', what: 'resource', id: 'A106', version: 4 },
    ]
    const { user } = stage(ResourcesPage, fake, '#/resources?resource=A106')
    await editor()
    await user.click(saveButton())
    const code = screen.getByLabelText('编号')
    await waitFor(() => expect(code.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(code)
    expect(screen.getByText(/已被使用/)).toBeTruthy()
    expect(screen.getByText(/资源刚才已被改动（现为第 4 版）/)).toBeTruthy()
  })

  it('a state other than 正常 wants a reason; a keeper may set it though not change the place (RS-11)', async () => {
    const { fake, user } = stage(ResourcesPage, fakeAdmin('keeper'), '#/resources?resource=YQ-011')
    const drawer = await editor()
    expect(saveButton().getAttribute('title')).toBe('可由主管、系统管理员操作')
    expect(within(drawer).getByLabelText('名称')).toHaveProperty('disabled', true)
    await user.click(within(drawer).getByRole('radio', { name: '停用中' }))
    await user.click(within(drawer).getByRole('button', { name: '更新状态' }))
    expect(lastSent(fake, 'resources.setState')).toBeUndefined()
    await user.type(within(drawer).getByLabelText('原因'), '主轴异响')
    await user.click(within(drawer).getByRole('button', { name: '更新状态' }))
    await waitFor(() =>
      expect(lastSent(fake, 'resources.setState')).toEqual({ id: 'YQ-011', state: 'down', reason: '主轴异响' }),
    )
  })

  it('a new mutual exclusion wants two members', async () => {
    const fake = fakeAdmin()
    const { user } = stage(ResourcesPage, fake, '#/resources?resource=exclusions')
    const drawer = await editor()
    expect(within(drawer).getByText('贴片键合机与等离子清洗机(共用真空)')).toBeTruthy()
    await user.click(within(drawer).getByRole('button', { name: '新增互斥组' }))
    await user.type(within(drawer).getByLabelText('名称与缘由'), '共用水冷')
    await user.click(saveButton())
    expect(lastSent(fake, 'exclusions.save')).toBeUndefined()
    expect(within(drawer).getByText('要填写')).toBeTruthy()
    await expectAccessible()
  })
})
