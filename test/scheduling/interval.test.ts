import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clip,
  common,
  contains,
  holds,
  intersect,
  interval,
  merge,
  overlaps,
  subtract,
  total,
} from '../../shared/scheduling/interval.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { anyInterval, anyIntervals, coverage } from '../support/arbitraries.ts'

const once = (list: number[]) => list.map((count) => Math.min(1, count))
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)

describe('intervals are half-open', () => {
  it('lets neighbours touch', () => {
    expect(overlaps({ start: 9, end: 10 }, { start: 10, end: 11 })).toBe(false)
    expect(overlaps({ start: 9, end: 10.5 }, { start: 10, end: 11 })).toBe(true)
    expect(intersect({ start: 9, end: 10 }, { start: 10, end: 11 })).toBeNull()
    expect(holds({ start: 9, end: 10 }, 10)).toBe(false)
    expect(holds({ start: 9, end: 10 }, 9)).toBe(true)
  })
  it('refuses what runs backwards', () => {
    expect(() => interval(2, 1)).toThrow(RangeError)
    expect(() => interval(Number.NaN, 1)).toThrow(RangeError)
    expect(() => merge([{ start: 2, end: 1 }])).toThrow(RangeError)
    expect(() => total([{ start: 2, end: 1 }])).toThrow(RangeError)
    expect(() => clip([{ start: 2, end: 1 }], { start: 0, end: 9 })).toThrow(RangeError)
    expect(() => subtract([{ start: 0, end: 9 }], [{ start: 2, end: 1 }])).toThrow(RangeError)
    expect(interval(3, 3)).toEqual({ start: 3, end: 3 })
  })
})

describe('against the minute-by-minute picture', () => {
  it('overlaps and contains say what the picture says', () => {
    fc.assert(
      fc.property(anyInterval(60, MINUTE), anyInterval(60, MINUTE), (a, b) => {
        const left = coverage([a])
        const right = coverage([b])
        expect(overlaps(a, b)).toBe(left.some((count, index) => count > 0 && right[index]! > 0))
        expect(contains(a, b)).toBe(right.every((count, index) => count === 0 || left[index]! > 0))
        expect(total(intersect(a, b) ? [intersect(a, b)!] : [])).toBe(
          sum(left.map((count, index) => count * right[index]!)) * MINUTE,
        )
      }),
    )
  })
  it('merge is the union, sorted, disjoint and without touching pieces', () => {
    fc.assert(
      fc.property(anyIntervals(), (list) => {
        const before = structuredClone(list)
        const union = merge(list)
        expect(list).toEqual(before)
        expect(coverage(union)).toEqual(once(coverage(list)))
        union.forEach((each, index) => {
          expect(each.start).toBeLessThan(each.end)
          if (index > 0) expect(union[index - 1]!.end).toBeLessThan(each.start)
        })
      }),
    )
  })
  it('subtract, common and clip say what the picture says', () => {
    fc.assert(
      fc.property(anyIntervals(), anyIntervals(), anyInterval(60, MINUTE), (list, holes, window) => {
        const a = coverage(list)
        const b = coverage(holes)
        expect(coverage(subtract(list, holes))).toEqual(a.map((count, i) => (count > 0 && b[i] === 0 ? 1 : 0)))
        expect(coverage(common(list, holes))).toEqual(a.map((count, i) => (count > 0 && b[i]! > 0 ? 1 : 0)))
        const inside = coverage([window])
        expect(coverage(clip(list, window))).toEqual(a.map((count, i) => count * inside[i]!))
        expect(total(subtract(list, holes)) + total(common(list, holes))).toBe(total(merge(list)))
      }),
    )
  })
})
