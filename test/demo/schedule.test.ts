import { describe, expect, it } from 'vitest'
import { instrumentPlans } from '../../electron/core/demo/instruments.ts'
import { placePlans } from '../../electron/core/demo/ledger.ts'
import { planFrom, planTo, type PlannedBooking } from '../../electron/core/demo/plan.ts'
import { planSchedule, type Schedule } from '../../electron/core/demo/schedule.ts'
import { spacePlans } from '../../electron/core/demo/spaces.ts'
import { fakePhone, personPlans, projectPlans, teamPlans } from '../../electron/core/demo/teams.ts'
import { indexCalendar, isWorkday } from '../../shared/scheduling/calendar.ts'
import { stateCouncilCalendar } from '../../shared/scheduling/stateCouncil.ts'
import { addDays, dateOf, daysFrom, toInstant } from '../../shared/scheduling/zone.ts'

const zone = 'Asia/Shanghai'
const calendar = indexCalendar(stateCouncilCalendar)

function schedule(seed: number, from = planFrom, to = planTo): Schedule {
  return planSchedule(seed, from, to, zone, calendar, toInstant({ date: addDays(from, -70), minute: 540 }, zone))
}

function sum(values: (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}

function tagged({ ledger }: Schedule, tag: string): PlannedBooking[] {
  return ledger.bookings.filter((booking) => booking.tag === tag)
}

describe('the floor of the demo centre', () => {
  it('has 23 spaces of 550 m², 462 usable and 88 support', () => {
    expect(spacePlans).toHaveLength(23)
    expect(sum(spacePlans.map(({ areaM2 }) => areaM2))).toBe(550)
    expect(sum(spacePlans.filter(({ kind }) => kind === 'support').map(({ areaM2 }) => areaM2))).toBe(88)
    const commonService = spacePlans.filter(
      ({ zone: at, kind, code }) => at === 'A' || (kind === 'lab' && at === 'B') || code === 'B105' || code === 'C104',
    )
    expect(sum(commonService.map(({ areaM2 }) => areaM2))).toBe(376)
  })

  it('has wholes of the area of their parts, and 22 instruments that stand in rooms', () => {
    const area = (code: string) => placePlans.find((place) => place.code === code)!.areaM2
    for (const whole of placePlans.filter(({ parts }) => parts !== undefined))
      expect(whole.areaM2).toBe(sum(whole.parts!.map(area)))
    expect(instrumentPlans).toHaveLength(22)
    expect(instrumentPlans.map(({ code }) => code)).toEqual(
      Array.from({ length: 22 }, (_, index) => `YQ-${String(index + 1).padStart(3, '0')}`),
    )
    for (const { room } of instrumentPlans) expect(spacePlans.map(({ code }) => code)).toContain(room)
    expect(new Set(placePlans.map(({ code }) => code)).size).toBe(placePlans.length)
  })

  it('names nobody real: marked teams, invented telephone numbers', () => {
    for (const { name } of teamPlans) expect(name).toMatch(/\((示例|虚构)\)$/)
    expect(personPlans.length).toBeGreaterThanOrEqual(18)
    expect(personPlans.length).toBeLessThanOrEqual(24)
    for (const name of ['曾乐', '单晓', '仇颖', '区伟文', '欧阳靖', '阿依古丽·买买提', '李Ming'])
      expect(personPlans.map((person) => person.name)).toContain(name)
    for (let index = 0; index < personPlans.length; index += 1) expect(fakePhone(index)).toMatch(/^199000000\d\d$/)
    expect(projectPlans.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((no) => `PC-2026-00${no}`))
    for (const { startOn, endOn } of projectPlans) expect(endOn <= addDays(startOn, 366)).toBe(true)
  })
})

describe('the plan of the demo centre', () => {
  const standard = schedule(1)

  it('places every scripted case', () => {
    expect(standard.missed).toEqual([])
    const expected = {
      roadshow: 3,
      chamber72: 2,
      waived: 2,
      pending: 3,
      rejected: 1,
      tentative: 4,
      faultAffected: 3,
      holidayConflict: 1,
      longTerm: 2,
    }
    for (const [tag, count] of Object.entries(expected))
      expect([tag, tagged(standard, tag).length]).toEqual([tag, count])
    expect(tagged(standard, 'overnight').length).toBeGreaterThan(20)
    const count = (fate: string) => standard.ledger.bookings.filter((booking) => booking.fate === fate).length
    expect(count('noShow')).toBeGreaterThan(50)
    expect(count('cancelled')).toBeGreaterThan(50)
  })

  it('keeps three days and nights of chamber time over a weekend', () => {
    const run = tagged(standard, 'chamber72')[0]!
    expect(run.end - run.start).toBe(72 * 3_600_000)
    expect(dateOf(run.start, zone)).toBe('2026-10-16')
    expect(dateOf(run.end, zone)).toBe('2026-10-19')
  })

  it('keeps the clean room closed for its maintenance week', () => {
    const week = standard.ledger.outages.filter(({ tag }) => tag === 'maintenanceWeek')
    expect(week.map(({ code }) => code).sort()).toEqual(
      ['B102', 'YQ-008', 'YQ-009', 'YQ-010', 'YQ-011', 'YQ-012', 'YQ-013'].sort(),
    )
    const codes = new Set(week.map(({ code }) => code))
    const inTheWay = standard.ledger.bookings.filter(
      ({ places, start, end }) =>
        places.some(({ code }) => codes.has(code)) && start < week[0]!.end && end > week[0]!.start,
    )
    expect(inTheWay).toEqual([])
  })

  it('is the same for the same seed and another for another', () => {
    expect(schedule(1).ledger.bookings).toEqual(standard.ledger.bookings)
    expect(schedule(2).ledger.bookings).not.toEqual(standard.ledger.bookings)
  })

  it.each([1, 2, 3, 20261124])('is full on every working day and closed on holidays (seed %i)', (seed) => {
    const { ledger, missed } = schedule(seed)
    expect(missed).toEqual([])
    const starts = new Map<string, number>()
    for (const { start, tag } of ledger.bookings) {
      const date = dateOf(start, zone)
      if (tag !== 'holidayConflict' && tag !== 'longTerm') starts.set(date, (starts.get(date) ?? 0) + 1)
    }
    for (const date of daysFrom(planFrom, planTo)) {
      const bookings = starts.get(date) ?? 0
      if (isWorkday(date, calendar)) expect([date, bookings >= 25]).toEqual([date, true])
      else expect([date, bookings]).toEqual([date, 0])
    }
    expect(starts.get('2026-10-10')).toBeGreaterThanOrEqual(25)
  })

  it('puts nobody in two places at once', () => {
    const byPerson = Map.groupBy(
      standard.ledger.bookings.filter(({ occupant, tag, fate }) => occupant !== null && tag === '' && fate === 'kept'),
      ({ occupant }) => occupant!,
    )
    for (const bookings of byPerson.values()) {
      const sorted = bookings.toSorted((a, b) => a.start - b.start)
      for (let index = 1; index < sorted.length; index += 1)
        expect(sorted[index]!.start).toBeGreaterThanOrEqual(sorted[index - 1]!.end)
    }
  })

  it('charges projects only within their term', () => {
    for (const booking of standard.ledger.bookings) {
      const project = projectPlans.find(({ no }) => no === booking.projectNo)
      if (!project) continue
      const date = dateOf(booking.start, zone)
      expect(project.startOn <= date && date <= project.endOn).toBe(true)
    }
  })

  it('moves by whole weeks when asked for other days', () => {
    const moved = schedule(1, '2026-03-02', '2026-06-06')
    const roadshow = tagged(moved, 'roadshow')[0]!
    expect(dateOf(roadshow.start, zone)).toBe('2026-03-26')
    for (const { start, tag } of moved.ledger.bookings)
      if (tag !== 'longTerm') expect(dateOf(start, zone) >= '2026-03-01').toBe(true)
  })
})
