import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelGap } from '../../../renderer/board/geometry/gaps.ts'
import { makeLayout, placeRowAt, rowAt, rowWindow, runsOf } from '../../../renderer/board/geometry/layout.ts'
import { aResource } from '../../support/places.ts'

const zone = (id: string, sort: number) => ({ id, code: id, name: id, nameEn: '', sort, retired: false })
const catalogue = {
  zones: [zone('Z2', 2), zone('Z1', 1)],
  resources: [
    aResource('room', { zoneId: 'Z1', sort: 2 }),
    aResource('hall', { zoneId: 'Z1', sort: 1 }),
    aResource('whole', { zoneId: 'Z1', partIds: ['room', 'hall'] }),
    aResource('office', { zoneId: 'Z2', kind: 'office' }),
    aResource('store', { zoneId: 'Z2', bookable: false }),
    aResource('desks', { zoneId: 'Z2', units: 12 }),
    aResource('benches', { zoneId: 'Z2', units: 4 }),
    aResource('gone', { zoneId: 'Z2', retired: true }),
  ],
}
const layoutWith = (change: Partial<Parameters<typeof makeLayout>[0]> = {}) =>
  makeLayout({ catalogue, folds: new Map(), passes: () => true, filtered: false, row: 34, group: 22, ...change })

describe('rows of the board', () => {
  it('stand in the order of zones and places; wholes have no row, offices and stores are folded away', () => {
    expect(layoutWith().rows.map(({ id }) => id)).toEqual(['group:Z1', 'hall', 'room', 'group:Z2', 'desks', 'benches'])
    expect(layoutWith({ folds: new Map([['Z2', 'all' as const]]) }).rows.map(({ id }) => id)).toContain('office')
    expect(layoutWith({ folds: new Map([['Z1', 'folded' as const]]) }).rows.map(({ id }) => id)).not.toContain('hall')
  })
  it('count what a fold hides', () => {
    const group = layoutWith().rows[3]
    expect(group).toMatchObject({ kind: 'group', shown: 2, total: 4, quiet: 2 })
  })
  it('lie under each other without gaps, and a pool of four is as high as four lanes', () => {
    const { rows, height } = layoutWith()
    rows.forEach((row, index) => expect(row.top).toBe(index === 0 ? 0 : rows[index - 1]!.top + rows[index - 1]!.height))
    expect(height).toBe(rows.at(-1)!.top + rows.at(-1)!.height)
    expect(rows.at(-1)!.height).toBe(68)
    expect(rows.find(({ id }) => id === 'desks')).toMatchObject({ lanes: 0, height: 34 })
  })
  it('are found by their height, and the nearest place is taken for a group', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), (y) => {
        const layout = layoutWith()
        const found = layout.rows[rowAt(layout, y)]!
        if (y >= 0 && y < layout.height) {
          expect(found.top).toBeLessThanOrEqual(y)
          expect(found.top + found.height).toBeGreaterThan(y)
        }
        expect(placeRowAt(layout, y)?.kind).toBe('place')
      }),
    )
    expect(
      rowAt(
        makeLayout({
          catalogue: { zones: [], resources: [] },
          folds: new Map(),
          passes: () => true,
          filtered: false,
          row: 34,
          group: 22,
        }),
        5,
      ),
    ).toBe(-1)
  })
  it('in view are always among those drawn', () => {
    const many = {
      zones: [zone('Z1', 1)],
      resources: Array.from({ length: 200 }, (_, index) => aResource(`r${index}`, { zoneId: 'Z1', sort: index })),
    }
    const layout = layoutWith({ catalogue: many })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: layout.height }), fc.integer({ min: 50, max: 900 }), (top, height) => {
        const { first, last } = rowWindow(layout, top, height, 8)
        for (const [index, row] of layout.rows.entries())
          if (row.top < top + height && row.top + row.height > top) {
            expect(index).toBeGreaterThanOrEqual(first)
            expect(index).toBeLessThan(last)
          }
        expect(last - first).toBeLessThanOrEqual(Math.ceil(height / 22) + 18)
      }),
    )
  })
  it('of one booking are joined where they stand directly under each other', () => {
    expect(runsOf([4, 2, 3, 7, 3])).toEqual([
      { first: 2, count: 3 },
      { first: 7, count: 1 },
    ])
  })
})

describe('the words of an outage', () => {
  const anyBox = fc.record({ x: fc.integer({ min: 0, max: 900 }), width: fc.integer({ min: 1, max: 200 }) })
  it('stand where no block covers them, inside the band', () => {
    fc.assert(
      fc.property(anyBox, fc.array(anyBox, { maxLength: 8 }), (band, boxes) => {
        const gap = labelGap(band, boxes)
        expect(gap.x).toBeGreaterThanOrEqual(0)
        expect(gap.x + gap.width).toBeLessThanOrEqual(band.width)
        const [left, right] = [band.x + gap.x, band.x + gap.x + gap.width]
        if (gap.width > 0) for (const box of boxes) expect(box.x >= right || box.x + box.width <= left).toBe(true)
      }),
    )
  })
  it('take the first stretch that is wide enough, not the widest', () => {
    const boxes = [{ x: 150, width: 50 }]
    expect(labelGap({ x: 0, width: 800 }, boxes)).toEqual({ x: 0, width: 150 })
    expect(labelGap({ x: 100, width: 800 }, boxes)).toEqual({ x: 100, width: 700 })
  })
})
