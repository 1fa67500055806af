import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occupancyRow } from '../../shared/operations/reports.ts'
import { definitions, generalNotes } from '../../shared/metrics/definitions.ts'
import { busyHours, heatProfile } from '../../shared/metrics/heat.ts'
import { sumsOf } from '../../shared/metrics/occupancy.ts'
import { openByResource } from '../../shared/metrics/periods.ts'
import { defaultPolicies } from '../../shared/scheduling/policy.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { daysInterval, toWall, weekdayOf } from '../../shared/scheduling/zone.ts'
import { booked, calendar, forever } from '../support/periods.ts'
import { aResource } from '../support/places.ts'
import { at, shanghai, span } from '../support/situation.ts'

const day = '2026-03-02'

describe('heat', () => {
  it('puts every booked minute in the hour and weekday of the wall clock, and adds up to the rows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'),
        fc.array(
          fc.record({
            start: fc.integer({ min: 0, max: 700 }),
            length: fc.integer({ min: 1, max: 60 }),
            quantity: fc.integer({ min: 1, max: 2 }),
          }),
          { maxLength: 8 },
        ),
        (zone, list) => {
          const [from, to] = ['2026-10-20', '2026-10-28']
          const resource = aResource('r', { units: 2 })
          const open = openByResource([resource], { from, to, zone, calendar, policies: defaultPolicies }).get('r')!
          const begin = daysInterval(from, to, zone).start
          const pieces = list.map(({ start, length, quantity }) => ({
            start: begin + start * 15 * MINUTE,
            end: begin + (start + length) * 15 * MINUTE,
            quantity,
          }))
          const outages = pieces.slice(0, 1)
          const profile = heatProfile()
          profile.addAvailable(open, 2, outages)
          for (const piece of pieces) profile.addBooked(piece, open)
          const cells = profile.cells(from, to, zone)
          expect(cells).toHaveLength(168)
          const model = new Map<string, number>()
          for (const piece of pieces) {
            for (let t = piece.start; t < piece.end; t += 15 * MINUTE) {
              if (!open.some((each) => each.start <= t && t < each.end)) continue
              const wall = toWall(t, zone)
              const key = `${weekdayOf(wall.date)} ${Math.floor(wall.minute / 60)}`
              model.set(key, (model.get(key) ?? 0) + 15 * piece.quantity)
            }
          }
          for (const cell of cells) {
            expect(cell.bookedMinutes).toBe(model.get(`${cell.weekday} ${cell.hour}`) ?? 0)
            expect(cell.rate === null).toBe(cell.availableMinutes === 0)
          }
          const sums = sumsOf({
            units: 2,
            capacity: null,
            period: daysInterval(from, to, zone),
            asOf: forever,
            open,
            outages,
            bookings: pieces.map((piece) => booked(piece, { quantity: piece.quantity })),
          })
          expect(cells.reduce((all, cell) => all + cell.availableMinutes, 0)).toBe((sums.openMs - sums.downMs) / MINUTE)
          expect(cells.reduce((all, cell) => all + cell.bookedMinutes, 0)).toBe(
            (sums.bookedMs - sums.offHoursBookedMs) / MINUTE,
          )
        },
      ),
    )
  })
  it('takes changes that SQL grouped by instant', () => {
    const byRows = heatProfile()
    const bySql = heatProfile()
    const open = [span('08:30', '21:00')]
    byRows.addAvailable(open, 1, [])
    byRows.addBooked({ ...span('09:30', '11:15'), quantity: 1 }, open)
    bySql.change(at(day, '08:30'), 1, 0)
    bySql.change(at(day, '21:00'), -1, 0)
    bySql.change(at(day, '11:15'), 0, -1)
    bySql.change(at(day, '09:30'), 0, 1)
    const cells = byRows.cells(day, '2026-03-03', shanghai)
    expect(bySql.cells(day, '2026-03-03', shanghai)).toEqual(cells)
    expect(cells.slice(8, 12).map((cell) => [cell.availableMinutes, cell.bookedMinutes, cell.rate])).toEqual([
      [30, 0, 0],
      [60, 30, 0.5],
      [60, 60, 1],
      [60, 15, 0.25],
    ])
    expect(busyHours(cells)).toEqual({ from: 8, until: 21 })
    expect(busyHours([])).toEqual({ from: 0, until: 24 })
  })
})

describe('definitions', () => {
  it('give every column a name and a formula in both languages', () => {
    expect(Object.keys(definitions).sort()).toEqual(Object.keys(occupancyRow.shape).sort())
    for (const { zh, en } of Object.values(definitions)) {
      for (const text of [zh.name, zh.formula]) expect(text).toMatch(/\p{Script=Han}/u)
      for (const text of [en.name, en.formula]) expect(text).not.toMatch(/\p{Script=Han}/u)
    }
    expect(new Set(Object.values(definitions).map((each) => each.zh.name)).size).toBe(Object.keys(definitions).length)
    expect(generalNotes.zh.length).toBe(generalNotes.en.length)
  })
})
