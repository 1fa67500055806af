// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import { setCoreClock } from '../../../renderer/api/now.ts'
import OccupancyPage from '../../../renderer/reports/OccupancyPage.tsx'
import { hours, percent, percentFigure, whole } from '../../../renderer/reports/figures.ts'
import { changeLanguage, startText } from '../../../renderer/ui/text.ts'
import { closeDrawer, useOpenDrawer } from '../../../renderer/ui/drawers.ts'
import { fakeCentre, now, reportOf, type FakeCentre } from './fakeCentre.ts'

const meeting = ['meetingRoom', 'seminarRoom', 'talkRoom', 'roadshowHall', 'phoneBooth', 'exhibit'] as const
const october = reportOf({ from: '2026-10-01', to: '2026-11-01', kinds: [...meeting] })

function OpenDrawer() {
  return <output data-testid="drawer">{JSON.stringify(useOpenDrawer())}</output>
}

async function show(fake: FakeCentre = fakeCentre()): Promise<FakeCentre> {
  setCoreClock(fake.client, now)
  render(
    <ApiProvider client={fake.client}>
      <OccupancyPage />
      <OpenDrawer />
    </ApiProvider>,
  )
  await screen.findByRole('table', { name: /各资源明细表|Each resource/ })
  return fake
}

const asked = (fake: FakeCentre) =>
  fake.sent.filter(({ name }) => name === 'reports.occupancy').map(({ input }) => [input['from'], input['to']])

beforeEach(() => {
  startText('zh')
  // jsdom lays nothing out, so it lacks these two.
  Element.prototype.scrollIntoView = () => {}
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})
afterEach(() => {
  cleanup()
  closeDrawer()
  delete window.hengtong
  vi.restoreAllMocks()
})

describe('the occupancy page', () => {
  it('shows the figures of the reply: cards, table and total agree', async () => {
    await show()
    const table = screen.getByRole('table', { name: '各资源明细表' })
    for (const row of october.rows) {
      const cells = within(table).getByRole('row', { name: new RegExp(`^${row.name} `) })
      const text = within(cells)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
      expect(text[0]).toBe(row.code)
      expect(text.slice(2)).toEqual([
        whole(row.bookings),
        hours(row.openMinutes),
        hours(row.downMinutes),
        hours(row.availableMinutes),
        hours(row.bookedMinutes),
        hours(row.usedMinutes),
        whole(row.noShowCount),
        percent(row.bookingRate),
        percent(row.useRate),
        percent(row.noShowRate),
        percent(row.seatOccupancy),
      ])
    }
    const total = within(within(table).getByRole('row', { name: /^合计/ })).getAllByRole('cell')
    expect(total.map((cell) => cell.textContent).slice(-4)).toEqual(
      [october.total.bookingRate, october.total.useRate, october.total.noShowRate, october.total.seatOccupancy].map(
        percent,
      ),
    )
    for (const figure of ['bookingRate', 'useRate', 'keepRate', 'noShowRate', 'seatOccupancy'] as const)
      expect(document.querySelector(`[data-figure=${figure}]`)?.textContent).toBe(
        `${percentFigure(october.total[figure])} %`,
      )
    expect(
      screen.getByText(
        `已约 ${hours(october.total.bookedMinutes)} ÷ 可约 ${hours(october.total.availableMinutes)} 小时`,
      ),
    ).toBeTruthy()
    expect(screen.getByText('18 个工作日，含 10/10 调休上班')).toBeTruthy()
    expect(screen.getByText(/快照 R-4711，数据截至 2026-11-24 10:42，校验 c0ffee12/)).toBeTruthy()
  })

  it('shows — where there is no base, in cards, table and heat map, never 0 %', async () => {
    const fake = fakeCentre()
    fake.alter = (report) => ({
      ...report,
      total: { ...report.total, seatOccupancy: null },
      rows: report.rows.map((row, index) => (index === 0 ? { ...row, seatOccupancy: null, noShowRate: null } : row)),
    })
    await show(fake)
    expect(document.querySelector('[data-figure=seatOccupancy]')?.textContent).toBe('—')
    const first = screen.getByRole('row', { name: new RegExp(`^${october.rows[0]!.name} `) })
    expect(
      within(first)
        .getAllByRole('cell')
        .slice(-2)
        .map((cell) => cell.textContent),
    ).toEqual(['—', '—'])
    const sunday = screen.getByRole('row', { name: /^周日/ })
    expect(
      within(sunday)
        .getAllByRole('cell')
        .every((cell) => cell.textContent === '—'),
    ).toBe(true)
    expect(within(sunday).queryAllByRole('button')).toEqual([])
  })

  it('asks for the half-open days of a preset and for the period before', async () => {
    const fake = await show()
    expect(asked(fake)).toEqual(
      expect.arrayContaining([
        ['2026-10-01', '2026-11-01'],
        ['2026-09-01', '2026-10-01'],
      ]),
    )
    fake.sent.length = 0
    await userEvent.click(screen.getByRole('radio', { name: '学年' }))
    await waitFor(() =>
      expect(asked(fake)).toEqual(
        expect.arrayContaining([
          ['2026-09-01', '2027-09-01'],
          ['2025-09-01', '2026-09-01'],
        ]),
      ),
    )
    expect(await screen.findByText(/2027 年调休待公布/)).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '本周' }))
    await waitFor(() => expect(asked(fake)).toContainEqual(['2026-11-23', '2026-11-30']))
  })

  it('opens the bookings behind a figure, their sum is the figure, and a booking opens in the drawer', async () => {
    const fake = await show()
    const row = october.rows.find(({ code }) => code === 'A102')!
    const figure = screen.getByRole('button', { name: new RegExp(`^路演厅A · 已约 ${hours(row.bookedMinutes)}`) })
    await userEvent.click(figure)
    expect(await screen.findByText('路演厅A · 已约明细')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('路演厅A · 已约明细')
    const total = await screen.findByRole('row', { name: /^合计/ })
    expect(within(total).getByText(hours(row.bookedMinutes))).toBeTruthy()
    expect(fake.sent.find(({ name }) => name === 'bookings.range')?.input['resourceIds']).toEqual(['A102', 'A102+A103'])
    const [first] = screen.getAllByRole('button', { name: /^打开 B26-/ })
    await userEvent.click(first!)
    expect(JSON.parse(screen.getByTestId('drawer').textContent)).toMatchObject({ drawer: 'booking' })
    await userEvent.keyboard('{Escape}')
    expect(await screen.findByRole('table', { name: '各资源明细表' })).toBeTruthy()
  })

  it('opens a cell of the heat map by keyboard', async () => {
    await show()
    const cell = screen.getByRole('button', { name: /^周二 14 时：/ })
    cell.focus()
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByText('周二 14 时 · 已约明细')).toBeTruthy()
  })

  it('sorts by a column and says so', async () => {
    await show()
    await userEvent.click(screen.getByRole('button', { name: '使用率' }))
    expect(screen.getByRole('columnheader', { name: /使用率/ }).getAttribute('aria-sort')).toBe('descending')
    const highest = october.rows.toSorted((a, b) => (b.useRate ?? -1) - (a.useRate ?? -1))[0]!
    const rows = within(screen.getByRole('table', { name: '各资源明细表' })).getAllByRole('row')
    expect(within(rows[1]!).getByRole('rowheader').textContent).toBe(highest.name)
  })

  it('exports what is on screen, shows progress, and hands the file over when it is done', async () => {
    const saveFile = vi.fn(async () => true)
    window.hengtong = { call: vi.fn(), onChange: () => () => {}, saveFile }
    const fake = await show()
    await userEvent.click(screen.getByRole('button', { name: '导出 Excel' }))
    expect(await screen.findByText('正在导出 3 / 12')).toBeTruthy()
    expect(fake.sent.find(({ name }) => name === 'exports.start')?.input).toEqual({
      kind: 'occupancy',
      format: 'xlsx',
      language: 'zh',
      period: { from: '2026-10-01', to: '2026-11-01', kinds: [...meeting] },
    })
    expect(saveFile).not.toHaveBeenCalled()
    fake.job = { ...fake.job, status: 'done', progress: 12, fileName: '2026年10月场地使用情况表.xlsx' }
    await fake.client.queries.invalidateQueries({ queryKey: ['jobs.get'] })
    expect(await screen.findByText('2026年10月场地使用情况表.xlsx 已生成')).toBeTruthy()
    await waitFor(() => expect(saveFile).toHaveBeenCalledExactlyOnceWith('job-1'))
  })

  it('downloads from the portal in a browser', async () => {
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push(`${this.pathname} ${this.download}`)
    })
    const fake = fakeCentre()
    fake.job = { ...fake.job, status: 'done', fileName: 'a.csv' }
    await show(fake)
    await userEvent.click(screen.getByRole('button', { name: '导出 CSV' }))
    await waitFor(() => expect(clicked).toEqual(['/api/files/job-1 a.csv']))
  })

  it('says why an export was refused', async () => {
    const fake = fakeCentre()
    fake.refusals = [{ code: 'exportTooLarge', rows: 200_000, limit: 100_000 }]
    await show(fake)
    await userEvent.click(screen.getByRole('button', { name: '导出 Excel' }))
    expect(await screen.findByText(/没有导出：共 200,000 行，一次最多导出 100,000 行/)).toBeTruthy()
  })

  it('speaks English as well, without a Chinese word left over but names', async () => {
    startText('en')
    changeLanguage('en')
    await show()
    expect(screen.getByText('18 workdays, 10/10 worked in lieu')).toBeTruthy()
    const chinese = document.body.textContent.match(/\p{Script=Han}+/gu)
    expect(chinese).toBeNull()
  })

  it('has no fault that axe finds', async () => {
    await show()
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
