import { describe, expect, it } from 'vitest'
import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import { askedResources, drillRows, type Drill, type DrillSource } from '../../../renderer/reports/drill.ts'
import { defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import type { OccupancyInput } from '../../../shared/operations/reports.ts'
import { bookings, reportOf } from './fakeCentre.ts'

const places = planPlaces()
const catalogue = { zones: [], resources: [...places.resources.values()], exclusions: [...places.exclusions] }

function source(input: OccupancyInput): DrillSource {
  return {
    report: reportOf(input),
    catalogue,
    calendar: stateCouncilCalendar,
    settings: { policy: defaultPolicies.centre, kindPolicies: defaultPolicies.kinds },
    teamId: input.teamId,
  }
}

const rooms = source({ from: '2026-10-01', to: '2026-11-01', kinds: ['meetingRoom', 'roadshowHall', 'seminarRoom'] })

describe('the bookings behind a figure', () => {
  it('add up to the booked minutes, the number of bookings and the no-shows of every row', () => {
    for (const row of rooms.report.rows) {
      const ask = (figure: Drill['figure']) =>
        drillRows(bookings, { figure, resourceId: row.resourceId, cell: null }, rooms)
      const booked = ask('bookedMinutes').reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0)
      expect(booked).toBeCloseTo(row.bookedMinutes, 6)
      expect(ask('bookings')).toHaveLength(row.bookings)
      expect(ask('noShowCount')).toHaveLength(row.noShowCount)
      expect(ask('dueCount')).toHaveLength(row.dueCount)
    }
  })

  it('add up to the total, a hall booked whole with both its halves', () => {
    const all = drillRows(bookings, { figure: 'bookedMinutes', resourceId: null, cell: null }, rooms)
    const booked = all.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0)
    expect(booked).toBeCloseTo(rooms.report.total.bookedMinutes, 6)
    const roadshow = all.find(({ booking }) => booking.title.startsWith('秋季集成电路路演日'))!
    expect(roadshow.bookedMinutes).toBe(2 * 480)
  })

  it('add up to each cell of the heat map', () => {
    for (const cell of rooms.report.heat.filter(({ bookedMinutes }) => bookedMinutes > 0)) {
      const { weekday, hour } = cell
      const found = drillRows(bookings, { figure: 'bookedMinutes', resourceId: null, cell: { weekday, hour } }, rooms)
      const booked = found.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0)
      expect([weekday, hour, Math.round(booked)]).toEqual([weekday, hour, Math.round(cell.bookedMinutes)])
    }
  })

  it('are those of the team that was asked for', () => {
    const liwei = source({ from: '2026-10-01', to: '2026-11-01', kinds: ['meetingRoom'], teamId: 'liwei' })
    const found = drillRows(bookings, { figure: 'bookings', resourceId: null, cell: null }, liwei)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map(({ booking }) => booking.teamId))).toEqual(new Set(['liwei']))
  })

  it('are asked for by the place and every whole that contains it', () => {
    expect(askedResources(rooms, { figure: 'bookings', resourceId: 'A102', cell: null }).toSorted()).toEqual([
      'A102',
      'A102+A103',
    ])
    const all = askedResources(rooms, { figure: 'bookings', resourceId: null, cell: null })
    expect(all).toContain('A104+A105')
    expect(all).not.toContain('B101')
  })
})
