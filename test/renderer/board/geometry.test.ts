import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt, instantAt, makeAxis, snap, stretch, ticksOf, xOf } from '../../../renderer/board/geometry/axis.ts'
import { assignLanes, countStays } from '../../../renderer/board/geometry/lanes.ts'
import { HOUR, MINUTE } from '../../../shared/scheduling/time.ts'
import { addDays, toInstant, toWall } from '../../../shared/scheduling/zone.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'] as const
const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days))
const anyAxis = fc.record({
  zone: fc.constantFrom(...zones),
  first: anyDay,
  count: fc.constantFrom(1, 7),
  from: fc.integer({ min: 0, max: 12 }).map((hour) => hour * 60),
  hours: fc.integer({ min: 4, max: 12 }),
  width: fc.integer({ min: 300, max: 2400 }),
})
const axisOf = (given: typeof anyAxis extends fc.Arbitrary<infer T> ? T : never) =>
  makeAxis({
    days: Array.from({ length: given.count }, (_, index) => addDays(given.first, index)),
    from: given.from,
    until: given.from + given.hours * 60,
    zone: given.zone,
    width: given.width,
    minHour: 10,
  })

describe('the time axis', () => {
  it('gives back the instant of every place on it, and the place of every instant it shows', () => {
    fc.assert(
      fc.property(anyAxis, fc.double({ min: 0, max: 1, noNaN: true }), (given, at) => {
        const axis = axisOf(given)
        const x = at * axis.width
        expect(xOf(axis, instantAt(axis, x))).toBeCloseTo(x, 3)
        for (const day of axis.days) {
          const instant = Math.round(day.start + at * (day.end - day.start - 1))
          expect(Math.abs(instantAt(axis, xOf(axis, instant)) - instant)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  it('never runs backwards, and keeps within its ends', () => {
    fc.assert(
      fc.property(anyAxis, fc.integer({ min: -30, max: 300 }), fc.integer({ min: 0, max: 60 }), (given, from, by) => {
        const axis = axisOf(given)
        const start = axis.start + from * HOUR
        expect(xOf(axis, start + by * HOUR)).toBeGreaterThanOrEqual(xOf(axis, start))
        expect(xOf(axis, start)).toBeGreaterThanOrEqual(0)
        expect(xOf(axis, start)).toBeLessThanOrEqual(axis.width)
      }),
    )
  })
  it('fills the width it is given unless an hour would be too narrow', () => {
    const day = { days: ['2026-11-24'], from: 480, until: 1260, zone: 'Asia/Shanghai' }
    expect(makeAxis({ ...day, width: 1144, minHour: 72 }).width).toBe(1144)
    expect(makeAxis({ ...day, width: 700, minHour: 72 }).width).toBe(13 * 72)
  })
  it('draws a night in which the clock changes with an hour less, or one more', () => {
    const night = (date: string) =>
      makeAxis({ days: [date], from: 0, until: 1440, zone: 'Europe/Berlin', width: 0, minHour: 10 })
    expect(night('2026-03-28').width).toBe(240)
    expect(night('2026-03-29').width).toBe(230)
    expect(night('2026-10-25').width).toBe(250)
    const minutes = ticksOf(night('2026-03-29')).map(({ minute }) => minute / 60)
    expect(minutes).not.toContain(2)
  })
  it('names hours at least 44 px apart, and every one of them is a full hour', () => {
    fc.assert(
      fc.property(anyAxis, (given) => {
        const axis = axisOf(given)
        const named = ticksOf(axis).filter(({ label }) => label)
        for (const tick of named) expect(tick.minute % 60).toBe(0)
        for (const day of axis.days) {
          const own = named.filter(({ x }) => x >= day.x && x < day.x + day.width)
          for (let index = 1; index < own.length; index += 1)
            expect(own[index]!.x - own[index - 1]!.x).toBeGreaterThan(20)
        }
      }),
    )
  })
  it('cuts what goes on beyond its ends and says so', () => {
    const axis = makeAxis({
      days: ['2026-11-24'],
      from: 480,
      until: 1260,
      zone: 'Asia/Shanghai',
      width: 1300,
      minHour: 72,
    })
    const at = (minute: number) => toInstant({ date: '2026-11-24', minute }, 'Asia/Shanghai')
    expect(stretch(axis, at(0), at(540))).toEqual({ x: 0, width: 100, cutLeft: true, cutRight: false })
    expect(stretch(axis, at(1200), at(1440))).toEqual({ x: 1200, width: 100, cutLeft: false, cutRight: true })
    expect(stretch(axis, at(0), at(480))).toBeNull()
  })
  it('shows nothing of a booking that lies in the hours left out between two days', () => {
    const axis = makeAxis({
      days: ['2026-11-24', '2026-11-25'],
      from: 480,
      until: 1260,
      zone: 'Asia/Shanghai',
      width: 1300,
      minHour: 10,
    })
    const night = toInstant({ date: '2026-11-24', minute: 1320 }, 'Asia/Shanghai')
    expect(stretch(axis, night, night + 2 * HOUR)).toBeNull()
    expect(dayAt(axis, night)?.date).toBe('2026-11-24')
  })
  it('snaps to the grid counted from midnight, at most half a step away', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(5, 10, 15, 30, 60),
        (date, minute, step) => {
          const instant = toInstant({ date, minute }, 'Asia/Shanghai')
          const snapped = snap(instant, step, 'Asia/Shanghai')
          expect(toWall(snapped, 'Asia/Shanghai').minute % step).toBe(0)
          expect(Math.abs(snapped - instant)).toBeLessThanOrEqual((step * MINUTE) / 2)
        },
      ),
    )
  })
})

const anyStays = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 12 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 30 },
)

describe('lanes of a small pool', () => {
  it('never put two stays into one lane at once, and give each as many lanes as it has units, while there is room', () => {
    fc.assert(
      fc.property(anyStays, fc.integer({ min: 3, max: 4 }), (wanted, units) => {
        const stays: { start: number; end: number; quantity: number }[] = []
        for (const { start, length, quantity } of wanted) {
          const stay = { start, end: start + length, quantity }
          const load = (at: number) =>
            stays.reduce((sum, each) => sum + (each.start <= at && at < each.end ? each.quantity : 0), 0)
          const fits = Array.from({ length }, (_, at) => load(start + at) + quantity).every((sum) => sum <= units)
          if (fits) stays.push(stay)
        }
        const lanes = assignLanes(stays, units)
        const cells = new Set<string>()
        stays.forEach((stay, index) => {
          const runs = lanes[index]!
          expect(runs.reduce((sum, run) => sum + run.lanes, 0)).toBe(stay.quantity)
          for (const run of runs)
            for (let lane = run.lane; lane < run.lane + run.lanes; lane += 1) {
              expect(lane).toBeLessThan(units)
              for (let at = stay.start; at < stay.end; at += 1) {
                expect(cells.has(`${lane} ${at}`)).toBe(false)
                cells.add(`${lane} ${at}`)
              }
            }
        })
      }),
    )
  })
  it('keep the lowest lane free for who comes first', () => {
    const lanes = assignLanes(
      [
        { start: 0, end: 10, quantity: 1 },
        { start: 2, end: 4, quantity: 1 },
        { start: 5, end: 8, quantity: 1 },
      ],
      2,
    )
    expect(lanes.map((runs) => runs[0]!.lane)).toEqual([0, 1, 1])
  })
})

describe('a large pool, counted', () => {
  it('says at every instant how many units are taken', () => {
    fc.assert(
      fc.property(anyStays, (wanted) => {
        const stays = wanted.map(({ start, length, quantity }) => ({ start, end: start + length, quantity }))
        const counted = countStays(stays)
        for (let at = 0; at < 80; at += 1) {
          const load = stays.reduce((sum, each) => sum + (each.start <= at && at < each.end ? each.quantity : 0), 0)
          const found = counted.filter((each) => each.start <= at && at < each.end)
          expect(found.length).toBe(load > 0 ? 1 : 0)
          expect(found[0]?.taken ?? 0).toBe(load)
        }
      }),
    )
  })
})
