import { describe, expect, it } from 'vitest'
import { area, hours, percent, percentWhole, points, whole } from '../../../renderer/reports/figures.ts'
import { heatStep, heatTable } from '../../../renderer/reports/heatTable.ts'
import { makeupDays } from '../../../renderer/reports/makeupDays.ts'
import { nextSorting, sorted, type Sorting } from '../../../renderer/reports/sorting.ts'
import { workdayLine } from '../../../renderer/reports/workdayLine.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { reports as en } from '../../../shared/text/en/reports.ts'
import { reports as zh } from '../../../shared/text/zh/reports.ts'
import { heat } from '../../../renderer/ui/tokens.ts'
import { reportOf } from './fakeCentre.ts'

const october = reportOf({ from: '2026-10-01', to: '2026-11-01' })

describe('figures', () => {
  it('writes hours, counts and rates as the report prints them', () => {
    expect(hours(67_770)).toBe('1,129.5')
    expect(hours(0)).toBe('0.0')
    expect(whole(1234)).toBe('1,234')
    expect(percent(0.517)).toBe('51.7 %')
    expect(percent(1.415)).toBe('141.5 %')
    expect(percent(null)).toBe('—')
    expect(percentWhole(null)).toBe('—')
    expect(area(72)).toBe('72')
    expect(area(null)).toBe('—')
  })

  it('compares rates as they are shown, with a true minus', () => {
    expect(points(0.517, 0.485)).toBe('+3.2')
    expect(points(0.066, 0.072)).toBe('−0.6')
    expect(points(0.50004, 0.49996)).toBe('0')
    expect(points(null, 0.5)).toBeNull()
    expect(points(0.5, null)).toBeNull()
  })
})

describe('the line about workdays', () => {
  it('names make-up days, and years that are not published', () => {
    const line = (from: string, to: string, words: typeof zh) => workdayLine({ from, to }, stateCouncilCalendar, words)
    expect(line('2026-10-01', '2026-11-01', zh)).toBe('18 个工作日，含 10/10 调休上班')
    expect(line('2026-11-01', '2026-12-01', zh)).toBe('21 个工作日')
    expect(line('2027-02-01', '2027-02-08', zh)).toContain('2027 年调休待公布')
    expect(line('2026-01-01', '2027-01-01', zh)).toBe('248 个工作日，含 1/4、2/14、2/28 等 6 天 调休上班')
    expect(line('2026-10-01', '2026-11-01', en)).toBe('18 workdays, 10/10 worked in lieu')
    expect(makeupDays(stateCouncilCalendar, { from: '2026-10-10', to: '2026-10-11' }, 5)).toEqual(['2026-10-10'])
    expect(makeupDays(stateCouncilCalendar, { from: '2026-10-11', to: '2026-12-01' })).toEqual([])
  })
})

describe('the heat map', () => {
  it('shows the open hours only, and leaves what is closed without a rate', () => {
    const rooms = reportOf({ from: '2026-11-02', to: '2026-11-09', kinds: ['meetingRoom'] })
    const table = heatTable(rooms.heat)
    expect(table.hours).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
    expect(table.rows[6]!.cells.every(({ rate }) => rate === null)).toBe(true)
    expect(table.rows[6]!.mean).toBeNull()
  })

  it('has means that weigh up to the booking rate of the total', () => {
    const { rows } = heatTable(october.heat)
    const cells = rows.flatMap((row) => row.cells)
    const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + of(cell), 0)
    expect(sum((cell) => cell.bookedMinutes)).toBeCloseTo(october.total.bookedMinutes, 6)
    expect(sum((cell) => cell.availableMinutes)).toBeCloseTo(october.total.availableMinutes, 6)
  })

  it('has a step of colour for every rate, and legible text on each', () => {
    expect([0, 0.12, 0.4, 0.5, 0.7, 0.99, 1.4].map(heatStep)).toEqual([0, 1, 2, 3, 4, 5, 5])
    for (const mode of ['light', 'dark'] as const)
      for (const { fill, text } of heat[mode]) expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('sorting', () => {
  it('goes down for figures, up for words, then the other way, then back to the report', () => {
    let sorting: Sorting = null
    const next = () => (sorting = nextSorting(sorting, 'useRate'))
    expect(next()).toEqual({ column: 'useRate', descending: true })
    expect(next()).toEqual({ column: 'useRate', descending: false })
    expect(next()).toBeNull()
    expect(nextSorting(null, 'name')).toEqual({ column: 'name', descending: false })
  })

  it('keeps every row, in order, rows without a value last', () => {
    const rows = october.rows.map((row, index) => (index === 0 ? { ...row, useRate: null } : row))
    for (const descending of [true, false]) {
      const result = sorted(rows, { column: 'useRate', descending })
      expect(new Set(result)).toEqual(new Set(rows))
      expect(result.at(-1)!.useRate).toBeNull()
      const rates = result.slice(0, -1).map(({ useRate }) => useRate!)
      expect(rates).toEqual(rates.toSorted((a, b) => (descending ? b - a : a - b)))
    }
    expect(sorted(rows, null)).toEqual(rows)
  })
})

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
