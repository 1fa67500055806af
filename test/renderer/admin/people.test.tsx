// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import PeoplePage from '../../../renderer/admin/PeoplePage.tsx'
import TeamsPage from '../../../renderer/admin/TeamsPage.tsx'
import { dropDrafts } from '../../../renderer/ui/drafts.ts'
import { fakeAdmin } from './fakeAdmin.ts'
import { expectAccessible, lastSent, prepare, stage } from './stage.tsx'

beforeEach(prepare)
afterEach(() => {
  cleanup()
  dropDrafts()
})
const saveButton = () => screen.getByRole('button', { name: /^保存/ })

describe('the people page', () => {
  it('finds by pinyin with surname readings and by initials; phones are masked', async () => {
    const { user } = stage(PeoplePage)
    const table = await screen.findByRole('table', { name: '人员' })
    await within(table).findByText('单晓')
    expect(within(table).getByRole('row', { name: /单晓/ }).textContent).toContain('199****0002')
    const find = screen.getByRole('searchbox')
    await user.type(find, 'shanxiao')
    await waitFor(() => expect(within(table).queryByText('曾乐')).toBeNull())
    expect(within(table).getByText('单晓')).toBeTruthy()
    await user.keyboard('{Escape}')
    await user.type(find, 'owj')
    await user.keyboard('{Backspace}{Backspace}yj')
    await waitFor(() => expect(within(table).getByText('欧阳靖')).toBeTruthy())
    expect(within(table).queryByText('单晓')).toBeNull()
    await expectAccessible()
  })

  it('shows contacts only when asked, and that is a logged operation (R-71)', async () => {
    const { fake, user } = stage(PeoplePage, fakeAdmin(), '#/people?person=shan')
    const drawer = await screen.findByRole('dialog')
    expect(within(drawer).getByText('199****0002')).toBeTruthy()
    expect(lastSent(fake, 'people.reveal')).toBeUndefined()
    await user.click(within(drawer).getByRole('button', { name: '显示' }))
    await within(drawer).findByText('19900000002')
    expect(lastSent(fake, 'people.reveal')).toEqual({ id: 'shan' })
    expect(within(drawer).getByText('已记入日志')).toBeTruthy()
    await user.click(within(drawer).getByRole('button', { name: '收起' }))
    expect(within(drawer).queryByText('19900000002')).toBeNull()
    await expectAccessible()
  })

  it('saving never sends a masked phone or an empty secret', async () => {
    const { fake, user } = stage(PeoplePage, fakeAdmin(), '#/people?person=shan')
    const drawer = await screen.findByRole('dialog')
    await user.type(within(drawer).getByLabelText('备注'), '（早班）')
    await user.type(within(drawer).getByLabelText('重设快捷码'), '2580')
    await user.click(saveButton())
    await waitFor(() => expect(lastSent(fake, 'people.save')).toBeDefined())
    const { person } = lastSent(fake, 'people.save') as { person: Record<string, unknown> }
    expect(person).toMatchObject({ id: 'shan', note: '前台（早班）', pin: '2580' })
    expect(Object.keys(person)).not.toContain('phone')
    expect(Object.keys(person)).not.toContain('secret')
  })

  it('a short secret is refused at its field before it is sent', async () => {
    const { fake, user } = stage(PeoplePage, fakeAdmin(), '#/people?person=shan')
    const secret = within(await screen.findByRole('dialog')).getByLabelText('重设口令')
    await user.type(secret, 'abc')
    await user.click(saveButton())
    expect(secret.getAttribute('aria-invalid')).toBe('true')
    expect(lastSent(fake, 'people.save')).toBeUndefined()
  })

  it('who may not change people sees why (AU-03)', async () => {
    stage(PeoplePage, fakeAdmin('auditor'), '#/people?person=shan')
    const drawer = await screen.findByRole('dialog')
    expect(saveButton().getAttribute('title')).toBe('可由前台、主管、系统管理员操作')
    expect(within(drawer).getByRole('button', { name: '显示' }).getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the team page', () => {
  it('marks overdue projects and sums what was granted (R-24)', async () => {
    stage(TeamsPage, fakeAdmin(), '#/teams?tab=projects')
    const table = await screen.findByRole('table', { name: '项目' })
    expect((await within(table).findByRole('row', { name: /PC-2026-006/ })).textContent).toContain('超期 25 天')
    expect(within(table).getByRole('row', { name: /PC-2026-003/ }).textContent).not.toContain('超期')
    expect(within(table).getByRole('row', { name: /^合计/ }).textContent).toContain('580')
    await expectAccessible()
  })

  it('checks the credit code before saving and says when it is right', async () => {
    const { fake, user } = stage(TeamsPage, fakeAdmin(), '#/teams?team=liwei')
    const drawer = await screen.findByRole('dialog')
    const code = within(drawer).getByLabelText('统一社会信用代码')
    await user.type(code, '91350100M000100Y44')
    await user.click(saveButton())
    expect(within(drawer).getByText('校验位不符')).toBeTruthy()
    expect(lastSent(fake, 'teams.save')).toBeUndefined()
    await user.type(code, '{Backspace}3')
    await user.click(saveButton())
    await waitFor(() =>
      expect(lastSent(fake, 'teams.save')).toMatchObject({ team: { id: 'liwei', creditCode: '91350100M000100Y43' } }),
    )
  })

  it('an existing team keeps its colour; its members and projects stand beside it', async () => {
    stage(TeamsPage, fakeAdmin(), '#/teams?team=liwei')
    const drawer = await screen.findByRole('dialog')
    expect(within(drawer).getByText('终身不变')).toBeTruthy()
    expect(await within(drawer).findByRole('button', { name: '欧阳靖' })).toBeTruthy()
    expect(within(drawer).getByRole('button', { name: '超声探头键合良率' })).toBeTruthy()
    await expectAccessible()
  })
})
