import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSums, closedGaps, lengthWithin, sumsOf, type LeafPeriod } from '../../shared/metrics/occupancy.ts'
import { merge } from '../../shared/scheduling/interval.ts'
import { MINUTE, type Interval } from '../../shared/scheduling/time.ts'
import { anyInterval } from '../support/arbitraries.ts'
import { row } from '../support/periods.ts'

const SPAN = 240
const anyLeaf: fc.Arbitrary<LeafPeriod> = fc
  .record({
    units: fc.integer({ min: 1, max: 3 }),
    period: anyInterval(SPAN, MINUTE),
    open: fc.array(anyInterval(SPAN, MINUTE), { maxLength: 5 }),
    stands: fc.array(
      fc.record({
        time: anyInterval(SPAN, MINUTE),
        quantity: fc.integer({ min: 1, max: 3 }),
        kind: fc.constantFrom('outage', 'counted', 'counted', 'counted', 'held', 'noShow', 'cancelled'),
        used: fc.option(anyInterval(SPAN, MINUTE)),
        before: fc.integer({ min: 0, max: 20 }),
        after: fc.integer({ min: 0, max: 20 }),
      }),
      { maxLength: 12 },
    ),
    asOf: fc.integer({ min: 0, max: SPAN }),
  })
  .map(({ units, period, open, stands, asOf }) => {
    const result: LeafPeriod = {
      units,
      capacity: 5,
      period,
      asOf: asOf * MINUTE,
      open: merge(open)
        .map((each) => ({ start: Math.max(each.start, period.start), end: Math.min(each.end, period.end) }))
        .filter((each) => each.start < each.end),
      outages: [],
      bookings: [],
    }
    const load = Array.from({ length: SPAN }, () => 0)
    for (const { time, quantity, kind, used, before, after } of stands) {
      if (time.start === time.end) continue
      const units1 = Math.min(quantity, units)
      const occupies = kind !== 'noShow' && kind !== 'cancelled'
      const minutes = load.map((_, m) => m).filter((m) => time.start <= m * MINUTE && m * MINUTE < time.end)
      if (occupies && minutes.some((m) => load[m]! + units1 > units)) continue
      if (occupies) for (const m of minutes) load[m]! += units1
      if (kind === 'outage') (result.outages as unknown[]).push({ ...time, quantity: units1 })
      else
        (result.bookings as unknown[]).push({
          ...time,
          quantity: units1,
          state: kind,
          used: used && used.start < used.end ? used : null,
          before,
          after,
          people: null,
        })
    }
    return result
  })

describe('against a minute-by-minute model', () => {
  it('every sum is what counting minutes gives, and no promised rate is above 1', () => {
    fc.assert(
      fc.property(anyLeaf, (period) => {
        const has = (each: Interval, m: number) => each.start <= m * MINUTE && m * MINUTE < each.end
        const sum = (list: readonly (Interval & { quantity: number })[], m: number) =>
          list.filter((each) => has(each, m)).reduce((all, each) => all + each.quantity, 0)
        const of = (state: string) => period.bookings.filter((each) => each.state === state)
        const uses = of('counted').flatMap((each) => (each.used ? [{ ...each.used, quantity: each.quantity }] : []))
        const buffers = [...of('counted'), ...of('held')].flatMap((each) => [
          { start: each.start - each.before * MINUTE, end: each.start, quantity: each.quantity },
          { start: each.end, end: each.end + each.after * MINUTE, quantity: each.quantity },
        ])
        const model = {
          open: 0,
          down: 0,
          booked: 0,
          off: 0,
          used: 0,
          offUsed: 0,
          kept: 0,
          held: 0,
          turnover: 0,
          noShow: 0,
        }
        for (let m = 0; m < SPAN; m += 1) {
          if (!has(period.period, m)) continue
          const open = period.open.some((each) => has(each, m))
          const down = sum(period.outages, m)
          const using = Math.min(period.units, sum(uses, m))
          const counted = sum(of('counted'), m)
          const usable = open ? Math.min(using, period.units - down) : 0
          if (open) {
            model.open += period.units
            model.down += down
            model.booked += counted
            model.held += sum(of('held'), m)
            model.kept += of('counted')
              .filter((each) => has(each, m) && each.used && has(each.used, m))
              .reduce((all, each) => all + each.quantity, 0)
          } else model.off += counted
          model.used += usable
          model.offUsed += using - usable
          model.noShow += sum(of('noShow'), m)
          model.turnover += period.units === 1 ? Math.min(1, sum(buffers, m)) : sum(buffers, m)
        }
        const found = row(period)
        expect({
          open: found.openMinutes,
          down: found.downMinutes,
          booked: found.bookedMinutes,
          off: found.offHoursBookedMinutes,
          used: found.usedMinutes,
          offUsed: found.offHoursUsedMinutes,
          kept: found.keptMinutes,
          held: found.heldMinutes,
          turnover: found.turnoverMinutes,
          noShow: found.noShowMinutes,
        }).toEqual(model)
        for (const rate of [found.bookingRate, found.useRate, found.keepRate, found.noShowRate])
          expect(rate ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
  it('gives the same row when SQL adds up the booked and held time and the engine the rest', () => {
    fc.assert(
      fc.property(anyLeaf, (period) => {
        const gaps = closedGaps(period.open, period.period)
        const clipped = (state: string, windows: readonly Interval[]) =>
          period.bookings
            .filter((each) => each.state === state)
            .reduce((all, each) => all + lengthWithin(each, windows) * each.quantity, 0)
        const whole = [period.period]
        const full = sumsOf(period)
        const rest = { ...full, bookedMs: 0, offHoursBookedMs: 0, heldMs: 0, offHoursHeldMs: 0 }
        const bySql = {
          bookedMs: clipped('counted', whole),
          offHoursBookedMs: clipped('counted', gaps),
          heldMs: clipped('held', whole),
          offHoursHeldMs: clipped('held', gaps),
        }
        expect(addSums([rest, bySql])).toEqual(full)
      }),
    )
  })
  it('cutting a period in two changes no sum', () => {
    fc.assert(
      fc.property(anyLeaf, fc.integer({ min: 0, max: SPAN }), (period, cut) => {
        const middle = Math.min(Math.max(cut * MINUTE, period.period.start), period.period.end)
        const part = (window: Interval): LeafPeriod => ({
          ...period,
          period: window,
          open: period.open
            .map((each) => ({ start: Math.max(each.start, window.start), end: Math.min(each.end, window.end) }))
            .filter((each) => each.start < each.end),
        })
        const halves = addSums([
          sumsOf(part({ start: period.period.start, end: middle })),
          sumsOf(part({ start: middle, end: period.period.end })),
        ])
        // A booking across the cut touches both halves; everything else adds up.
        expect({ ...halves, bookings: 0 }).toEqual({ ...sumsOf(period), bookings: 0 })
      }),
    )
  })
})
