import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodBefore, periodOf, presets, type Preset } from '../../../renderer/reports/periods.ts'
import { addDays, dateOfDayNumber, dayNumber, daysBetween, weekdayOf } from '../../../shared/scheduling/zone.ts'

const today = '2026-11-24'
const named = presets.filter((preset): preset is Exclude<Preset, 'custom'> => preset !== 'custom')

describe('presets', () => {
  it.each([
    ['week', '2026-11-23', '2026-11-30'],
    ['lastMonth', '2026-10-01', '2026-11-01'],
    ['quarter', '2026-10-01', '2027-01-01'],
    ['firstHalf', '2026-01-01', '2026-07-01'],
    ['secondHalf', '2026-07-01', '2027-01-01'],
    ['year', '2026-01-01', '2027-01-01'],
    ['schoolYear', '2026-09-01', '2027-09-01'],
  ] as const)('%s is half-open from %s to %s', (preset, from, to) => {
    expect(periodOf(preset, today)).toEqual({ from, to })
  })

  it('turns over at the edges of weeks, years and school years', () => {
    expect(periodOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-30' })
    expect(periodOf('week', '2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-04' })
    expect(periodOf('lastMonth', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
    expect(periodOf('schoolYear', '2026-08-31')).toEqual({ from: '2025-09-01', to: '2026-09-01' })
    expect(periodOf('secondHalf', '2026-06-30')).toEqual({ from: '2025-07-01', to: '2026-01-01' })
  })

  it('has begun on every day, and holds today unless it is one that is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2030-12-31') }), (day) => {
        const date = dateOfDayNumber(day)
        for (const preset of named) {
          const { from, to } = periodOf(preset, date)
          expect(from < to && from <= date).toBe(true)
          if (['week', 'quarter', 'year', 'schoolYear'].includes(preset)) expect(date < to).toBe(true)
        }
        expect(weekdayOf(periodOf('week', date).from)).toBe(0)
      }),
    )
  })

  it('is compared with the one that ends where it begins', () => {
    for (const preset of named) expect(periodBefore(preset, periodOf(preset, today)).to <= today).toBe(true)
    expect(periodBefore('lastMonth', periodOf('lastMonth', today))).toEqual({ from: '2026-09-01', to: '2026-10-01' })
    expect(periodBefore('quarter', periodOf('quarter', today))).toEqual({ from: '2026-07-01', to: '2026-10-01' })
    expect(periodBefore('schoolYear', periodOf('schoolYear', today))).toEqual({ from: '2025-09-01', to: '2026-09-01' })
    const custom = { from: '2026-11-05', to: '2026-11-15' }
    const before = periodBefore('custom', custom)
    expect(before).toEqual({ from: '2026-10-26', to: '2026-11-05' })
    expect(daysBetween(before.from, before.to)).toBe(daysBetween(custom.from, custom.to))
    expect(addDays(before.to, -1) < custom.from).toBe(true)
  })
})
