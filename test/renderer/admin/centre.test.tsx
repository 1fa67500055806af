// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import CalendarPage from '../../../renderer/admin/CalendarPage.tsx'
import ImportPage from '../../../renderer/admin/ImportPage.tsx'
import SettingsPage from '../../../renderer/admin/SettingsPage.tsx'
import { dropDrafts } from '../../../renderer/ui/drafts.ts'
import { endedJob, fakeAdmin } from './fakeAdmin.ts'
import { notice2026 } from './notice2026.ts'
import { expectAccessible, lastSent, prepare, stage } from './stage.tsx'

beforeEach(prepare)
afterEach(() => {
  cleanup()
  dropDrafts()
})

describe('the calendar page', () => {
  it('counts workdays by month and year, and says what each day is', async () => {
    stage(CalendarPage)
    expect(await screen.findByText('全年 248 个工作日')).toBeTruthy()
    expect(screen.getByText('放假安排已公布')).toBeTruthy()
    expect(screen.getByRole('button', { name: '2026年2月14日 周六，调休上班，春节调休上班' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '2026年10月1日 周四，节假日，国庆节' })).toBeTruthy()
    await expectAccessible()
  })

  it('a year that is not published says so and what is assumed (R-60)', async () => {
    const { user } = stage(CalendarPage)
    await screen.findByText('全年 248 个工作日')
    await user.click(screen.getByRole('button', { name: '下一年' }))
    expect(await screen.findByText(/2027 年的放假安排待公布。暂按周一至周五为工作日推定/)).toBeTruthy()
  })

  it('is one tab stop: arrows move, Enter opens, a rest day of the centre’s own is set (R-62)', async () => {
    const { fake, user } = stage(CalendarPage)
    const today = await screen.findByRole('button', { name: '2026年11月24日 周二，工作日' })
    expect(document.querySelectorAll('[data-date][tabindex="0"]')).toHaveLength(1)
    today.focus()
    await user.keyboard('{ArrowRight}{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.getAttribute('data-date')).toBe('2026-12-02'))
    await user.keyboard('{PageUp}{Enter}')
    const drawer = await screen.findByRole('dialog', { name: '2026年11月2日 周一' })
    await user.type(within(drawer).getByLabelText('名称'), '园区停电')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(lastSent(fake, 'calendar.setDay')).toMatchObject({
        day: { date: '2026-11-02', kind: 'rest', name: '园区停电' },
      }),
    )
    expect(await screen.findByRole('button', { name: '2026年11月2日 周一，本中心休息，园区停电' })).toBeTruthy()
  })

  it('shows what a pasted notice means before it is imported, and the bookings affected after', async () => {
    const { fake, user } = stage(CalendarPage, fakeAdmin(), '#/calendar?day=import')
    const drawer = await screen.findByRole('dialog')
    fireEvent.change(within(drawer).getByLabelText('通知原文，或每行一天'), {
      target: { value: notice2026.replace('1月4日（周日）', '1月4日（周六）') },
    })
    expect(within(drawer).getByRole('alert').textContent).toContain('第 1 行「1月4日(周六)」与所写星期不符')
    const run = within(drawer).getByRole('button', { name: '导入 2026 年' })
    expect(run.getAttribute('title')).toBe('先改好读不通的地方')
    fireEvent.change(within(drawer).getByLabelText('通知原文，或每行一天'), { target: { value: notice2026 } })
    expect(within(drawer).getByText('放假 33 天，调休上班 6 天，全年 248 个工作日')).toBeTruthy()
    const preview = within(drawer).getByRole('table', { name: '读到的内容' })
    expect(within(preview).getAllByRole('row')).toHaveLength(1 + 39)
    await expectAccessible()
    await user.click(run)
    expect(await within(drawer).findByText('1 个预约落在休息日')).toBeTruthy()
    expect(await within(drawer).findByRole('button', { name: 'B27-000001 版图评审' })).toBeTruthy()
    expect(lastSent(fake, 'calendar.importYear')?.['days']).toHaveLength(39)
  })
})

describe('the import page', () => {
  const file = () => new File(['场地,日期,开始,结束,主题\n会议室2,2026-12-01,9:00,10:00,例会\n'], 'plan.csv')

  it('tries first, lists every refusal with line and column, then writes', async () => {
    const fake = fakeAdmin()
    const good = fake.job
    fake.job = ({ fileName }) => ({
      ...endedJob,
      status: 'failed',
      fileName,
      refusals: [
        {
          code: 'fileBad',
          file: fileName,
          faultCount: 1,
          faults: [{ line: 4, column: '开始', why: 'badTime', value: '25:00' }],
        },
        {
          code: 'rowRefused',
          file: fileName,
          line: 7,
          uid: null,
          title: '版图评审',
          refusals: [
            {
              code: 'overCapacity',
              capacity: 10,
              headCount: 12,
              resourceId: 'A106',
              level: 'resource',
              waivers: [],
            },
            { code: 'notBookable', state: 'down', resourceId: 'A106', level: 'always', waivers: [] },
          ],
        },
      ],
    })
    const { user } = stage(ImportPage, fake)
    const attempt = await screen.findByRole('button', { name: '先试一次' })
    expect(attempt.getAttribute('title')).toBe('先选一个文件')
    await user.upload(screen.getByLabelText('选择文件', { selector: 'input' }), file())
    await screen.findByText('plan.csv')
    await user.click(attempt)
    const refusals = await screen.findByRole('table', { name: '不能导入的地方' })
    const cells = within(refusals)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))
    expect(cells).toEqual([
      ['4', '开始', '25:00', '时间读不懂'],
      ['7', '—', '版图评审', '可容纳 10 人，本次 12 人，可换更大的场地'],
      ['7', '—', '版图评审', '会议室2 停用中，恢复后可约'],
    ])
    expect(screen.queryByRole('button', { name: /正式导入/ })).toBeNull()
    expect(lastSent(fake, 'imports.start')).toMatchObject({ fileName: 'plan.csv', dryRun: true })
    await expectAccessible()

    fake.job = good
    await user.click(screen.getByRole('button', { name: '先试一次' }))
    await user.click(await screen.findByRole('button', { name: '正式导入 2 条' }))
    await screen.findByText(/已导入，新增 2 条，更新 0 条/)
    expect(lastSent(fake, 'imports.start')).toMatchObject({ fileName: 'plan.csv', dryRun: false })
    const content = String(lastSent(fake, 'imports.start')?.['content'])
    expect(Buffer.from(content, 'base64').toString('utf8')).toContain('会议室2,2026-12-01')
  })

  it('asks for the columns when the header was not recognised', async () => {
    const fake = fakeAdmin()
    fake.job = ({ fileName }) => ({
      ...endedJob,
      status: 'failed',
      refusals: [
        {
          code: 'fileBad',
          file: fileName,
          faultCount: 1,
          faults: [{ line: null, column: null, why: 'noHeader', value: null }],
        },
      ],
    })
    const { user } = stage(ImportPage, fake)
    await user.upload(await screen.findByLabelText('选择文件', { selector: 'input' }), file())
    await user.click(await screen.findByRole('button', { name: '先试一次' }))
    await user.type(await screen.findByLabelText('场地或仪器'), '场地')
    await user.click(screen.getByRole('button', { name: '先试一次' }))
    await waitFor(() => expect(lastSent(fake, 'imports.start')).toMatchObject({ columns: { resource: '场地' } }))
  })

  it('a file over 5 MB or of another kind is not read', async () => {
    const { fake, user } = stage(ImportPage)
    const input = await screen.findByLabelText('选择文件', { selector: 'input' })
    await user.upload(input, new File([new Uint8Array(5_000_001)], 'big.csv'))
    expect((await screen.findByRole('alert')).textContent).toContain('big.csv 超过 5 MB')
    expect(lastSent(fake, 'imports.start')).toBeUndefined()
  })
})

describe('the settings page', () => {
  it('lists what would change, sends only that, and says what was saved', async () => {
    const { fake, user } = stage(SettingsPage)
    const idle = await screen.findByLabelText('闲置多久退出登录')
    await user.clear(idle)
    await user.type(idle, '15')
    expect(screen.getByLabelText('将改动').textContent).toBe('闲置多久退出登录30 分钟15 分钟')
    await user.click(screen.getByRole('button', { name: /^保存/ }))
    expect(await screen.findByText('已保存：闲置多久退出登录')).toBeTruthy()
    expect(lastSent(fake, 'settings.set')).toEqual({ change: { idleMinutes: 15 } })
    await expectAccessible()
  })

  it('an unknown time zone and a board that ends before it begins are refused at their fields', async () => {
    const { fake, user } = stage(SettingsPage)
    const zone = await screen.findByLabelText('时区')
    await user.clear(zone)
    await user.type(zone, 'Asia/Hongqiao')
    await user.click(screen.getByRole('button', { name: /^保存/ }))
    expect(zone.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('没有这个时区')).toBeTruthy()
    expect(lastSent(fake, 'settings.set')).toBeUndefined()
  })

  it('a kind’s rules keep those of other kinds, and go back to the centre’s', async () => {
    const { fake, user } = stage(SettingsPage, fakeAdmin(), '#/settings?tab=rules')
    await user.click(await screen.findByRole('button', { name: /^电话间/ }))
    const longest = screen.getByRole('group', { name: '最长时长' })
    await user.click(within(longest).getByRole('button', { name: '最长时长恢复沿用' }))
    expect(longest.textContent).toContain('4 小时')
    await user.click(screen.getByRole('button', { name: /^保存/ }))
    await waitFor(() => expect(lastSent(fake, 'settings.set')).toBeDefined())
    const { change } = lastSent(fake, 'settings.set') as { change: { kindPolicies: Record<string, object> } }
    expect(change.kindPolicies['phoneBooth']).toEqual({ horizonDays: 7, releaseNoShow: true })
    expect(change.kindPolicies['lab']).toEqual({ minMinutes: 30, maxMinutes: 750 })
    await expectAccessible()
  })

  it('a shortest length above the longest is refused at its rule', async () => {
    const { fake, user } = stage(SettingsPage, fakeAdmin(), '#/settings?tab=rules')
    const shortest = await screen.findByRole('textbox', { name: '最短时长' })
    await user.clear(shortest)
    await user.type(shortest, '300')
    await user.click(screen.getByRole('button', { name: /^保存/ }))
    expect(within(screen.getByRole('group', { name: '最短时长' })).getByRole('alert').textContent).toContain('数值偏大')
    expect(lastSent(fake, 'settings.set')).toBeUndefined()
  })

  it('reads the journal newest first, opens an entry, and verifies the chain (AU-01)', async () => {
    const { user } = stage(SettingsPage, fakeAdmin(), '#/settings?tab=journal')
    const table = await screen.findByRole('table', { name: '操作日志' })
    const rows = await within(table).findAllByRole('row')
    expect(rows[1]?.textContent).toContain('改期')
    await user.click(screen.getByRole('button', { name: '校验日志' }))
    expect(await screen.findByText(/完好，共 3 条，校验值 c0ffee123456/)).toBeTruthy()
    rows[1]!.focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: '日志第 3 号' })
    expect(within(drawer).getByRole('row', { name: '容量 8 10' })).toBeTruthy()
    await expectAccessible()
  })

  it('an auditor reads settings and journal but changes nothing', async () => {
    stage(SettingsPage, fakeAdmin('auditor'))
    expect(await screen.findByLabelText('中心名称')).toHaveProperty('disabled', true)
    expect(screen.getByRole('button', { name: /^保存/ }).getAttribute('title')).toBe('可由主管、系统管理员操作')
  })

  it('makes a backup and says where it went', async () => {
    const { user } = stage(SettingsPage, fakeAdmin(), '#/settings?tab=backup')
    await user.click(await screen.findByRole('button', { name: '备份' }))
    expect(await screen.findByText('hengtong-20261124.db 已写好并校验')).toBeTruthy()
  })
})
